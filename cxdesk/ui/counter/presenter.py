"""The counter's decisions: who came, what was bought and said, what happens when it is saved, cleared or corrected."""

from collections.abc import Callable, Sequence
from dataclasses import replace
from functools import partial
from typing import Any, Protocol

from cxdesk.domain.customer import ContactKind, ContactPoint, Customer, CustomerRow
from cxdesk.domain.errors import UserError
from cxdesk.domain.purchase import Purchase
from cxdesk.language.folding import search_key
from cxdesk.language.language import Language
from cxdesk.services.customers import CustomerCard
from cxdesk.services.desk import Desk
from cxdesk.services.workplace import new_uuid
from cxdesk.ui.counter.arrival import Arrival, arrival
from cxdesk.ui.counter.asking import Asking, AskingView
from cxdesk.ui.counter.basket import Basket
from cxdesk.ui.counter.buying import Buying, BuyingView
from cxdesk.ui.counter.form import Form, correction
from cxdesk.ui.counter.keeping import Keeping, KeepingView
from cxdesk.ui.counter.latest import Latest, latest
from cxdesk.ui.counter.places import Place
from cxdesk.ui.counter.promising import Promising, PromisingView
from cxdesk.ui.counter.returning import Returning, ReturningView
from cxdesk.ui.counter.wishing import Wishing, WishingView

RESULTS, LOOKED_AT = 5, 50


class View(KeepingView, BuyingView, ReturningView, WishingView, PromisingView, AskingView, Protocol):
    """What the presenter asks of the page."""

    def show_form(self, form: Form) -> None:
        """Show what stands in the form."""

    def show_people(self, rows: Sequence[CustomerRow], typed: str, receipts: Sequence[Purchase] = ()) -> None:
        """Show whom, or which receipts, a search has found; nobody when nothing was typed."""

    def show_arrival(self, card: Arrival | None) -> None:
        """Show the card of the chosen customer, or none."""

    def ask_customer(self, typed: str) -> None:
        """Open the small form for a new customer, filled from what was typed."""

    def show_latest(self, entries: Sequence[Latest]) -> None:
        """Show the entries recorded last."""

    def show_error(self, text: str) -> None:
        """Say what went wrong; an empty text takes it away."""

    def leave(self) -> None:
        """Go back to where a correction was asked for."""


