"""One line of the purchase."""

from PySide6.QtCore import QRectF, Qt, Signal
from PySide6.QtGui import QKeyEvent, QPaintEvent
from PySide6.QtWidgets import QSizePolicy, QWidget

from cxdesk.domain.purchase import PurchaseLine
from cxdesk.language.language import Language
from cxdesk.ui.theme import theme
from cxdesk.ui.tokens import TARGET, Style
from cxdesk.ui.widgets.access import named
from cxdesk.ui.widgets.buttons import IconButton
from cxdesk.ui.widgets.labels import Label
from cxdesk.ui.widgets.layouts import column, row
from cxdesk.ui.widgets.painting import begin, box


class LineRow(QWidget):
    """What, how many, how much. With the focus on it + and - change the quantity, digits set it, Del removes it.

    Signals: `more(index, step)` and `many(index, quantity)`.
    """

    more = Signal(int, float)
    many = Signal(int, float)

    def __init__(self, index: int, line: PurchaseLine, language: Language) -> None:
        super().__init__()
        self.index = index
        tr = language.tr
        count, price = language.quantity(line.quantity), language.money(line.unit_price)
        amount = language.money(line.amount)
        less = tr("One less") if line.quantity > 1 else tr("Remove")
        self.minus = IconButton("minus", f"{less}: {line.description}", height=TARGET, id=f"less-{index}")
        self.plus = IconButton(
            "plus", f"{tr('One more')}: {line.description}", height=TARGET, id=f"more-{index}"
        )
        top = row(Label(line.description, Style.STRONG), Label(amount, Style.STRONG))
        top.setStretch(0, 1)
        below = row(Label(f"{count} × {price}", Style.SMALL, muted=True), self.minus, self.plus, gap=4)
        below.setStretch(0, 1)
        self.setLayout(column(top, below, gap=0, margins=(0, 6, 0, 7)))
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        self.setSizePolicy(QSizePolicy.Policy.Preferred, QSizePolicy.Policy.Fixed)
        self.minus.clicked.connect(lambda: self.more.emit(self.index, -1))
        self.plus.clicked.connect(lambda: self.more.emit(self.index, 1))
        named(self, f"{line.description}, {count} × {price}, {amount}", f"line-{index}")

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Change the quantity."""
        text = event.text()
        if text in {"+", "-"}:
            self.more.emit(self.index, 1 if text == "+" else -1)
        elif event.key() in {Qt.Key.Key_Delete, Qt.Key.Key_Backspace}:
            self.many.emit(self.index, 0)
        elif text in {*"123456789"}:
            self.many.emit(self.index, int(text))
        else:
            super().keyPressEvent(event)

    def paintEvent(self, event: QPaintEvent) -> None:  # noqa: ARG002 - Qt's signature
        """A line below."""
        painter = begin(self)
        box(painter, QRectF(0, self.height() - 1, self.width(), 1), 0, theme().tokens.border)
        painter.end()
