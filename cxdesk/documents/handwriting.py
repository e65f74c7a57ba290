"""What to say on a card that is written by hand: one sheet of A6 for each customer, to lie beside the pen."""

from collections.abc import Sequence
from dataclasses import dataclass
from typing import TYPE_CHECKING

from cxdesk.documents import barcodes, letterhead, sheet
from cxdesk.documents.files import Target
from cxdesk.documents.paragraphs import one_line, wrapped
from cxdesk.documents.stationery import document, sized
from cxdesk.documents.style import ACCENT, BOLD, MUTED, REGULAR, TEXT

if TYPE_CHECKING:
    from reportlab.pdfgen.canvas import Canvas

WIDTH, HEIGHT, MARGIN = 148.0, 105.0, 10.0
SIZES, LEADING, GAP = (13.0, 12.0, 10.5), 1.36, 2.5  # points, of the size, mm
ROOM, FOOT = WIDTH - 2 * MARGIN, HEIGHT - MARGIN
TOP, INDENT = MARGIN + 13.0, 5.0  # mm of the first point, and of its text
MOST = 3  # lines of one point
BARS = 7.0  # mm


@dataclass(frozen=True, slots=True)
class Points:
    """Whom the card is for, and what can be said, in the order in which one would say it; `code` is its paper's."""

    name: str
    points: tuple[str, ...]
    foot: str = ""
    code: str = ""


def write_points(cards: Sequence[Points], path: Target) -> None:
    """One A6 sheet each.

    Raises:
        UserError: when the file cannot be written.
    """
    with document(path, (WIDTH, HEIGHT)) as canvas:
        for number, card in enumerate(cards):
            if number:
                canvas.showPage()
            _card(canvas, card)


def _card(canvas: "Canvas", card: Points) -> None:
    sized(canvas, WIDTH, HEIGHT)
    name = one_line(card.name, 120)
    letterhead.draw_fitted(canvas, name, (MARGIN, MARGIN + 4), (BOLD, 15.0, ACCENT), ROOM)
    size, points = _fitted(card)
    at, step = TOP, size * LEADING / sheet.MM
    for lines in points:
        letterhead.draw_fitted(canvas, "•", (MARGIN, at), (REGULAR, size, MUTED), INDENT)
        for line in lines:
            left = MARGIN + INDENT
            letterhead.draw_fitted(canvas, line, (left, at), (REGULAR, size, TEXT), ROOM - INDENT)
            at += step
        at += GAP
    _foot(canvas, card)


def _foot(canvas: "Canvas", card: Points) -> None:
    wide = barcodes.width(card.code) if barcodes.drawable(card.code) else 0.0
    style = (REGULAR, 8.0, MUTED)
    letterhead.draw_fitted(canvas, one_line(card.foot, 160), (MARGIN, FOOT), style, ROOM - wide - 6)
    if wide:
        left = WIDTH - MARGIN - wide
        barcodes.draw(canvas, card.code, (left, FOOT - BARS), BARS)
        letterhead.draw_fitted(canvas, card.code, (left, FOOT - BARS - 1.5), style, wide)


def _fitted(card: Points) -> tuple[float, list[list[str]]]:
    """The largest size at which all is said, and its points line by line; at the smallest the last may be left out."""
    for size in SIZES:
        points = [
            wrapped(one_line(point, 400), REGULAR, size, (ROOM - INDENT) * sheet.MM)[:MOST]
            for point in card.points
        ]
        if _height(points, size) <= FOOT - BARS - TOP:
            return size, points
    while points and _height(points, size) > FOOT - BARS - TOP:
        points.pop()
    return size, points


def _height(points: Sequence[Sequence[str]], size: float) -> float:
    return sum(map(len, points)) * size * LEADING / sheet.MM + len(points) * GAP
