"""The decisions on the right of the counter: what goes into the basket."""

from collections.abc import Callable, Sequence
from dataclasses import replace
from typing import Protocol

from cxdesk.domain import money
from cxdesk.domain.errors import UserError
from cxdesk.domain.product import Product
from cxdesk.domain.purchase import Purchase
from cxdesk.language.language import Language
from cxdesk.services.desk import Desk
from cxdesk.ui.counter.basket import Basket
from cxdesk.ui.counter.form import FormHolder
from cxdesk.ui.counter.line_entry import LineTexts, filled

RESULTS = 5
SHORTEST_CODE = 6


class BuyingView(Protocol):
    """What buying asks of the page."""

    def show_products(
        self, products: Sequence[Product], typed: str, receipts: Sequence[Purchase] = ()
    ) -> None:
        """Show which products, or which receipts, a search has found; none when nothing was typed."""

    def offer(self, product: Product, receipts: Sequence[Purchase], code: str) -> None:
        """Ask whether `code` meant the product or a receipt of that number."""

    def ask_product(self, name: str, barcode: str) -> None:
        """Open the small form for a new product."""


class Buying:
    """Decides what is bought; `visit` holds the form."""

    def __init__(self, desk: Desk, language: Language, view: BuyingView, visit: FormHolder) -> None:
        self._desk, self._language, self._view, self._visit = desk, language, view, visit

    def find(self, typed: str) -> None:
        """Look for products while somebody types."""
        typed = typed.strip()
        exact = self._desk.products.scanned(typed) if typed else None
        found = [exact] if exact else self._desk.products.search(typed, RESULTS)
        self._view.show_products(found, typed, self._receipts(typed))

    def scanned(self, code: str) -> bool:
        """A scanner has read `code`; whether it was a product. A receipt of the same number is offered beside it."""
        product, receipts = self._desk.products.scanned(code), self._receipts(code)
        if product and receipts:
            self._view.offer(product, receipts, code)
        elif product:
            self.add(product)
        return product is not None

    def add(self, product: Product) -> None:
        """One more of a product in the purchase."""
        if self._visit.form.corrects is None:
            self._change(lambda basket: basket.add(product))
            self._view.show_products((), "")

    def new_product(self, name: str) -> None:
        """Open the small form for a product that is not known yet."""
        is_code = name.isdigit() and len(name) >= SHORTEST_CODE
        self._view.ask_product("" if is_code else name, name if is_code else "")

    def make_product(self, name: str, price: str, barcode: str) -> str:
        """Save a new product and add it; gives the error to show at the form, empty when there is none."""
        try:
            product = article(name, price, barcode, self._language.currency)
            saved = self._desk.products.save(product)
        except UserError as error:
            return self._language.error(error)
        self.add(self._desk.products.get(saved))
        return ""

    def more(self, index: int, step: float) -> None:
        """So many more, or fewer, of a line."""
        self._change(lambda basket: basket.more(index, step))

    def many(self, index: int, quantity: float) -> None:
        """Exactly so many of a line."""
        self._change(lambda basket: basket.many(index, quantity))

    def number(self, receipt: str) -> None:
        """The number on the till's receipt, by which a return finds it."""
        self._change(lambda basket: replace(basket, receipt=receipt))

    def write(self, index: int, said: LineTexts) -> str:
        """A line as somebody has written it; gives the error to show at the form, empty when there is none."""
        try:
            line = filled(self._visit.form.basket.lines[index], said, self._language.currency)
        except UserError as error:
            return self._language.error(error)
        self._change(lambda basket: basket.put(index, line))
        return ""

    def _receipts(self, number: str) -> list[Purchase]:
        return self._desk.purchases.of_receipt(number) if number else []

    def _change(self, act: Callable[[Basket], Basket]) -> None:
        form = self._visit.form
        self._visit.put(replace(form, basket=act(form.basket)))


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
