"""The monthly report: everything that it prints, counted beforehand.

Money is in minor units of the shop's currency. Names of needs, products, thank-yous and topics, and the findings,
are ready to print in the report's language.
"""

from dataclasses import dataclass
from datetime import date
from typing import Generic, TypeVar

from cxdesk.domain.intervals import Difference
from cxdesk.domain.scores import MINIMUM, Ces, Csat, Nps

S = TypeVar("S", Nps, Csat, Ces)


@dataclass(frozen=True, slots=True)
class Measured(Generic[S]):
    """A score of the month, None with fewer than five answers, and how it moved since the month before."""

    score: S | None
    answers: int
    change: Difference | None = None


@dataclass(frozen=True, slots=True)
class TrendPoint:
    """The NPS of one month (its first day), None when fewer than five answered."""

    month: date
    score: Nps | None
    answers: int


@dataclass(frozen=True, slots=True)
class NeedCount:
    """How often a need was raised, and how often it is known to have been met or unmet."""

    name: str
    raised: int
    met: int
    unmet: int


@dataclass(frozen=True, slots=True)
class Comment:
    """What a customer said, without saying who; `nps` is their answer 0-10, if they gave one."""

    text: str
    date: date
    nps: int | None = None


@dataclass(frozen=True, slots=True)
class CustomerCounts:
    """Customers and their buying in one month.

    `referred` are new ones whom somebody sent; `basket` is None when nothing was bought.
    """

    new: int = 0
    referred: int = 0
    returning: int = 0
    active: int = 0
    inactive: int = 0
    purchases: int = 0
    sales: int = 0
    basket: int | None = None


@dataclass(frozen=True, slots=True)
class BestSeller:
    """A product with the units sold and what they brought in."""

    name: str
    quantity: float
    amount: int


@dataclass(frozen=True, slots=True)
class Appreciated:
    """One kind of thank-you: how many were done and what they cost together."""

    kind: str
    count: int
    cost: int


@dataclass(frozen=True, slots=True)
class Outcome:
    """Whether one kind of thank-you helps: in a word or two, and in sentences with the interval."""

    kind: str
    verdict: str
    said: str


@dataclass(frozen=True, slots=True)
class Claim:
    """What customers may still claim in one way: how many, and what they are worth (None: known when it is used)."""

    what: str
    count: int
    amount: int | None


@dataclass(frozen=True, slots=True)
class Donation:
    """What went to a good cause: on which day (None: in the course of the month), to what, and how much."""

    what: str
    amount: int
    day: date | None = None


@dataclass(frozen=True, slots=True)
class OpenComplaint:
    """A complaint that waits for an answer: since when, how many days, and what about. No name: the report hangs."""

    opened: date
    days: int
    topic: str


@dataclass(frozen=True, slots=True)
class MonthlyReport:
    """One month of a shop (`month` is its first day); `made` is the day of printing.

    `distribution` counts the NPS answers 0 to 10; `classified` of `comments_given` comments carry confirmed needs;
    `claims` is what customers may still claim on the day of printing.
    """

    shop: str
    month: date
    made: date
    nps: Measured[Nps]
    csat: Measured[Csat]
    ces: Measured[Ces]
    trend: tuple[TrendPoint, ...] = ()
    distribution: tuple[int, ...] = (0,) * 11
    findings: tuple[str, ...] = ()
    needs: tuple[NeedCount, ...] = ()
    classified: int = 0
    comments_given: int = 0
    comments: tuple[Comment, ...] = ()
    customers: CustomerCounts = CustomerCounts()
    customers_before: CustomerCounts | None = None
    best_sellers: tuple[BestSeller, ...] = ()
    appreciated: tuple[Appreciated, ...] = ()
    budget: int | None = None
    outcomes: tuple[Outcome, ...] = ()
    claims: tuple[Claim, ...] = ()
    donations: tuple[Donation, ...] = ()
    complaints: tuple[OpenComplaint, ...] = ()

    @property
    def cost(self) -> int:
        """What all thank-yous of the month cost together."""
        return sum(kind.cost for kind in self.appreciated)

    @property
    def headline(self) -> bool:
        """Whether enough people answered for an NPS of the month."""
        return self.nps.answers >= MINIMUM
