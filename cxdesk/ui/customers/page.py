"""The page Customers: the list, a customer's card, and the form, one over the other."""
# ruff: noqa: PLC0415 - card, form and what changes many are read when they are first needed, so that the list is there

from collections import deque
from collections.abc import Callable
from functools import cached_property
from pathlib import Path
from typing import TYPE_CHECKING

from PySide6.QtCore import Qt
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QStackedWidget, QWidget

from cxdesk.domain.customer import Customer
from cxdesk.domain.errors import UserError
from cxdesk.domain.listing import Subject
from cxdesk.services.desk import Desk
from cxdesk.services.workplace import new_uuid
from cxdesk.ui import files
from cxdesk.ui.acts import Acts
from cxdesk.ui.customers.listing import Listing
from cxdesk.ui.customers.presenter import Register
from cxdesk.ui.screens import Page, Shell
from cxdesk.ui.tokens import Tone
from cxdesk.ui.widgets.buttons import Button
from cxdesk.ui.widgets.layouts import column
from cxdesk.ui.widgets.states import Empty, Loadable

if TYPE_CHECKING:
    from cxdesk.ui.customers.card.view import CardView
    from cxdesk.ui.customers.form import CustomerForm
    from cxdesk.ui.customers.many import Many

    Part = Listing | CardView | CustomerForm | Many

TRAIL = 20  # cards that lead back to each other


