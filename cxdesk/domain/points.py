"""The points book: entries that are only ever added, and the lots that they make.

A lot is points that came in together and expire together. What goes out names the lot that it is taken from; what goes
out and names none is owed, and the oldest lots that have something left pay for it. So a balance is never below 0.
"""

from calendar import monthrange
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass, field
from datetime import date, timedelta
from enum import StrEnum
from fractions import Fraction

GRACE = 30  # days that points given back are valid when their own lot has expired meanwhile


class PointsKind(StrEnum):
    """Why points came or went."""

    IMPORT = "import"
    EARNED = "earned"
    BONUS = "bonus"
    SPENT = "spent"
    EXPIRED = "expired"
    CORRECTED = "corrected"
    REVERSED = "reversed"
    DONATED = "donated"


@dataclass(frozen=True, slots=True)
class PointsEntry:
    """One entry. `lot_id` is the lot it is taken from or given back to, `reverses` the entry that it takes back.

    `expires` is the last day of a new lot, None for one that never expires.
    """

    points: int
    kind: PointsKind
    day: date
    customer_id: int = 0
    lot_id: int | None = None
    expires: date | None = None
    purchase_id: int | None = None
    line_id: int | None = None
    reverses: int | None = None
    reward_id: int | None = None
    note: str = ""
    source: str = ""
    staff_id: int | None = None
    uuid: str = ""
    id: int = field(default=0, compare=False)


@dataclass(frozen=True, slots=True)
class Lot:
    """What is left of points that came in together."""

    id: int
    day: date
    expires: date | None
    points: int
    left: int
    kind: PointsKind = PointsKind.EARNED

    def valid(self, today: date) -> bool:
        """Whether there is something left that can be spent."""
        return self.left > 0 and (self.expires is None or self.expires >= today)


@dataclass(frozen=True, slots=True)
class Book:
    """One customer's lots, the first to be spent first; `owed` is what the next points to come in will pay."""

    lots: tuple[Lot, ...] = ()
    owed: int = 0

    def balance(self, today: date) -> int:
        """What can be spent."""
        return sum(lot.left for lot in self.lots if lot.valid(today))

    def expiring(self, today: date, until: date) -> int:
        """What of it expires in a period, both days included."""
        return sum(lot.left for lot in self.lots if lot.valid(today) and lot.expires and lot.expires <= until)

    def next_expiry(self, today: date) -> date | None:
        """The day on which the next points expire."""
        return next((lot.expires for lot in self.lots if lot.valid(today)), None)

    def take(self, points: int, today: date) -> list[tuple[int, int]]:
        """So many points as (lot, points), the first to expire first, the oldest of equals.

        Raises:
            ValueError: when there are fewer.
        """
        parts: list[tuple[int, int]] = []
        for lot in self.lots:
            if lot.valid(today) and points > 0:
                part = min(points, lot.left)
                parts.append((lot.id, part))
                points -= part
        if points > 0:
            raise ValueError(points)
        return parts

    def expired(self, today: date) -> list[tuple[int, int]]:
        """What is left in lots that have expired, as (lot, points)."""
        gone = (lot for lot in self.lots if lot.expires is not None and lot.expires < today)
        return [(lot.id, lot.left) for lot in gone if lot.left]


def book(entries: Iterable[PointsEntry]) -> Book:
    """The lots that the entries of one customer make."""
    heads: dict[int, PointsEntry] = {}
    left: dict[int, int] = {}
    owed = 0
    for entry in sorted(entries, key=lambda entry: entry.id):
        if entry.lot_id is not None:
            left[entry.lot_id] += entry.points
        elif entry.points > 0:
            heads[entry.id], left[entry.id] = entry, entry.points
        else:
            owed -= entry.points
    for lot_id, rest in left.items():  # the oldest first, so that a lot which comes later changes nothing
        paid = min(owed, rest)
        left[lot_id], owed = rest - paid, owed - paid
    lots = (Lot(i, head.day, head.expires, head.points, left[i], head.kind) for i, head in heads.items())
    return Book(tuple(sorted(lots, key=_order)), owed)


