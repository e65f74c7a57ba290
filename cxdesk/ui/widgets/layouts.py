"""Columns and rows of widgets, in one expression."""

from collections.abc import Sequence

from PySide6.QtCore import QMargins
from PySide6.QtWidgets import QBoxLayout, QHBoxLayout, QLayout, QVBoxLayout, QWidget

Part = QWidget | QLayout | int | None


def column(*parts: Part, gap: int = 8, margins: tuple[int, int, int, int] = (0, 0, 0, 0)) -> QVBoxLayout:
    """Parts below each other; a number is a gap in px, None takes the room that is left."""
    layout = QVBoxLayout()
    _fill(layout, parts, gap, margins)
    return layout


def row(*parts: Part, gap: int = 8, margins: tuple[int, int, int, int] = (0, 0, 0, 0)) -> QHBoxLayout:
    """Parts beside each other; a number is a gap in px, None takes the room that is left."""
    layout = QHBoxLayout()
    _fill(layout, parts, gap, margins)
    return layout


def _fill(layout: QBoxLayout, parts: Sequence[Part], gap: int, margins: tuple[int, int, int, int]) -> None:
    layout.setSpacing(gap)
    layout.setContentsMargins(QMargins(*margins))
    for part in parts:
        put(layout, part)


def put(layout: QBoxLayout, part: Part, at: int = -1) -> None:
    """Put `part` into `layout` at a place, last when -1."""
    if part is None:
        layout.insertStretch(at, 1)
    elif isinstance(part, int):
        layout.insertSpacing(at, part)
    elif isinstance(part, QLayout):
        layout.insertLayout(at, part)
    else:
        layout.insertWidget(at, part)


def boxed(layout: QLayout) -> QWidget:
    """A bare widget that holds `layout`."""
    widget = QWidget()
    widget.setLayout(layout)
    return widget


def discard(widget: QWidget) -> None:
    """Take `widget` off the screen now, and delete it."""
    widget.hide()
    widget.deleteLater()


def empty(layout: QLayout) -> None:
    """Take everything out of `layout` and delete it."""
    while (item := layout.takeAt(0)) is not None:
        if (widget := item.widget()) is not None:
            discard(widget)
        elif (inner := item.layout()) is not None:
            empty(inner)
