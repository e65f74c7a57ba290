"""A table of any length: the ids are known, the rows come in pages of 128 when they are seen."""

from collections import OrderedDict
from collections.abc import Callable, Sequence
from dataclasses import dataclass
from typing import Any

from PySide6.QtCore import (
    QAbstractTableModel,
    QItemSelectionModel,
    QModelIndex,
    QPersistentModelIndex,
    Qt,
    Signal,
)
from PySide6.QtGui import QKeyEvent, QResizeEvent
from PySide6.QtWidgets import QAbstractItemView, QHeaderView, QTableView

from cxdesk.ui.theme import theme
from cxdesk.ui.tokens import NAV, Style
from cxdesk.ui.widgets.access import named
from cxdesk.ui.widgets.labels import tooltip

PAGE, KEPT = 32, 64  # more than a screen shows; the first look waits for one of them
COMMANDS = Qt.KeyboardModifier.ControlModifier | Qt.KeyboardModifier.AltModifier
LEAST = 140  # px of the column that takes the room left
Index = QModelIndex | QPersistentModelIndex
ROLE = Qt.ItemDataRole


@dataclass(frozen=True, slots=True)
class Column:
    """A column: `key` names it when sorting is asked for; `right` for figures; `stretch` takes the room left."""

    key: str
    title: str
    right: bool = False
    stretch: bool = False
    sortable: bool = True


class PagedModel(QAbstractTableModel):
    """Rows for a table; `reshaped` tells that there are other columns.

    Args:
        columns: what is shown.
        find: gives all ids for (column key, descending); called again when a heading is clicked. It gives None when
            they come later, to `show_ids`.
        read: gives the cells of some ids in their order, each row as texts in the order of the columns.
    """

    reshaped = Signal()

    def __init__(
        self,
        columns: Sequence[Column],
        find: Callable[[str, bool], Sequence[int] | None],
        read: Callable[[Sequence[int]], Sequence[Sequence[str]]],
        sort: tuple[str, bool],
    ) -> None:
        super().__init__()
        self.columns, self._find, self._read = columns, find, read
        self.sorted_by, self.descending = sort
        self.ids: Sequence[int] = ()
        self._pages: OrderedDict[int, Sequence[Sequence[str]]] = OrderedDict()

    def reload(self) -> None:
        """Ask for the ids again and forget the rows."""
        ids = self._find(self.sorted_by, self.descending)
        if ids is not None:
            self.show_ids(ids)

    def show_ids(self, ids: Sequence[int]) -> None:
        """Show the rows of these ids."""
        self.beginResetModel()
        self.ids = ids
        self._pages.clear()
        self.endResetModel()

    def set_columns(self, columns: Sequence[Column]) -> None:
        """Show other columns of the same rows."""
        self.beginResetModel()
        self.columns = columns
        self._pages.clear()
        self.endResetModel()
        self.reshaped.emit()

    def rowCount(self, parent: Index = QModelIndex()) -> int:  # noqa: B008 - Qt's signature
        """Number of ids."""
        return 0 if parent.isValid() else len(self.ids)

    def columnCount(self, parent: Index = QModelIndex()) -> int:  # noqa: B008 - Qt's signature
        """Number of columns."""
        return 0 if parent.isValid() else len(self.columns)

    def data(self, index: Index, role: int = ROLE.DisplayRole) -> Any:
        """The text of a cell, its tooltip, or its alignment."""
        if role == ROLE.DisplayRole:
            return self._row(index.row())[index.column()]
        if role == ROLE.ToolTipRole:
            return tooltip(self._row(index.row())[index.column()])
        return self._alignment(index.column()) if role == ROLE.TextAlignmentRole else None

    def headerData(self, section: int, orientation: Qt.Orientation, role: int = ROLE.DisplayRole) -> Any:
        """The title of a column, with an arrow when the rows are sorted by it."""
        if orientation != Qt.Orientation.Horizontal:
            return None
        column = self.columns[section]
        if role == ROLE.DisplayRole:
            arrow = "▼" if self.descending else "▲"
            return f"{column.title} {arrow}" if column.key == self.sorted_by else column.title
        return self._alignment(section) if role == ROLE.TextAlignmentRole else None

    def sort_by(self, key: str) -> None:
        """Sort by `key`; once more turns the order around."""
        self.descending = not self.descending if key == self.sorted_by else False
        self.sorted_by = key
        self.reload()
        self.headerDataChanged.emit(Qt.Orientation.Horizontal, 0, len(self.columns) - 1)

    def _alignment(self, column: int) -> Qt.AlignmentFlag:
        side = Qt.AlignmentFlag.AlignRight if self.columns[column].right else Qt.AlignmentFlag.AlignLeft
        return side | Qt.AlignmentFlag.AlignVCenter

    def _row(self, row: int) -> Sequence[str]:
        page, at = divmod(row, PAGE)
        if page not in self._pages:
            self._pages[page] = self._read(self.ids[page * PAGE : (page + 1) * PAGE])
            if len(self._pages) > KEPT:
                self._pages.popitem(last=False)
        self._pages.move_to_end(page)
        return self._pages[page][at]


