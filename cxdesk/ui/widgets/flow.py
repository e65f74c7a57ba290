"""Widgets that flow like words: chips, badges, tiles."""

from math import ceil

from PySide6.QtCore import QRect, QSize, Qt
from PySide6.QtWidgets import QLayout, QLayoutItem, QWidget


class Flow(QLayout):
    """Widgets one after another, broken into lines like words; `equal` makes all as wide as the widest."""

    def __init__(self, *widgets: QWidget, gap: int = 6, equal: bool = False) -> None:
        super().__init__()
        self._items: list[QLayoutItem] = []
        self._heights: dict[int, int] = {}
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
        if width not in self._heights:  # the layouts around it ask many times over
            self._heights[width] = self._place(QRect(0, 0, width, 0), move=False)
        return self._heights[width]

    def invalidate(self) -> None:
        """Forget what was measured."""
        self._heights.clear()
        super().invalidate()

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

    def _columns(self, room: int) -> int:
        items = self._shown()
        widest = max((item.sizeHint().width() for item in items), default=1)
        fitting = max(1, min(len(items), (room + self._gap) // (widest + self._gap)))
        return ceil(len(items) / ceil(len(items) / fitting)) if items else 1

    def _lines(self, room: int) -> list[list[tuple[QLayoutItem, int]]]:
        lines: list[list[tuple[QLayoutItem, int]]] = []
        columns = self._columns(room)
        share, rest = divmod(room - self._gap * (columns - 1), columns)
        left = room + 1
        for item in self._shown():
            at = len(lines[-1]) if lines and len(lines[-1]) < columns else 0
            width = share + (at < rest) if self._equal else min(item.sizeHint().width(), room)
            if left + width > room:
                lines.append([])
                left = 0
            lines[-1].append((item, width))
            left += width + self._gap
        return lines

    def _place(self, rect: QRect, *, move: bool) -> int:
        lines = self._lines(rect.width())
        top = rect.y()
        if len(lines) == 1:
            top += max(0, (rect.height() - max(_height(item, width) for item, width in lines[0])) // 2)
        for line in lines:
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
