"""What the page of promises and requests decides."""

from collections.abc import Callable, Sequence
from typing import Protocol

from cxdesk.domain.request import Outcome, Wanted
from cxdesk.language.language import Language
from cxdesk.services.desk import Desk
from cxdesk.ui.acts import Acts
from cxdesk.ui.requests import words
from cxdesk.ui.requests.words import Row


class View(Protocol):
    """What the page shows."""

    def show_waiting(self, calls: Sequence[Row], promises: Sequence[Row], wanted: Sequence[Wanted]) -> None:
        """Show whom to call, what is promised, and what is wanted most."""

    def toast(self, text: str, undo: Callable[[], object] | None = None) -> None:
        """Say what was done."""

    def fail(self, error: Exception) -> None:
        """Say what went wrong."""


class Presenter:
    """Decides; the page shows."""

    def __init__(self, desk: Desk, language: Language, view: View) -> None:
        self._desk, self._language, self._view = desk, language, view
        self._acts = Acts(desk, view)

    def refresh(self) -> None:
        """Read everything again."""
        say, today = self._language, self._desk.workplace.today()
        calls = [words.call(say, each) for each in self._desk.requests.calls()]
        promises = [words.owed(say, each, today) for each in self._desk.promises.open()]
        self._view.show_waiting(calls, promises, self._desk.requests.wanted())

    def close(self, row: Row, outcome: Outcome) -> None:
        """A request has ended."""
        text = f"{words.outcome(self._language, outcome)}: {row.title}"
        self._acts.do(lambda: self._desk.requests.close(row.id, outcome), text)

    def keep(self, row: Row, *, kept: bool) -> None:
        """A promise was kept, or not."""
        tr = self._language.tr
        text = (
            tr("Promise kept: {name}", name=row.title)
            if kept
            else tr("Promise not kept: {name}", name=row.title)
        )
        self._acts.do(lambda: self._desk.promises.close(row.id, kept=kept), text)

    def arrive(self, wanted: Wanted) -> None:
        """Something that was asked for has come."""
        text = self._language.tr("Has arrived: {what}", what=wanted.text)
        self._acts.do(lambda: self._desk.requests.arrive(wanted.key, wanted.text), text)
