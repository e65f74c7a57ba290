"""How long customers have been away, measured against their own rhythm: later than usual, or inactive."""

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from datetime import date
from enum import StrEnum
from itertools import pairwise
from statistics import median, quantiles

MINIMUM_DAYS = 3
"""With fewer purchase days a customer has no rhythm yet."""
MINIMUM_GAPS = 10
"""With fewer gaps in all, the shop's 90th percentile is not known."""


class Status(StrEnum):
    """Whether a customer is away for longer than one would expect; nobody is ever called lost."""

    ON_TIME = "on_time"
    LATE = "late"
    INACTIVE = "inactive"
    UNKNOWN = "unknown"


@dataclass(frozen=True, slots=True)
class Absence:
    """How many days a customer has been away, and against what that is judged, so that it can be explained.

    `usual` is the customer's own median gap and `longest` the longest one, None under MINIMUM_DAYS purchase
    days; from `limit` days on the customer counts as inactive, None when that is not known.
    """

    days: int
    usual: float | None
    longest: int | None
    limit: float | None

    @property
    def status(self) -> Status:
        """Inactive from the limit on; late when away for longer than ever before."""
        if self.limit is None:
            return Status.UNKNOWN
        if self.days >= self.limit:
            return Status.INACTIVE
        return Status.LATE if self.longest is not None and self.days > self.longest else Status.ON_TIME


def purchase_days(purchases: Iterable[tuple[int, date]]) -> dict[int, list[date]]:
    """The distinct purchase days of each customer, in order, from (customer id, day) in any order."""
    days: dict[int, set[date]] = {}
    for customer, day in purchases:
        days.setdefault(customer, set()).add(day)
    return {customer: sorted(seen) for customer, seen in days.items()}


def gaps(days: Sequence[date]) -> list[int]:
    """The days between one purchase day and the next; days distinct and in order."""
    return [after - before for before, after in pairwise(day.toordinal() for day in days)]


def shop_gap(visits: Mapping[int, Sequence[date]]) -> float | None:
    """The 90th percentile of all gaps between purchase days in the shop; None under MINIMUM_GAPS of them.

    Interpolated linearly (Hyndman & Fan 1996, type 7).
    """
    found = [gap for days in visits.values() for gap in gaps(days)]
    return quantiles(found, n=10, method="inclusive")[-1] if len(found) >= MINIMUM_GAPS else None


def absence(days: Sequence[date], shop_gap: float | None, today: date) -> Absence:
    """How late a customer is with these purchase days (distinct, in order, at least one, none after today).

    With MINIMUM_DAYS purchase days or more, inactive means away for three times the own median gap; with
    fewer, for the shop's 90th-percentile gap.
    """
    away = (today - days[-1]).days
    if len(days) < MINIMUM_DAYS:
        return Absence(away, None, None, shop_gap)
    own = gaps(days)
    usual = median(own)
    return Absence(away, usual, max(own), 3 * usual)
