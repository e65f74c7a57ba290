"""A suggestion to thank somebody, what speaks for it and allows it, and what was decided about it."""

from collections.abc import Collection, Iterable, Mapping
from dataclasses import dataclass, field
from datetime import date, datetime
from enum import StrEnum
from typing import Any

from cxdesk.domain.customer import Consent, Customer
from cxdesk.domain.gift import Gift
from cxdesk.domain.letter import LetterKind, Way
from cxdesk.domain.occasion import AT_FIRST, LETTERS, Occasion, Setting

ADULT = 18  # years
YEARS = range(1900, 2200)


class Basis(StrEnum):
    """On what ground a customer may be contacted."""

    CONSENT = "consent"
    OPT_OUT = "opt_out"
    SERVICE = "service"
    COUNTER = "counter"


class Gesture(StrEnum):
    """How somebody is thanked; a word, a call and a card of one's own hand come before what costs money."""

    WORD = "word"
    CALL = "call"
    CARD = "card"
    LETTER = "letter"

    @property
    def printed(self) -> bool:
        """Whether there is something to print."""
        return self in {Gesture.CARD, Gesture.LETTER}


@dataclass(frozen=True, slots=True)
class Allowance:
    """The ground of a contact, and the consent event that gives it where there is one."""

    basis: Basis
    consent: Consent | None = None


class Ground(StrEnum):
    """A fact that speaks for a suggestion."""

    BIRTHDAY = "birthday"
    MILESTONE = "milestone"
    PROMOTER = "promoter"
    ANNIVERSARY = "anniversary"
    FIRST_VISIT = "first_visit"
    RHYTHM = "rhythm"
    UNHAPPY = "unhappy"
    FAVOURITE = "favourite"
    STOCK = "stock"
    COUPON = "coupon"
    LAST_THANKED = "last_thanked"
    SOLVED = "solved"
    ARRIVED = "arrived"
    REMEMBERED_DAY = "remembered_day"
    EARLY_ACCESS = "early_access"
    REWARD = "reward"
    REFERRAL = "referral"
    WARRANTY = "warranty"
    FEEDBACK_GIVEN = "feedback_given"
    HOLIDAY = "holiday"
    KEEP_IN_TOUCH = "keep_in_touch"
    FEW_VISITS = "few_visits"
    GESTURE = "gesture"
    CATALOGUE = "catalogue"
    IDEA = "idea"
    BESIDE = "beside"
    GOAL = "goal"


@dataclass(frozen=True, slots=True)
class Reason:
    """A fact with its figures, and the record (table, id) that proves it."""

    ground: Ground
    facts: Mapping[str, Any] = field(default_factory=dict)
    record: tuple[str, int] | None = None


@dataclass(frozen=True, slots=True)
class Coming:
    """A day ahead that the best customers are to hear of: a campaign or a holiday, its `mark` and its name."""

    mark: str
    name: str
    day: date
    record: tuple[str, int] | None = None


@dataclass(frozen=True, slots=True)
class Rules:
    """The owner's limits: money in minor units, `contact_gap` in days, the coupon in per cent, each rule's figures.

    `early` and `holiday` are what is coming up for the best customers; `vips` are those whom a tier makes the first to
    hear, None where no tier does.
    """

    contact_gap: int = 30
    letter_cost: int = 150
    coupon_percent: int = 10
    settings: Mapping[Occasion, Setting] = field(default_factory=dict)
    early: Coming | None = None
    holiday: Coming | None = None
    vips: Collection[int] | None = None

    def of(self, kind: Occasion) -> Setting:
        """How a rule is set."""
        return self.settings.get(kind) or AT_FIRST[kind]


@dataclass(frozen=True, slots=True)
class Suggestion:
    """One proposed act; `id` stays the same as long as its occasion does, `over_budget` is in minor units."""

    id: str
    kind: Occasion
    customer: Customer
    due: date
    reasons: tuple[Reason, ...]
    allowed: Allowance
    cost: int
    gift: Gift | None = None
    coupon_percent: int = 0
    over_budget: int = 0
    feedback_id: int | None = None
    gesture: Gesture = Gesture.LETTER

    @property
    def template(self) -> LetterKind:
        """The letter that goes out."""
        return LETTERS.get(self.kind, LetterKind.THANK_YOU)


class Status(StrEnum):
    """What a person has decided about a suggestion."""

    DONE = "done"
    SNOOZED = "snoozed"
    NEVER = "never"


@dataclass(frozen=True, slots=True)
class Decision:
    """A suggestion that was done, snoozed until a day, or ruled out."""

    suggestion: str
    status: Status
    day: date
    until: date | None = None


@dataclass(frozen=True, slots=True)
class Action:
    """A decision as it is kept, with what was said and given then; `cost` and in it `gift_cost` in minor units."""

    id: int
    suggestion: str
    kind: Occasion
    customer_id: int
    status: Status
    day: date
    until: date | None = None
    reason: str = ""
    gift: str = ""
    product_id: int | None = None
    coupon: str = ""
    cost: int = 0
    consent: str = ""
    staff_id: int | None = None
    catalogue_id: int | None = None
    gift_cost: int | None = None


@dataclass(frozen=True, slots=True)
class LetterRecord:
    """A letter that was made: its words, the code of the coupon in it, its event, and how it went out where known."""

    id: int
    uuid: str
    customer_id: int
    suggestion: str
    template: str
    language: str
    day: date
    body: str
    code: str = ""
    staff_id: int | None = None
    campaign_id: int | None = None
    way: Way | None = None


def customer_in(suggestion_id: str) -> int | None:
    """The customer whom a suggestion with this id is about: its second part; None when it is no such id."""
    number = suggestion_id.partition("-")[2].partition("-")[0]
    return int(number) if number.isascii() and number.isdecimal() and len(number) < 19 else None


def due_in(suggestion_id: str) -> date | None:
    """The day on which a suggestion with this id was due: its last part; None when it is no such id."""
    try:
        due = datetime.strptime(suggestion_id.rpartition("-")[2], "%Y%m%d").date()  # noqa: DTZ007 - a local date
    except ValueError:
        return None
    return due if due.year in YEARS else None


def settled(decisions: Iterable[Decision], today: date) -> frozenset[str]:
    """The ids of what was done, ruled out, or snoozed beyond `today`."""
    return frozenset(d.suggestion for d in decisions if d.until is None or d.until > today)


def never(kind: Occasion, customer_id: int) -> str:
    """The id under which "never again for this customer" is kept."""
    return f"{kind}-{customer_id}-never"
