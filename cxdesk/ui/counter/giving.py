"""The decisions when staff give something on their own judgement."""

from collections.abc import Callable, Sequence
from typing import Protocol

from cxdesk.domain.errors import UserError
from cxdesk.domain.goodwill import Goodwill, GoodwillReason
from cxdesk.domain.product import Product
from cxdesk.language import goodwill
from cxdesk.language.language import Language
from cxdesk.services.desk import Desk
from cxdesk.ui import amounts
from cxdesk.ui.acts import Acts, Saying
from cxdesk.ui.counter.form import FormHolder

OFFERED = 4


class GivingView(Saying, Protocol):
    """What it asks of the page."""

    def ask_goodwill(self, who: str, purse: str) -> None:
        """Open the line; `who` is the customer at the counter, `purse` what of the month's limit is used."""

    def asks_goodwill(self) -> bool:
        """Whether that line is open."""

    def show_gifts(self, products: Sequence[Product], typed: str) -> None:
        """Show which products may be given."""

    def choose_gift(self, product: Product) -> None:
        """Take this product as what is given."""

    def warn_gift(self, text: str) -> None:
        """Say what speaks against it; nothing when empty."""


class Giving:
    """Gives at once; `visit` holds the form."""

    def __init__(
        self, desk: Desk, language: Language, view: GivingView, visit: FormHolder, new_id: Callable[[], str]
    ) -> None:
        self._desk, self._language, self._view, self._visit = desk, language, view, visit
        self._acts, self._new_id, self._uuid = Acts(desk, view), new_id, ""

    def begin(self) -> None:
        """Ask what is given; where nobody is at the desk, who that is comes first."""
        customer = self._visit.form.customer
        self._uuid = self._new_id()
        try:
            purse = goodwill.purse(self._language, self._desk.goodwill.purse())
        except UserError as error:
            self._view.fail(error)
            return
        self._view.ask_goodwill(customer.name if customer else "", purse)

    def find(self, typed: str) -> None:
        """Look for products while somebody types."""
        typed = typed.strip()
        self._view.show_gifts(self._desk.products.search(typed, OFFERED) if typed else [], typed)

    def scanned(self, code: str) -> bool:
        """A scanner has read `code`: in the open line a product is what is given; whether it was."""
        product = self._desk.products.scanned(code) if self._view.asks_goodwill() else None
        if product:
            self._view.choose_gift(product)
        return product is not None

    def picked(self, product: Product) -> None:
        """This product is to be given: say so when the customer must not have it."""
        customer = self._visit.form.customer
        clash = self._desk.goodwill.clash(product, customer.id) if customer else ""
        text = self._language.tr("Careful: {what}", what=clash) if clash else ""
        self._view.warn_gift(text)

    def give(self, what: str, product_id: int | None, cost: str, reason: str) -> str:
        """Give it; gives the error to show at the line, empty when there is none."""
        customer = self._visit.form.customer
        try:
            given = Goodwill(
                0,
                self._desk.workplace.today(),
                what,
                GoodwillReason(reason) if reason else None,
                amounts.read(cost or "0", self._language.currency),
                customer.id if customer else None,
                product_id=product_id,
                uuid=self._uuid,
            )
            words = self._language.tr("Given: {what}", what=what.strip())
            self._acts.attempt(lambda: self._desk.goodwill.give(given), words)
        except UserError as error:
            return self._language.error(error)
        return ""
