"""The small form of a line: quantity, price, discount and warranty, or why it comes back."""

from calendar import isleap
from collections.abc import Callable
from datetime import date

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QWidget

from cxdesk.language.language import Language
from cxdesk.ui.counter.basket import BasketLine
from cxdesk.ui.counter.line_entry import LineTexts, texts
from cxdesk.ui.tokens import Style, Tone
from cxdesk.ui.widgets.buttons import Button, Kind
from cxdesk.ui.widgets.fields import TextField
from cxdesk.ui.widgets.flow import Flow
from cxdesk.ui.widgets.labels import Label
from cxdesk.ui.widgets.layouts import boxed, column, row
from cxdesk.ui.widgets.notes import Note

YEARS = (1, 2)


class LineForm(QWidget):
    """`written(index, texts)` by Enter, `left` by Esc."""

    written = Signal(int, object)
    left = Signal()

    def __init__(self, language: Language, today: Callable[[], date]) -> None:
        super().__init__()
        tr = language.tr
        self._language, self._today, self.index = language, today, 0
        self._title = Label("", Style.STRONG, lines=2)
        self.quantity = TextField(tr("Quantity"), id="line-quantity")
        self.price = TextField(tr("Price"), id="line-price")
        self.discount = TextField(tr("Discount"), tr("2,50 or 10 %"), id="line-discount")
        self.warranty = TextField(tr("Warranty until"), tr("day.month.year"), id="line-warranty")
        self.reason = TextField(tr("Why does it come back?"), tr("optional"), id="line-reason")
        self._fields = {each: _labelled(each) for each in (self.quantity, self.price, self.discount)}
        self._fields |= {each: _labelled(each) for each in (self.warranty, self.reason)}
        self._years = boxed(Flow(*map(self._year, YEARS), gap=6))
        self.error = Note("", Tone.BAD)
        self._arrange()

    def begin(self, index: int, line: BasketLine) -> None:
        """Ask for what can be changed of a line."""
        self.index = index
        said = texts(line, self._language)
        self._title.setText(line.description)
        for name in ("quantity", "price", "discount", "warranty", "reason"):
            getattr(self, name).setText(getattr(said, name))
        for field in (self.price, self.discount):
            self._fields[field].setVisible(line.old is None)
        for part in (self._fields[self.warranty], self._years):
            part.setVisible(not line.returned)
        self._fields[self.reason].setVisible(line.returned)
        self.error.say("")
        first = self.price if line.old is None else self.quantity
        first.setFocus(Qt.FocusReason.TabFocusReason)
        first.selectAll()

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Enter takes it over, Esc leaves."""
        plain = not event.modifiers() & Qt.KeyboardModifier.ControlModifier
        if event.key() == Qt.Key.Key_Escape:
            self.left.emit()
        elif event.key() in {Qt.Key.Key_Return, Qt.Key.Key_Enter} and plain:
            self._write()
        else:
            super().keyPressEvent(event)

    def _arrange(self) -> None:
        tr = self._language.tr
        save = Button(tr("Change"), icon="check", id="line-save")
        cancel = Button(tr("Cancel"), Kind.QUIET, id="line-cancel")
        save.clicked.connect(self._write)
        cancel.clicked.connect(self.left)
        quantity, price, discount, warranty, reason = self._fields.values()
        figures = row(quantity, price)
        figures.setStretch(0, 2)
        figures.setStretch(1, 3)
        below = row(discount, warranty)
        below.setStretch(0, 2)
        below.setStretch(1, 3)
        parts = (self._title, boxed(figures), boxed(below), self._years, reason)
        self.setLayout(column(*parts, self.error, boxed(Flow(save, cancel)), margins=(0, 6, 0, 6)))

    def _year(self, years: int) -> Button:
        words = self._language.tr_n("{n} year", "{n} years", years)
        button = Button(words, height=28, id=f"warranty-{years}")
        button.clicked.connect(lambda: self._last(years))
        return button

    def _last(self, years: int) -> None:
        self.warranty.setText(self._language.date(_after(self._today(), years)))

    def _write(self) -> None:
        said = LineTexts(
            self.quantity.text(),
            self.price.text(),
            self.discount.text(),
            self.warranty.text(),
            self.reason.text(),
        )
        self.written.emit(self.index, said)


def _labelled(field: TextField) -> QWidget:
    return boxed(column(Label(field.accessibleName(), Style.SMALL, muted=True), field, gap=2))


def _after(day: date, years: int) -> date:
    """The same day so many years later, on 28 February where 29 is missing."""
    year = day.year + years
    leap_day = (day.month, day.day) == (2, 29)
    return day.replace(year=year, day=28 if leap_day and not isleap(year) else day.day)
