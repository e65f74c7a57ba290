"""Where somebody stands in a few steps."""

from collections.abc import Sequence

from PySide6.QtCore import QEvent, QPointF, QRect, QRectF, QSize, Qt
from PySide6.QtGui import QColor, QPainter, QPaintEvent, QPen
from PySide6.QtWidgets import QSizePolicy, QWidget

from cxdesk.ui.theme import theme
from cxdesk.ui.tokens import Style
from cxdesk.ui.widgets.access import named
from cxdesk.ui.widgets.painting import LOOK_CHANGED, begin, box, glyph, write

DISC, GAP, LINE = 26, 10, 16


class StepBar(QWidget):
    """Numbered steps with lines between them; those behind are ticked. Without room only the present one is named.

    Args:
        names: the steps in order.
        said: what a screen reader says: a text with {n}, {of} and {name}.
    """

    def __init__(self, names: Sequence[str], said: str) -> None:
        super().__init__()
        self._names, self._said, self.current = list(names), said, 0
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)
        self.go(0)

    def go(self, step: int) -> None:
        """Stand at `step`, from 0; behind the last all are ticked."""
        self.current = step
        at = min(step, len(self._names) - 1)
        said = self._said.replace("{n}", str(at + 1)).replace("{of}", str(len(self._names)))
        named(self, said.replace("{name}", self._names[at]), "steps")
        self.update()

    def sizeHint(self) -> QSize:
        """Room for all the names."""
        width = sum(self._width(at, named=True) for at in range(len(self._names)))
        return QSize(width + self._gaps(), theme().px(DISC) + 4)

    def minimumSizeHint(self) -> QSize:
        """Room for the discs."""
        return QSize(theme().px(DISC) * len(self._names) + self._gaps(), self.sizeHint().height())

    def changeEvent(self, event: QEvent) -> None:
        """Follow the text scale."""
        super().changeEvent(event)
        if event.type() in LOOK_CHANGED:
            self.updateGeometry()

    def paintEvent(self, event: QPaintEvent) -> None:  # noqa: ARG002 - Qt's signature
        """Draw the steps from end to end."""
        painter = begin(self)
        roomy = self.sizeHint().width() <= self.width()
        widths = [self._width(at, named=roomy or at == self.current) for at in range(len(self._names))]
        gap = (self.width() - sum(widths)) / max(1, len(widths) - 1)
        left = 0.0
        for at, width in enumerate(widths):
            self._step(painter, at, round(left), width)
            if at < len(widths) - 1:
                self._line(painter, left + width + GAP, left + width + gap - GAP)
            left += width + gap
        painter.end()

    def _step(self, painter: QPainter, at: int, left: int, width: int) -> None:
        tokens, side = theme().tokens, theme().px(DISC)
        disc = QRectF(left, (self.height() - side) / 2, side, side)
        reached = at <= self.current
        box(
            painter,
            disc,
            side / 2,
            tokens.accent if reached else tokens.surface,
            None if reached else tokens.edge,
        )
        ink = tokens.on_accent if reached else tokens.muted
        if at < self.current:
            glyph(painter, "check", ink, QPointF(disc.center()), 15)
        else:
            painter.setFont(theme().font(Style.CAPTION))
            painter.setPen(QColor(ink))
            painter.drawText(disc, Qt.AlignmentFlag.AlignCenter, str(at + 1))
        if width > side:
            area = QRect(left + side + GAP, 0, width - side - GAP + 2, self.height())
            here = at == self.current
            write(painter, area, self._names[at], self._style(at), tokens.text if here else tokens.muted)

    def _line(self, painter: QPainter, left: float, right: float) -> None:
        if right > left:
            painter.setPen(QPen(QColor(theme().tokens.border), 1))
            painter.drawLine(QPointF(left, self.height() / 2), QPointF(right, self.height() / 2))

    def _width(self, at: int, *, named: bool) -> int:
        side = theme().px(DISC)
        return side + GAP + theme().width(self._names[at], Style.STRONG) + 2 if named else side

    def _gaps(self) -> int:
        return (LINE + 2 * GAP) * (len(self._names) - 1)

    def _style(self, at: int) -> Style:
        return Style.STRONG if at == self.current else Style.BODY
