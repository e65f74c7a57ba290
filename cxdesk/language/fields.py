"""The values of the shop's own fields, as they are typed and as they are said."""

from datetime import date
from decimal import Decimal

from cxdesk.domain import money
from cxdesk.domain.errors import UserError
from cxdesk.domain.fields import NO, YES, Field, FieldKind
from cxdesk.language import typed
from cxdesk.language.language import Language


def kinds(language: Language) -> dict[FieldKind, str]:
    """What a field holds, in words."""
    return {
        FieldKind.TEXT: language.tr("Text"),
        FieldKind.NUMBER: language.tr("Number"),
        FieldKind.DATE: language.tr("Date"),
        FieldKind.CHOICE: language.tr("Choice"),
        FieldKind.YES_NO: language.tr("Yes or no"),
    }


def options(language: Language, field: Field) -> dict[str, str]:
    """What may be chosen in a field, value to words; empty for a field to type in."""
    if field.kind is FieldKind.YES_NO:
        return {YES: language.tr("Yes"), NO: language.tr("No")}
    return {choice: choice for choice in field.choices} if field.kind is FieldKind.CHOICE else {}


def read(field: Field, text: str) -> str:
    """A typed value as it is kept; empty for nothing.

    Raises:
        UserError: when it is none of the field's kind.
    """
    text = text.strip()
    if not text or field.kind not in {FieldKind.NUMBER, FieldKind.DATE}:
        return text
    if field.kind is FieldKind.DATE:
        return typed.day(text).isoformat()
    try:
        return f"{money.typed(text).normalize():f}"
    except ValueError:
        raise UserError("{text} is no number. Write it in figures, such as 1,5.", text=text) from None


def said(language: Language, field: Field, value: str) -> str:
    """A value as the language writes it."""
    match field.kind:
        case FieldKind.NUMBER:
            return language.quantity(Decimal(value))
        case FieldKind.DATE:
            return language.date(date.fromisoformat(value))
        case FieldKind.YES_NO:
            return options(language, field)[value]
        case _:
            return value
