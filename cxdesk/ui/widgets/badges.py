"""Small marks: badge, key cap, icon disc, initials."""

from PySide6.QtCore import QEvent, QPointF, QRectF, QSize, Qt
from PySide6.QtGui import QColor, QFont, QFontMetrics, QKeyEvent, QPainter, QPainterPath, QPaintEvent, QPixmap
from PySide6.QtWidgets import QAbstractButton, QHBoxLayout, QSizePolicy, QWidget

from cxdesk.ui.theme import theme
from cxdesk.ui.tokens import TARGET, Soft, Style, Tone
from cxdesk.ui.widgets.access import named
from cxdesk.ui.widgets.labels import elided, tooltip
from cxdesk.ui.widgets.painting import LOOK_CHANGED, begin, box, glyph


class _Mark(QWidget):
    """A painted mark of fixed size."""

    def __init__(self) -> None:
        super().__init__()
        self.setSizePolicy(QSizePolicy.Policy.Maximum, QSizePolicy.Policy.Fixed)

    def paintEvent(self, event: QPaintEvent) -> None:  # noqa: ARG002 - Qt's signature
        painter = begin(self)
        self.paint(painter, QRectF(self.rect()))
        painter.end()

    def paint(self, painter: QPainter, area: QRectF) -> None:
        """Draw the mark into `area`; each kind does."""

    def changeEvent(self, event: QEvent) -> None:
        super().changeEvent(event)
        if event.type() in LOOK_CHANGED:
            self.updateGeometry()


class Badge(_Mark):
    """A word on a soft fill, with an icon before it if `icon` is given; elides when there is no room."""

    def __init__(
        self, text: str, tone: Tone = Tone.NEUTRAL, *, icon: str = "", soft: Soft | None = None
    ) -> None:
        super().__init__()
        self.icon, self._soft = icon, soft
        self.set(text, tone)

    def set(self, text: str, tone: Tone) -> None:
        """Show another word in another tone."""
        self.text, self.tone = text, tone
        self.setAccessibleName(text)
        self.setToolTip("")
        self.updateGeometry()
        self.update()

    def sizeHint(self) -> QSize:
        """Room for icon and word."""
        width = theme().width(self.text, Style.CAPTION) + 21 + self._icon_room()
        return QSize(width, theme().height(Style.CAPTION) + 5)

    def minimumSizeHint(self) -> QSize:
        """Room for some twenty letters."""
        full = self.sizeHint()
        return QSize(min(full.width(), theme().px(160)), full.height())

    def paint(self, painter: QPainter, area: QRectF) -> None:
        """Draw the pill."""
        soft = self._soft or theme().tokens.soft[self.tone]
        box(painter, area, area.height() / 2, soft.fill)
        if self.icon:
            glyph(painter, self.icon, soft.ink, QPointF(10 + theme().px(6.5), area.center().y()), 13)
        painter.setFont(theme().font(Style.CAPTION))
        painter.setPen(QColor(soft.ink))
        inner = area.adjusted(10 + self._icon_room(), 0, -10, 0)
        shown = elided(self.text, painter.font(), int(inner.width()) + 1)
        if shown != self.text and not self.toolTip():
            self.setToolTip(tooltip(self.text))
        align = Qt.AlignmentFlag.AlignVCenter if self.icon else Qt.AlignmentFlag.AlignCenter
        painter.drawText(inner, align, shown)

    def _icon_room(self) -> int:
        return theme().px(13) + 4 if self.icon else 0


class PressedBadge(QAbstractButton):
    """A badge that may be pressed; as high as a target has to be."""

    def __init__(self, text: str, tone: Tone, *, icon: str = "", id: str = "") -> None:  # noqa: A002 - as Button
        super().__init__()
        self._badge = Badge(text, tone, icon=icon)
        self._badge.setAttribute(Qt.WidgetAttribute.WA_TransparentForMouseEvents)
        layout = QHBoxLayout(self)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.addWidget(self._badge)
        self.setSizePolicy(QSizePolicy.Policy.Maximum, QSizePolicy.Policy.Fixed)
        self.setCursor(Qt.CursorShape.PointingHandCursor)
        named(self, text, id)

    def sizeHint(self) -> QSize:
        """The badge, and no lower than a target."""
        size = self._badge.sizeHint()
        return QSize(max(size.width(), TARGET), max(size.height(), TARGET))

    def minimumSizeHint(self) -> QSize:
        """Some twenty letters."""
        least = self._badge.minimumSizeHint()
        return QSize(max(least.width(), TARGET), max(least.height(), TARGET))

    def paintEvent(self, event: QPaintEvent) -> None:
        """Nothing of its own; the badge draws itself."""

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Enter presses, as Space does."""
        if event.key() in {Qt.Key.Key_Return, Qt.Key.Key_Enter}:
            self.click()
        else:
            super().keyPressEvent(event)


class KeyCap(_Mark):
    """The name of a key, such as `F3`."""

    def __init__(self, key: str) -> None:
        super().__init__()
        self.key = key
        self.setAccessibleName(key)

    def sizeHint(self) -> QSize:
        """Room for the key's name."""
        metrics = QFontMetrics(theme().font(Style.KEY))
        return QSize(
            max(metrics.horizontalAdvance(self.key) + 13, metrics.height() + 4), metrics.height() + 4
        )

    def paint(self, painter: QPainter, area: QRectF) -> None:
        """Draw the cap."""
        tokens = theme().tokens
        box(painter, area, 4, tokens.sunken, tokens.border)
        painter.setFont(theme().font(Style.KEY))
        painter.setPen(QColor(tokens.muted))
        painter.drawText(area, Qt.AlignmentFlag.AlignCenter, self.key)


