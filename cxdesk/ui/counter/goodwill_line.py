"""The line for what staff give on their own judgement."""

from collections.abc import Sequence
from functools import partial

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QKeyEvent

from cxdesk.domain.gift import cost as cost_of
from cxdesk.domain.product import Product
from cxdesk.language import goodwill
from cxdesk.language.language import Language
from cxdesk.ui import amounts
from cxdesk.ui.tokens import Style, Tone
from cxdesk.ui.widgets.buttons import Button, Kind
from cxdesk.ui.widgets.cards import Card
from cxdesk.ui.widgets.choices import ChipGroup
from cxdesk.ui.widgets.fields import TextField
from cxdesk.ui.widgets.flow import Flow
from cxdesk.ui.widgets.labels import Label
from cxdesk.ui.widgets.layouts import boxed
from cxdesk.ui.widgets.notes import Note
from cxdesk.ui.widgets.search import Found, ResultList, SearchField

ENTER = {Qt.Key.Key_Return, Qt.Key.Key_Enter}
CTRL = Qt.KeyboardModifier.ControlModifier


class GoodwillLine(Card):
    """What, for how much and why: `picked(product)`, `given(text, product id or None, amount, reason)`, `left` by Esc.

    Enter in the search takes the chosen row and goes on to the amount, Enter there to the reasons; a figure gives it.
    """

    typed = Signal(str)
    picked = Signal(object)
    given = Signal(str, object, str, str)
    left = Signal()

    def __init__(self, language: Language) -> None:
        tr = language.tr
        super().__init__(tr("Give something"), icon="heart-handshake")
        self._language = language
        self._product: int | None = None
        self._purse = Label("", Style.SMALL, muted=True, lines=2)
        self.search = SearchField(tr("What is given? Coffee, a skein …"), icon="gift", id="goodwill-what")
        self.results = ResultList(self.search)
        self.cost = TextField(tr("What it costs the shop"), tr("What it costs the shop"), id="goodwill-cost")
        reasons = enumerate(goodwill.reasons(language).items(), 1)
        words = {each.value: f"{number} {text}" for number, (each, text) in reasons}
        self.reason = ChipGroup(tr("Why"), words, equal=False, height=28, id="goodwill-reason")
        self.error, self.warning = Note("", Tone.BAD), Note("", Tone.WARN)
        give = Button(tr("Give it"), icon="check", id="goodwill-give")
        cancel = Button(tr("Cancel"), Kind.QUIET, id="goodwill-cancel")
        give.clicked.connect(self._give)
        cancel.clicked.connect(self.left)
        parts = (self._purse, self.search, self.results, self.warning, self.cost, self.reason, self.error)
        for part in (*parts, boxed(Flow(give, cancel))):
            self.add(part)
        self.search.textEdited.connect(self._typed)

    def begin(self, who: str, purse: str) -> None:
        """Open, ready to type."""
        tr = self._language.tr
        self._product = None
        whom = tr("For {name}", name=who) if who else tr("For somebody without a name")
        self._purse.setText(f"{whom} · {purse}")
        self.search.setText("")
        self.cost.setText("")
        self.reason.choose()
        self.error.say("")
        self.warning.say("")
        self.show_found((), "")
        self.show()
        self.search.setFocus(Qt.FocusReason.TabFocusReason)

    def show_found(self, products: Sequence[Product], typed: str) -> None:
        """Show which products may be meant, and what was typed itself."""
        found = [self._found(product) for product in products]
        if typed:
            free = self._language.tr("Not among the products")
            found.append(Found(typed, free, partial(self.choose, typed, None), icon="plus"))
        self.results.show_found(found)
        self.results.setVisible(bool(found))

    def choose(self, text: str, product: Product | None) -> None:
        """This is given; next comes what it costs."""
        self.search.setText(text)
        self._product = product.id if product else None
        if product:
            self.picked.emit(product)
            self.cost.setText(amounts.written(cost_of(product), self._language))
        self.results.hide()
        self.results.show_found(())
        self.cost.setFocus(Qt.FocusReason.TabFocusReason)
        self.cost.selectAll()

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Enter goes on and gives it at the end, a figure is a reason; Esc leaves."""
        plain = not event.modifiers() & CTRL
        if event.key() == Qt.Key.Key_Escape:
            self.left.emit()
        elif plain and event.key() in ENTER:
            self._onward()
        elif plain and event.text() in {str(n) for n in range(1, len(self.reason.keys()) + 1)}:
            self.reason.choose([*self.reason.keys()][int(event.text()) - 1])
            self._give()
        else:
            super().keyPressEvent(event)

    def _onward(self) -> None:
        if self.cost.hasFocus() and not self.reason.value():
            self.reason.chip(next(iter(self.reason.keys()))).setFocus(Qt.FocusReason.TabFocusReason)
        else:
            self._give()

    def _typed(self, text: str) -> None:
        self._product = None
        self.warning.say("")
        self.typed.emit(text)

    def _give(self) -> None:
        self.given.emit(self.search.text(), self._product, self.cost.text(), self.reason.value())

    def _found(self, product: Product) -> Found:
        money = self._language.money(cost_of(product))
        return Found(product.name, money, partial(self.choose, product.name, product), icon="package")
