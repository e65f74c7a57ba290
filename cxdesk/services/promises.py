"""What staff can do with promises: give them with a day, and note whether they were kept."""

from dataclasses import dataclass, replace

from cxdesk.domain.errors import UserError
from cxdesk.domain.promise import Promise
from cxdesk.language.folding import clean
from cxdesk.language.text import N_
from cxdesk.services.workplace import Workplace
from cxdesk.storage import customers, promises

TEXT_LIMIT = 200


@dataclass(frozen=True, slots=True)
class Owed:
    """An open promise with whom it was given to."""

    promise: Promise
    name: str
    phone: str


class Promises:
    """What the shop has promised."""

    def __init__(self, workplace: Workplace) -> None:
        self._work = workplace

    def knows(self, uuid: str) -> bool:
        """Whether the form `uuid` has been saved."""
        return bool(uuid) and promises.by_uuid(self._work.db, uuid) is not None

    def add(self, promise: Promise) -> int:
        """Add a promise within the change in progress; gives the id.

        Raises:
            UserError: when it does not say what, is due before it was given, or was given to nobody (0).
        """
        text = clean(promise.text, TEXT_LIMIT)
        if not text:
            raise UserError("Write what was promised.")
        if promise.due < promise.day:
            raise UserError("The promise was due before it was given: {day}. Check the day.", day=promise.due)
        if not promise.customer_id:
            raise UserError("A promise is given to somebody: choose the customer, or leave the promise out.")
        self._work.customer(promise.customer_id)
        at = self._work.stamp()
        staff_id = promise.staff_id or self._work.staff_id
        return promises.insert(self._work.db, replace(promise, text=text, at=at, staff_id=staff_id))

    def open(self) -> list[Owed]:
        """What is still to be kept, the earliest due first."""
        found = promises.open_ones(self._work.db)
        people = {row.id: row for row in customers.rows(self._work.db, [each.customer_id for each in found])}
        return [Owed(each, people[each.customer_id].name, people[each.customer_id].phone) for each in found]

    def close(self, promise_id: int, *, kept: bool) -> None:
        """Note that a promise was kept, or that it was not.

        Raises:
            UserError: when it is not open any more.
        """
        promise = promises.get(self._work.db, promise_id)
        if promise is None or promise.closed:
            raise UserError("This promise is not open any more.")
        label = N_("Promise kept") if kept else N_("Promise not kept")
        with self._work.change(label, customer_id=promise.customer_id, detail=promise.text):
            promises.close(self._work.db, promise_id, self._work.today(), kept=kept)
