"""The decisions about the change log of the programme."""

from collections.abc import Sequence
from dataclasses import dataclass
from functools import partial
from typing import Protocol

from cxdesk.domain.errors import UserError
from cxdesk.domain.programme import ProgrammeChange
from cxdesk.language import typed
from cxdesk.language.language import Language
from cxdesk.services.desk import Desk
from cxdesk.ui.acts import Acts


@dataclass(frozen=True, slots=True)
class LogRow:
    """A change in words; `due` says when to look at it again, `late` that the day has come."""

    id: int
    what: str
    detail: str
    learned: str
    due: str = ""
    late: bool = False


class LogView(Protocol):
    """What the half of the log shows."""

    def show_log(self, rows: Sequence[LogRow]) -> None:
        """Show these changes."""


class Log:
    """Decides."""

    view: LogView

    def __init__(self, desk: Desk, language: Language, acts: Acts) -> None:
        self._desk, self._language, self._acts = desk, language, acts

    def load(self) -> None:
        """Show the log, newest first."""
        self.view.show_log([self._row(each) for each in self._desk.programme.changes()])

    def note(self, what: str, why: str, review: str) -> str:
        """Note a change; gives what is wrong, if anything."""
        try:
            day = typed.day(review) if review.strip() else None
            act = partial(self._desk.programme.note, what, why, day)
            self._acts.attempt(act, self._language.tr("Noted"))
        except UserError as error:
            return self._language.error(error)
        return ""

    def learn(self, change_id: int, text: str) -> None:
        """Note what a change has taught."""
        self._acts.do(lambda: self._desk.programme.learn(change_id, text), self._language.tr("Noted"))

    def _row(self, each: ProgrammeChange) -> LogRow:
        say = self._language
        detail = " · ".join(part for part in (say.date(each.day), each.why) if part)
        if each.review is None or each.learned:
            return LogRow(each.id, each.what, detail, each.learned)
        due, late = (
            say.tr("look again {day}", day=say.date(each.review)),
            each.review <= self._desk.workplace.today(),
        )
        return LogRow(each.id, each.what, detail, "", due, late)
