"""One timeline: what happened, newest first, under headings of months."""

from collections.abc import Sequence
from dataclasses import dataclass
from itertools import groupby

from PySide6.QtCore import QRectF, Qt, Signal
from PySide6.QtGui import QKeyEvent, QPaintEvent
from PySide6.QtWidgets import QAbstractButton, QSizePolicy, QWidget

from cxdesk.ui.theme import theme
from cxdesk.ui.tokens import RADIUS_FIELD, Style, Tone
from cxdesk.ui.widgets.access import named
from cxdesk.ui.widgets.badges import Badge, IconDisc
from cxdesk.ui.widgets.labels import Label
from cxdesk.ui.widgets.layouts import column, empty, row
from cxdesk.ui.widgets.painting import begin, box

RIGHT = Qt.AlignmentFlag.AlignRight


@dataclass(frozen=True, slots=True)
class Event:
    """Something that happened; `month` is its heading, `figure` and `day` stand at the right end."""

    key: str
    month: str
    icon: str
    tone: Tone
    title: str
    detail: str = ""
    figure: str = ""
    day: str = ""
    badge: str = ""
    badge_tone: Tone = Tone.NEUTRAL


class EventRow(QAbstractButton):
    """One event; a press opens it."""

    def __init__(self, event: Event) -> None:
        super().__init__()
        badge = [Badge(event.badge, event.badge_tone)] if event.badge else []
        head = row(Label(event.title, Style.STRONG), *badge, None)
        detail = [Label(event.detail, Style.SMALL, muted=True)] if event.detail else []
        right = column(
            Label(event.figure, Style.STRONG, align=RIGHT),
            Label(event.day, Style.SMALL, muted=True, align=RIGHT),
            gap=1,
        )
        layout = row(
            IconDisc(event.icon, event.tone, 34),
            column(head, *detail, gap=1),
            right,
            gap=12,
            margins=(6, 7, 6, 8),
        )
        layout.setStretch(1, 1)
        self.setLayout(layout)
        self.setSizePolicy(QSizePolicy.Policy.Preferred, QSizePolicy.Policy.Fixed)
        self.setCursor(Qt.CursorShape.PointingHandCursor)
        self.setAttribute(Qt.WidgetAttribute.WA_Hover)
        said = (event.day, event.title, event.badge, event.figure, event.detail)
        named(self, ". ".join(part for part in said if part), f"event-{event.key}")

    def paintEvent(self, event: QPaintEvent) -> None:  # noqa: ARG002 - Qt's signature
        """A line below; a fill under the mouse."""
        tokens = theme().tokens
        painter = begin(self)
        area = QRectF(self.rect())
        if self.underMouse():
            box(painter, area.adjusted(0, 1, 0, -2), RADIUS_FIELD, tokens.sunken)
        box(painter, QRectF(0, area.height() - 1, area.width(), 1), 0, tokens.border)
        painter.end()

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Enter presses; Up and Down go to the neighbours."""
        if event.key() in {Qt.Key.Key_Return, Qt.Key.Key_Enter}:
            self.click()
        elif event.key() in {Qt.Key.Key_Up, Qt.Key.Key_Down}:
            self.focusNextPrevChild(event.key() == Qt.Key.Key_Down)
        else:
            super().keyPressEvent(event)


class Timeline(QWidget):
    """Events under their months; `opened(key)` when one is pressed."""

    opened = Signal(str)

    def __init__(self, name: str, id: str = "") -> None:  # noqa: A002 - as Button
        super().__init__()
        self._column = column(gap=0)
        self.setLayout(self._column)
        named(self, name, id)

    def show_events(self, events: Sequence[Event]) -> None:
        """Show these, in this order."""
        empty(self._column)
        for month, group in groupby(events, key=lambda event: event.month):
            self._column.addSpacing(8)
            self._column.addWidget(Label(month.upper(), Style.CAPTION, muted=True))
            for event in group:
                each = EventRow(event)
                each.clicked.connect(lambda _=False, key=event.key: self.opened.emit(key))
                self._column.addWidget(each)
        self._column.addStretch(1)
