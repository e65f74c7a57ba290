"""Line icons: SVG files recoloured when drawn, kept sharp on every screen."""

from functools import cache

from PySide6.QtCore import QByteArray, QRectF, Qt
from PySide6.QtGui import QGuiApplication, QIcon, QPainter, QPixmap, QPixmapCache
from PySide6.QtSvg import QSvgRenderer

from cxdesk import paths


@cache
def _source(name: str) -> str:
    return (paths.resources() / "icons" / f"{name}.svg").read_text(encoding="utf-8")


def pixmap(name: str, colour: str, size: int, ratio: float | None = None) -> QPixmap:
    """The icon `name` in `colour` (`#rrggbb`), `size` logical px square; `ratio` is device px per logical px.

    Raises:
        FileNotFoundError: no such icon in resources/icons.
    """
    ratio = ratio or QGuiApplication.primaryScreen().devicePixelRatio()
    key = f"{name} {colour} {size} {ratio}"
    found = QPixmap()
    if not QPixmapCache.find(key, found):
        found = _draw(name, colour, size, ratio)
        QPixmapCache.insert(key, found)
    return found


def _draw(name: str, colour: str, size: int, ratio: float) -> QPixmap:
    canvas = QPixmap(round(size * ratio), round(size * ratio))
    canvas.setDevicePixelRatio(ratio)
    canvas.fill(Qt.GlobalColor.transparent)
    renderer = QSvgRenderer(QByteArray(_source(name).replace("currentColor", colour).encode()))
    painter = QPainter(canvas)
    renderer.render(painter, QRectF(0, 0, size, size))
    painter.end()
    return canvas


def icon(name: str, colour: str, size: int) -> QIcon:
    """The icon for places where Qt wants a QIcon (menus, window), at one and two device pixels per px."""
    result = QIcon(pixmap(name, colour, size, 1))
    result.addPixmap(pixmap(name, colour, size, 2))
    return result
