"""What to say on a card that is written by hand: one sheet of A6 for each customer, to lie beside the pen."""

from collections.abc import Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import TYPE_CHECKING

from cxdesk.documents import barcodes, letterhead, sheet
from cxdesk.documents.paragraphs import one_line, wrapped
from cxdesk.documents.stationery import document, sized
from cxdesk.documents.style import ACCENT, BOLD, MUTED, REGULAR, TEXT

if TYPE_CHECKING:
    from reportlab.pdfgen.canvas import Canvas

WIDTH, HEIGHT, MARGIN = 148.0, 105.0, 10.0
SIZE, STEP, GAP = 10.5, 5.0, 2.0  # points, mm, mm
MOST = 3  # lines of one point
BARS = 7.0  # mm


@dataclass(frozen=True, slots=True)
class Points:
    """Whom the card is for, and what can be said, in the order in which one would say it; `code` is its paper's."""

    name: str
    points: tuple[str, ...]
    foot: str = ""
    code: str = ""


def write_points(cards: Sequence[Points], path: Path) -> None:
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
    room, at = WIDTH - 2 * MARGIN, MARGIN + 5
    letterhead.draw_fitted(canvas, one_line(card.name, 120), (MARGIN, at), (BOLD, 15.0, ACCENT), room)
    at += STEP + GAP
    for point in card.points:
        lines = wrapped(one_line(point, 400), REGULAR, SIZE, (room - 5) * sheet.MM)[:MOST]
        if at + STEP * len(lines) > HEIGHT - MARGIN - STEP - BARS:
            break
        letterhead.draw_fitted(canvas, "•", (MARGIN, at), (REGULAR, SIZE, MUTED), 4)
        for line in lines:
            letterhead.draw_fitted(canvas, line, (MARGIN + 5, at), (REGULAR, SIZE, TEXT), room - 5)
            at += STEP
        at += GAP
    foot, style = one_line(card.foot, 160), (REGULAR, 8.0, MUTED)
    wide = barcodes.width(card.code) if barcodes.drawable(card.code) else 0.0
    letterhead.draw_fitted(canvas, foot, (MARGIN, HEIGHT - MARGIN), style, room - wide - 6)
    if wide:
        left = WIDTH - MARGIN - wide
        barcodes.draw(canvas, card.code, (left, HEIGHT - MARGIN - BARS), BARS)
        letterhead.draw_fitted(canvas, card.code, (left, HEIGHT - MARGIN - BARS - 1.5), style, wide)
