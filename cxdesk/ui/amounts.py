"""Amounts in fields: written without the currency's sign, read as people type them."""

from decimal import Decimal

from cxdesk.domain import money
from cxdesk.domain.errors import UserError
from cxdesk.language.language import Language


def written(minor: int, language: Language) -> str:
    """An amount in minor units of the language's currency, for a field: `150`, `1,50`."""
    decimals = money.exponent(language.currency)
    whole_units = minor % 10**decimals == 0
    return language.number(Decimal(minor).scaleb(-decimals), 0 if whole_units else decimals)


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
