"""Ways to arrange widgets: column, row, flowing chips, columns that stack, a page that scrolls down only."""

from collections.abc import Sequence

from PySide6.QtCore import QMargins, QRect, QSize, Qt
from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import (
    QBoxLayout,
    QFrame,
    QHBoxLayout,
    QLayout,
    QLayoutItem,
    QScrollArea,
    QVBoxLayout,
    QWidget,
)

from cxdesk.ui.theme import theme

Part = QWidget | QLayout | int | None


def column(*parts: Part, gap: int = 8, margins: tuple[int, int, int, int] = (0, 0, 0, 0)) -> QVBoxLayout:
    """Parts below each other; a number is a gap in px, None takes the room that is left."""
    layout = QVBoxLayout()
    _fill(layout, parts, gap, margins)
    return layout


def row(*parts: Part, gap: int = 8, margins: tuple[int, int, int, int] = (0, 0, 0, 0)) -> QHBoxLayout:
    """Parts beside each other; a number is a gap in px, None takes the room that is left."""
    layout = QHBoxLayout()
    _fill(layout, parts, gap, margins)
    return layout


def _fill(layout: QBoxLayout, parts: Sequence[Part], gap: int, margins: tuple[int, int, int, int]) -> None:
    layout.setSpacing(gap)
    layout.setContentsMargins(QMargins(*margins))
    for part in parts:
        if part is None:
            layout.addStretch(1)
        elif isinstance(part, int):
            layout.addSpacing(part)
        elif isinstance(part, QLayout):
            layout.addLayout(part)
        else:
            layout.addWidget(part)


def boxed(layout: QLayout) -> QWidget:
    """A bare widget that holds `layout`."""
    widget = QWidget()
    widget.setLayout(layout)
    return widget


def empty(layout: QLayout) -> None:
    """Take everything out of `layout` and delete it."""
    while (item := layout.takeAt(0)) is not None:
        if (widget := item.widget()) is not None:
            widget.hide()
            widget.deleteLater()
        elif (inner := item.layout()) is not None:
            empty(inner)


class Flow(QLayout):
    """Widgets one after another, broken into lines like words; `equal` makes all as wide as the widest."""

    def __init__(self, *widgets: QWidget, gap: int = 6, equal: bool = False) -> None:
        super().__init__()
        self._items: list[QLayoutItem] = []
        self._gap, self._equal = gap, equal
        self.setContentsMargins(0, 0, 0, 0)
        for widget in widgets:
            self.addWidget(widget)

    def addItem(self, item: QLayoutItem) -> None:
        """Take `item` last."""
        self._items.append(item)

    def count(self) -> int:
        """Number of items."""
        return len(self._items)

    def itemAt(self, index: int) -> QLayoutItem | None:
        """The item at `index`, None past the end."""
        return self._items[index] if 0 <= index < len(self._items) else None

    def takeAt(self, index: int) -> QLayoutItem | None:
        """Remove and give the item at `index`, None past the end."""
        return self._items.pop(index) if 0 <= index < len(self._items) else None

    def expandingDirections(self) -> Qt.Orientation:
        """It takes no more than it needs."""
        return Qt.Orientation(0)

    def hasHeightForWidth(self) -> bool:
        """Lines break by width."""
        return True

    def heightForWidth(self, width: int) -> int:
        """Height in px of all lines."""
        return self._place(QRect(0, 0, width, 0), move=False)

    def setGeometry(self, rect: QRect) -> None:
        """Place the widgets."""
        super().setGeometry(rect)
        self._place(rect, move=True)

    def sizeHint(self) -> QSize:
        """All in one line."""
        sizes = [item.sizeHint() for item in self._shown()]
        width = sum(size.width() for size in sizes) + self._gap * max(0, len(sizes) - 1)
        return QSize(width, max((size.height() for size in sizes), default=0))

    def minimumSize(self) -> QSize:
        """Room for the widest alone."""
        sizes = [item.minimumSize() for item in self._shown()]
        return QSize(max((s.width() for s in sizes), default=0), max((s.height() for s in sizes), default=0))

    def _shown(self) -> list[QLayoutItem]:
        return [item for item in self._items if not item.isEmpty()]

    def _width(self, item: QLayoutItem, room: int, widest: int) -> int:
        if not self._equal:
            return min(item.sizeHint().width(), room)
        columns = max(1, (room + self._gap) // (widest + self._gap))
        columns = min(columns, max(1, len(self._shown())))
        return (room - self._gap * (columns - 1)) // columns

    def _lines(self, room: int) -> list[list[tuple[QLayoutItem, int]]]:
        widest = max((item.sizeHint().width() for item in self._shown()), default=0)
        lines: list[list[tuple[QLayoutItem, int]]] = []
        left = room + 1
        for item in self._shown():
            width = self._width(item, room, widest)
            if left + width > room:
                lines.append([])
                left = 0
            lines[-1].append((item, width))
            left += width + self._gap
        return lines

    def _place(self, rect: QRect, *, move: bool) -> int:
        top = rect.y()
        for line in self._lines(rect.width()):
            tallest = max(_height(item, width) for item, width in line)
            left = rect.x()
            for item, width in line:
                height = tallest if self._equal else _height(item, width)
                if move:
                    item.setGeometry(QRect(left, top + (tallest - height) // 2, width, height))
                left += width + self._gap
            top += tallest + self._gap
        return max(0, top - self._gap - rect.y())


def _height(item: QLayoutItem, width: int) -> int:
    return item.heightForWidth(width) if item.hasHeightForWidth() else item.sizeHint().height()


class Columns(QWidget):
    """Widgets beside each other that stack under `stack_under` logical px of width (before text scale).

    Each column is (widget, share); a share of 0 keeps the column at the width it asks for.
    """

    def __init__(self, *columns: tuple[QWidget, int], gap: int = 16, stack_under: int = 860) -> None:
        super().__init__()
        self._columns, self._under = columns, stack_under
        self._layout = QBoxLayout(QBoxLayout.Direction.LeftToRight, self)
        self._layout.setContentsMargins(0, 0, 0, 0)
        self._layout.setSpacing(gap)
        for widget, share in columns:
            self._layout.addWidget(widget, share)

    def stacked(self) -> bool:
        """Whether the columns stand below each other."""
        return self._layout.direction() == QBoxLayout.Direction.TopToBottom

    def minimumSizeHint(self) -> QSize:
        """As narrow as the widest column: it can always stack."""
        sizes = [widget.minimumSizeHint() for widget, _ in self._columns]
        return QSize(max(size.width() for size in sizes), self._layout.minimumSize().height())

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Stack or unstack."""
        super().resizeEvent(event)
        narrow = event.size().width() < theme().px(self._under)
        if narrow != self.stacked():
            way = QBoxLayout.Direction.TopToBottom if narrow else QBoxLayout.Direction.LeftToRight
            self._layout.setDirection(way)
            for index, (_, share) in enumerate(self._columns):
                self._layout.setStretch(index, 0 if narrow else share)


class ScrollPage(QScrollArea):
    """A page that scrolls down but never sideways; `body` is its column."""

    def __init__(
        self, *parts: Part, gap: int = 12, margins: tuple[int, int, int, int] = (24, 16, 24, 24)
    ) -> None:
        super().__init__()
        self.setFrameShape(QFrame.Shape.NoFrame)
        self.setWidgetResizable(True)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        self.body = column(*parts, gap=gap, margins=margins)
        inside = boxed(self.body)
        inside.setObjectName("scrolled")
        self.setWidget(inside)
