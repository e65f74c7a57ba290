"""Events and campaigns to which customers are invited, who comes, and what came of it."""

from collections.abc import Collection, Mapping
from dataclasses import dataclass
from datetime import date, timedelta
from decimal import Decimal
from enum import StrEnum

from cxdesk.domain.money import minor

WEEKS = 8
"""As many of the same weekdays before an event say what is usual."""


class CampaignKind(StrEnum):
    """What sort of event or campaign it is."""

    APPRECIATION = "appreciation"
    EARLY_ACCESS = "early_access"
    PARTY = "party"
    COMMUNITY = "community"
    CAUSE = "cause"
    PARTNER = "partner"


class Reply(StrEnum):
    """What somebody has answered to an invitation."""

    YES = "yes"
    MAYBE = "maybe"
    NO = "no"


@dataclass(frozen=True, slots=True)
class Till:
    """What was sold in some days: how many purchases, and for how much in minor units."""

    purchases: int = 0
    sales: int = 0


@dataclass(frozen=True, slots=True)
class Campaign:
    """An event or campaign from its `first` to its `last` day; money in minor units.

    `percent` is off for whoever is invited, `guest_percent` for whoever they bring, `everybody_percent` for all others,
    `guests` how many each may bring. Of a cause `per_purchase` is given of each purchase and `cause_percent` of the
    sales. `goal` is how many are to come, or how much money a cause is to bring, 0 without one. `cost` is known
    afterwards, `result` what the shop has learned. `ended` is the day on which it was closed, and a
    cause was `booked` its money.
    """

    id: int
    kind: CampaignKind
    name: str
    first: date
    last: date
    time: str = ""
    place: str = ""
    programme: str = ""
    partner: str = ""
    audience: str = ""
    budget: int = 0
    cost: int | None = None
    percent: int = 0
    guest_percent: int = 0
    guests: int = 0
    everybody_percent: int = 0
    per_purchase: int = 0
    cause_percent: int = 0
    goal: int = 0
    result: str = ""
    booked: int | None = None
    ended: date | None = None
    closed: bool = False
    uuid: str = ""

    @property
    def days(self) -> list[date]:
        """Its days, the first to the last."""
        return [self.first + timedelta(days=n) for n in range((self.last - self.first).days + 1)]

    def collected(self, till: Till) -> int:
        """What these purchases bring to the cause, in minor units; once it is booked, that."""
        if self.booked is not None:
            return self.booked
        share = minor(Decimal(max(0, till.sales) * self.cause_percent) / 100, 0)
        return self.per_purchase * till.purchases + share


@dataclass(frozen=True, slots=True)
class Invitation:
    """Somebody's invitation with its code, what they answered, whom they bring, and the day on which they came."""

    id: int
    campaign_id: int
    customer_id: int
    code: str
    day: date
    name: str = ""
    reply: Reply | None = None
    guests: int = 0
    came: date | None = None


@dataclass(frozen=True, slots=True)
class Attended:
    """An event to which a customer came, with how many friends."""

    id: int
    event: str
    day: date
    guests: int = 0


@dataclass(frozen=True, slots=True)
class Turnout:
    """What came of it: replies, who came with how many guests, and what those who were invited bought meanwhile.

    Of the `coupons` sent for it `used` came back; what went off for them, `redeemed`, is part of its cost.
    """

    invited: int
    yes: int
    maybe: int
    no: int
    came: int
    guests: int
    buyers: int
    sales: int
    coupons: int = 0
    used: int = 0
    redeemed: int = 0


@dataclass(frozen=True, slots=True)
class Outcome:
    """What an event brought: its days at the till, and what the same weekdays usually bring (None: nobody knows).

    `newcomers` bought for the first time; `collected` is what a cause has got.
    """

    till: Till
    usual: Till | None
    newcomers: int
    collected: int

    @property
    def extra(self) -> int | None:
        """How much more was sold than usual, in minor units."""
        return None if self.usual is None else self.till.sales - self.usual.sales


def weekdays_before(event: Campaign) -> list[date]:
    """The same weekdays of the weeks before an event."""
    starts = {event.first - timedelta(days=n) for n in range(1, 7 * WEEKS + 1)}
    wanted = {day.weekday() for day in event.days}
    return sorted(day for day in starts if day.weekday() in wanted)


def usual(
    event: Campaign, days: Collection[date], tills: Mapping[date, Till], opened: date | None
) -> Till | None:
    """What these days of an event would have brought: each the mean of its weekday in the weeks before the event.

    `opened` is the day of the shop's first purchase: days before it say nothing. None without a day that does.
    """
    before = [day for day in weekdays_before(event) if opened and day >= opened]
    found = [_mean(tills, [each for each in before if each.weekday() == day.weekday()]) for day in days]
    if not found or not all(found):
        return None
    known = [each for each in found if each]
    return Till(round(sum(n for n, _ in known)), round(sum(money for _, money in known)))


def _mean(tills: Mapping[date, Till], days: Collection[date]) -> tuple[float, float] | None:
    if not days:
        return None
    sold = [tills.get(day, Till()) for day in days]
    return sum(each.purchases for each in sold) / len(days), sum(each.sales for each in sold) / len(days)