class Presenter:
    """Decides; the page shows.

    Args:
        new_id: gives a fresh identity for a form.
    """

    def __init__(
        self,
        desk: Desk,
        language: Language,
        view: View,
        new_id: Callable[[], str] = new_uuid,
    ) -> None:
        self._desk, self._language, self._view = desk, language, view
        self._new_id = new_id
        self.form = self._fresh()
        self._held: Form | None = None  # what was cleared, or put aside for a correction
        self._customer_uuid = new_id()
        self._recording = False
        self.buying, self.asking = Buying(desk, language, view, self), Asking(desk, language, view, self)
        self.promising = Promising(desk, language, view, self)
        self.wishing = Wishing(desk, language, view, self, new_id)
        self.returning, self.keeping = Returning(desk, view, self), Keeping(desk, language, view, self)
        self._visitor = False  # whether a correction was asked for by another page

    @property
    def restorable(self) -> bool:
        """Whether a cleared form can come back in place of an empty one."""
        return self._held is not None and self.form.empty

    def refresh(self) -> None:
        """Read again what others may have changed; the form stays as it is."""
        self._view.show_latest(latest(self._desk, self._language))
        self.asking.read()
        if not self._recording:
            self._show_arrival()

    def put(self, form: Form) -> None:
        """Show another form in place of this one."""
        self.form = form
        self._view.show_error("")
        self._view.show_form(form)
        self.asking.show()

    def find_people(self, typed: str) -> None:
        """Look for customers while somebody types."""
        typed = typed.strip()
        found = self._desk.customers.search(typed, LOOKED_AT) if typed else []
        receipts = self._desk.purchases.of_receipt(typed) if typed else []
        self._view.show_people(likeliest(found, typed)[:RESULTS], typed, receipts)

    def open_receipt(self, receipt: Purchase) -> None:
        """Somebody brings a receipt: its customer has come, unless another has, and its lines may come back."""
        if receipt.customer_id is not None and self.form.customer is None:
            self.choose(receipt.customer_id)
        self._view.show_people((), "")
        self.returning.begin(receipt.receipt)

    def choose(self, customer_id: int) -> None:
        """This customer has come; next comes the first question."""
        self._tried(partial(self._choose, customer_id))

    def arrive(self, customer_id: int) -> None:
        """Another page sends a customer; a correction, or the visit of somebody else, makes room and can come back."""
        self._visitor = False
        if self.form.corrects:
            self.clear()
        if self.form.customer and self.form.customer.id != customer_id:
            self.clear()
        self.choose(customer_id)

    def drop_customer(self) -> None:
        """Nobody is chosen after all."""
        self.put(replace(self.form, customer=None, anonymous=False))
        self._show_arrival()
        self._view.focus(Place.SEARCH)

    def anonymous(self) -> None:
        """The customer stays unnamed; next comes the first question."""
        self.put(replace(self.form, customer=None, anonymous=True))
        self._view.show_people((), "")
        self._show_arrival()
        self.asking.begin()

    def new_customer(self, typed: str = "") -> None:
        """Open the small form for a new customer."""
        self._customer_uuid = self._new_id()
        self._view.ask_customer(typed.strip())

    def alike(self, first: str, last: str, phone: str) -> list[CustomerRow]:
        """Who may be meant by what is typed of a new customer."""
        return self._desk.duplicates.alike(_typed(first, last, phone))

    def add_customer(self, first: str, last: str, phone: str, language: str) -> str:
        """Save a new customer and choose them; gives the error to show at the form, empty when there is none."""
        customer = replace(_typed(first, last, phone), language=language)
        try:
            self._choose(self._desk.customers.save(customer, self._customer_uuid))
        except UserError as error:
            return self._language.error(error)
        return ""

    def answer(self, **answers: Any) -> None:
        """Some fields of the form have got other values."""
        self.put(replace(self.form, **answers))

    def handed(self, nps: int | None, csat: int | None, comment: str) -> None:
        """The customer has answered on their own screen; what they left out stays as it is."""
        form = self.form
        said = replace(form, comment=comment or form.comment)
        said = said if nps is None else replace(said, nps=nps)
        self.put(said if csat is None else replace(said, csat=csat))

    def scanned(self, code: str) -> None:
        """A scanner has read `code`: a product goes to the purchase, a card chooses its owner, a receipt is opened."""
        if self.buying.scanned(code):
            return
        owners = self._desk.customers.scanned(code)
        if len(owners) == 1:
            self.choose(owners[0].id)
        elif owners:
            self._view.show_people(owners, code)
            self._view.focus(Place.SEARCH)
        elif receipts := self._desk.purchases.of_receipt(code):
            self.open_receipt(receipts[0])
        else:
            self._view.ask_product("", code)

    def clear(self) -> None:
        """Empty the form; it can be brought back. A correction ends without being saved."""
        if self.form.corrects:
            self._end_correction()
            return
        nothing = self.form.empty
        if not nothing:
            self._held = self.form
        self._start()
        if not nothing:
            self._view.toast(self._language.tr("The form was cleared"), self.restore)

    def restore(self) -> None:
        """Bring the cleared form back; what was written since takes its place."""
        if self._held:
            held, self._held = self._held, None if self.form.empty else self.form
            self._bring(held)

    def correct(self, feedback_id: int, *, visitor: bool = False) -> None:
        """Show a saved feedback for correction; what stands in the form is put aside until then."""
        self._tried(partial(self._correct, feedback_id, visitor=visitor))

    def save(self) -> None:
        """Record the visit, or the correction; everything typed stays when that fails."""
        if self.form.empty:
            self._view.focus(Place.SEARCH)
        elif self.form.corrects:
            self._tried(self._save_correction)
        elif self.form.worth_saving:
            self._tried(self._save)
        else:
            self._view.show_error(self._language.tr("Choose at least one answer or add a product."))

    def _fresh(self) -> Form:
        return Form(self._new_id(), Basket(self._new_id()))

    def _start(self) -> None:
        self.asking.leave()
        self._bring(self._fresh())

    def _bring(self, form: Form) -> None:
        """Show another form, with the focus where it begins."""
        self.put(form)
        self._view.show_people((), "")
        self._view.show_products((), "")
        self._show_arrival()
        if form.empty:
            self._view.focus(Place.SEARCH)
        else:
            self.asking.begin()

    def _tried(self, act: Callable[[], object]) -> None:
        try:
            act()
        except UserError as error:
            self._view.show_error(self._language.error(error))

    def _choose(self, customer_id: int) -> None:
        customer = self._desk.customers.get(customer_id)
        self.put(replace(self.form, customer=customer, anonymous=False))
        self._view.show_people((), "")
        self._show_arrival()
        self.asking.begin()

    def _show_arrival(self) -> None:
        customer = self.form.customer
        if customer is None:
            self._meet(None)
            return
        try:
            card = self._desk.customers.card(customer.id)
        except UserError as gone:  # the adding of this customer was undone meanwhile
            self.put(replace(self.form, customer=None))
            self._meet(None)
            self._view.show_error(self._language.error(gone))
            return
        self._meet(card)

    def _meet(self, card: CustomerCard | None) -> None:
        """Show what to know of who has come, and what to ask them."""
        self.asking.meet(card)
        self.asking.show()
        if card is None:
            self._view.show_arrival(None)
            return
        suggestion = self._desk.appreciation.next_for(card.customer.id)
        today = self._desk.workplace.today()
        self._view.show_arrival(arrival(self._language, card, today, suggestion))

    def _save(self) -> None:
        form, now = self.form, self._desk.workplace.now()
        self._recording = (
            True  # what is announced meanwhile changes nothing for somebody who is about to leave
        )
        try:
            self._desk.visits.record(form.visit(now))
        finally:
            self._recording = False
        made = self._desk.history.changes(1)[0]
        self._held = None
        self._start()
        text = self._language.tr("Saved: {name}, {what}", **self._named(form))
        self._view.toast(text, partial(self._take_back, made.id, form))

    def _take_back(self, change_id: int, form: Form) -> None:
        """Undo a save; the form comes back unless another visit has been begun."""
        self._tried(lambda: self._desk.history.undo(change_id))
        if self.form.empty:
            self._bring(form)

    def _correct(self, feedback_id: int, *, visitor: bool) -> None:
        entry = self._desk.feedback.get(feedback_id)
        customer = self._desk.customers.get(entry.customer_id) if entry.customer_id else None
        aside = self.form if self.form.corrects is None else self._held
        self._held = aside if aside and not aside.empty else None
        self._visitor = visitor
        self._bring(correction(self._fresh(), entry, customer))

    def _save_correction(self) -> None:
        form = self.form
        self._desk.feedback.correct(form.corrected())
        made = self._desk.history.changes(1)[0]
        self._end_correction()
        text = self._language.tr("Corrected: {name}, {what}", **self._named(form))
        self._view.toast(text, partial(self._undo, made.id))

    def _undo(self, change_id: int) -> None:
        self._tried(lambda: self._desk.history.undo(change_id))

    def _end_correction(self) -> None:
        aside, self._held = self._held, None
        self._bring(aside or self._fresh())
        if self._visitor:
            self._visitor = False
            self._view.leave()

    def _named(self, form: Form) -> dict[str, str]:
        """Whose visit it was and the weightiest thing said or bought, for a sentence."""
        name = form.customer.name if form.customer else self._language.tr("anonymous")
        return {"name": name, "what": self._weightiest(form)}

    def _weightiest(self, form: Form) -> str:
        tr = self._language.tr
        if form.nps is not None:
            return tr("NPS {score}", score=form.nps)
        if form.csat is not None:
            return tr("CSAT {score}", score=form.csat)
        if form.basket.lines:
            return self._language.money(form.basket.total)
        return self._kind(form)

    def _kind(self, form: Form) -> str:
        tr = self._language.tr
        if form.basket.pledge:
            return tr("promise")
        if not form.interview.empty:
            return tr("interview")
        if form.notes and not form.feedback(self._desk.workplace.now()):
            return tr("note")
        return tr("feedback")


def likeliest(rows: Sequence[CustomerRow], typed: str) -> list[CustomerRow]:
    """Whom somebody means: first those with exactly this name, then those who come most often."""
    words = set(search_key(typed).split())

    def rank(row: CustomerRow) -> tuple[bool, int]:
        return not words <= set(search_key(row.name).split()), -row.days

    return sorted(rows, key=rank)


def _typed(first: str, last: str, phone: str) -> Customer:
    points = (ContactPoint(ContactKind.PHONE, phone),) if phone.strip() else ()
    return Customer(0, first, last, contacts=points)
