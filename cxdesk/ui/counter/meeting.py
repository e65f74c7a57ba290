"""The decisions about who has come: found, chosen, new, unnamed, and what to know of them."""

from collections.abc import Callable, Sequence
from dataclasses import replace
from typing import Protocol

from cxdesk.domain.customer import ContactKind, ContactPoint, Customer, CustomerRow, can_be_called
from cxdesk.domain.errors import UserError
from cxdesk.domain.paper import Slip
from cxdesk.domain.purchase import Purchase
from cxdesk.language.folding import search_key
from cxdesk.language.language import Language
from cxdesk.services.customers import CustomerCard
from cxdesk.services.desk import Desk
from cxdesk.ui.counter.arrival import Arrival, arrival
from cxdesk.ui.counter.asking import Asking
from cxdesk.ui.counter.form import Form, FormHolder
from cxdesk.ui.counter.places import Place

RESULTS, LOOKED_AT = 5, 50


class MeetingView(Protocol):
    """What meeting asks of the page."""

    def show_people(
        self,
        rows: Sequence[CustomerRow],
        typed: str,
        receipts: Sequence[Purchase] = (),
        slip: Slip | None = None,
    ) -> None:
        """Show whom, which receipts or which paper a search has found; nobody when nothing was typed."""

    def show_arrival(self, card: Arrival | None) -> None:
        """Show the card of the chosen customer, or none."""

    def ask_customer(self, typed: str) -> None:
        """Open the small form for a new customer, filled from what was typed."""

    def show_error(self, text: str) -> None:
        """Say what went wrong."""

    def focus(self, place: Place) -> None:
        """Put the focus there."""


class Meeting:
    """Decides whose visit it is; `visit` holds the form, `asking` asks the first question of who has come."""

    def __init__(
        self,
        desk: Desk,
        language: Language,
        view: MeetingView,
        visit: FormHolder,
        asking: Asking,
        new_id: Callable[[], str],
    ) -> None:
        self._desk, self._language, self._view, self._visit = desk, language, view, visit
        self._asking, self._new_id, self._uuid = asking, new_id, new_id()

    @property
    def who(self) -> int | None:
        """The customer at the counter, None while nobody is chosen."""
        customer = self._visit.form.customer
        return customer.id if customer else None

    def find(self, typed: str) -> None:
        """Look for customers while somebody types."""
        typed = typed.strip()
        found = self._desk.customers.search(typed, LOOKED_AT) if typed else []
        receipts = self._desk.purchases.of_receipt(typed) if typed else []
        slip = self._desk.papers.find(typed)
        self._view.show_people(likeliest(found, typed)[:RESULTS], typed, receipts, slip)

    def choose(self, customer_id: int) -> None:
        """This customer has come; next comes the first question."""
        try:
            self._choose(customer_id)
        except UserError as error:
            self._view.show_error(self._language.error(error))

    def drop(self) -> None:
        """Nobody is chosen after all."""
        self._visit.put(self._without(anonymous=False))
        self.show()
        self._view.focus(Place.SEARCH)

    def unnamed(self) -> None:
        """The customer stays unnamed; next comes the first question."""
        self._visit.put(self._without(anonymous=True))
        self._view.show_people((), "")
        self.show()
        self._asking.begin()

    def ask_new(self, typed: str = "") -> None:
        """Open the small form for a new customer."""
        self._uuid = self._new_id()
        self._view.ask_customer(typed.strip())

    def alike(self, first: str, last: str, phone: str) -> list[CustomerRow]:
        """Who may be meant by what is typed of a new customer."""
        return self._desk.duplicates.alike(_typed(first, last, phone))

    def add(self, first: str, last: str, phone: str, language: str) -> str:
        """Save a new customer and choose them; gives the error to show at the form, empty when there is none."""
        if phone.strip() and not can_be_called(phone):
            return self._language.tr("This number is too short to call.")
        customer = replace(_typed(first, last, phone), language=language)
        try:
            self._choose(self._desk.customers.save(customer, self._uuid))
        except UserError as error:
            return self._language.error(error)
        return ""

    def show(self) -> None:
        """Show what to know of the customer whose visit it is, and what to ask them."""
        customer = self._visit.form.customer
        if customer is None:
            self._meet(None)
            return
        try:
            card = self._desk.customers.card(customer.id)
        except UserError as gone:  # the adding of this customer was undone meanwhile
            self._visit.put(self._without(anonymous=self._visit.form.anonymous))
            self._meet(None)
            self._view.show_error(self._language.error(gone))
            return
        self._meet(card)

    def _choose(self, customer_id: int) -> None:
        customer = self._desk.customers.get(customer_id)
        tier = self._desk.points.discount(customer_id)
        basket = replace(self._visit.form.basket, tier=tier)
        self._visit.put(replace(self._visit.form, customer=customer, anonymous=False, basket=basket))
        self._view.show_people((), "")
        self.show()
        self._asking.begin()

    def _without(self, *, anonymous: bool) -> Form:
        """The form without a customer, and without what their tier takes off."""
        form = self._visit.form
        return replace(form, customer=None, anonymous=anonymous, basket=replace(form.basket, tier=None))

    def _meet(self, card: CustomerCard | None) -> None:
        self._asking.meet(card)
        if card is None:
            self._view.show_arrival(None)
            return
        suggestion = self._desk.appreciation.next_for(card.customer.id, here=True)
        today = self._desk.workplace.today()
        held = self._desk.benefits.of_customer(card.customer.id)
        likes = self._desk.recommendations.of(card.customer.id, others=False)
        offers = self._desk.campaigns.offers(card.customer.id)
        goals = self._desk.goals.of_customer(card.customer.id)
        self._view.show_arrival(arrival(self._language, card, today, suggestion, held, likes, offers, goals))


def likeliest(rows: Sequence[CustomerRow], typed: str) -> list[CustomerRow]:
    """Whom somebody means: first those with exactly this name, then those who come most often."""
    words = set(search_key(typed).split())

    def rank(row: CustomerRow) -> tuple[bool, int]:
        return not words <= set(search_key(row.name).split()), -(row.days or 0)

    return sorted(rows, key=rank)


def _typed(first: str, last: str, phone: str) -> Customer:
    points = (ContactPoint(ContactKind.PHONE, phone),) if phone.strip() else ()
    return Customer(0, first, last, contacts=points)
