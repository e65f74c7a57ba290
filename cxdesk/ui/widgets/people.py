"""A person as one row: initials, name, a line below, a badge; a press opens."""

from PySide6.QtCore import QRectF, QSize, Qt
from PySide6.QtGui import QKeyEvent, QPaintEvent
from PySide6.QtWidgets import QAbstractButton, QSizePolicy

from cxdesk.ui.theme import theme
from cxdesk.ui.tokens import RADIUS_FIELD, Style, Tone
from cxdesk.ui.widgets.access import named
from cxdesk.ui.widgets.badges import Avatar, Badge
from cxdesk.ui.widgets.labels import Label
from cxdesk.ui.widgets.layouts import column, row
from cxdesk.ui.widgets.painting import begin, box


class PersonRow(QAbstractButton):
    """One person; `clicked` opens them."""

    def __init__(
        self,
        name: str,
        detail: str,
        badge: str = "",
        tone: Tone = Tone.NEUTRAL,
        *,
        id: str = "",  # noqa: A002
    ) -> None:
        super().__init__()
        told = Label(detail, Style.SMALL, muted=True, lines=2)
        mark = [row(Badge(badge, tone), None)] if badge else []  # below, where it takes no room from the name
        words = column(Label(name, Style.STRONG), told, *mark, gap=2)
        layout = row(Avatar(name), words, gap=10, margins=(4, 5, 4, 5))
        layout.setStretch(1, 1)
        self._row = layout
        self.setLayout(layout)
        self.setSizePolicy(QSizePolicy.Policy.Preferred, QSizePolicy.Policy.Minimum)
        self.setCursor(Qt.CursorShape.PointingHandCursor)
        self.setAttribute(Qt.WidgetAttribute.WA_Hover)
        named(self, ", ".join(part for part in (name, badge, detail) if part), id)

    def sizeHint(self) -> QSize:
        """Two lines and their air."""
        return self._row.sizeHint()

    def paintEvent(self, event: QPaintEvent) -> None:  # noqa: ARG002 - Qt's signature
        """Draw a fill under the mouse."""
        painter = begin(self)
        box(painter, QRectF(self.rect()), RADIUS_FIELD, theme().tokens.sunken if self.underMouse() else None)
        painter.end()

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Enter presses, as Space does."""
        if event.key() in {Qt.Key.Key_Return, Qt.Key.Key_Enter}:
            self.click()
        else:
            super().keyPressEvent(event)
