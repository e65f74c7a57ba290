"""Who came, came back and stayed: repeat rate, retention, movement in a period and monthly cohorts."""

from bisect import bisect_right
from collections import Counter
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from datetime import date, timedelta

from cxdesk.domain.absence import Status, absence, shop_gap
from cxdesk.domain.intervals import Share, share

Visits = Mapping[int, Sequence[date]]
"""The distinct purchase days of each customer, in order: always the whole history, never a filtered range."""


@dataclass(frozen=True, slots=True)
class Movement:
    """The customers of a period; retention is None when there was nobody to keep.

    new: bought for the first time ever. returning: bought, and had bought before the period.
    inactive: inactive at its end, also those who bought early in it.
    at_start, at_end: not inactive on the day before the period and on its last day.
    joined: of those at the end, how many were not there at the start, be they new or come back.
    """

    new: int
    returning: int
    inactive: int
    at_start: int
    at_end: int
    joined: int

    @property
    def retention(self) -> Share | None:
        """The share of the customers at the start who are still there at the end."""
        return retention_rate(self.at_start, self.at_end, self.joined)


@dataclass(frozen=True, slots=True)
class Cohort:
    """Customers whose first purchase fell in one month (given by its first day).

    active[k] is how many of them bought k months later; None for the month that is not over, the last one.
    """

    month: date
    active: tuple[int | None, ...]


def retention_rate(at_start: int, at_end: int, joined: int) -> Share | None:
    """(E - N) / S with its Wilson interval: S customers at the start, E at the end, of whom N joined since.

    None when S is 0.

    Raises:
        ValueError: more are said to have stayed than there were.
    """
    return share(at_end - joined, at_start) if at_start else None


def repeat_rate(visits: Visits) -> Share | None:
    """The share of customers with two purchase days or more; None without customers."""
    return share(sum(len(days) >= 2 for days in visits.values()), len(visits)) if visits else None


def movement(visits: Visits, start: date, end: date) -> Movement:
    """Who came, stayed and went in the period from start to end, both included."""
    known, seen = _until(visits, start - timedelta(days=1)), _until(visits, end)
    before, after = _active(known, start - timedelta(days=1)), _active(seen, end)
    return Movement(
        new=len(seen) - len(known),
        returning=sum(len(seen[customer]) > len(days) for customer, days in known.items()),
        inactive=len(seen) - len(after),
        at_start=len(before),
        at_end=len(after),
        joined=len(after - before),
    )


def cohorts(visits: Visits, today: date) -> list[Cohort]:
    """The customers by month of their first purchase, and how many bought in each month until today's."""
    active: Counter[tuple[int, int]] = Counter()
    for days in visits.values():
        months = {_month(day) for day in days}
        first = min(months)
        active.update((first, month) for month in months)
    running = _month(today)
    return [
        Cohort(date(first // 12, first % 12 + 1, 1), _row(active, first, running))
        for first in sorted({first for first, _ in active})
        if first <= running
    ]


def _month(day: date) -> int:
    return day.year * 12 + day.month - 1


def _row(active: Counter[tuple[int, int]], first: int, running: int) -> tuple[int | None, ...]:
    return *(active[first, month] for month in range(first, running)), None


def _until(visits: Visits, last: date) -> dict[int, Sequence[date]]:
    """The visits as they were known on the last day."""
    known = ((customer, days[: bisect_right(days, last)]) for customer, days in visits.items())
    return {customer: days for customer, days in known if days}


def _active(visits: Visits, on: date) -> set[int]:
    gap = shop_gap(visits)
    return {
        customer for customer, days in visits.items() if absence(days, gap, on).status is not Status.INACTIVE
    }
