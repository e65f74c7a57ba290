"""A few rows of a file or a list, as they are; wide ones scroll within themselves."""

from collections.abc import Collection, Sequence
from typing import Any

from PySide6.QtCore import QAbstractTableModel, QModelIndex, QPersistentModelIndex, QSize, Qt
from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import QAbstractItemView, QHeaderView, QSizePolicy, QTableView

from cxdesk.ui.theme import theme
from cxdesk.ui.tokens import FIELD, Style
from cxdesk.ui.widgets.access import named
from cxdesk.ui.widgets.labels import tooltip

WIDEST, ROOM = 300, 1  # px; of the frame's two the line below the last row needs none
Index = QModelIndex | QPersistentModelIndex
ROLE = Qt.ItemDataRole


class _Rows(QAbstractTableModel):
    """Texts under headings."""

    def __init__(self) -> None:
        super().__init__()
        self.header: Sequence[str] = ()
        self.rows: Sequence[Sequence[str]] = ()
        self.right: Collection[int] = ()

    def show(self, header: Sequence[str], rows: Sequence[Sequence[str]], right: Collection[int]) -> None:
        """Take other texts."""
        self.beginResetModel()
        self.header, self.rows, self.right = header, rows, right
        self.endResetModel()

    def rowCount(self, parent: Index = QModelIndex()) -> int:  # noqa: B008 - Qt's signature
        """Number of rows."""
        return 0 if parent.isValid() else len(self.rows)

    def columnCount(self, parent: Index = QModelIndex()) -> int:  # noqa: B008 - Qt's signature
        """Number of columns."""
        return 0 if parent.isValid() else len(self.header)

    def data(self, index: Index, role: int = ROLE.DisplayRole) -> Any:
        """The text of a cell, its tooltip, or its alignment."""
        if role == ROLE.TextAlignmentRole:
            return self._alignment(index.column())
        row = self.rows[index.row()]
        text = row[index.column()] if index.column() < len(row) else ""
        if role == ROLE.DisplayRole:
            return " ".join(text.split())
        return tooltip(text) if role == ROLE.ToolTipRole else None

    def headerData(self, section: int, orientation: Qt.Orientation, role: int = ROLE.DisplayRole) -> Any:
        """The title of a column."""
        if orientation == Qt.Orientation.Horizontal and role == ROLE.DisplayRole:
            return self.header[section]
        return self._alignment(section) if role == ROLE.TextAlignmentRole else None

    def _alignment(self, column: int) -> Qt.AlignmentFlag:
        side = Qt.AlignmentFlag.AlignRight if column in self.right else Qt.AlignmentFlag.AlignLeft
        return side | Qt.AlignmentFlag.AlignVCenter


class Sheet(QTableView):
    """Rows to look at, as high as they are, at most `most`; `name` is said by screen readers."""

    def __init__(self, name: str, *, most: int = 8, id: str = "") -> None:  # noqa: A002 - as Button
        super().__init__()
        self._rows, self._most = _Rows(), most
        self._needed: list[int] = []
        named(self, name, id)
        self.setModel(self._rows)
        self.setSelectionBehavior(QAbstractItemView.SelectionBehavior.SelectRows)
        self.setSelectionMode(QAbstractItemView.SelectionMode.SingleSelection)
        self.setHorizontalScrollMode(QAbstractItemView.ScrollMode.ScrollPerPixel)
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)
        self.setShowGrid(False)
        self.setWordWrap(False)
        self.setTabKeyNavigation(False)
        self._dress()
        theme().changed.connect(self._dress)

    def show_rows(
        self, header: Sequence[str], rows: Sequence[Sequence[str]], right: Collection[int] = ()
    ) -> None:
        """Show other rows; `right` are the places of columns with figures."""
        self._rows.show(header, rows, right)
        self._fit()

    def texts(self) -> list[list[str]]:
        """What is shown, row by row."""
        return [list(row) for row in self._rows.rows]

    def sizeHint(self) -> QSize:
        """Room for the rows, and for a scroll bar below them."""
        rows = min(max(1, self._rows.rowCount()), self._most)
        head = self.horizontalHeader().sizeHint().height()
        return QSize(theme().px(200), head + rows * theme().px(FIELD) + ROOM + self._bar())

    def minimumSizeHint(self) -> QSize:
        """It scrolls sideways, never down within fewer rows."""
        return QSize(theme().px(120), self.sizeHint().height())

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Share out the new room."""
        super().resizeEvent(event)
        self._share_out()

    def _bar(self) -> int:
        wide = self.horizontalHeader().length() > self.viewport().width()
        return self.horizontalScrollBar().sizeHint().height() if wide else 0

    def _dress(self) -> None:
        self.setFont(theme().font(Style.BODY))
        self.verticalHeader().hide()
        self.verticalHeader().setDefaultSectionSize(theme().px(FIELD))
        header = self.horizontalHeader()
        header.setHighlightSections(False)
        header.setMinimumSectionSize(theme().px(40))
        header.setSectionResizeMode(QHeaderView.ResizeMode.Fixed)
        header.setStretchLastSection(True)
        self._fit()

    def _fit(self) -> None:
        few = self._rows.rowCount() <= self._most
        off, needed = Qt.ScrollBarPolicy.ScrollBarAlwaysOff, Qt.ScrollBarPolicy.ScrollBarAsNeeded
        self.setVerticalScrollBarPolicy(off if few else needed)
        self._needed = [self._needs(at) for at in range(self._rows.columnCount())]
        self._share_out()
        self.updateGeometry()

    def _needs(self, at: int) -> int:
        """The width of a column's title and of its widest text; asking Qt for every cell takes much longer."""
        metrics, model = self.fontMetrics(), self._rows
        cells = [model.index(number, at) for number in range(model.rowCount())]
        widest = max(cells, key=lambda cell: metrics.horizontalAdvance(model.data(cell)), default=None)
        title = self.horizontalHeader().sectionSizeHint(at)
        return max(title, self.sizeHintForIndex(widest).width()) if widest else title

    def _share_out(self) -> None:
        """Every column as wide as what it says, up to `WIDEST`; long ones share the room that is left over."""
        header, widest = self.horizontalHeader(), theme().px(WIDEST)
        left = max(0, self.viewport().width() - sum(min(width, widest) for width in self._needed))
        for at, width in enumerate(self._needed):
            more = min(left, max(0, width - widest))
            left -= more
            header.resizeSection(at, min(width, widest) + more)