def _order(lot: Lot) -> tuple[date, date, int]:
    return lot.expires or date.max, lot.day, lot.id


def spread(weights: Sequence[Fraction], per_point: int) -> list[int]:
    """The whole points that each line of a purchase earns for its weight (minor units times factor).

    Rounded down over the whole purchase, not line by line, so that small lines count together.
    """
    sums, earned = Fraction(0), list[int]()
    for weight in weights:
        before = sums // per_point
        sums += weight
        earned.append(int(sums // per_point - before))
    return earned


def share_out(points: int, amounts: Sequence[int]) -> list[int]:
    """`points` (or money) over lines in proportion to their amounts, to the last one."""
    whole, done, given = sum(amounts), 0, list[int]()
    for amount in amounts:
        before = points * done // whole if whole else 0
        done += amount
        given.append(points * done // whole - before if whole else 0)
    return given


def take_back(
    entries: Sequence[PointsEntry], of: Sequence[PointsEntry], share: Fraction, today: date
) -> Iterator[PointsEntry]:
    """The entries when `share` of what the entries `of` are about has come back by now: earned goes, spent returns.

    `entries` are all of the customer. What was earned and has expired meanwhile is not taken twice; what has been spent
    meanwhile is owed. Points that were spent return to their lots, or for GRACE days where those have expired.
    """
    for lot in of:
        if lot.kind in {PointsKind.EARNED, PointsKind.BONUS}:
            yield from _take_lot(entries, lot, share, today)
    yield from _give_back(entries, [e for e in of if e.kind is PointsKind.SPENT], share, today)


def after_months(day: date, months: int) -> date:
    """The same day so many months later, or the last of that month."""
    year, month = divmod(day.year * 12 + day.month - 1 + months, 12)
    return date(year, month + 1, min(day.day, monthrange(year, month + 1)[1]))


def _take_lot(
    entries: Sequence[PointsEntry], lot: PointsEntry, share: Fraction, today: date
) -> Iterator[PointsEntry]:
    gone = sum(
        -e.points
        for e in entries
        if e.reverses == lot.id or (e.lot_id == lot.id and e.kind is PointsKind.EXPIRED)
    )
    left = lot.points + sum(e.points for e in entries if e.lot_id == lot.id)
    due = max(0, int(lot.points * share) - gone)
    own = min(due, left)
    for points, lot_id in ((own, lot.id), (due - own, None)):
        if points:
            yield _reversal(lot, -points, today, lot_id=lot_id)


def _give_back(
    entries: Sequence[PointsEntry], spent: Sequence[PointsEntry], share: Fraction, today: date
) -> Iterator[PointsEntry]:
    given = {e.id: sum(r.points for r in entries if r.reverses == e.id) for e in spent}
    due = int(-sum(e.points for e in spent) * share) - sum(given.values())
    lots = {e.id: e for e in entries}
    for entry in spent:
        part = max(0, min(due, -entry.points - given[entry.id]))
        if part:
            due -= part
            yield _returned(entry, lots[entry.lot_id or 0], part, today)


def _returned(entry: PointsEntry, lot: PointsEntry, points: int, today: date) -> PointsEntry:
    if lot.expires is not None and lot.expires < today:
        return _reversal(entry, points, today, expires=today + timedelta(days=GRACE))
    return _reversal(entry, points, today, lot_id=lot.id)


def _reversal(
    entry: PointsEntry, points: int, today: date, *, lot_id: int | None = None, expires: date | None = None
) -> PointsEntry:
    return PointsEntry(
        points,
        PointsKind.REVERSED,
        today,
        entry.customer_id,
        lot_id,
        expires,
        reverses=entry.id,
        line_id=entry.line_id,
    )
