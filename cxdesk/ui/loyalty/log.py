"""The decisions about the change log of the programme."""

from collections.abc import Callable, Sequence
from dataclasses import dataclass, replace
from datetime import date
from typing import Protocol

from cxdesk.domain.errors import UserError
from cxdesk.domain.programme import ProgrammeChange
from cxdesk.language import typed
from cxdesk.language.language import Language
from cxdesk.services.desk import Desk
from cxdesk.ui.acts import Acts


@dataclass(frozen=True, slots=True)
class LogRow:
    """A change in words; `due` says when to look at it again, `late` that the day has come.

    `open` is one of which nobody has said why.
    """

    key: str
    what: str
    detail: str
    learned: str
    due: str = ""
    late: bool = False
    open: bool = False


class LogView(Protocol):
    """What the half of the log shows."""

    def show_log(self, rows: Sequence[LogRow]) -> None:
        """Show these changes."""


class Log:
    """Decides."""

    view: LogView

    def __init__(self, desk: Desk, language: Language, acts: Acts) -> None:
        self._desk, self._language, self._acts = desk, language, acts
        self._changes = dict[str, ProgrammeChange]()

    def load(self) -> None:
        """Show the log, newest first."""
        self._changes = {_key(each): each for each in self._desk.programme.changes(self._language)}
        self.view.show_log([self._row(key, each) for key, each in self._changes.items()])

    def note(self, what: str, why: str, review: str) -> str:
        """Note a change; gives what is wrong, if anything."""
        return self._attempt(lambda: self._desk.programme.note(what, why, _day(review)))

    def explain(self, key: str, why: str, review: str) -> str:
        """Say why something was changed, and when to look at it again; gives what is wrong, if anything."""
        told = self._changes[key]
        return self._attempt(lambda: self._desk.programme.tell(replace(told, why=why, review=_day(review))))

    def learn(self, key: str, text: str) -> None:
        """Note what a change has taught."""
        told = replace(self._changes[key], learned=text)
        self._acts.do(lambda: self._desk.programme.tell(told), self._language.tr("Noted"))

    def _attempt(self, act: Callable[[], object]) -> str:
        try:
            self._acts.attempt(act, self._language.tr("Noted"))
        except UserError as error:
            return self._language.error(error)
        return ""

    def _row(self, key: str, each: ProgrammeChange) -> LogRow:
        say, today = self._language, self._desk.workplace.today()
        detail = " · ".join(part for part in (say.date(each.day), each.why) if part)
        if each.review is None or each.learned:
            return LogRow(key, each.what, detail, each.learned, open=not each.id)
        due = say.tr("look again {day}", day=say.date(each.review))
        return LogRow(key, each.what, detail, "", due, each.review <= today)


def _key(each: ProgrammeChange) -> str:
    return f"change-{each.change_id}" if each.change_id else f"note-{each.id}"


def _day(text: str) -> date | None:
    return typed.day(text) if text.strip() else None
