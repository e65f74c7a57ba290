"""An NPS answer as a badge in the colours of its group."""

from PySide6.QtCore import QRectF
from PySide6.QtGui import QPainter

from cxdesk.ui.theme import theme
from cxdesk.ui.widgets.badges import Badge
from cxdesk.ui.widgets.scale import nps_soft


class ScoreBadge(Badge):
    """A badge for the answer `score` (0 to 10) that says `text`; it follows the colour scheme."""

    def __init__(self, score: int, text: str = "") -> None:
        super().__init__(text or str(score))
        self.score = score

    def paint(self, painter: QPainter, area: QRectF) -> None:
        """Draw the pill in the colours of the scheme in force."""
        self._soft = nps_soft(self.score, theme().tokens)
        super().paint(painter, area)
