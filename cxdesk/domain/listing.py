"""A list of customers as somebody asks for it: on which conditions, in which columns and order."""

import json
import re
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from enum import StrEnum

from cxdesk.domain.customer import AgeGroup, ContactChannel, Gender
from cxdesk.domain.fields import Field
from cxdesk.domain.needs import Stage

FIELD = re.compile(r"field:([1-9][0-9]{0,8})")
LONGEST, LARGEST = 200, 10**12


class Subject(StrEnum):
    """What a condition is about."""

    GROUP = "group"
    TAG = "tag"
    PERSONA = "persona"
    ORIGIN = "origin"
    STAGE = "stage"
    LANGUAGE = "language"
    TOWN = "town"
    BIRTHDAY_MONTH = "birthday_month"
    AGE_GROUP = "age_group"
    GENDER = "gender"
    REACHED_BY = "reached_by"
    PERMISSION = "permission"
    VISITED_WITHIN = "visited_within"
    NOT_VISITED_FOR = "not_visited_for"
    VISITS = "visits"
    SPEND = "spend"
    BOUGHT = "bought"
    LIKES = "likes"
    ALLERGY = "allergy"
    FIELD = "field"


class Group(StrEnum):
    """Groups that every shop has."""

    NEW = "new"
    REGULAR = "regular"
    SILENT = "silent"
    NO_LETTERS = "no_letters"


class Column(StrEnum):
    """What a list can say of a customer; own fields are `field:3`."""

    NAME = "name"
    PHONE = "phone"
    EMAIL = "email"
    TOWN = "town"
    LANGUAGE = "language"
    BIRTHDAY = "birthday"
    AGE_GROUP = "age_group"
    PERSONA = "persona"
    ORIGIN = "origin"
    STAGE = "stage"
    TAGS = "tags"
    LAST_VISIT = "last_visit"
    VISITS = "visits"
    SPEND = "spend"
    POINTS = "points"
    SINCE = "since"
    PERMISSION = "permission"


CHOICES: Mapping[Subject, tuple[str, ...]] = {
    Subject.GROUP: tuple(Group),
    Subject.STAGE: tuple(Stage),
    Subject.LANGUAGE: ("fi", "en", "uz"),
    Subject.BIRTHDAY_MONTH: tuple(str(month) for month in range(1, 13)),
    Subject.AGE_GROUP: tuple(AgeGroup),
    Subject.GENDER: tuple(Gender),
    Subject.REACHED_BY: ("phone", "email", "address"),
    Subject.PERMISSION: tuple(way for way in ContactChannel if way is not ContactChannel.ANY),
}
NUMBERS = frozenset({Subject.VISITED_WITHIN, Subject.NOT_VISITED_FOR, Subject.VISITS, Subject.SPEND})
DEFAULT = (Column.NAME, Column.PHONE, Column.TOWN, Column.LAST_VISIT, Column.VISITS, Column.SPEND)


def field_of(column: str) -> int:
    """The own field that a column shows, 0 where it is none."""
    found = FIELD.fullmatch(column)
    return int(found[1]) if found else 0


def by_column(fields: Iterable[Field]) -> dict[str, Field]:
    """The shop's own fields by the columns that show them."""
    return {f"field:{field.id}": field for field in fields}


@dataclass(frozen=True, slots=True)
class Condition:
    """One thing that must be true of every customer on the list.

    `value` is one of `CHOICES`, a whole number (days, visits, or minor units of money), or a text to be found in any
    spelling; `field` is the own field that it is about.

    Raises:
        ValueError: when that is nonsense.
    """

    subject: Subject
    value: str
    field: int = 0

    def __post_init__(self) -> None:
        choices = CHOICES.get(self.subject)
        if choices is not None:
            fits = self.value in choices
        elif self.subject in NUMBERS:
            fits = self.value.isascii() and self.value.isdecimal() and 0 < int(self.value[:14]) < LARGEST
        else:
            fits = self.value == self.value.strip() and 0 < len(self.value) <= LONGEST
        if not fits or (self.field > 0) != (self.subject is Subject.FIELD):
            raise ValueError(f"{self.subject} cannot be {self.value!r}")

    @property
    def number(self) -> int:
        """The value as a number."""
        return int(self.value)


@dataclass(frozen=True, slots=True)
class Listing:
    """Which customers, in which columns, in which order; in no order what a search found stands nearest first.

    Raises:
        ValueError: when a column is unknown, comes twice, or none is left.
    """

    conditions: tuple[Condition, ...] = ()
    columns: tuple[str, ...] = DEFAULT
    order: str = Column.NAME
    descending: bool = False

    def __post_init__(self) -> None:
        known = {*Column, ""}
        asked = (*self.columns, self.order)
        if not self.columns or "" in self.columns or len({*self.columns}) < len(self.columns):
            raise ValueError(f"a list cannot have the columns {self.columns}")
        if unknown := [key for key in asked if key not in known and not field_of(key)]:
            raise ValueError(f"there is no column {unknown[0]!r}")

    def written(self) -> str:
        """The list as it is kept."""
        conditions = [
            {"about": each.subject, "value": each.value} | ({"field": each.field} if each.field else {})
            for each in self.conditions
        ]
        kept = {"conditions": conditions, "columns": self.columns}
        return json.dumps(kept | {"order": self.order, "descending": self.descending}, ensure_ascii=False)

    @classmethod
    def read(cls, text: str) -> "Listing":
        """The list that was kept as `text`.

        Raises:
            ValueError: when it is none.
        """
        try:
            kept = json.loads(text)
            conditions = tuple(_condition(each) for each in _texts_or_more(kept["conditions"]))
            columns = tuple(str(column) for column in _texts_or_more(kept["columns"]))
            return cls(conditions, columns, str(kept["order"]), kept["descending"] is True)
        except (KeyError, TypeError, AttributeError, RecursionError) as error:
            raise ValueError("this is no list") from error


def _texts_or_more(value: object) -> Sequence[object]:
    if not isinstance(value, list):
        raise TypeError(value)
    return value


def _condition(kept: object) -> Condition:
    if not isinstance(kept, dict) or not isinstance(kept["value"], str):
        raise TypeError(kept)
    field = kept.get("field", 0)
    if type(field) is not int:
        raise TypeError(field)
    return Condition(Subject(kept["about"]), kept["value"], field)


@dataclass(frozen=True, slots=True)
class SavedList:
    """A list that somebody has given a name."""

    id: int
    name: str
    listing: Listing


@dataclass(frozen=True, slots=True)
class Row:
    """A customer on a list: their number, their name, and a value for each column.

    Dates are ISO 8601 (a birthday without a year `--11-23`), money is in minor units, a permission 0 or 1.
    """

    id: int
    name: str
    values: tuple[str | int | None, ...]
