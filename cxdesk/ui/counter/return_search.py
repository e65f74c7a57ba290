"""The search for what comes back."""

from collections.abc import Sequence
from functools import partial

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QWidget

from cxdesk.domain.product import Product
from cxdesk.domain.returns import Returnable
from cxdesk.language.language import Language
from cxdesk.ui.tokens import Style
from cxdesk.ui.widgets.labels import Label
from cxdesk.ui.widgets.layouts import column
from cxdesk.ui.widgets.search import Found, ResultList, SearchField


class ReturnSearch(QWidget):
    """Receipt number or product; `picked(old)`, `picked_product(product)` without a receipt, `left` by Esc."""

    typed = Signal(str)
    picked = Signal(object)
    picked_product = Signal(object)
    left = Signal()

    def __init__(self, language: Language) -> None:
        super().__init__()
        tr = language.tr
        self._language = language
        self.search = SearchField(tr("Receipt number or product"), icon="receipt", id="return-search")
        self.results = ResultList(self.search)
        self._nothing = Label("", Style.SMALL, muted=True, lines=0)
        title = Label(tr("What comes back?"), Style.STRONG)
        self.setLayout(column(title, self.search, self.results, self._nothing, margins=(0, 6, 0, 6)))
        self.search.textEdited.connect(self.typed)

    def begin(self, typed: str) -> None:
        """Open, ready to type."""
        self.search.setText(typed)
        self.show()
        self.search.setFocus(Qt.FocusReason.TabFocusReason)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Esc leaves."""
        if event.key() == Qt.Key.Key_Escape:
            self.left.emit()
        else:
            super().keyPressEvent(event)

    def show_found(self, olds: Sequence[Returnable], products: Sequence[Product], typed: str) -> None:
        """Show what can come back."""
        found = [*map(self._old, olds), *map(self._product, products)]
        self.results.show_found(found)
        self.results.setVisible(bool(found))
        self._nothing.setText("" if found else self._nothing_found(typed))
        self._nothing.setVisible(not found)

    def _old(self, old: Returnable) -> Found:
        say, sold = self._language, old.line
        left = f"{say.quantity(old.left)} × {say.money(sold.unit_price)}"
        number = say.tr("receipt {number}", number=old.receipt) if old.receipt else ""
        detail = " · ".join(part for part in (say.date(old.day), left, number) if part)
        return Found(sold.description, detail, partial(self.picked.emit, old), icon="undo-2")

    def _product(self, product: Product) -> Found:
        detail = f"{self._language.tr('without a receipt')} · {self._language.money(product.price)}"
        return Found(product.name, detail, partial(self.picked_product.emit, product), icon="package")

    def _nothing_found(self, typed: str) -> str:
        tr = self._language.tr
        if typed:
            return tr("No such receipt or product.")
        return tr("Choose the customer, or type the number of the receipt or the name of the product.")
