"""What staff give on their own judgement, without asking anybody, within a limit of their own for each month."""

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date, timedelta
from enum import StrEnum

WITHIN = 60
"""Whoever buys again within so many days has come again."""


class GoodwillReason(StrEnum):
    """Why something was given."""

    WAIT = "wait"
    MISTAKE = "mistake"
    COMFORT = "comfort"
    JOY = "joy"
    LOYALTY = "loyalty"


@dataclass(frozen=True, slots=True)
class Goodwill:
    """A gesture of goodwill: what was given and why; `cost` in minor units. A product is taken from stock."""

    id: int
    day: date
    what: str
    reason: GoodwillReason | None = None
    cost: int = 0
    customer_id: int | None = None
    staff_id: int | None = None
    product_id: int | None = None
    uuid: str = ""


@dataclass(frozen=True, slots=True)
class Purse:
    """What a member of staff may give in a month and has given, in minor units; without a `limit` as they see fit."""

    limit: int | None
    used: int

    @property
    def left(self) -> int | None:
        """What may still be given; never less than nothing."""
        return None if self.limit is None else max(0, self.limit - self.used)


@dataclass(frozen=True, slots=True)
class Given:
    """A gesture as the log tells it: who gave it to whom, and the day on which they bought again."""

    goodwill: Goodwill
    staff: str = ""
    customer: str = ""
    again: date | None = None

    @property
    def back(self) -> bool:
        """Whether the customer came again in time."""
        return self.again is not None and self.again <= self._until

    def over(self, today: date) -> bool:
        """Whether it is known if they came again: the days are over, or they have come."""
        return self.goodwill.customer_id is not None and (self.back or self._until < today)

    @property
    def _until(self) -> date:
        return self.goodwill.day + timedelta(days=WITHIN)


@dataclass(frozen=True, slots=True)
class GoodwillMonth:
    """The gestures of a month: how many, what they cost, of how many it is known what came of it, who came again."""

    first: date
    count: int
    cost: int
    known: int
    back: int


def months(given: Iterable[Given], today: date) -> list[GoodwillMonth]:
    """What came of the gestures, month by month, the newest first."""
    found: dict[date, list[Given]] = {}
    for each in given:
        found.setdefault(each.goodwill.day.replace(day=1), []).append(each)
    return [_month(first, found[first], today) for first in sorted(found, reverse=True)]


def _month(first: date, given: list[Given], today: date) -> GoodwillMonth:
    known = [each for each in given if each.over(today)]
    cost = sum(each.goodwill.cost for each in given)
    return GoodwillMonth(first, len(given), cost, len(known), sum(each.back for each in known))
