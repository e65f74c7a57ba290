"""All that the rules look at in one customer."""

from collections.abc import Collection
from dataclasses import dataclass
from datetime import date

from cxdesk.domain.anniversary import Anniversary
from cxdesk.domain.appreciation import Allowance
from cxdesk.domain.customer import Customer, CustomerSummary
from cxdesk.domain.feedback import Feedback
from cxdesk.domain.goal import Progress
from cxdesk.domain.idea import Idea
from cxdesk.domain.occasion import Occasion
from cxdesk.domain.request import Request


@dataclass(frozen=True, slots=True)
class Warranty:
    """The warranty of something bought: the line of the receipt, what it is, and its last day."""

    line_id: int
    item: str
    until: date


@dataclass(frozen=True, slots=True)
class Friend:
    """Somebody whom the customer has brought: who, and the day of their first purchase."""

    id: int
    name: str
    first: date


@dataclass(frozen=True, slots=True)
class Aim:
    """The next reward in the points book: what it is, the points that are there and that it takes."""

    reward_id: int
    name: str
    have: int
    points: int


@dataclass(frozen=True, slots=True)
class Known:
    """All that the rules look at in one customer.

    `allowed` is the ground on which a letter may go out (None: it may not), `phone` the same of a call, `thanked` the
    day of the last contact of any kind, `met` the last day they were seen or spoken to. `solved` is feedback whose
    answer was given and not yet asked after, `said` the newest of all. `basket` is the average purchase in minor units,
    0 where nothing may be added up; `best` the place among those who buy for most, None further down. `asked` are the
    rules that may speak for them, the most pressing first: no other is worth asking. `idea` is the oldest of staff's
    own whose day has come, `goal` the oldest of the customer's that is reached.
    """

    customer: Customer
    summary: CustomerSummary | None = None
    allowed: Allowance | None = None
    phone: Allowance | None = None
    profiling: bool = True
    thanked: date | None = None
    met: date | None = None
    unhappy: Feedback | None = None
    solved: Feedback | None = None
    praise: Feedback | None = None
    said: Feedback | None = None
    basket: int = 0
    days: tuple[Anniversary, ...] = ()
    arrived: Request | None = None
    warranty: Warranty | None = None
    friend: Friend | None = None
    aim: Aim | None = None
    best: int | None = None
    asked: Collection[Occasion] = tuple(Occasion)
    idea: Idea | None = None
    goal: Progress | None = None

    @property
    def counted(self) -> CustomerSummary | None:
        """What the visits add up to; nothing of who objects to profiling."""
        return self.summary if self.profiling else None
