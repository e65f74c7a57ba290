"""One timeline: what happened, newest first, under headings of months."""

from collections.abc import Sequence
from dataclasses import dataclass
from itertools import groupby

from PySide6.QtCore import QEvent, QRect, QRectF, QSize, Qt, Signal
from PySide6.QtGui import QKeyEvent, QPainter, QPaintEvent, QResizeEvent
from PySide6.QtWidgets import QAbstractButton, QSizePolicy, QVBoxLayout, QWidget

from cxdesk.ui.theme import theme
from cxdesk.ui.tokens import RADIUS_FIELD, Style, Tone
from cxdesk.ui.widgets.access import named
from cxdesk.ui.widgets.badges import Badge
from cxdesk.ui.widgets.labels import Label, tip
from cxdesk.ui.widgets.layouts import boxed, column, discard, empty
from cxdesk.ui.widgets.painting import LOOK_CHANGED, begin, box, glyph, write

RIGHT = Qt.AlignmentFlag.AlignRight
SIDE, TOP, BOTTOM = 6, 7, 8
GAP, BESIDE, DISC, LEAST = 12, 8, 34, 80


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
    """One event, painted as a whole: a timeline has hundreds of words. A press opens it."""

    def __init__(self, event: Event) -> None:
        super().__init__()
        self._event = event
        self._badge = Badge(event.badge, event.badge_tone)
        self._badge.setParent(self)
        self._badge.setVisible(bool(event.badge))
        self.setSizePolicy(QSizePolicy.Policy.Preferred, QSizePolicy.Policy.Fixed)
        self.setCursor(Qt.CursorShape.PointingHandCursor)
        self.setAttribute(Qt.WidgetAttribute.WA_Hover)
        said = (event.day, event.title, event.badge, event.figure, event.detail)
        named(self, ". ".join(part for part in said if part), f"event-{event.key}")

    def sizeHint(self) -> QSize:
        """Room for disc, words and figures."""
        title = theme().width(self._event.title, Style.STRONG) + self._badge_room()
        words = max(title, theme().width(self._event.detail, Style.SMALL))
        return QSize(self._left() + words + GAP + self._figures() + SIDE, TOP + self._inner() + BOTTOM)

    def minimumSizeHint(self) -> QSize:
        """The words may elide, the figures not."""
        least = self._left() + theme().px(LEAST) + GAP + self._figures() + SIDE
        return QSize(min(least, self.sizeHint().width()), self.sizeHint().height())

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Place the badge behind the title; say the whole in the tooltip when it does not fit."""
        super().resizeEvent(event)
        size, room = self._badge.sizeHint(), self._room()
        wanted = theme().width(self._event.title, Style.STRONG)
        left = self._left() + min(wanted, max(0, room - self._badge_room())) + BESIDE
        width = min(size.width(), self._left() + room - left)
        top = self._line(0) + (self._first() - size.height()) // 2
        self._badge.setGeometry(left, top, width, size.height())
        cut = wanted + self._badge_room() > room or theme().width(self._event.detail, Style.SMALL) > room
        whole = ": ".join(part for part in (self._event.title, self._event.detail) if part)
        tip(self, whole if cut else "")

    def changeEvent(self, event: QEvent) -> None:
        """Follow the text scale."""
        super().changeEvent(event)
        if event.type() in LOOK_CHANGED:
            self.updateGeometry()

    def paintEvent(self, event: QPaintEvent) -> None:  # noqa: ARG002 - Qt's signature
        """Disc, words and figures with a line below; a fill under the mouse."""
        tokens, area = theme().tokens, QRectF(self.rect())
        painter = begin(self)
        if self.underMouse():
            box(painter, area.adjusted(0, 1, 0, -2), RADIUS_FIELD, tokens.sunken)
        box(painter, QRectF(0, area.height() - 1, area.width(), 1), 0, tokens.border)
        self._draw_disc(painter)
        self._draw_words(painter)
        self._draw_figures(painter)
        painter.end()

    def _draw_disc(self, painter: QPainter) -> None:
        side, soft = theme().px(DISC), theme().tokens.soft[self._event.tone]
        disc = QRectF(SIDE, TOP + (self._inner() - side) // 2, side, side)
        box(painter, disc, side / 2, soft.fill)
        glyph(painter, self._event.icon, soft.ink, disc.center(), DISC // 2)

    def _draw_words(self, painter: QPainter) -> None:
        tokens, left, room = theme().tokens, self._left(), self._room()
        title = QRect(left, self._line(0), room - self._badge_room(), self._first())
        detail = QRect(left, self._line(1), room, theme().height(Style.SMALL))
        write(painter, title, self._event.title, Style.STRONG, tokens.text)
        write(painter, detail, self._event.detail, Style.SMALL, tokens.muted)

    def _draw_figures(self, painter: QPainter) -> None:
        tokens, width = theme().tokens, self._figures()
        left, strong = self.width() - SIDE - width, theme().height(Style.STRONG)
        small = theme().height(Style.SMALL)
        top = TOP + (self._inner() - strong - small - 1) // 2
        write(painter, QRect(left, top, width, strong), self._event.figure, Style.STRONG, tokens.text, RIGHT)
        day = QRect(left, top + strong + 1, width, small)
        write(painter, day, self._event.day, Style.SMALL, tokens.muted, RIGHT)

    def _line(self, number: int) -> int:
        """The top of the title or, below it, of the detail."""
        both = self._first() + (theme().height(Style.SMALL) + 1 if self._event.detail else 0)
        top = TOP + (self._inner() - both) // 2
        return top if number == 0 else top + self._first() + 1

    def _first(self) -> int:
        return max(theme().height(Style.STRONG), self._badge.sizeHint().height() if self._event.badge else 0)

    def _inner(self) -> int:
        words = self._first() + (theme().height(Style.SMALL) + 1 if self._event.detail else 0)
        return max(theme().px(DISC), words, theme().height(Style.STRONG) + 1 + theme().height(Style.SMALL))

    def _left(self) -> int:
        return SIDE + theme().px(DISC) + GAP

    def _room(self) -> int:
        """How wide the words may be."""
        return max(0, self.width() - SIDE - self._figures() - GAP - self._left())

    def _badge_room(self) -> int:
        return BESIDE + self._badge.sizeHint().width() if self._event.badge else 0

    def _figures(self) -> int:
        """How wide figure and day are."""
        figure = theme().width(self._event.figure, Style.STRONG)
        return max(figure, theme().width(self._event.day, Style.SMALL)) + 1

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Enter presses; Up and Down go to the neighbours."""
        if event.key() in {Qt.Key.Key_Return, Qt.Key.Key_Enter}:
            self.click()
        elif event.key() in {Qt.Key.Key_Up, Qt.Key.Key_Down}:
            self.focusNextPrevChild(event.key() == Qt.Key.Key_Down)
        else:
            super().keyPressEvent(event)