class Table(QTableView):
    """The view: rows are chosen as a whole, Enter and double click open; `opened` carries the row's id.

    Of `several` rows Shift and Ctrl choose more, Ctrl+A all; `chose` tells that others are chosen.
    """

    opened = Signal(int)
    chose = Signal()

    def __init__(self, name: str, model: PagedModel, id: str = "", *, several: bool = False) -> None:  # noqa: A002 - as Button
        super().__init__()
        named(self, name, id)
        self._model = model
        self.setModel(model)
        self.setSelectionBehavior(QAbstractItemView.SelectionBehavior.SelectRows)
        modes = QAbstractItemView.SelectionMode
        self.setSelectionMode(modes.ExtendedSelection if several else modes.SingleSelection)
        self.setHorizontalScrollMode(QAbstractItemView.ScrollMode.ScrollPerPixel)
        self.setShowGrid(False)
        self.setWordWrap(False)
        self.setTabKeyNavigation(False)
        self.doubleClicked.connect(lambda index: self.opened.emit(model.ids[index.row()]))
        self.horizontalHeader().sectionClicked.connect(self._sort)
        header = self.horizontalHeader()
        header.setSelectionModel(
            QItemSelectionModel(model, header)
        )  # or it asks of each row whether it is chosen
        header.sectionResized.connect(self._make_room)
        self.selectionModel().selectionChanged.connect(self.chose)
        model.modelReset.connect(self.chose)
        model.reshaped.connect(self._dress)
        self._dress()
        theme().changed.connect(self._dress)

    @property
    def chosen(self) -> list[int]:
        """The ids of the chosen rows, from top to bottom; a long range costs no more than a short one."""
        spans = sorted((span.top(), span.bottom() + 1) for span in self.selectionModel().selection().toList())
        return [i for first, end in spans for i in self._model.ids[first:end]]

    @property
    def count_chosen(self) -> int:
        """How many rows are chosen."""
        return sum(span.height() for span in self.selectionModel().selection().toList())

    @property
    def current_id(self) -> int | None:
        """The id of the chosen row, None when there is none."""
        row = self.currentIndex().row()
        return self._model.ids[row] if row >= 0 else None

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Enter opens the chosen row; 1 to 9 sort by that column."""
        column = "123456789".find(event.text() or "-")
        if event.key() in {Qt.Key.Key_Return, Qt.Key.Key_Enter} and self.current_id is not None:
            self.opened.emit(self.current_id)
        elif 0 <= column < len(self._model.columns) and not event.modifiers() & COMMANDS:
            self._sort(column)
        else:
            super().keyPressEvent(event)

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Share out the new room."""
        super().resizeEvent(event)
        self._make_room()

    def _make_room(self, resized: int = -1) -> None:
        """The widest column takes the room that is left; where that is too little, the table scrolls sideways."""
        header = self.horizontalHeader()
        at = next((at for at, column in enumerate(self._model.columns) if column.stretch), -1)
        if at in {-1, resized}:
            return
        left = self.viewport().width() - header.length() + header.sectionSize(at)
        least = theme().px(LEAST)
        modes = QHeaderView.ResizeMode
        mode = modes.Stretch if left >= least else modes.Fixed
        if header.sectionResizeMode(at) != mode:  # setting it measures every column again
            header.setSectionResizeMode(at, mode)
        if left < least:
            header.resizeSection(at, least)

    def _dress(self) -> None:
        self.setFont(theme().font(Style.BODY))
        self.verticalHeader().hide()
        self.verticalHeader().setDefaultSectionSize(theme().px(NAV))
        header = self.horizontalHeader()
        header.setHighlightSections(False)
        header.setSectionsClickable(True)
        header.setMinimumSectionSize(theme().px(40))
        for at, column in enumerate(self._model.columns):
            mode = (
                QHeaderView.ResizeMode.Stretch if column.stretch else QHeaderView.ResizeMode.ResizeToContents
            )
            header.setSectionResizeMode(at, mode)
        header.setResizeContentsPrecision(PAGE // 2)

    def _sort(self, section: int) -> None:
        if self._model.columns[section].sortable:
            self._model.sort_by(self._model.columns[section].key)
