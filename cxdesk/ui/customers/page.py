"""The page Customers: the list, a customer's card, and the form, one over the other."""

from PySide6.QtCore import Qt
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QStackedWidget, QWidget

from cxdesk.domain.customer import Customer
from cxdesk.domain.errors import UserError
from cxdesk.services.desk import Desk
from cxdesk.services.workplace import new_uuid
from cxdesk.ui.acts import Acts
from cxdesk.ui.customers.card.view import CardView
from cxdesk.ui.customers.form import CustomerForm
from cxdesk.ui.customers.listing import Listing
from cxdesk.ui.customers.presenter import Register
from cxdesk.ui.screens import Page, Shell
from cxdesk.ui.widgets.layouts import column


class CustomersPage(Page):
    """Opens a customer's id, or `new` for the form."""

    tables = frozenset(
        {
            "customers",
            "contact_points",
            "preferences",
            "consents",
            "purchases",
            "feedback",
            "actions",
            "letters",
            "settings",
        }
    )

    def __init__(self, desk: Desk, shell: Shell) -> None:
        super().__init__()
        self._desk, self._shell, self._language = desk, shell, shell.language
        self.listing = Listing(Register(desk, shell.language), shell.language, imports=shell.has("exchange"))
        self.card, self.form = CardView(desk, shell), CustomerForm(shell.language)
        self._acts = Acts(desk, self.card)
        self._uuid, self._from_elsewhere, self._stale = "", False, False
        self._stack = QStackedWidget()
        for part in (self.listing, self.card, self.form):
            self._stack.addWidget(part)
        self.setLayout(column(self._stack))
        self._connect()

    def reload(self) -> None:
        """Read again what is seen; the list behind a card reads again when it is back."""
        shown = self._stack.currentWidget()
        self._stale = shown is not self.listing
        if shown is self.card:
            self.card.presenter.reload()
        elif shown is self.listing:
            self._reload_list()

    def open(self, what: object) -> None:
        """A customer's id opens their card, `new` the form."""
        if isinstance(what, int):
            self._open_card(what, from_elsewhere=True)
        elif what == "new":
            self._from_elsewhere = True
            self._open_form(Customer(0))

    def main_control(self) -> QWidget | None:
        """What the part that is shown begins with."""
        shown = self._stack.currentWidget()
        return next(part.main_control() for part in (self.listing, self.card, self.form) if part is shown)

    def back(self) -> bool:
        """From a card or the form to the list, unless another page opened it."""
        within, elsewhere = self._stack.currentWidget() is not self.listing, self._from_elsewhere
        self._show_list()
        return within and not elsewhere

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Esc goes back from a card or the form."""
        if event.key() == Qt.Key.Key_Escape and self._stack.currentWidget() is not self.listing:
            self._shell.back()
        else:
            super().keyPressEvent(event)

    def _connect(self) -> None:
        self.listing.opened.connect(lambda customer_id: self._open_card(customer_id, from_elsewhere=False))
        self.listing.wanted_new.connect(lambda: self._open_form(Customer(0)))
        self.listing.wanted_import.connect(lambda: self._shell.go("exchange"))
        self.card.left.connect(self._shell.back)
        self.card.edited.connect(lambda: self._open_form(self.card.presenter.customer))
        self.form.saved.connect(self._save)
        self.form.left.connect(self._leave_form)

    def _open_card(self, customer_id: int, *, from_elsewhere: bool) -> None:
        self._from_elsewhere = from_elsewhere
        self._show(self.card)
        self.card.close_preview()
        self.card.presenter.open(customer_id)
        self._focus()

    def _open_form(self, customer: Customer) -> None:
        self._uuid = new_uuid()
        self.form.show_customer(customer, self._desk.workplace.today(), self._desk.settings.shop().language)
        self._show(self.form)
        self._focus()

    def _leave_form(self) -> None:
        if self.form.customer_id:
            self._show(self.card)
            self._focus()
        else:
            self._shell.back()

    def _save(self, customer: Customer) -> None:
        text = self._language.tr("Saved: {name}", name=customer.name)
        saved: list[int] = []
        try:
            self._acts.attempt(lambda: saved.append(self._desk.customers.save(customer, self._uuid)), text)
        except UserError as error:
            self.form.refuse(self._language.error(error))
            return
        self._open_card(saved[0], from_elsewhere=False)

    def _show_list(self) -> None:
        self._from_elsewhere = False
        self._show(self.listing)
        if self._stale:
            self._stale = False
            self._reload_list()
        self._focus()

    def _show(self, part: QWidget) -> None:
        self._stack.setCurrentWidget(part)

    def _focus(self) -> None:
        control = self.main_control()
        if control is not None and self.isVisible():
            control.setFocus()

    def _reload_list(self) -> None:
        self.listing.reload()
        self._shell.jobs.run(
            lambda desk, _: desk.customers.counts(), self.listing.show_counts, self._shell.fail
        )