class Timeline(QWidget):
    """Events under their months; `opened(key)` when one is pressed. What a row unfolds to stands below it."""

    opened = Signal(str)

    def __init__(self, name: str, id: str = "") -> None:  # noqa: A002 - as Button
        super().__init__()
        self._column = column(gap=0)
        self._events: list[Event] = []
        self._rows: dict[str, EventRow] = {}
        self._unfolded: tuple[str, QWidget] | None = None
        self.setLayout(self._column)
        named(self, name, id)

    def show_events(self, events: Sequence[Event]) -> None:
        """Show these, in this order; what is shown already stays when only more is added at the end."""
        shown = len(self._events)
        if shown and self._events == [*events[:shown]]:
            self._append(events[shown:], self._events[-1].month)
        else:
            self._unfolded = None
            self._rows.clear()
            empty(self._column)
            self._append(events, "")
        self._events = [*events]

    def unfold(self, key: str, content: QWidget) -> None:
        """Show `content` below the row; only one row is unfolded at a time."""
        self.fold()
        if row := self._rows.get(key):
            part = self._part_of(row)
            part.insertWidget(part.indexOf(row) + 1, content)
            self._unfolded = key, content

    def fold(self) -> str:
        """Fold what is unfolded; gives the key of its row, empty when nothing was."""
        key, content = self._unfolded or ("", None)
        self._unfolded = None
        if content is not None:
            discard(content)
        return key

    def _append(self, events: Sequence[Event], month: str) -> None:
        """Put these at the end, below the headings of the months that follow `month`.

        They are laid out by themselves, so that a long past grows without being laid out again.
        """
        part = column(gap=0)
        for heading, group in groupby(events, key=lambda event: event.month):
            if heading != month:
                part.addSpacing(8)
                part.addWidget(Label(heading.upper(), Style.CAPTION, muted=True))
            for event in group:
                each = self._rows[event.key] = EventRow(event)
                each.clicked.connect(lambda _=False, key=event.key: self.opened.emit(key))
                part.addWidget(each)
        self._column.addWidget(boxed(part))

    def _part_of(self, row: EventRow) -> QVBoxLayout:
        part = row.parentWidget().layout()  # type: ignore[union-attr]
        assert isinstance(part, QVBoxLayout)  # noqa: S101 - `_append` made it
        return part
