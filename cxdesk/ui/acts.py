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
        return self.told(lambda: self.attempt(act, text))

    def told(self, act: Callable[[], object]) -> bool:
        """Do `act` and say only what goes wrong; gives whether it worked."""
        try:
            act()
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
        undo = None if newest == before else lambda: self.take_back(newest)
        self._view.toast(text, undo)

    def undo(self, change_id: int, text: str) -> None:
        """Take a change back and say `text`; one of very many rows is taken back, and said, later."""
        if not self._desk.history.hand_over(change_id):
            self.do(lambda: self._desk.history.undo(change_id), text)

    def take_back(self, change_id: int) -> None:
        """Take a change back without a word, as the button of its toast does."""
        try:
            if not self._desk.history.hand_over(change_id):
                self._desk.history.undo(change_id)
        except UserError as error:
            self._view.fail(error)

    def _newest(self) -> int:
        return next((change.id for change in self._desk.history.changes(1)), 0)
