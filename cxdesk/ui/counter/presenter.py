"""The counter's decisions about a visit as a whole: when it is saved, cleared, or something is scanned."""

from collections.abc import Callable, Sequence
from dataclasses import replace
from functools import partial
from typing import Any, Protocol

from cxdesk.domain.errors import UserError
from cxdesk.domain.purchase import Purchase
from cxdesk.language.language import Language
from cxdesk.services.desk import Desk
from cxdesk.services.workplace import new_uuid
from cxdesk.ui.counter import words
from cxdesk.ui.counter.asking import Asking, AskingView
from cxdesk.ui.counter.basket import Basket
from cxdesk.ui.counter.benefiting import Benefiting, BenefitingView
from cxdesk.ui.counter.brought import Brought, BroughtView
from cxdesk.ui.counter.buying import Buying, BuyingView
from cxdesk.ui.counter.correcting import Correcting, CorrectingView
from cxdesk.ui.counter.form import Form
from cxdesk.ui.counter.giving import Giving, GivingView
from cxdesk.ui.counter.keeping import Keeping, KeepingView
from cxdesk.ui.counter.latest import Latest, latest
from cxdesk.ui.counter.meeting import Meeting, MeetingView
from cxdesk.ui.counter.places import Place
from cxdesk.ui.counter.promising import Promising, PromisingView
from cxdesk.ui.counter.returning import Returning, ReturningView
from cxdesk.ui.counter.wishing import Wishing, WishingView
from cxdesk.ui.goals import Pursuing
from cxdesk.ui.ideas import HavingIdeas


class SaleView(BuyingView, ReturningView, WishingView, PromisingView, BenefitingView, Protocol):
    """What is asked of the right of the counter."""


class View(AskingView, BroughtView, CorrectingView, GivingView, KeepingView, MeetingView, Protocol):
    """What the presenter asks of the page."""

    @property
    def sale(self) -> SaleView:
        """Who shows the purchase."""

    def show_form(self, form: Form) -> None:
        """Show what stands in the form."""

    def show_latest(self, entries: Sequence[Latest]) -> None:
        """Show the entries recorded last."""


