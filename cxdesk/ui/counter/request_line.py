"""The line for something that is asked for and not in stock."""

from collections.abc import Sequence
from functools import partial

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QWidget

from cxdesk.domain.product import Product
from cxdesk.language.language import Language
from cxdesk.ui.tokens import Style, Tone
from cxdesk.ui.widgets.buttons import Button, Kind
from cxdesk.ui.widgets.fields import TextField
from cxdesk.ui.widgets.flow import Flow
from cxdesk.ui.widgets.labels import Label
from cxdesk.ui.widgets.layouts import boxed, column, row
from cxdesk.ui.widgets.notes import Note
from cxdesk.ui.widgets.search import Found, ResultList, SearchField

ENTER = {Qt.Key.Key_Return, Qt.Key.Key_Enter}
CTRL = Qt.KeyboardModifier.ControlModifier


class RequestLine(QWidget):
    """What, how many, for whom: `recorded(text, product id or None, quantity, phone)`, `left` by Esc.

    Enter in the search takes the chosen row and goes on to the quantity; Enter there notes it.
    """

    typed = Signal(str)
    recorded = Signal(str, object, str, str)
    listed = Signal()
    left = Signal()

    def __init__(self, language: Language) -> None:
        super().__init__()
        tr = language.tr
        self._language = language
        self._product: int | None = None
        self.search = SearchField(tr("What was asked for?"), icon="package-x", id="request-search")
        self.results = ResultList(self.search)
        self.quantity = TextField(tr("Quantity"), tr("Quantity"), id="request-quantity")
        self.phone = TextField(tr("Phone number"), tr("Phone number"), id="request-phone")
        self._there = Note("", Tone.INFO, icon="package")
        self._who = Label("", Style.SMALL, muted=True, lines=2)
        self.error = Note("", Tone.BAD)
        self._arrange()
        self.search.textEdited.connect(self._typed)

    def begin(self, who: str) -> None:
        """Open, ready to type; the phone number is asked for when nobody is chosen."""
        self._product = None
        self.search.setText("")
        self.quantity.setText("1")
        self.phone.setText("")
        self.show_customer(who)
        self.error.say("")
        self._there.say("")
        self.show()
        self.search.setFocus(Qt.FocusReason.TabFocusReason)

    def show_customer(self, name: str) -> None:
        """Note it for the customer at the counter; with nobody there a phone number is asked for."""
        self.phone.setVisible(not name)
        self.say_asker(name)

    def say_asker(self, name: str) -> None:
        """Say for whom it is noted."""
        tr = self._language.tr
        self._who.setText(tr("For {name}", name=name) if name else tr("Whom may we call when it comes?"))

    def show_found(self, products: Sequence[Product], typed: str) -> None:
        """Show which products may be meant, and what was typed itself."""
        found = [self._found(product) for product in products]
        if typed:
            free = self._language.tr("Not among the products")
            found.append(Found(typed, free, partial(self.choose, typed, None), icon="plus"))
        self.results.show_found(found)
        self.results.setVisible(bool(found))

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Enter notes it, Esc leaves."""
        if event.key() == Qt.Key.Key_Escape:
            self.left.emit()
        elif event.key() in ENTER and not event.modifiers() & CTRL:
            self._record()
        else:
            super().keyPressEvent(event)

    def _arrange(self) -> None:
        tr = self._language.tr
        save = Button(tr("Note it"), icon="check", id="request-save")
        cancel = Button(tr("Cancel"), Kind.QUIET, id="request-cancel")
        everything = Button(tr("All that is asked for"), Kind.QUIET, height=28, id="request-list")
        save.clicked.connect(self._record)
        cancel.clicked.connect(self.left)
        everything.clicked.connect(self.listed)
        title = Label(tr("Asked for, not in stock"), Style.STRONG, lines=2)
        figures = row(self.quantity, self.phone)
        figures.setStretch(0, 1)
        figures.setStretch(1, 2)
        parts = (title, self.search, self.results, self._there, self._who, boxed(figures), self.error)
        buttons = boxed(Flow(save, cancel, everything, gap=6))
        self.setLayout(column(*parts, buttons, margins=(0, 6, 0, 6)))

    def _typed(self, text: str) -> None:
        self._product = None
        self._there.say("")
        self.typed.emit(text)

    def choose(self, text: str, product: Product | None) -> None:
        """This is what is asked for; next comes how many. What is in stock after all is said at once."""
        self.search.setText(text)
        self._product = product.id if product else None
        self._there.say(self._in_stock(product) if product else "")
        self.results.hide()
        self.results.show_found(())
        self.quantity.setFocus(Qt.FocusReason.TabFocusReason)
        self.quantity.selectAll()

    def _record(self) -> None:
        self.recorded.emit(self.search.text(), self._product, self.quantity.text(), self.phone.text())

    def _found(self, product: Product) -> Found:
        stock = self._language.quantity(product.stock) if product.stock is not None else ""
        detail = self._language.tr("{count} in stock", count=stock) if stock else ""
        return Found(product.name, detail, partial(self.choose, product.name, product), icon="package")

    def _in_stock(self, product: Product) -> str:
        if product.stock is None or product.stock <= 0:
            return ""
        count = self._language.quantity(product.stock)
        return self._language.tr("In stock now: {count}. It can be noted all the same.", count=count)
