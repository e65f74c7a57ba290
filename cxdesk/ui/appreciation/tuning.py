"""The decisions about the rules of thanking: which are on, by which figures, and whom they would have named."""

from collections.abc import Callable, Sequence
from functools import partial
from typing import Protocol

from cxdesk.domain.occasion import Occasion, Setting
from cxdesk.language import reasons
from cxdesk.language.language import Language
from cxdesk.services.desk import Desk
from cxdesk.services.occasions import Preview
from cxdesk.ui.acts import Acts


class TuningView(Protocol):
    """What the section of the rules shows."""

    def show_settings(self, settings: Sequence[Setting]) -> None:
        """Show the rules as they are set."""

    def look_back(self, kind: Occasion, look: Callable[[Desk], Preview]) -> None:
        """Find out in the worker whom a rule would have named, and show it."""


class Tuning:
    """Decides; every change is one step back."""

    view: TuningView

    def __init__(self, desk: Desk, language: Language, acts: Acts) -> None:
        self._desk, self._language, self._acts = desk, language, acts

    def load(self) -> None:
        """Show the rules as they are set."""
        self.view.show_settings(self._desk.occasions.every())

    def save(self, setting: Setting) -> None:
        """Set a rule.

        Raises:
            UserError: when a figure cannot be right.
        """
        text = self._language.tr("Saved: {name}", name=reasons.title(self._language, setting.kind))
        self._acts.attempt(lambda: self._desk.occasions.save(setting), text)

    def look(self, kind: Occasion) -> None:
        """Say whom a rule would have named in the past year."""
        self.view.look_back(kind, partial(_preview, kind))


def _preview(kind: Occasion, desk: Desk) -> Preview:
    return desk.occasions.preview(kind)
