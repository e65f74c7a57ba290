"""Cards and tiles: white boxes with one thought each."""

from PySide6.QtCore import QRectF, QSize, Qt
from PySide6.QtGui import QKeyEvent, QPaintEvent
from PySide6.QtWidgets import QAbstractButton, QSizePolicy, QSpacerItem, QWidget

from cxdesk.ui.theme import theme
from cxdesk.ui.tokens import RADIUS_CARD, Style, Tone
from cxdesk.ui.widgets.access import named
from cxdesk.ui.widgets.badges import Badge, Icon
from cxdesk.ui.widgets.labels import Label
from cxdesk.ui.widgets.layouts import Part, column, put, row
from cxdesk.ui.widgets.painting import begin, box


class Card(QWidget):
    """A box with an optional header: icon, title, and what stands at the right end (badge, quiet button).

    `body` is its column; `add` puts something below.
    """

    def __init__(
        self,
        title: str = "",
        *parts: Part,
        icon: str = "",
        tone: Tone | None = None,
        end: QWidget | None = None,
    ) -> None:
        super().__init__()
        self.body = column(gap=8, margins=(16, 12, 16, 16))
        self._filler = QSpacerItem(0, 0, QSizePolicy.Policy.Minimum, QSizePolicy.Policy.Expanding)
        self.body.addItem(self._filler)
        self.setLayout(self.body)
        if title:
            self.title = Label(title, Style.H2)
            self.add(row(*([Icon(icon, tone)] if icon else []), self.title, None, *([end] if end else [])))
        for part in parts:
            self.add(part)

    def add(self, part: Part) -> None:
        """Put `part` last: a widget, a layout, a gap in px, or None for all room that is left."""
        put(self.body, part, self.body.count() - 1)
        vertical = Qt.Orientation.Vertical
        items = [self.body.itemAt(index) for index in range(self.body.count() - 1)]
        grows = any(item is not None and item.expandingDirections() & vertical for item in items)
        policy = QSizePolicy.Policy.Fixed if grows else QSizePolicy.Policy.Expanding
        self._filler.changeSize(0, 0, QSizePolicy.Policy.Minimum, policy)
        self.body.invalidate()

    def paintEvent(self, event: QPaintEvent) -> None:  # noqa: ARG002 - Qt's signature
        """Draw the box."""
        tokens = theme().tokens
        painter = begin(self)
        box(painter, QRectF(self.rect()), RADIUS_CARD, tokens.surface, tokens.border)
        painter.end()


class Meter(QWidget):
    """A bar filled from 0 to 1; over 1 it is full and orange."""

    def __init__(self, share: float = 0, tone: Tone = Tone.ACCENT) -> None:
        super().__init__()
        self.tone = tone
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)
        self.set(share)

    def set(self, share: float) -> None:
        """Fill `share` of it."""
        self.share = share
        self.update()

    def sizeHint(self) -> QSize:
        """A thin line."""
        return QSize(60, 8)

    def paintEvent(self, event: QPaintEvent) -> None:  # noqa: ARG002 - Qt's signature
        """Draw track and filling."""
        tokens, area = theme().tokens, QRectF(self.rect())
        painter = begin(self)
        box(painter, area, 4, tokens.sunken)
        colour = tokens.soft[Tone.WARN].ink if self.share > 1 else tokens.accent
        if self.share > 0:
            area.setWidth(max(8.0, area.width() * min(1.0, self.share)))
            box(painter, area, 4, colour)
        painter.end()


class Tile(QAbstractButton):
    """A figure: caption, badge, value, note, meter. `clicked` asks for the rows behind it."""

    def __init__(self, caption: str, id: str = "") -> None:  # noqa: A002 - as Button
        super().__init__()
        self.caption = Label(caption.upper(), Style.CAPTION, muted=True)
        self.badge = Badge("")
        self.value = Label("", Style.KPI)
        self.meter = Meter()
        self.note = Label("", Style.SMALL, muted=True, lines=2)
        self.badge.hide()
        self.meter.hide()
        figure = row(self.value, None, self.badge)  # beside the figure, where no caption is cut for it
        self.setLayout(
            column(self.caption, figure, self.meter, self.note, None, gap=4, margins=(16, 12, 16, 12))
        )
        self.setSizePolicy(QSizePolicy.Policy.Preferred, QSizePolicy.Policy.Preferred)
        self.setCursor(Qt.CursorShape.PointingHandCursor)
        self.setAttribute(Qt.WidgetAttribute.WA_Hover)
        named(self, caption, id)

    def show_figure(
        self,
        value: str,
        note: str = "",
        badge: str = "",
        tone: Tone = Tone.NEUTRAL,
        *,
        share: float | None = None,
    ) -> None:
        """Show `value`; `note` says n and interval, `badge` the change; `share` (0 to 1) fills the meter."""
        self.value.setText(value)
        self.note.setText(note)
        self.badge.set(badge, tone)
        self.badge.setVisible(bool(badge))
        self.meter.setVisible(share is not None)
        self.meter.set(share or 0)
        self.setAccessibleDescription(", ".join(part for part in (value, badge, note) if part))

    def paintEvent(self, event: QPaintEvent) -> None:  # noqa: ARG002 - Qt's signature
        """Draw the box; its edge wakes up under the mouse."""
        tokens = theme().tokens
        painter = begin(self)
        edge = tokens.edge if self.underMouse() else tokens.border
        box(painter, QRectF(self.rect()), RADIUS_CARD, tokens.surface, edge)
        painter.end()

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Enter presses, as Space does."""
        if event.key() in {Qt.Key.Key_Return, Qt.Key.Key_Enter}:
            self.click()
        else:
            super().keyPressEvent(event)
