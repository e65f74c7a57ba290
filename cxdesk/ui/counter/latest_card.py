"""The last entries; a press on feedback corrects it, a sale can be cancelled."""

from collections.abc import Sequence

from PySide6.QtCore import QRectF, QSize, Qt, Signal
from PySide6.QtGui import QKeyEvent, QPaintEvent
from PySide6.QtWidgets import QAbstractButton, QSizePolicy, QWidget

from cxdesk.domain.scores import group
from cxdesk.language import needs
from cxdesk.language.language import Language
from cxdesk.ui.counter.latest import Latest
from cxdesk.ui.theme import theme
from cxdesk.ui.tokens import RADIUS_FIELD, TARGET, Style
from cxdesk.ui.widgets.access import named
from cxdesk.ui.widgets.badges import Badge
from cxdesk.ui.widgets.buttons import IconButton
from cxdesk.ui.widgets.cards import Card
from cxdesk.ui.widgets.labels import Label, tip
from cxdesk.ui.widgets.layouts import boxed, column, empty, row
from cxdesk.ui.widgets.painting import begin, box
from cxdesk.ui.widgets.scorebadge import ScoreBadge


class LatestRow(QAbstractButton):
    """Score, name, time."""

    def __init__(self, entry: Latest, language: Language) -> None:
        super().__init__()
        badge = Badge("–") if entry.nps is None else ScoreBadge(entry.nps)
        when = Label(entry.when, Style.SMALL, muted=True)
        when.setSizePolicy(QSizePolicy.Policy.Fixed, QSizePolicy.Policy.Fixed)  # the name elides, not the day
        layout = row(badge, Label(entry.name, Style.SMALL), None, when, margins=(4, 4, 4, 4))
        self.setLayout(layout)
        self.setCursor(Qt.CursorShape.PointingHandCursor)
        self.setAttribute(Qt.WidgetAttribute.WA_Hover)
        self.setSizePolicy(QSizePolicy.Policy.Preferred, QSizePolicy.Policy.Fixed)
        said = [entry.name, entry.when]
        if entry.nps is not None:
            said.append(f"{entry.nps} {needs.group(language, group(entry.nps))}")
        tip(self, language.tr("Correct this entry"))
        named(self, language.tr("Correct: {entry}", entry=", ".join(said)), f"latest-{entry.id}")

    def sizeHint(self) -> QSize:
        """One line and its air."""
        return self.layout().sizeHint()  # type: ignore[union-attr]

    def minimumSizeHint(self) -> QSize:
        """The name elides."""
        return self.layout().minimumSize()  # type: ignore[union-attr]

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Enter presses, as Space does."""
        if event.key() in {Qt.Key.Key_Return, Qt.Key.Key_Enter}:
            self.click()
        else:
            super().keyPressEvent(event)

    def paintEvent(self, event: QPaintEvent) -> None:  # noqa: ARG002 - Qt's signature
        """A fill under the mouse."""
        if self.underMouse():
            painter = begin(self)
            box(painter, QRectF(self.rect()), RADIUS_FIELD, theme().tokens.sunken)
            painter.end()


class SaleRow(QWidget):
    """Amount, name, time, and a button that cancels the sale: `cancelled`."""

    cancelled = Signal()

    def __init__(self, entry: Latest, language: Language) -> None:
        super().__init__()
        said = f"{entry.amount}, {entry.name}, {entry.when}"
        drop = IconButton(
            "undo-2",
            language.tr("Cancel the purchase: {entry}", entry=said),
            height=TARGET,
            id=f"cancel-{entry.id}",
        )
        drop.clicked.connect(lambda _: self.cancelled.emit())
        when = Label(entry.when, Style.SMALL, muted=True)
        when.setSizePolicy(QSizePolicy.Policy.Fixed, QSizePolicy.Policy.Fixed)
        name = Label(entry.name, Style.SMALL)
        self.setLayout(row(Badge(entry.amount), name, None, when, drop, margins=(4, 2, 4, 2)))


class LatestCard(Card):
    """The last entries; `corrected(id)` asks to correct a feedback, `cancelled(id)` to cancel a sale."""

    corrected = Signal(int)
    cancelled = Signal(int)

    def __init__(self, language: Language) -> None:
        super().__init__()
        self._language = language
        self._column = column(gap=0)
        self.add(Label(language.tr("Last entries").upper(), Style.CAPTION, muted=True))
        self.add(boxed(self._column))

    def show_latest(self, entries: Sequence[Latest]) -> None:
        """Show these in place of the old ones."""
        empty(self._column)
        for entry in entries:
            self._column.addWidget(self._row(entry))
        self.setVisible(bool(entries))

    def _row(self, entry: Latest) -> QWidget:
        if entry.amount:
            sale = SaleRow(entry, self._language)
            sale.cancelled.connect(lambda: self.cancelled.emit(entry.id))
            return sale
        each = LatestRow(entry, self._language)
        each.clicked.connect(lambda _: self.corrected.emit(entry.id))
        return each
