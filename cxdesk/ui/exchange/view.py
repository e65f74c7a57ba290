"""What the import asks of its page; no Qt."""

from collections.abc import Callable, Sequence
from dataclasses import dataclass
from enum import IntEnum
from pathlib import Path
from typing import Any, Protocol

from cxdesk.services.desk import Desk
from cxdesk.ui.exchange.columns import ColumnRow
from cxdesk.ui.exchange.doubts import PersonFacts
from cxdesk.ui.exchange.facts import CheckFacts, FileFacts
from cxdesk.ui.tokens import Tone

Work = Callable[[Desk, Callable[[float], None]], Any]


class Step(IntEnum):
    """Where an import stands."""

    FILE = 0
    COLUMNS = 1
    PEOPLE = 2
    CHECK = 3
    DONE = 4


@dataclass(frozen=True, slots=True)
class Place:
    """The step shown, the title above it, and the words of the button that goes on (none: there is none)."""

    step: Step
    title: str
    forward: str
    back: bool
    cancel: bool
    undo: bool = False


class Jobs(Protocol):
    """Who does slow work; see `cxdesk.ui.jobs.Jobs`."""

    def run(self, work: Work, done: Callable[[Any], None], failed: Callable[[Exception], None]) -> Any:
        """Call `work` in the worker, then `done` or `failed`; gives the job."""


class View(Protocol):
    """What the page shows."""

    def turn(self, place: Place) -> None:
        """Turn to a step."""

    def show_file(self, found: FileFacts | None) -> None:
        """Show what we think the file is, or ask for one."""

    def show_shop(self, name: str) -> None:
        """Show that a file is a whole shop of ours; an empty name takes that away."""

    def show_columns(self, line: str, fields: dict[str, str], rows: list[ColumnRow]) -> None:
        """Show what the columns become."""

    def point_at(self, column: int) -> None:
        """Bring a column and its question before the person's eyes."""

    def show_people(self, line: str, people: Sequence[PersonFacts], *, overwrite: bool) -> None:
        """Show who may be known already."""

    def show_check(self, found: CheckFacts) -> None:
        """Show what will come in or has."""

    def preview(self, path: Path, title: str) -> None:
        """Show a sheet, ready to print."""

    def say(self, text: str, tone: Tone = Tone.BAD) -> None:
        """Say what is wrong or done, at the place; empty takes it away."""

    def follow(self, job: Any, text: str) -> None:
        """Show how far a job is, and let it be cancelled."""

    def may_leave(self) -> bool:
        """Ask whether the import may be left unfinished."""

    def tell(self, tables: frozenset[str]) -> None:
        """Announce what has changed."""

    def toast(self, text: str, undo: Callable[[], object]) -> None:
        """Say what was done, with a button that undoes."""

    def fail(self, error: Exception) -> None:
        """Show an error that is nobody's fault but ours."""
