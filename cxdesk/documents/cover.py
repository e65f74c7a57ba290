"""The head of a report: the month in a band of colour, and the three scores on cards."""

from typing import TYPE_CHECKING

from cxdesk.documents.headlines import Headline, headlines
from cxdesk.documents.letterhead import draw_fitted, draw_line
from cxdesk.documents.paragraphs import one_line, wrapped
from cxdesk.documents.sheet import MM, x, y
from cxdesk.documents.style import (
    ACCENT,
    ACCENT_SOFT,
    BOLD,
    BORDER,
    CHART_ORANGE,
    MEDIUM,
    MUTED,
    ON_ACCENT,
    REGULAR,
    SEMIBOLD,
    TEXT,
    WARN,
    ink,
)
from cxdesk.domain.report import MonthlyReport
from cxdesk.language.language import Language
from cxdesk.language.text import capital

if TYPE_CHECKING:
    from reportlab.pdfgen.canvas import Canvas

BAND = 68.0  # mm
LEFT = 18.0
CARD_TOP = 52.0
CARD_HEIGHT = 44.0
CARD_WIDTH = 55.0
CARD_GAP = 4.5
INSET = 5.0
COVER_END = CARD_TOP + CARD_HEIGHT + 6.0
ARROWS = {1: "↑ ", -1: "↓ ", 0: ""}
COLOURS = {1: ACCENT, -1: CHART_ORANGE, 0: MUTED}


def draw_cover(canvas: "Canvas", report: MonthlyReport, language: Language) -> None:
    """Band and cards of the first page."""
    canvas.setFillColor(ink(ACCENT))
    canvas.rect(0, y(BAND), x(210), x(BAND), stroke=0, fill=1)
    draw_fitted(canvas, one_line(report.shop, 120), (LEFT, 17.0), (SEMIBOLD, 12.0, ACCENT_SOFT), 174)
    month = language.month(report.month)
    draw_fitted(canvas, capital(month), (LEFT, 32.0), (BOLD, 32.0, ON_ACCENT), 174)
    title = language.tr("Monthly report: what customers said, and how we thanked them")
    draw_fitted(canvas, title, (LEFT, 42.0), (REGULAR, 11.5, ON_ACCENT), 174)
    for place, headline in enumerate(headlines(report, language)):
        _card(canvas, LEFT + place * (CARD_WIDTH + CARD_GAP), headline, language)


def _card(canvas: "Canvas", left: float, headline: Headline, language: Language) -> None:
    _frame(canvas, left)
    inner, room = left + INSET, CARD_WIDTH - 2 * INSET
    draw_fitted(canvas, headline.label, (inner, CARD_TOP + 8), (SEMIBOLD, 9.5, MUTED), room)
    figure = (headline.figure, BOLD, 30.0, TEXT) if headline.figure else ("–", BOLD, 30.0, MUTED)
    draw_fitted(canvas, figure[0], (inner, CARD_TOP + 21), figure[1:], room)
    if headline.few:
        draw_fitted(
            canvas, language.tr("few answers"), (inner + 29, CARD_TOP + 21), (SEMIBOLD, 8.0, WARN), 16
        )
    change = f"{ARROWS[headline.moved]}{headline.change}"
    _lines(canvas, change, (inner, CARD_TOP + 28), (MEDIUM, 9.0, COLOURS[headline.moved]), room)
    _lines(canvas, headline.basis, (inner, CARD_TOP + 36.5), (REGULAR, 8.0, MUTED), room)


def _frame(canvas: "Canvas", left: float) -> None:
    canvas.setFillColor(ink(ON_ACCENT))
    canvas.setStrokeColor(ink(BORDER))
    canvas.setLineWidth(0.8)
    low = y(CARD_TOP + CARD_HEIGHT)
    canvas.roundRect(x(left), low, x(CARD_WIDTH), x(CARD_HEIGHT), x(2.6), stroke=1, fill=1)


def _lines(
    canvas: "Canvas", words: str, at: tuple[float, float], look: tuple[str, float, str], room: float
) -> None:
    """Two lines at most, for a card is small."""
    font, size, colour = look
    canvas.setFillColor(ink(colour))
    for row, line in enumerate(wrapped(words, font, size, room * MM)[:2]):
        draw_line(canvas, line, (x(at[0]), y(at[1] + row * 4.0)), font, size)
