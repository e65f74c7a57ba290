"""Money: integer minor units (cents, tiyin) of the shop's one currency."""

from decimal import ROUND_HALF_UP, Decimal, InvalidOperation

DECIMALS = {
    "EUR": 2,
    "GBP": 2,
    "USD": 2,
    "SEK": 2,
    "NOK": 2,
    "DKK": 2,
    "ISK": 0,
    "JPY": 0,
    "UZS": 2,
    "KZT": 2,
}


MOST_FIGURES = 12


def exponent(currency: str) -> int:
    """How many decimals the minor unit of `currency` (ISO 4217 code) has; 2 for currencies not listed."""
    return DECIMALS.get(currency, 2)


def minor(amount: Decimal, decimals: int = 2) -> int:
    """`amount` in minor units, halves away from zero: Decimal("12.905") with two decimals is 1291."""
    return int(amount.scaleb(decimals).quantize(Decimal(1), rounding=ROUND_HALF_UP))


def line_amount(quantity: float, unit_price: int) -> int:
    """The amount of `quantity` units at `unit_price` minor units, halves away from zero."""
    return minor(Decimal(str(quantity)) * unit_price, 0)


def typed(text: str) -> Decimal:
    """A number as a person types it, with a point or a comma for the decimals.

    Raises:
        ValueError: when it is none, or has more than 12 figures before the decimals.
    """
    try:
        value = Decimal("".join(text.split()).replace(",", ".").replace("\u2212", "-"))
    except InvalidOperation:
        raise ValueError(text) from None
    if not value.is_finite() or value.adjusted() >= MOST_FIGURES:
        raise ValueError(text)
    return value
