"""Search: a field and the rows it finds, on the page itself. Arrows choose while the focus stays in the field."""

from collections.abc import Callable, Sequence
from dataclasses import dataclass

from PySide6.QtCore import QRectF, QSize, Qt, Signal
from PySide6.QtGui import QColor, QFontMetrics, QKeyEvent, QPaintEvent
from PySide6.QtWidgets import QAbstractButton, QSizePolicy, QWidget

from cxdesk.ui.theme import theme
from cxdesk.ui.tokens import RADIUS_FIELD, Style, Tone
from cxdesk.ui.widgets.access import announce, named
from cxdesk.ui.widgets.badges import Avatar, Badge, IconDisc
from cxdesk.ui.widgets.fields import TextField
from cxdesk.ui.widgets.labels import Label
from cxdesk.ui.widgets.layouts import column, empty, row
from cxdesk.ui.widgets.painting import begin, box


@dataclass(frozen=True, slots=True)
class Found:
    """A row of results: `pick` is called when it is chosen; without `icon` it shows the title's initials."""

    title: str
    detail: str
    pick: Callable[[], object]
    badge: str = ""
    tone: Tone = Tone.NEUTRAL
    icon: str = ""


class SearchField(TextField):
    """A field with a magnifier and, while empty, a key cap at its right; Up, Down, Enter and Esc are signals.

    `typed(text)` tells what a person has made of it, also through a screen reader, and not what `setText` puts there.
    """

    typed = Signal(str)
    moved = Signal(int)
    entered = Signal()
    left = Signal()

    def __init__(self, name: str, *, hint: str = "", icon: str = "search", id: str = "") -> None:  # noqa: A002
        self.hint, self._quiet = hint, False
        super().__init__(name, name, icon=icon, id=id)
        self.textChanged.connect(self._tell)

    def setText(self, text: str | None) -> None:
        """Show `text` without telling it as typed."""
        self._quiet = True
        super().setText(text)
        self._quiet = False

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Up and Down move in the results, Enter picks, Esc empties and then leaves."""
        steps = {Qt.Key.Key_Up: -1, Qt.Key.Key_Down: 1}
        key = Qt.Key(event.key())
        if key in steps:
            self.moved.emit(steps[key])
        elif key in {Qt.Key.Key_Return, Qt.Key.Key_Enter} and not _commanded(event):
            self.entered.emit()
        elif key == Qt.Key.Key_Escape and self.text():
            self.clear()
        elif key == Qt.Key.Key_Escape:
            self.left.emit()
            event.ignore()
        else:
            super().keyPressEvent(event)

    def paintEvent(self, event: QPaintEvent) -> None:
        """Draw the key cap over the empty field."""
        super().paintEvent(event)
        if not self.hint or self.text() or self.hasFocus():
            return
        tokens, font = theme().tokens, theme().font(Style.KEY)
        metrics = QFontMetrics(font)
        cap = QRectF(0, 0, self._right_room() - 4, metrics.height() + 4)
        cap.moveCenter(QRectF(self.rect()).center())
        cap.moveRight(self.width() - 10)
        painter = begin(self)
        box(painter, cap, 4, tokens.sunken, tokens.border)
        painter.setFont(font)
        painter.setPen(QColor(tokens.muted))
        painter.drawText(cap, Qt.AlignmentFlag.AlignCenter, self.hint)
        painter.end()

    def _tell(self, text: str) -> None:
        if not self._quiet:
            self.typed.emit(text)

    def _right_room(self) -> int:
        return QFontMetrics(theme().font(Style.KEY)).horizontalAdvance(self.hint) + 16 if self.hint else 0


def _commanded(event: QKeyEvent) -> bool:
    return bool(event.modifiers() & Qt.KeyboardModifier.ControlModifier)


class ResultRow(QAbstractButton):
    """One found thing; soft when it is the chosen one."""

    def __init__(self, found: Found) -> None:
        super().__init__()
        self.found, self._chosen = found, False
        self.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        self.setCursor(Qt.CursorShape.PointingHandCursor)
        self.setAttribute(Qt.WidgetAttribute.WA_Hover)
        self.setSizePolicy(QSizePolicy.Policy.Preferred, QSizePolicy.Policy.Fixed)
        mark = IconDisc(found.icon, Tone.ACCENT, 34) if found.icon else Avatar(found.title)
        words = column(Label(found.title, Style.STRONG), Label(found.detail, Style.SMALL, muted=True), gap=1)
        badge = [Badge(found.badge, found.tone)] if found.badge else []
        layout = row(mark, words, *badge, gap=10, margins=(8, 7, 8, 7))
        layout.setStretch(1, 1)
        self.setLayout(layout)
        named(self, f"{found.title}, {found.detail}" if found.detail else found.title)

    def choose(self, *, on: bool) -> None:
        """Show it as the one that Enter picks."""
        self._chosen = on
        self.update()

    def sizeHint(self) -> QSize:
        """Two lines and their air."""
        return self.layout().sizeHint()  # type: ignore[union-attr]

    def paintEvent(self, event: QPaintEvent) -> None:  # noqa: ARG002 - Qt's signature
        """Draw the fill of the chosen row."""
        tokens = theme().tokens
        fill = tokens.soft[Tone.ACCENT].fill if self._chosen else tokens.sunken if self.underMouse() else None
        painter = begin(self)
        box(painter, QRectF(self.rect()), RADIUS_FIELD, fill)
        painter.end()


class ResultList(QWidget):
    """The rows that `field` found; the first is chosen, `picked` comes after the row's own `pick`."""

    picked = Signal()

    def __init__(self, field: SearchField) -> None:
        super().__init__()
        self._field, self._rows, self._at = field, list[ResultRow](), 0
        self._column = column(gap=2)
        self.setLayout(self._column)
        field.moved.connect(self._move)
        field.entered.connect(self._pick)

    def show_found(self, found: Sequence[Found]) -> None:
        """Show these rows in place of the old ones."""
        empty(self._column)
        self._rows = [ResultRow(each) for each in found]
        for index, each in enumerate(self._rows):
            each.clicked.connect(lambda _=False, index=index: self._press(index))
            self._column.addWidget(each)
        self._choose(0)

    @property
    def chosen(self) -> Found | None:
        """The chosen row's content, None when there are no rows."""
        return self._rows[self._at].found if self._rows else None

    def _choose(self, index: int) -> None:
        self._at = max(0, min(index, len(self._rows) - 1))
        for at, each in enumerate(self._rows):
            each.choose(on=at == self._at)

    def _move(self, step: int) -> None:
        if self._rows:
            self._choose(self._at + step)
            announce(self._field, self._rows[self._at].accessibleName())

    def _pick(self) -> None:
        if self._rows:
            self._press(self._at)

    def _press(self, index: int) -> None:
        self._choose(index)
        self._rows[index].found.pick()
        self.picked.emit()
