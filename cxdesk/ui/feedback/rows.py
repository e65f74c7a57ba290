"""The list of feedback: a table whose first column is a badge."""

from collections.abc import Callable, Sequence

from PySide6.QtCore import QModelIndex, QPersistentModelIndex, QRectF, QSize, Qt
from PySide6.QtGui import QColor, QFontMetrics, QPainter
from PySide6.QtWidgets import QStyledItemDelegate, QStyleOptionViewItem

from cxdesk.language.language import Language
from cxdesk.ui.stylesheet import CELL_PAD
from cxdesk.ui.theme import theme
from cxdesk.ui.tokens import Style, Tone
from cxdesk.ui.widgets.labels import elided
from cxdesk.ui.widgets.painting import box
from cxdesk.ui.widgets.scale import nps_soft
from cxdesk.ui.widgets.table import Column, PagedModel, Table

PAD = 8


class ScoreDelegate(QStyledItemDelegate):
    """Draws `9 promoter` as a badge in the colours of its group."""

    def sizeHint(self, option: QStyleOptionViewItem, index: QModelIndex | QPersistentModelIndex) -> QSize:
        """Room for the badge."""
        words = QFontMetrics(theme().font(Style.CAPTION)).horizontalAdvance(str(index.data() or ""))
        return QSize(words + 2 * (PAD + CELL_PAD) + 3, super().sizeHint(option, index).height())

    def paint(
        self, painter: QPainter, option: QStyleOptionViewItem, index: QModelIndex | QPersistentModelIndex
    ) -> None:
        """Draw the cell as it is, then the badge over it."""
        text = str(index.data() or "")
        blank = QStyleOptionViewItem(option)
        self.initStyleOption(blank, index)
        blank.text = ""
        blank.widget.style().drawControl(
            blank.widget.style().ControlElement.CE_ItemViewItem, blank, painter, blank.widget
        )
        number = text.partition(" ")[0]
        soft = (
            nps_soft(int(number), theme().tokens) if number.isdigit() else theme().tokens.soft[Tone.NEUTRAL]
        )
        painter.save()
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        painter.setFont(theme().font(Style.CAPTION))
        room = QRectF(option.rect).adjusted(CELL_PAD, 0, -CELL_PAD, 0)
        words = elided(text, painter.font(), int(room.width()) - 2 * PAD)
        height = painter.fontMetrics().height() + 5
        pill = QRectF(room.x(), 0, painter.fontMetrics().horizontalAdvance(words) + 2 * PAD + 2, height)
        pill.moveTop(room.center().y() - height / 2)
        box(painter, pill, height / 2, soft.fill)
        painter.setPen(QColor(soft.ink))
        painter.drawText(pill, Qt.AlignmentFlag.AlignCenter, words)
        painter.restore()


def table(
    language: Language,
    ids: Callable[[], Sequence[int]],
    cells: Callable[[Sequence[int]], Sequence[Sequence[str]]],
) -> tuple[Table, PagedModel]:
    """The table and its rows, newest first."""
    tr = language.tr
    columns = (
        Column("score", tr("Score"), sortable=False),
        Column("customer", tr("Customer"), sortable=False),
        Column("comment", tr("Comment or need"), stretch=True, sortable=False),
        Column("state", tr("Answer"), sortable=False),
        Column("day", tr("Day"), right=True, sortable=False),
    )
    model = PagedModel(columns, lambda _key, _descending: ids(), cells, ("day", True))
    rows = Table(tr("Feedback"), model, "feedback-list")
    rows.setItemDelegateForColumn(0, ScoreDelegate(rows))
    return rows, model
