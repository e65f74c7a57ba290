"""Undo and redo of the whole window: what is small at once, what has very many rows in the worker."""

from collections.abc import Callable
from typing import TYPE_CHECKING

from cxdesk.domain.change import Change
from cxdesk.domain.errors import UserError
from cxdesk.language import history
from cxdesk.services.desk import Desk
from cxdesk.ui.window import Window

if TYPE_CHECKING:
    from cxdesk.ui.jobs import Job


class Past:
    """Takes back and brings back, and says in the window what it was; `later` is the workplace's."""

    def __init__(self, desk: Desk, window: Callable[[], Window]) -> None:
        self._desk, self._window = desk, window
        self._job: Job | None = None

    def undo(self) -> None:
        """Take back the newest change."""
        self._step(self._desk.history.next_undo)

    def redo(self) -> None:
        """Bring back what was undone last."""
        self._step(self._desk.history.next_redo)

    def later(self, change_id: int) -> None:
        """Take a change back in the worker, one at a time; how far it is stands at the top of the window."""
        window = self._window()
        if self._job:
            window.toast(window.language.tr("Something is being taken back. Wait until it is done."))
            return
        self._job = window.jobs.run(
            lambda desk, progress: desk.history.undo(change_id, progress), self._done, window.fail
        )
        self._job.ended.connect(self._ended)
        window.progress.follow(self._job, window.language.tr("Taking back a large change…"))

    def _step(self, find: Callable[[], int]) -> None:
        from cxdesk.services.history import NothingLeftError  # noqa: PLC0415 - the window opens without it

        window = self._window()
        try:
            change_id = find()
            if not self._desk.history.hand_over(change_id):
                self._say(self._desk.history.undo(change_id))
        except NothingLeftError as nothing:
            window.toast(window.language.error(nothing))
        except UserError as refused:
            window.fail(refused)

    def _done(self, made: Change) -> None:
        self._window().changes.tell(made.tables)
        self._say(made)

    def _say(self, made: Change) -> None:
        window = self._window()
        window.toast(history.change(window.language, made))

    def _ended(self) -> None:
        self._job = None
