"""Where the address stands in the windows of the shop's envelopes."""

from collections.abc import Callable
from dataclasses import replace
from pathlib import Path
from typing import Any, Protocol

from cxdesk.domain.errors import UserError
from cxdesk.language.language import Language
from cxdesk.services.desk import Desk
from cxdesk.ui import amounts
from cxdesk.ui.acts import Acts, Saying
from cxdesk.ui.letters.presenter import Jobs

FIELDS = ("window_right", "window_down")


class AligningView(Saying, Protocol):
    """What the card of the window shows."""

    def show_offset(self, values: dict[str, str]) -> None:
        """Show how far the address is moved, in mm, by the name of the setting."""

    def show_mistake(self, field: str, text: str) -> None:
        """Say at a field what is wrong with it; an empty text: nothing."""

    def look(self, file: Path, title: str) -> None:
        """Show the test sheet, to be printed."""


class Aligning:
    """Decides about the offset of the address."""

    def __init__(self, desk: Desk, language: Language, jobs: Jobs, view: AligningView) -> None:
        self._desk, self._language, self._jobs, self._view = desk, language, jobs, view
        self._acts = Acts(desk, view)

    def load(self) -> None:
        """Show what stands now."""
        shop = self._desk.settings.shop()
        said = {name: self._language.number(getattr(shop, name) / 10, 1) for name in FIELDS}
        self._view.show_offset(said)

    def save(self, field: str, typed: str) -> None:
        """Keep one of the two as it was typed."""
        shop = self._desk.settings.shop()
        try:
            tenths = round(10 * amounts.millimetres(typed))
            if tenths != getattr(shop, field):
                moved: dict[str, Any] = {field: tenths}
                changed = replace(shop, **moved)
                said = self._language.tr("Saved: {what}", what=self._language.tr("Address in the window"))
                self._acts.attempt(lambda: self._desk.settings.save(changed), said)
        except UserError as error:
            self._view.show_mistake(field, self._language.error(error))
            return
        self._view.show_mistake(field, "")

    def test(self) -> None:
        """Make the sheet that shows where the window is taken to be."""
        file, title = self._desk.stationery.file("test"), self._language.tr("Test sheet")
        self._jobs.run(
            lambda desk, _: desk.stationery.test_sheet("", file),
            lambda _: self._view.look(file, title),
            self._view.fail,
        )


Look = Callable[[Path, str], None]
