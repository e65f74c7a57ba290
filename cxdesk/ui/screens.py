"""What a page is, and the list of pages, one line each."""

from collections.abc import Callable
from dataclasses import dataclass
from enum import StrEnum
from typing import Any, Protocol

from PySide6.QtWidgets import QWidget

from cxdesk.language.language import Language
from cxdesk.ui.changes import Changes
from cxdesk.ui.jobs import Jobs
from cxdesk.ui.memory import Memory


class Group(StrEnum):
    """Where a screen stands in the navigation."""

    DAILY = "daily"
    THANKING = "thanking"
    RUNNING = "running"
    FOOT = "foot"
    WITHIN = "within"  # reached from another page only


class Shell(Protocol):
    """What a page may ask of the window around it."""

    language: Language
    changes: Changes
    jobs: Jobs
    memory: Memory

    def go(self, key: str, what: object = None) -> None:
        """Show the screen `key`; its page is told `what` to open."""

    def back(self) -> None:
        """Show the screen before this one."""

    def has(self, key: str) -> bool:
        """Whether the screen `key` exists, so that no button leads nowhere."""

    def toast(self, text: str, *, undo: Callable[[], object] | None = None) -> None:
        """Say `text` for ten seconds, with a button that undoes."""

    def fail(self, error: Exception) -> None:
        """Show what went wrong: a sentence for a `UserError`, a report for anything else."""


class Page(QWidget):
    """One screen. Subclasses name the `tables` they show and override what they need.

    Attributes:
        tables: names of the tables whose change makes the page stale; `reload` then runs when it is seen.
    """

    tables: frozenset[str] = frozenset()

    def reload(self) -> None:
        """Read everything again and show it; also called once before the first showing."""

    def open(self, what: object) -> None:
        """Show `what` (an id, a filter): what another page asked for."""

    def back(self) -> bool:
        """Go one step back within the page; False when there is none, so that the screen before comes up."""
        return False

    def end(self) -> None:
        """End what the page has going on outside of its window, which is being closed."""

    def main_control(self) -> QWidget | None:
        """The control that gets the focus when the page comes up."""
        return None


@dataclass(frozen=True, slots=True)
class Screen:
    """A screen: `title` is an English text for the language object; the page is made on the first visit.

    `within` is the key of the screen that leads to it, for one that has no entry of its own in the navigation.
    """

    key: str
    icon: str
    title: str
    group: Group
    factory: Callable[[Any, Shell], Page]
    within: str = ""


SCREENS: tuple[Screen, ...] = ()
