"""The decisions about what comes back: from the customer's purchases, from a receipt, or without one."""

from collections.abc import Sequence
from dataclasses import replace
from typing import Protocol

from cxdesk.domain.product import Product
from cxdesk.domain.returns import Returnable
from cxdesk.services.desk import Desk
from cxdesk.ui.counter.basket import BasketLine
from cxdesk.ui.counter.form import FormHolder

OFFERED, WITHOUT_RECEIPT = 5, 3


class ReturningView(Protocol):
    """What returning asks of the page."""

    def ask_return(self, typed: str) -> None:
        """Open the search for what comes back."""

    def show_returnables(self, olds: Sequence[Returnable], products: Sequence[Product], typed: str) -> None:
        """Show what can come back, and products that can be taken back without a receipt."""

    def close_return(self, line: int) -> None:
        """Close the search; the focus goes to a line of the basket."""


class Returning:
    """Decides what comes back; `visit` holds the form."""

    def __init__(self, desk: Desk, view: ReturningView, visit: FormHolder) -> None:
        self._desk, self._view, self._visit = desk, view, visit

    def begin(self, typed: str = "") -> None:
        """Ask what comes back, or show the lines of the receipt `typed`."""
        if self._visit.form.corrects is None:
            self._view.ask_return(typed)
            self.find(typed)

    def find(self, typed: str) -> None:
        """Look among what was bought while somebody types."""
        customer = self._visit.form.customer
        olds = self._desk.purchases.returnables(customer.id if customer else None, typed)
        products = self._desk.products.search(typed, WITHOUT_RECEIPT) if typed.strip() else []
        self._view.show_returnables(olds[:OFFERED], products, typed.strip())

    def take(self, old: Returnable) -> None:
        """One of what was bought comes back, or all that is left of less than one."""
        sold = old.line
        quantity = min(1, old.left)
        line = BasketLine(
            sold.description, quantity, sold.unit_price, sold.product_id, returned=True, old=old
        )
        self._take(line)

    def take_product(self, product: Product) -> None:
        """One of a product comes back, wherever it was bought."""
        self._take(BasketLine(product.name, 1, product.price, product.id, returned=True))

    def _take(self, line: BasketLine) -> None:
        form = self._visit.form
        basket = form.basket.take(line)
        self._visit.put(replace(form, basket=basket))
        self._view.close_return(next(at for at, each in enumerate(basket.lines) if each.same(line)))
