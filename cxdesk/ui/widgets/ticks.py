"""Tick boxes and radio buttons with words that wrap."""

from PySide6.QtCore import QPoint, QRectF, QSize, Qt
from PySide6.QtGui import QColor, QFontMetrics, QPainter, QPaintEvent
from PySide6.QtWidgets import QAbstractButton, QCheckBox, QRadioButton, QSizePolicy

from cxdesk.ui.theme import theme
from cxdesk.ui.tokens import TARGET
from cxdesk.ui.widgets.access import named
from cxdesk.ui.widgets.labels import wrapped
from cxdesk.ui.widgets.painting import begin, box, glyph

MARK, GAP = 20, 10


class Tick(QCheckBox):
    """A yes or no with its words."""

    def __init__(self, words: str, *, id: str = "") -> None:  # noqa: A002 - as Button
        super().__init__(words)
        _prepare(self, id)

    def sizeHint(self) -> QSize:
        """Mark and words in one line."""
        return _size(self)

    def minimumSizeHint(self) -> QSize:
        """The words wrap."""
        return _least(self)

    def hasHeightForWidth(self) -> bool:
        """The words wrap."""
        return True

    def heightForWidth(self, width: int) -> int:
        """Height in px of the wrapped words."""
        return _height(self, width)

    def hitButton(self, pos: QPoint) -> bool:
        """The words can be clicked as well."""
        return self.rect().contains(pos)

    def paintEvent(self, event: QPaintEvent) -> None:  # noqa: ARG002 - Qt's signature
        """Draw mark and words."""
        _paint(self, "check", 5)


class Radio(QRadioButton):
    """One of several that exclude each other, with its words."""

    def __init__(self, words: str, *, id: str = "") -> None:  # noqa: A002 - as Button
        super().__init__(words)
        _prepare(self, id)

    def sizeHint(self) -> QSize:
        """Mark and words in one line."""
        return _size(self)

    def minimumSizeHint(self) -> QSize:
        """The words wrap."""
        return _least(self)

    def hasHeightForWidth(self) -> bool:
        """The words wrap."""
        return True

    def heightForWidth(self, width: int) -> int:
        """Height in px of the wrapped words."""
        return _height(self, width)

    def hitButton(self, pos: QPoint) -> bool:
        """The words can be clicked as well."""
        return self.rect().contains(pos)

    def paintEvent(self, event: QPaintEvent) -> None:  # noqa: ARG002 - Qt's signature
        """Draw mark and words."""
        _paint(self, "", 99)


def _prepare(button: QAbstractButton, key: str) -> None:
    named(button, button.text(), key)
    policy = QSizePolicy(QSizePolicy.Policy.Preferred, QSizePolicy.Policy.Minimum)
    policy.setHeightForWidth(True)
    button.setSizePolicy(policy)
    button.setCursor(Qt.CursorShape.PointingHandCursor)


def _words(button: QAbstractButton, width: int) -> list[str]:
    return wrapped(button.text(), button.font(), width - theme().px(MARK) - GAP)


def _size(button: QAbstractButton) -> QSize:
    width = QFontMetrics(button.font()).horizontalAdvance(button.text()) + theme().px(MARK) + GAP + 2
    return QSize(width, _height(button, width))


def _least(button: QAbstractButton) -> QSize:
    full = _size(button)
    return QSize(min(full.width(), theme().px(120)), full.height())


def _height(button: QAbstractButton, width: int) -> int:
    lines = QFontMetrics(button.font()).lineSpacing() * max(1, len(_words(button, width)))
    return max(theme().px(TARGET), lines + 6)


def _paint(button: QAbstractButton, sign: str, radius: float) -> None:
    painter = begin(button)
    side, step = theme().px(MARK), QFontMetrics(button.font()).lineSpacing()
    lines = _words(button, button.width())
    top = (button.height() - step * len(lines)) / 2
    _mark(button, painter, QRectF(1, top + (step - side) / 2, side, side), sign, radius)
    painter.setPen(QColor(theme().tokens.text if button.isEnabled() else theme().tokens.muted))
    painter.setFont(button.font())
    for index, line in enumerate(lines):
        area = QRectF(side + GAP, top + index * step, button.width() - side - GAP, step)
        painter.drawText(area, Qt.AlignmentFlag.AlignVCenter | Qt.TextFlag.TextDontClip, line)
    painter.end()


def _mark(button: QAbstractButton, painter: QPainter, area: QRectF, sign: str, radius: float) -> None:
    tokens, on = theme().tokens, button.isChecked()
    box(
        painter, area, radius, tokens.accent if on else tokens.surface, None if on else tokens.edge, width=1.5
    )
    if on and sign:
        glyph(painter, sign, tokens.on_accent, area.center(), 14)
    elif on:
        inset = area.height() * 0.3
        box(painter, area.adjusted(inset, inset, -inset, -inset), radius, tokens.on_accent)
