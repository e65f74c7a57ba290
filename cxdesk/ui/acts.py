"""Doing at once and taking back: every act of a page is saved, said, and undone by one button."""

from collections.abc import Callable
from typing import Protocol

from cxdesk.domain.errors import UserError
from cxdesk.services.desk import Desk


class Saying(Protocol):
    """How an act is told to the person."""

    def toast(self, text: str, undo: Callable[[], object] | None = None) -> None:
        """Say `text`, with a button that undoes."""

    def fail(self, error: Exception) -> None:
        """Say what went wrong."""


class Acts:
    """Does things with the desk; `view` says what was done or what went wrong."""

    def __init__(self, desk: Desk, view: Saying) -> None:
        self._desk = desk
        self._view = view

    def do(self, act: Callable[[], object], text: str) -> bool:
        """Do `act`, one change, and say `text` with an undo of exactly this change; gives whether it worked."""
        try:
            self.attempt(act, text)
        except UserError as error:
            self._view.fail(error)
            return False
        return True

    def attempt(self, act: Callable[[], object], text: str) -> None:
        """The same, for a place that shows what went wrong itself.

        Raises:
            UserError: as `act` does.
        """
        before = self._newest()
        act()
        newest = self._newest()
        undo = None if newest == before else lambda: self._undo(newest)
        self._view.toast(text, undo)

    def _newest(self) -> int:
        return next((change.id for change in self._desk.history.changes(1)), 0)

    def _undo(self, change_id: int) -> None:
        try:
            self._desk.history.undo(change_id)
        except UserError as error:
            self._view.fail(error)