class IconDisc(_Mark):
    """An icon on a round soft fill, `size` logical px across before text scale."""

    def __init__(self, icon: str, tone: Tone = Tone.ACCENT, size: int = 38) -> None:
        super().__init__()
        self.icon, self.tone, self.size_ = icon, tone, size

    def sizeHint(self) -> QSize:
        """The disc."""
        side = theme().px(self.size_)
        return QSize(side, side)

    def minimumSizeHint(self) -> QSize:
        """The disc never shrinks."""
        return self.sizeHint()

    def paint(self, painter: QPainter, area: QRectF) -> None:
        """Draw disc and icon."""
        soft = theme().tokens.soft[self.tone]
        box(painter, area, area.height() / 2, soft.fill)
        glyph(painter, self.icon, soft.ink, area.center(), round(self.size_ * 0.5))


class Avatar(_Mark):
    """The initials of `name` on a disc, or a picture when one is shown."""

    def __init__(self, name: str, tone: Tone = Tone.ACCENT, size: int = 34) -> None:
        super().__init__()
        self.size_, self._picture = size, QPixmap()
        self.set(name, tone)

    def show_picture(self, data: bytes) -> None:
        """Show a picture instead of the initials; nothing, or what is no picture, shows the initials."""
        self._picture = QPixmap()
        self._picture.loadFromData(data)
        self.update()

    def set(self, name: str, tone: Tone = Tone.ACCENT) -> None:
        """Show the initials of another name."""
        words = [word for word in name.split() if word[0].isalnum()]
        self.initials = "".join(word[0] for word in (words[:1] + words[1:][-1:])).upper() or "?"
        self.tone = tone
        self.update()

    def sizeHint(self) -> QSize:
        """The disc."""
        side = theme().px(self.size_)
        return QSize(side, side)

    def minimumSizeHint(self) -> QSize:
        """The disc never shrinks."""
        return self.sizeHint()

    def paint(self, painter: QPainter, area: QRectF) -> None:
        """Draw disc and initials."""
        soft = theme().tokens.soft[self.tone]
        box(painter, area, area.height() / 2, soft.fill)
        if not self._picture.isNull():
            self._paint_picture(painter, area)
            return
        font = QFont(theme().font(Style.CAPTION))
        font.setPixelSize(theme().px(self.size_ * 0.36))
        painter.setFont(font)
        painter.setPen(QColor(soft.ink))
        painter.drawText(area, Qt.AlignmentFlag.AlignCenter, self.initials)

    def _paint_picture(self, painter: QPainter, area: QRectF) -> None:
        """Draw the middle of the picture, as round as the disc."""
        side = min(self._picture.width(), self._picture.height())
        middle = QRectF((self._picture.width() - side) / 2, (self._picture.height() - side) / 2, side, side)
        disc = QPainterPath()
        disc.addEllipse(area)
        painter.setClipPath(disc)
        painter.setRenderHint(QPainter.RenderHint.SmoothPixmapTransform)
        painter.drawPixmap(area, self._picture, middle)


class Icon(_Mark):
    """A bare icon in the ink of a tone, or muted; `size` logical px before text scale."""

    def __init__(self, name: str, tone: Tone | None = None, size: int = 18) -> None:
        super().__init__()
        self.name, self.tone, self.size_ = name, tone, size
        self.setSizePolicy(QSizePolicy.Policy.Fixed, QSizePolicy.Policy.Fixed)

    def set(self, name: str, tone: Tone | None = None) -> None:
        """Show another icon."""
        self.name, self.tone = name, tone
        self.update()

    def sizeHint(self) -> QSize:
        """The icon's square."""
        side = theme().px(self.size_)
        return QSize(side, side)

    def minimumSizeHint(self) -> QSize:
        """The icon never shrinks."""
        return self.sizeHint()

    def paint(self, painter: QPainter, area: QRectF) -> None:
        """Draw the icon."""
        glyph(painter, self.name, self.colour(), area.center(), self.size_)

    def colour(self) -> str:
        """The icon's colour in the scheme in force."""
        tokens = theme().tokens
        return tokens.soft[self.tone].ink if self.tone else tokens.muted
