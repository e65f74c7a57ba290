"""The shop's own fields: what a shop wants to know of its customers besides what every shop knows."""

from dataclasses import dataclass
from datetime import date
from decimal import Decimal, InvalidOperation
from enum import StrEnum

YES, NO = "yes", "no"


class FieldKind(StrEnum):
    """What a field holds."""

    TEXT = "text"
    NUMBER = "number"
    DATE = "date"
    CHOICE = "choice"
    YES_NO = "yes_no"


@dataclass(frozen=True, slots=True)
class Field:
    """A field with its name; one that is not `active` keeps its values but is asked no more."""

    id: int
    name: str
    kind: FieldKind = FieldKind.TEXT
    choices: tuple[str, ...] = ()
    position: int = 0
    active: bool = True


@dataclass(frozen=True, slots=True)
class FieldValue:
    """What a customer's field holds, as it is kept: 1.5, 2026-12-03, yes, or a text."""

    field: Field
    value: str


def fits(field: Field, value: str) -> bool:
    """Whether a value, as it is kept, is one of the field's kind."""
    match field.kind:
        case FieldKind.NUMBER:
            return _is_number(value)
        case FieldKind.DATE:
            return _is_date(value)
        case FieldKind.CHOICE:
            return value in field.choices
        case FieldKind.YES_NO:
            return value in {YES, NO}
        case _:
            return bool(value)


def _is_number(value: str) -> bool:
    try:
        return Decimal(value).is_finite()
    except InvalidOperation:
        return False


def _is_date(value: str) -> bool:
    try:
        return date.fromisoformat(value).isoformat() == value
    except ValueError:
        return False
