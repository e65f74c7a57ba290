"""The few strokes that all our widgets are painted with."""

from PySide6.QtCore import QEvent, QPointF, QRect, QRectF, Qt
from PySide6.QtGui import QColor, QPainter, QPen
from PySide6.QtWidgets import QWidget

from cxdesk.ui.theme import theme
from cxdesk.ui.tokens import Style
from cxdesk.ui.widgets.labels import elided

LOOK_CHANGED = frozenset({QEvent.Type.StyleChange, QEvent.Type.PaletteChange, QEvent.Type.FontChange})


def begin(widget: QWidget) -> QPainter:
    """A smooth painter on `widget`."""
    painter = QPainter(widget)
    painter.setRenderHint(QPainter.RenderHint.Antialiasing)
    return painter


def box(
    painter: QPainter,
    rect: QRectF,
    radius: float,
    fill: str | None,
    edge: str | None = None,
    *,
    width: float = 1,
) -> None:
    """A rounded box; the edge lies inside `rect`."""
    inset = width / 2 if edge else 0
    painter.setBrush(QColor(fill) if fill else Qt.BrushStyle.NoBrush)
    painter.setPen(QPen(QColor(edge), width) if edge else Qt.PenStyle.NoPen)
    inner = rect.adjusted(inset, inset, -inset, -inset)
    corner = min(radius, inner.height() / 2, inner.width() / 2)
    painter.drawRoundedRect(inner, corner, corner)


def write(
    painter: QPainter,
    area: QRect,
    text: str,
    style: Style,
    colour: str,
    align: Qt.AlignmentFlag = Qt.AlignmentFlag.AlignLeft,
) -> None:
    """One line of text in the middle of `area`, elided where it is too narrow."""
    font = theme().font(style)
    painter.setFont(font)
    painter.setPen(QColor(colour))
    painter.drawText(area, align | Qt.AlignmentFlag.AlignVCenter, elided(text, font, area.width()))


def glyph(painter: QPainter, name: str, colour: str, centre: QPointF, size: int = 18) -> None:
    """The icon `name` around `centre`, `size` logical px before text scale."""
    picture = theme().pixmap(name, colour, size)
    side = theme().px(size)
    painter.drawPixmap(QPointF(round(centre.x() - side / 2), round(centre.y() - side / 2)), picture)
