"""The decisions when something is asked for that is not in stock."""

from collections.abc import Callable, Sequence
from typing import Protocol

from cxdesk.domain.errors import UserError
from cxdesk.domain.product import Product
from cxdesk.domain.request import Request
from cxdesk.language.language import Language
from cxdesk.services.desk import Desk
from cxdesk.ui import amounts
from cxdesk.ui.acts import Acts, Saying
from cxdesk.ui.counter.form import FormHolder

OFFERED = 4


class WishingView(Saying, Protocol):
    """What it asks of the page."""

    def ask_request(self, who: str) -> None:
        """Open the line for what is asked for; `who` is the customer at the counter, empty when nobody is chosen."""

    def asks_request(self) -> bool:
        """Whether that line is open."""

    def choose_wanted(self, text: str, product: Product | None) -> None:
        """Take this as what is asked for."""

    def show_asker(self, name: str) -> None:
        """Say whose phone number stands in the line; empty when nobody's, or that of several."""

    def show_wanted(self, products: Sequence[Product], typed: str) -> None:
        """Show which products may be meant; what was typed is always one of the choices."""


class Wishing:
    """Notes what is asked for at once; `visit` holds the form."""

    def __init__(
        self, desk: Desk, language: Language, view: WishingView, visit: FormHolder, new_id: Callable[[], str]
    ) -> None:
        self._desk, self._language, self._view, self._visit = desk, language, view, visit
        self._acts, self._new_id, self._uuid = Acts(desk, view), new_id, ""

    def begin(self) -> None:
        """Ask what it is."""
        customer = self._visit.form.customer
        self._uuid = self._new_id()
        self._view.ask_request(customer.name if customer else "")
        self._view.show_wanted((), "")

    def find(self, typed: str) -> None:
        """Look for products while somebody types."""
        typed = typed.strip()
        self._view.show_wanted(self._desk.products.search(typed, OFFERED) if typed else [], typed)

    def scanned(self, code: str) -> bool:
        """A scanner has read `code`: in the open line a product is what is asked for; whether it was."""
        product = self._desk.products.scanned(code) if self._view.asks_request() else None
        if product:
            self._view.choose_wanted(product.name, product)
        return product is not None

    def unknown(self, code: str) -> bool:
        """Nobody knows what a scanner has read: in the open line the code itself is asked for; whether it was."""
        if self._view.asks_request():
            self._view.choose_wanted(code, None)
            return True
        return False

    def phone(self, number: str) -> None:
        """Somebody types a phone number."""
        owners = self._desk.customers.of_phone(number)
        self._view.show_asker(owners[0].name if len(owners) == 1 else "")

    def record(self, text: str, product_id: int | None, quantity: str, phone: str) -> str:
        """Note it; gives the error to show at the line, empty when there is none."""
        customer = self._visit.form.customer
        try:
            request = Request(
                0,
                text,
                self._desk.workplace.today(),
                customer.id if customer else None,
                product_id,
                amounts.quantity(quantity),
                contact=phone,
                uuid=self._uuid,
            )
            words = self._language.tr("Noted as asked for: {what}", what=text.strip())
            self._acts.attempt(lambda: self._desk.requests.record(request), words)
        except UserError as error:
            return self._language.error(error)
        return ""
