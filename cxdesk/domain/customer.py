"""A customer: who they are, how to reach them, what they like, what they allow."""

from calendar import isleap
from dataclasses import dataclass, field
from datetime import date
from enum import StrEnum

from cxdesk.domain.formality import Formality
from cxdesk.domain.needs import Stage


def kept_in(year: int, month: int, day: int) -> date:
    """The day of `year` on which a yearly day is kept: 29 February falls on 28 February in common years."""
    common = (month, day) == (2, 29) and not isleap(year)
    return date(year, month, 28 if common else day)


@dataclass(frozen=True, slots=True)
class Birthday:
    """A birthday, with or without the year of birth.

    Raises:
        ValueError: when there is no such day.
    """

    day: int
    month: int
    year: int | None = None

    def __post_init__(self) -> None:
        date(self.year or 2000, self.month, self.day)

    def on(self, year: int) -> date:
        """The day it is kept in `year`: 29 February falls on 28 February in common years."""
        return kept_in(year, self.month, self.day)

    def next(self, today: date) -> date:
        """The first birthday that is not before `today`."""
        this_year = self.on(today.year)
        return this_year if this_year >= today else self.on(today.year + 1)

    def years(self, on: date) -> int | None:
        """How many years old the person is on a day, None when the year of birth is not known."""
        return on.year - self.year - (self.on(on.year) > on) if self.year else None

    def age(self, on: date) -> int | None:
        """The age in years reached in the year of `on`, None when the year of birth is not known."""
        return on.year - self.year if self.year else None


class ContactKind(StrEnum):
    """A way to reach or to recognise a customer."""

    PHONE = "phone"
    EMAIL = "email"
    CARD = "card"


@dataclass(frozen=True, slots=True)
class ContactPoint:
    """A phone number, e-mail address or card; `key` is its searchable form. A family may share one."""

    kind: ContactKind
    value: str
    key: str = ""


FEWEST_FIGURES = 5


def can_be_called(phone: str) -> bool:
    """Whether what was typed has as many figures as the shortest number that is worth keeping."""
    return sum(sign.isdigit() for sign in phone) >= FEWEST_FIGURES


class PreferenceKind(StrEnum):
    """What a preference is about; warnings come first wherever they are shown."""

    ALLERGY = "allergy"
    DISLIKE = "dislike"
    TASTE = "taste"
    SIZE = "size"
    WISH = "wish"
    USUAL = "usual"


WARNINGS = frozenset({PreferenceKind.ALLERGY, PreferenceKind.DISLIKE})


@dataclass(frozen=True, slots=True)
class Preference:
    """Something this customer likes, needs or must not be given."""

    kind: PreferenceKind
    text: str
    id: int = 0


@dataclass(frozen=True, slots=True)
class Tag:
    """A word of the shop's own on a customer, such as `wedding` or `knitting club`."""

    text: str
    id: int = 0


class Gender(StrEnum):
    """What a customer says of themselves."""

    WOMAN = "woman"
    MAN = "man"
    OTHER = "other"


class AgeGroup(StrEnum):
    """How old a customer is, in years from and to, both included."""

    UNDER_18 = "0-17"
    FROM_18 = "18-29"
    FROM_30 = "30-44"
    FROM_45 = "45-59"
    FROM_60 = "60-74"
    FROM_75 = "75+"

    @classmethod
    def of(cls, years: int) -> "AgeGroup":
        """The group of an age in whole years."""
        return next(group for group in cls if group is cls.FROM_75 or years <= int(group.split("-")[1]))


class Purpose(StrEnum):
    """What a customer's data may be used for."""

    MARKETING = "marketing"
    PROFILING = "profiling"


class ContactChannel(StrEnum):
    """How the shop reaches a customer; ANY stands for all of them."""

    LETTER = "letter"
    EMAIL = "email"
    TEXT = "text"
    PHONE = "phone"
    ANY = "any"


@dataclass(frozen=True, slots=True)
class Consent:
    """One event: a permission given or withdrawn, when (UTC), from where and in which words."""

    purpose: Purpose
    channel: ContactChannel
    given: bool
    at: str
    source: str = ""
    wording: str = ""
    id: int = 0


@dataclass(frozen=True, slots=True)
class Customer:
    """The register's entry of one customer; `since` is the day they became one, if known.

    `persona` is the name of a type of customer that the shop has in mind, `origin` how this one came to the shop,
    `stage` how far they are on the way, `formality` how they
    are addressed when not as the shop does by default. `age_group` is what somebody noted; see `age_group_on`.
    `keep_in_touch` is after how many days without a word the shop wants to be in touch.
    """

    id: int
    first_name: str = ""
    last_name: str = ""
    language: str = ""
    birthday: Birthday | None = None
    since: date | None = None
    street: str = ""
    postcode: str = ""
    town: str = ""
    country: str = ""
    note: str = ""
    external_id: str = ""
    restricted: bool = False
    persona: str = ""
    origin: str = ""
    stage: Stage | None = None
    gender: Gender | None = None
    age_group: AgeGroup | None = None
    formality: Formality | None = None
    keep_in_touch: int | None = None
    contacts: tuple[ContactPoint, ...] = field(default=())

    @property
    def name(self) -> str:
        """First and last name as one text; of a customer known by number only, that number."""
        return f"{self.first_name} {self.last_name}".strip() or self.external_id

    def age_group_on(self, day: date) -> AgeGroup | None:
        """The age group by the year of birth, or, where that is not known, as it was noted."""
        years = self.birthday.years(day) if self.birthday else None
        return self.age_group if years is None else AgeGroup.of(years)

    def contact(self, kind: ContactKind) -> str:
        """The first contact point of this kind as it was written, or an empty text."""
        return next((point.value for point in self.contacts if point.kind is kind), "")


@dataclass(frozen=True, slots=True)
class CustomerRow:
    """A customer as a list shows them; `days` counts the days with a purchase, `spend` is net, in minor units.

    Both are None of who objects to profiling.
    """

    id: int
    name: str
    external_id: str = ""
    town: str = ""
    phone: str = ""
    email: str = ""
    last_day: date | None = None
    days: int | None = 0
    spend: int | None = 0


@dataclass(frozen=True, slots=True)
class CustomerSummary:
    """What a customer's purchases add up to; `spend` is net of refunds, in minor units.

    `gap` is the median number of days between one purchase day and the next, None under three purchase days.
    """

    first_day: date
    last_day: date
    days: int
    purchases: int
    spend: int
    gap: float | None = None
