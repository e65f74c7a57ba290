"""Amounts in fields: written without the currency's sign, read as people type them."""

from decimal import Decimal

from cxdesk.domain import money
from cxdesk.domain.discount import NONE, Discount
from cxdesk.domain.errors import UserError
from cxdesk.language.language import Language


def written(minor: int, language: Language) -> str:
    """An amount in minor units of the language's currency, for a field: `1 250`, `1,50`."""
    decimals = money.exponent(language.currency)
    whole_units = minor % 10**decimals == 0
    return figures(Decimal(minor).scaleb(-decimals), language, 0 if whole_units else decimals)


def figures(value: Decimal, language: Language, digits: int) -> str:
    """A number for a field, with exactly so many decimals; a sign that could be read as a decimal mark is left out."""
    point = language.number(Decimal("0.1"), 1)[1]
    return "".join(sign for sign in language.number(value, digits) if sign == point or sign not in ",.")


def quantity(text: str) -> float:
    """The quantity in a field: more than nothing, with three decimals at most.

    Raises:
        UserError: when it is none.
    """
    try:
        value = round(money.typed(text), 3)
    except ValueError:
        value = Decimal(0)
    if value <= 0:
        raise UserError("Write the quantity as a number, such as 2 or 0,35.")
    return float(value)


def discount(text: str, currency: str) -> Discount:
    """The discount in a field: per cent (`10 %`) or an amount (`2,50`); empty is none.

    Raises:
        UserError: when it is neither, or more than 100 per cent.
    """
    bare = text.strip()
    if not bare.endswith("%"):
        return Discount(read(bare, currency)) if bare else NONE
    try:
        percent = money.typed(bare.removesuffix("%"))
    except ValueError:
        percent = Decimal(-1)
    if not 0 <= percent <= 100:
        raise UserError("Write the discount as an amount or as per cent from 0 to 100, such as 2,50 or 10 %.")
    return Discount(percent=percent)


def read(text: str, currency: str) -> int:
    """The amount in a field, in minor units of `currency`.

    Raises:
        UserError: when it is none or negative.
    """
    try:
        amount = money.minor(money.typed(text), money.exponent(currency))
    except ValueError:
        raise UserError("Write an amount, such as 150 or 12,50.") from None
    if amount < 0:
        raise UserError("The amount cannot be negative.")
    return amount


def whole(text: str) -> int:
    """The whole number in a field.

    Raises:
        UserError: when it is none, negative, or of more than five figures.
    """
    figures = text.strip()
    if not (figures.isascii() and figures.isdecimal() and len(figures) <= 5):
        raise UserError("Write a whole number, such as 30.")
    return int(figures)


def millimetres(text: str) -> float:
    """The length in a field, nothing being 0; it may be negative.

    Raises:
        UserError: when it is no number.
    """
    try:
        return float(money.typed(text)) if text.strip() else 0.0
    except ValueError:
        raise UserError("Write a number, such as 2 or -0,5.") from None