class CustomersPage(Page):
    """Opens a customer's id, or `new` for the form."""

    tables = frozenset(
        {
            "customers",
            "contact_points",
            "preferences",
            "tags",
            "anniversaries",
            "fields",
            "field_values",
            "household_members",
            "households",
            "relations",
            "photos",
            "promises",
            "notes",
            "requests",
            "interviews",
            "consents",
            "purchases",
            "feedback",
            "actions",
            "ideas",
            "invitations",
            "goals",
            "goal_steps",
            "gestures",
            "letters",
            "settings",
            "points",
            "customer_lists",
        }
    )

    def __init__(self, desk: Desk, shell: Shell) -> None:
        super().__init__()
        self._desk, self._shell, self._language = desk, shell, shell.language
        self._acts = Acts(desk, self)
        self.listing = Listing(Register(desk, shell.language), shell, self._acts)
        self._uuid, self._from_elsewhere, self._stale = "", False, False
        self._trail: deque[int] = deque(maxlen=TRAIL)
        self._shown: Part = self.listing
        self._stack = QStackedWidget()
        self._stack.addWidget(self.listing)
        self._readable = Loadable(self._stack, shell.language.tr("Reading the register…"))
        self.setLayout(column(self._readable))
        self.listing.failed.connect(self._unread)
        self.listing.opened.connect(lambda customer_id: self._begin_card(customer_id, from_elsewhere=False))
        self.listing.wanted_new.connect(self._begin_form)
        self.ask_target = files.ask_target
        self.listing.wanted_file.connect(self._save_list)
        self.listing.wanted_edit.connect(self._edit_many)
        self.listing.wanted_duplicates.connect(lambda: shell.go("duplicates"))
        self.listing.wanted_import.connect(lambda: shell.go("exchange", "import"))

    @cached_property
    def card(self) -> "CardView":
        """The card; made when the first customer is opened, so that the list is there at once."""
        from cxdesk.ui.customers.card.view import CardView

        card = CardView(self._desk, self._shell)
        card.left.connect(self._shell.back)
        card.wanted.connect(self._follow)
        card.edited.connect(self._edit)
        self._stack.addWidget(card)
        return card

    @cached_property
    def form(self) -> "CustomerForm":
        """The form; made when it is first needed."""
        from cxdesk.ui.customers.form import CustomerForm

        form = CustomerForm(self._language)
        form.saved.connect(self._save)
        form.left.connect(self._shell.back)
        form.typing.connect(lambda typed: form.alike.show_alike(self._desk.duplicates.alike(typed)))
        form.alike.picked.connect(self._follow)
        self._stack.addWidget(form)
        return form

    @cached_property
    def many(self) -> "Many":
        """What changes many customers; made when it is first needed."""
        from cxdesk.ui.customers.many import Many

        many = Many(self._desk, self._shell, self._acts)
        many.left.connect(self._shell.back)
        self._stack.addWidget(many)
        return many

    def reload(self) -> None:
        """Read again what is seen; the list behind a card reads again when it is back."""
        self._stale = self._shown is not self.listing
        if self._shown is self.listing:
            self._reload_list()
        elif self._shown is self.__dict__.get("card"):
            self.card.presenter.reload()

    def open(self, what: object) -> None:
        """A customer's id opens their card, `new` the form."""
        if isinstance(what, int):
            self._begin_card(what, from_elsewhere=True)
        elif what == "new":
            self._from_elsewhere = True
            self._begin_form()

    def main_control(self) -> QWidget:
        """What the part that is shown begins with."""
        return self._shown.main_control()

    def toast(self, text: str, undo: Callable[[], object] | None = None) -> None:
        """Say what was done."""
        self._shell.toast(text, undo=undo)

    def fail(self, error: Exception) -> None:
        """Say what went wrong."""
        self._shell.fail(error)

    def back(self) -> bool:
        """From the form to its card, from a card to the one before, at last to the list or the page that opened it."""
        if self._customer and self._shown is not self.card:
            self._show(self.card)
            self._focus()
            return True
        if self._customer and self._trail:
            self._open_card(self._trail.pop())
            return True
        within, elsewhere = self._shown is not self.listing, self._from_elsewhere
        self._show_list()
        return within and not elsewhere

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Esc goes back from a card or the form."""
        if event.key() == Qt.Key.Key_Escape and self._shown is not self.listing:
            self._shell.back()
        else:
            super().keyPressEvent(event)

    @property
    def _customer(self) -> int:
        """Whose card or form is shown, 0 for nobody's."""
        if self._shown is self.__dict__.get("card"):
            return self.card.presenter.customer.id
        return self.form.customer_id if self._shown is self.__dict__.get("form") else 0

    def _follow(self, customer_id: int) -> None:
        """From one customer to another who is named there, and back again later."""
        if self._customer:
            self._trail.append(self._customer)
        self._open_card(customer_id)

    def _begin_card(self, customer_id: int, *, from_elsewhere: bool) -> None:
        self._from_elsewhere = from_elsewhere
        self._trail.clear()
        self._open_card(customer_id)

    def _open_card(self, customer_id: int) -> None:
        self._shown = self.card
        self.card.close_preview()
        self.card.note.say("")
        self.card.presenter.open(customer_id)  # before it is seen: what is hidden is laid out once
        self._show(self._shown)  # the list, when the customer is gone
        self._focus()

    def _begin_form(self) -> None:
        self._trail.clear()
        self._open_form(Customer(0))

    def _open_form(self, customer: Customer) -> None:
        self._uuid = new_uuid()
        today, code = self._desk.workplace.today(), self._desk.settings.shop().language
        self.form.show_customer(customer, today, code, self._used())
        self.form.own.show_fields(self._desk.fields.asked(), self._desk.fields.held(customer.id))
        self._show(self.form)
        self._focus()

    def _edit(self, field: str) -> None:
        """Open the form of the card's customer, at a field when one is named."""
        self._open_form(self.card.presenter.customer)
        if field:
            self.form.jump(field)

    def _used(self) -> dict[str, list[str]]:
        """What customers have in the free fields of the profile."""
        register = self._desk.register
        return {"persona": register.used(Subject.PERSONA), "origin": register.used(Subject.ORIGIN)}

    def _save(self, customer: Customer, held: dict[int, str]) -> None:
        text = self._language.tr("Saved: {name}", name=customer.name)
        saved: list[int] = []
        try:
            self._acts.attempt(
                lambda: saved.append(self._desk.customers.save(customer, self._uuid, held)), text
            )
        except UserError as error:
            self.form.refuse(self._language.error(error))
            return
        if not customer.id:
            self._from_elsewhere = False
        self._open_card(saved[0])

    def _save_list(self) -> None:
        """The customers that the list shows, in its order, as a file for a spreadsheet."""
        say, ids, columns = self._language, tuple(self.listing.model.ids), self.listing.shown_columns
        name = f"{say.tr('customers')}.csv"
        path = Path(self.ask_target(self, name, "CSV (*.csv);;Excel (*.xlsx)")[0] or "")
        if path.name:
            self._shell.jobs.run(
                lambda desk, _: desk.exports.customers(path, ids, say.code, columns),
                lambda _: self._shell.toast(say.tr("Saved: {name}", name=path.name)),
                self._shell.fail,
            )

    def _edit_many(self) -> None:
        self.many.begin(self.listing.table.chosen)
        self._show(self.many)
        self._focus()

    def _show_list(self) -> None:
        self._from_elsewhere = False
        self._show(self.listing)
        if self._stale:
            self._stale = False
            self._reload_list()
        self._focus()

    def _show(self, part: "Part") -> None:
        self._shown = part
        self._readable.ready()
        self._stack.setCurrentWidget(part)

    def _focus(self) -> None:
        if self.isVisible():
            self._shown.main_control().setFocus()

    def _reload_list(self) -> None:
        try:
            self.listing.reload()
        except UserError as error:
            self._unread(error)
            return
        self._readable.ready()
        self._shell.jobs.run(
            lambda desk, _: self.listing.counts(desk), self.listing.show_counts, self._unread
        )

    def _unread(self, error: Exception) -> None:
        """In place of the list: what kept it from being read, and a button that tries again."""
        if not isinstance(error, UserError) or self._shown is not self.listing:
            self._shell.fail(error)
            return
        say, self._stale = self._language, True
        again = Button(say.tr("Try again"), icon="refresh-cw", id="try-again")
        again.clicked.connect(self.reload)
        title = say.tr("The register could not be read")
        self._readable.instead(Empty("circle-x", title, say.error(error), again, tone=Tone.BAD))
        if self.isVisible():
            again.setFocus()
