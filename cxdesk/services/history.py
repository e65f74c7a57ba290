"""What staff can do with the past: see who changed what, undo, redo."""

from collections.abc import Callable
from dataclasses import replace

from cxdesk.domain.change import Change
from cxdesk.domain.difference import Difference
from cxdesk.domain.errors import UserError
from cxdesk.services.workplace import Workplace
from cxdesk.storage import differences, history

LONG = 2000  # rows; more take long enough to be noticed
FOUNDING = 1  # the change that gave the shop its name and currency; without it there is no shop to go on with


class NothingLeftError(UserError):
    """There is nothing (more) to undo or to redo."""


class History:
    """Every change of the shop, newest first, each of which can be taken back."""

    def __init__(self, workplace: Workplace) -> None:
        self._work = workplace

    def changes(self, limit: int = 200, before: int | None = None) -> list[Change]:
        """The newest changes, at most `limit`, those older than `before` when it is given."""
        found = history.changes(self._work.db, limit, before)
        known = {change.id: change.undoes for change in found}
        return [replace(change, again=self._took_back_an_undo(change, known)) for change in found]

    def of_customer(self, customer_id: int) -> list[Change]:
        """The changes of a customer's entry that stand, newest first."""
        return differences.of_customer(self._work.db, customer_id)

    def differences(self, change_id: int) -> list[Difference]:
        """What a change did to a customer's entry, value by value."""
        return differences.of_change(self._work.db, change_id)

    def next_undo(self) -> int:
        """The change that undo would take back: the newest that is not taken back yet.

        Raises:
            NothingLeftError: when there is nothing to undo.
        """
        last = history.last_to_undo(self._work.db)
        if last is None or last.id == FOUNDING:
            raise NothingLeftError("There is nothing to undo.")
        return last.id

    def next_redo(self) -> int:
        """The undo that redo would take back.

        Raises:
            NothingLeftError: when there is nothing to redo.
        """
        last = history.last_to_redo(self._work.db)
        if last is None:
            raise NothingLeftError("There is nothing to redo.")
        return last.id

    def hand_over(self, change_id: int) -> bool:
        """Let a change of very many rows be taken back by who has the time; False when nobody does, or it is small."""
        if self._work.later is None or not history.is_larger(self._work.db, change_id, LONG):
            return False
        self._work.later(change_id)
        return True

    def undo(
        self, change_id: int | None = None, progress: Callable[[float], object] = lambda _: None
    ) -> Change:
        """Take back a change, or the newest that is not taken back yet; gives the change that does so.

        `progress` is told the share done from 0 to 1, and may raise to give it up.

        Raises:
            NothingLeftError: when there is nothing to undo, or the founding of the shop is meant.
            UserError: when later changes stand in the way.
        """
        if change_id == FOUNDING:
            raise NothingLeftError("There is nothing to undo.")
        return self._undo(change_id or self.next_undo(), progress)

    def redo(self) -> Change:
        """Bring back what was undone last.

        Raises:
            NothingLeftError: when there is nothing to redo.
        """
        return self._undo(self.next_redo())

    def _undo(self, change_id: int, progress: Callable[[float], object] = lambda _: None) -> Change:
        work = self._work
        made = history.undo(work.db, change_id, at=work.now(), staff_id=work.staff_id, progress=progress)
        made = replace(made, again=self._took_back_an_undo(made, {}))
        self._work.announce(made)
        return made

    def _took_back_an_undo(self, change: Change, known: dict[int, int | None]) -> bool:
        """Whether an even number of undos lead from this change to the one that it is about."""
        steps, target = 0, change.undoes
        while target is not None:
            if target not in known:
                known[target] = history.get(self._work.db, target).undoes
            steps, target = steps + 1, known[target]
        return steps > 0 and steps % 2 == 0
