"""Buttons: primary, secondary, quiet; with an icon before the words and a key cap behind them."""

from enum import StrEnum

from PySide6.QtCore import QEvent, QPointF, QRectF, QSize, Qt
from PySide6.QtGui import QColor, QFontMetrics, QKeyEvent, QKeySequence, QPainter, QPaintEvent, QShortcut
from PySide6.QtWidgets import QPushButton, QSizePolicy

from cxdesk.ui.theme import theme
from cxdesk.ui.tokens import FIELD, RADIUS_FIELD, Style, Tone
from cxdesk.ui.widgets.access import named
from cxdesk.ui.widgets.labels import elided, tip, tooltip
from cxdesk.ui.widgets.painting import LOOK_CHANGED, begin, box, glyph

PAD, GAP = 14, 8


class Kind(StrEnum):
    """How loud a button is; one primary button a page."""

    PRIMARY = "primary"
    SECONDARY = "secondary"
    QUIET = "quiet"
    DANGER = "danger"


class Button(QPushButton):
    """A button.

    Args:
        text: its words; also its accessible name.
        kind: how loud it is.
        icon: the name of an icon before the words.
        key: a key that presses it wherever the focus is in the window, shown as a cap (`Ctrl+Enter`, `F2`).
        hint: a key shown the same way that somebody else handles.
        height: logical px before text scale, at least 24.
        id: stable id for tests.
    """

    def __init__(
        self,
        text: str,
        kind: Kind = Kind.SECONDARY,
        *,
        icon: str = "",
        key: str = "",
        hint: str = "",
        height: int = FIELD,
        id: str = "",  # noqa: A002 - the word that everybody knows
    ) -> None:
        super().__init__(text)
        self.kind, self.icon_name, self.hint, self._height = kind, icon, hint or key, height
        self.align = Qt.AlignmentFlag.AlignHCenter
        named(self, text, id)
        self.setSizePolicy(QSizePolicy.Policy.Minimum, QSizePolicy.Policy.Fixed)
        self.setCursor(Qt.CursorShape.PointingHandCursor)
        self.setAttribute(Qt.WidgetAttribute.WA_Hover)
        if key:
            press_by(self, key)

    def set_text(self, text: str) -> None:
        """Say something else."""
        self.setText(text)
        self.setAccessibleName(text)

    def set_kind(self, kind: Kind) -> None:
        """Be louder or quieter."""
        self.kind = kind
        self.update()

    def text_style(self) -> Style:
        """The kind of text on it."""
        tall = self._height > FIELD + 4
        return Style.H2 if tall else (Style.STRONG if self.kind is Kind.QUIET else Style.MEDIUM)

    def sizeHint(self) -> QSize:
        """Room for icon, words and key."""
        return QSize(self._content() + 2 * self._pad(), max(theme().px(self._height), self._lowest()))

    def minimumSizeHint(self) -> QSize:
        """Room for icon and some letters; the words elide with a tooltip."""
        full = self.sizeHint()
        least = self._icon_room() + 2 * self._pad() + (theme().px(30) if self.text() else 0)
        return QSize(min(full.width(), least), full.height())

    def paintEvent(self, event: QPaintEvent) -> None:  # noqa: ARG002 - Qt's signature
        """Draw the button."""
        painter = begin(self)
        fill, edge = self.surface()
        box(painter, QRectF(self.rect()), RADIUS_FIELD, fill, edge, width=self.edge_width())
        self._draw_content(painter, self.ink())
        painter.end()

    def surface(self) -> tuple[str | None, str | None]:
        """Fill and edge in the present state."""
        tokens = theme().tokens
        hot = self.underMouse() and self.isEnabled()
        if not self.isEnabled():
            return (None if self.kind is Kind.QUIET else tokens.sunken), None
        if self.kind is Kind.PRIMARY:
            return (tokens.accent_hover if hot or self.isDown() else tokens.accent), None
        if self.kind is Kind.DANGER:
            soft = tokens.soft[Tone.BAD]
            return (soft.fill if hot or self.isDown() else tokens.surface), soft.ink
        if self.kind is Kind.QUIET:
            return (tokens.sunken if hot or self.isDown() else None), None
        return (tokens.sunken if hot or self.isDown() else tokens.surface), tokens.edge

    def edge_width(self) -> float:
        """The width of the edge in px."""
        return 1

    def ink(self) -> str:
        """The colour of words and icon in the present state."""
        tokens = theme().tokens
        if not self.isEnabled():
            return tokens.muted
        inks = {
            Kind.PRIMARY: tokens.on_accent,
            Kind.DANGER: tokens.soft[Tone.BAD].ink,
            Kind.QUIET: tokens.soft[Tone.ACCENT].ink,
        }
        return inks.get(self.kind, tokens.text)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Enter presses, as Space does."""
        if event.key() in {Qt.Key.Key_Return, Qt.Key.Key_Enter} and not event.modifiers() & ~_KEYPAD:
            self.click()
        else:
            super().keyPressEvent(event)

    def changeEvent(self, event: QEvent) -> None:
        """Follow the text scale."""
        super().changeEvent(event)
        if event.type() in LOOK_CHANGED:
            self.updateGeometry()

    def _draw_content(self, painter: QPainter, ink: str) -> None:
        room = self.width() - 2 * self._pad()
        font = theme().font(self.text_style())
        metrics = QFontMetrics(font)
        hint = self._hint_room() if self._content() <= room else 0
        words = elided(self.text(), font, room - self._icon_room() - hint)
        self._tell_whole(cut=words != self.text())
        content = self._icon_room() + metrics.horizontalAdvance(words) + hint
        left = self._pad() + (
            max(0, room - content) // 2 if self.align == Qt.AlignmentFlag.AlignHCenter else 0
        )
        middle = self.height() / 2
        if self.icon_name:
            glyph(painter, self.icon_name, ink, QPointF(left + theme().px(9), middle))
        painter.setFont(font)
        painter.setPen(QColor(ink))
        start = left + self._icon_room()
        painter.drawText(QRectF(start, 0, room, self.height()), Qt.AlignmentFlag.AlignVCenter, words)
        if hint:
            self._draw_hint(painter, ink, start + metrics.horizontalAdvance(words) + GAP)

    def _draw_hint(self, painter: QPainter, ink: str, left: float) -> None:
        cap = QRectF(left, 0, theme().width(self.hint, Style.KEY) + 12, theme().height(Style.KEY) + 4)
        cap.moveTop((self.height() - cap.height()) / 2)
        painter.setOpacity(0.18 if self.kind is Kind.PRIMARY else 0.08)
        box(painter, cap, 4, ink)
        painter.setOpacity(1)
        painter.setFont(theme().font(Style.KEY))
        painter.setPen(QColor(ink))
        painter.drawText(cap, Qt.AlignmentFlag.AlignCenter, self.hint)

    def _tell_whole(self, *, cut: bool) -> None:
        whole = tooltip(self.text()) if cut else ""
        if (cut or self.toolTip() == tooltip(self.text())) and self.toolTip() != whole:
            self.setToolTip(whole)

    def _content(self) -> int:
        return self._icon_room() + theme().width(self.text(), self.text_style()) + self._hint_room()

    def _icon_room(self) -> int:
        return (theme().px(18) + (GAP if self.text() else 0)) if self.icon_name else 0

    def _hint_room(self) -> int:
        return theme().width(self.hint, Style.KEY) + 12 + GAP if self.hint else 0

    def _pad(self) -> int:
        return 10 if self.kind is Kind.QUIET else PAD

    def _lowest(self) -> int:
        return theme().height(self.text_style()) + 8


_KEYPAD = Qt.KeyboardModifier.KeypadModifier


class IconButton(Button):
    """A square button with an icon alone; `name` is said by screen readers and shown as tooltip."""

    def __init__(
        self,
        icon: str,
        name: str,
        kind: Kind = Kind.QUIET,
        *,
        key: str = "",
        height: int = FIELD,
        id: str = "",  # noqa: A002 - as Button
    ) -> None:
        super().__init__("", kind, icon=icon, height=height, id=id)
        self._key = key
        self.set_icon(icon, name)
        self.setSizePolicy(QSizePolicy.Policy.Fixed, QSizePolicy.Policy.Fixed)
        if key:
            press_by(self, key)

    def set_icon(self, icon: str, name: str) -> None:
        """Show another icon, with another name."""
        self.icon_name = icon
        self.setAccessibleName(name)
        tip(self, f"{name} ({self._key})" if self._key else name)
        self.update()

    def sizeHint(self) -> QSize:
        """A square."""
        side = theme().px(self._height)
        return QSize(side, side)

    def minimumSizeHint(self) -> QSize:
        """The square never shrinks."""
        return self.sizeHint()

    def ink(self) -> str:
        """A quiet icon is as dark as text."""
        quiet = self.kind is Kind.QUIET and self.isEnabled()
        return theme().tokens.text if quiet else super().ink()

    def _pad(self) -> int:
        return (self.width() - theme().px(18)) // 2

    def _tell_whole(self, *, cut: bool) -> None:
        """The tooltip is the name."""


def press_by(button: QPushButton, key: str) -> QShortcut:
    """Let `key` press `button` while it is on the screen; `Enter` means both Enter keys."""
    shortcut = QShortcut(button)
    both = dict.fromkeys((key, key.replace("Enter", "Return")))  # the same key twice would be ambiguous
    shortcut.setKeys([QKeySequence(each) for each in both])
    shortcut.activated.connect(button.click)
    return shortcut
