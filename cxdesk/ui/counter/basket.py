"""A product as it is typed at the counter."""

from cxdesk.domain import money
from cxdesk.domain.errors import UserError
from cxdesk.domain.product import Product


def article(name: str, price: str, barcode: str, currency: str) -> Product:
    """The new product somebody has typed, its price in units of `currency` with comma or point.

    Raises:
        UserError: when the price is no amount.
    """
    try:
        amount = money.typed(price) if price.strip() else None
    except ValueError:
        amount = None
    if amount is None:
        raise UserError("Write the price as a number, such as {example}.", example="8,90")
    return Product(0, name, barcode=barcode, price=money.minor(amount, money.exponent(currency)))