class Presenter:
    """Holds the form of the visit; the parts of a visit decide about themselves.

    Args:
        new_id: gives a fresh identity for a form.

    Attributes:
        form: what stands in the form.
        held: what was cleared, or put aside for a correction.
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
        self.form = self.fresh()
        self.held: Form | None = None
        self._recording = False
        self.asking = Asking(desk, language, view, self)
        self.meeting = Meeting(desk, language, view, self, self.asking, new_id)
        self.buying = Buying(desk, language, view.sale, self)
        self.promising = Promising(desk, language, view.sale, self)
        self.wishing = Wishing(desk, language, view.sale, self, new_id)
        self.returning = Returning(desk, view.sale, self)
        self.benefiting = Benefiting(desk, language, (view.sale, view), self, self.meeting)
        self.giving = Giving(desk, language, view, self, new_id)
        self.thinking = HavingIdeas(desk, language, view, self._who, new_id)
        self.pursuing = Pursuing(desk, language, view, self._who, new_id)
        self.brought = Brought(desk, language, view, self.meeting)
        self.correcting, self.keeping = (
            Correcting(desk, language, view, self),
            Keeping(desk, language, view, self),
        )

    @property
    def restorable(self) -> bool:
        """Whether a cleared form can come back in place of an empty one."""
        return self.held is not None and self.form.empty

    def refresh(self) -> None:
        """Read again what others may have changed; the form stays as it is."""
        self._view.show_latest(latest(self._desk, self._language))
        self.brought.refresh()
        self.asking.read()
        if not self._recording:
            self.meeting.show()

    def put(self, form: Form) -> None:
        """Show another form in place of this one."""
        self.form = form
        self._view.show_error("")
        self._view.show_form(form)
        self.benefiting.show(form)
        self.asking.show()

    def fresh(self) -> Form:
        """An empty form."""
        return Form(self._new_id(), Basket(self._new_id()))

    def bring(self, form: Form) -> None:
        """Show another form, with the focus where it begins."""
        self.put(form)
        self._view.show_people((), "")
        self._view.sale.show_products((), "")
        self.brought.show(None)
        self.meeting.show()
        if form.empty:
            self._view.focus(Place.SEARCH)
        else:
            self.asking.begin()

    def arrive(self, customer_id: int) -> None:
        """Another page sends a customer; a correction, or the visit of somebody else, makes room and can come back."""
        self.correcting.stay()
        if self.form.corrects:
            self.clear()
        if self.form.customer and self.form.customer.id != customer_id:
            self.clear()
        self.meeting.choose(customer_id)

    def open_receipt(self, receipt: Purchase) -> None:
        """Somebody brings a receipt: its customer has come, unless another has, and its lines may come back."""
        if receipt.customer_id is not None and self.form.customer is None:
            self.meeting.choose(receipt.customer_id)
        self._view.show_people((), "")
        self._view.sale.show_products((), "")
        self.returning.begin(receipt.receipt)

    def answer(self, **answers: Any) -> None:
        """Some fields of the form have got other values."""
        self.put(replace(self.form, **answers))

    def scanned(self, code: str) -> None:
        """A scanner has read `code`: a product goes to the purchase, a card chooses its owner, a receipt is opened.

        The code of a paper opens its record, and its customer has come; a coupon or a gift card is used.
        """
        if self.wishing.scanned(code) or self.giving.scanned(code) or self.buying.scanned(code):
            return
        opened = self.brought.scanned(code)
        if self.benefiting.scanned(code) or opened:
            return
        owners = self._desk.customers.scanned(code)
        if len(owners) == 1:
            self.meeting.choose(owners[0].id)
        elif owners:
            self._view.show_people(owners, code)
            self._view.focus(Place.SEARCH)
        elif receipts := self._desk.purchases.of_receipt(code):
            self.open_receipt(receipts[0])
        elif not self.wishing.unknown(code):
            self._view.sale.ask_product("", code)

    def find_product(self, typed: str) -> None:
        """Look for products while somebody types; the code of a coupon or gift card is said to be one."""
        said = self.benefiting.recognised(typed)
        if said:
            self._view.sale.show_code(typed.strip(), said)
        else:
            self.buying.find(typed)

    def use_code(self, code: str) -> None:
        """Use the coupon or gift card with this code."""
        self._view.sale.show_products((), "")
        self.benefiting.scanned(code)

    def clear(self) -> None:
        """Empty the form; it can be brought back. A correction ends without being saved."""
        if self.form.corrects:
            self.correcting.end()
            return
        nothing = self.form.empty
        if not nothing:
            self.held = self.form
        self._start()
        if not nothing:
            self._view.toast(self._language.tr("The form was cleared"), self.restore)

    def restore(self) -> None:
        """Bring the cleared form back; what was written since takes its place."""
        if self.held:
            held, self.held = self.held, None if self.form.empty else self.form
            self.bring(held)

    def save(self) -> None:
        """Record the visit, or the correction; everything typed stays when that fails."""
        if self.form.empty:
            self._view.focus(Place.SEARCH)
        elif self.form.corrects:
            self.correcting.save()
        elif self.form.worth_saving:
            self._tried(self._save)
        else:
            self._view.show_error(self._language.tr("Choose at least one answer or add a product."))

    def _who(self) -> int:
        return self.form.customer.id if self.form.customer else 0

    def _start(self) -> None:
        self.asking.leave()
        self.bring(self.fresh())

    def _tried(self, act: Callable[[], object]) -> None:
        try:
            act()
        except UserError as error:
            self._view.show_error(self._language.error(error))

    def _save(self) -> None:
        form, now = self.form, self._desk.workplace.now()
        self._recording = True  # what is announced meanwhile changes nothing for who is about to leave
        try:
            self._desk.visits.record(form.visit(now))
        finally:
            self._recording = False
        made = self._desk.history.changes(1)[0]
        self.held = None
        self._start()
        said = self._language.tr("Saved: {name}, {what}", **words.named(self._language, form))
        text = " · ".join(part for part in (said, self.benefiting.earned(form.purchase(now))) if part)
        self._view.toast(text, partial(self._take_back, made.id, form))

    def _take_back(self, change_id: int, form: Form) -> None:
        """Undo a save; the form comes back unless another visit has been begun."""
        self._tried(lambda: self._desk.history.undo(change_id))
        if self.form.empty:
            self.bring(form)
