"""One person who stands in the register twice: find, look at both, make one of them, or say that they are two."""

from collections.abc import Callable, Iterable, Sequence
from dataclasses import dataclass, replace

from cxdesk.domain import merging
from cxdesk.domain.customer import Consent, Customer, CustomerRow
from cxdesk.domain.duplicates import Likeness
from cxdesk.domain.errors import UserError
from cxdesk.domain.merging import Choice, Chosen
from cxdesk.services.workplace import Workplace
from cxdesk.storage import consents, customers, preferences
from cxdesk.storage import duplicates as storage
from cxdesk.storage import merging as rows

LIMIT = 1_000
MANY = 200  # purchases from which counting every summary once is quicker than one summary again and again


@dataclass(frozen=True, slots=True)
class Pair:
    """Two entries that may be one person; `keep` is the one with more visits, else the older one."""

    keep: CustomerRow
    drop: CustomerRow
    likeness: Likeness


@dataclass(frozen=True, slots=True)
class Preview:
    """What a merge would make of two entries.

    `choices` say whose value of each part stands; `kept_tastes` and `tastes` are the preferences of `keep` and `drop`;
    `moved` counts what comes over with `drop`, by table; `stops` are the withdrawals that would be noted so that every
    stop holds.
    """

    keep: Customer
    drop: Customer
    merged: Customer
    choices: tuple[Choice, ...]
    kept_tastes: tuple[str, ...]
    tastes: tuple[str, ...]
    moved: dict[str, int]
    stops: tuple[Consent, ...]


class Duplicates:
    """Entries of the register that may be one person."""

    def __init__(self, workplace: Workplace) -> None:
        self._work = workplace

    def find(self, progress: Callable[[float], None] = lambda _: None, limit: int = LIMIT) -> list[Pair]:
        """The surest pairs first, at most `limit`. Reads the whole register: work for the worker.

        `progress` is told the share done from 0 to 1 and may raise to stop.
        """
        found = storage.find(self._work.db, progress)[:limit]
        rows_of = self._rows(i for pair in found for i in (pair.first, pair.second))
        return [_pair(rows_of[f.first], rows_of[f.second], f.likeness) for f in found]

    def alike(self, typed: Customer, limit: int = 3) -> list[CustomerRow]:
        """Who may be meant by what is typed of a new customer, the surest first.

        A family's shared phone is no identity: another first name is another person.
        """
        db, shop = self._work.db, self._work.shop()
        keyed = (replace(point, key=customers.contact_key(point, shop)) for point in typed.contacts)
        whom = storage.person(replace(typed, contacts=tuple(keyed)))
        ids = set(storage.near(db, whom))
        if len(whom.words) > 1:
            ids.update(customers.search(db, " ".join(whom.words), shop.country))
        found = [i for i, _ in storage.compared(db, whom, ids)]
        return customers.rows(db, found[:limit])

    def open(self, pairs: Sequence[Pair]) -> list[Pair]:
        """Those of the pairs found earlier about which nothing has been decided since, as their customers are now."""
        known = self._rows(i for pair in pairs for i in (pair.keep.id, pair.drop.id))
        apart = storage.apart(self._work.db)
        return [
            replace(pair, keep=known[keep], drop=known[drop])
            for pair in pairs
            if {keep := pair.keep.id, drop := pair.drop.id} <= known.keys()
            and (min(keep, drop), max(keep, drop)) not in apart
        ]

    def set_apart(self, one: int, other: int) -> None:
        """Remember that two entries are two people, so that they are never proposed again.

        Raises:
            UserError: when one of them is gone, or both are the same entry.
        """
        self._two(one, other)
        with self._work.change("Customers kept apart", customer_id=one):
            storage.set_apart(self._work.db, one, other)

    def preview(self, keep: int, drop: int, chosen: Chosen | None = None) -> Preview:
        """What `merge` with the same words would do.

        Raises:
            UserError: when one of them is gone, or both are the same entry.
        """
        db = self._work.db
        stays, goes = self._two(keep, drop)
        return Preview(
            keep=stays,
            drop=goes,
            merged=merging.merged(stays, goes, chosen),
            choices=merging.choices(stays, goes, chosen),
            kept_tastes=tuple(p.text for p in preferences.of(db, keep)),
            tastes=tuple(p.text for p in preferences.of(db, drop)),
            moved=rows.counts(db, drop),
            stops=tuple(merging.stops(consents.of(db, keep), consents.of(db, drop), self._work.stamp())),
        )

    def merge(self, keep: int, drop: int, chosen: Chosen | None = None) -> Customer:
        """Make one entry of two, with everything that belongs to either; gives it. One change, undone like any other.

        `chosen` says whose value stands where the two contradict each other.

        Raises:
            UserError: when one of them is gone, or both are the same entry.
        """
        plan = self.preview(keep, drop, chosen)
        many = plan.moved.get("purchases", 0) > MANY
        with self._work.change("Customers merged", customer_id=keep, bulk=many):
            rows.merge(self._work.db, plan.merged, drop, plan.stops, self._work.shop(), self._work.staff_id)
        return self._work.customer(keep)

    def _rows(self, ids: Iterable[int]) -> dict[int, CustomerRow]:
        return {row.id: row for row in customers.rows(self._work.db, sorted(set(ids)))}

    def _two(self, one: int, other: int) -> tuple[Customer, Customer]:
        if one == other:
            raise UserError("Choose two different customers.")
        return self._work.customer(one), self._work.customer(other)


def _pair(first: CustomerRow, second: CustomerRow, likeness: Likeness) -> Pair:
    keep, drop = (second, first) if (second.days or 0) > (first.days or 0) else (first, second)
    return Pair(keep, drop, likeness)
