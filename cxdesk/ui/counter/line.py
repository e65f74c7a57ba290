"""One line of the purchase."""

from PySide6.QtCore import QRectF, Qt, Signal
from PySide6.QtGui import QKeyEvent, QPaintEvent
from PySide6.QtWidgets import QSizePolicy, QWidget

from cxdesk.language.language import Language
from cxdesk.ui.counter.basket import BasketLine
from cxdesk.ui.theme import theme
from cxdesk.ui.tokens import TARGET, Style
from cxdesk.ui.widgets.access import named
from cxdesk.ui.widgets.buttons import IconButton
from cxdesk.ui.widgets.labels import Label
from cxdesk.ui.widgets.layouts import column, row
from cxdesk.ui.widgets.painting import begin, box

CTRL = Qt.KeyboardModifier.ControlModifier
ENTER = {Qt.Key.Key_Return, Qt.Key.Key_Enter}
STEPS = {Qt.Key.Key_Up: -1, Qt.Key.Key_Down: 1}


class LineRow(QWidget):
    """What, how many, how much.

    With the focus on it + and - change the quantity, digits set it, Del removes it, Enter opens its price, Up and Down
    go to the next line.

    Signals: `more(index, step)`, `many(index, quantity)`, `opened(index)` and `moved(index, step)`.
    """

    more = Signal(int, float)
    many = Signal(int, float)
    opened = Signal(int)
    moved = Signal(int, int)

    def __init__(self, index: int, line: BasketLine, language: Language) -> None:
        super().__init__()
        self.index = index
        self._language = language
        said = self._sum(line), self._aside(line)
        amount = language.money(line.line.amount)
        top = row(Label(line.description, Style.STRONG), Label(amount, Style.STRONG))
        top.setStretch(0, 1)
        below = row(Label(said[0], Style.SMALL, muted=True), *self._buttons(line), gap=4)
        below.setStretch(0, 1)
        aside = [Label(said[1], Style.SMALL, muted=True, lines=2)] if said[1] else []
        self.setLayout(column(top, below, *aside, gap=0, margins=(0, 6, 0, 7)))
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        self.setSizePolicy(QSizePolicy.Policy.Preferred, QSizePolicy.Policy.Minimum)
        name = ", ".join(part for part in (line.description, said[0], amount, said[1]) if part)
        named(self, name, f"line-{index}")

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Change the quantity, or open the rest."""
        text, key = event.text(), Qt.Key(event.key())
        if text in {"+", "-"}:
            self.more.emit(self.index, 1 if text == "+" else -1)
        elif key in {Qt.Key.Key_Delete, Qt.Key.Key_Backspace}:
            self.many.emit(self.index, 0)
        elif text in {*"123456789"}:
            self.many.emit(self.index, int(text))
        elif key in STEPS:
            self.moved.emit(self.index, STEPS[key])
        elif key in ENTER and not event.modifiers() & CTRL:
            self.opened.emit(self.index)
        else:
            super().keyPressEvent(event)

    def paintEvent(self, event: QPaintEvent) -> None:  # noqa: ARG002 - Qt's signature
        """A line below."""
        painter = begin(self)
        box(painter, QRectF(0, self.height() - 1, self.width(), 1), 0, theme().tokens.border)
        painter.end()

    def _buttons(self, line: BasketLine) -> tuple[IconButton, ...]:
        tr, at = self._language.tr, self.index
        less = tr("One less") if line.quantity > 1 else tr("Remove")
        change = tr("Price, discount and warranty")
        said = {"pencil": (change, "line-change"), "minus": (less, "less"), "plus": (tr("One more"), "more")}
        pencil, self.minus, self.plus = (
            IconButton(icon, f"{words}: {line.description}", height=TARGET, id=f"{key}-{at}")
            for icon, (words, key) in said.items()
        )
        pencil.clicked.connect(lambda: self.opened.emit(at))
        self.minus.clicked.connect(lambda: self.more.emit(at, -1))
        self.plus.clicked.connect(lambda: self.more.emit(at, 1))
        return pencil, self.minus, self.plus

    def _sum(self, line: BasketLine) -> str:
        """How the amount comes about."""
        count, price = self._language.quantity(line.quantity), self._language.money(line.unit_price)
        off = line.line.discount
        return f"{count} × {price} − {self._language.money(off)}" if off else f"{count} × {price}"

    def _aside(self, line: BasketLine) -> str:
        """What else is to be known of the line."""
        tr, parts = self._language.tr, []
        if line.returned:
            parts.append(tr("Return: {reason}", reason=line.reason) if line.reason else tr("Return"))
        if line.old:
            parts.append(tr("bought {day}", day=self._language.date(line.old.day)))
        if line.warranty_until:
            parts.append(tr("warranty until {day}", day=self._language.date(line.warranty_until)))
        return " · ".join(parts)
