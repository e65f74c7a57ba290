"""A coupon or gift card as a card of A6, to be handed over or given away."""

from pathlib import Path
from typing import TYPE_CHECKING

from cxdesk.documents import barcodes, letterhead, sheet
from cxdesk.documents.cards import edge
from cxdesk.documents.paragraphs import clean, one_line, wrapped
from cxdesk.documents.stationery import document, sized
from cxdesk.documents.style import ACCENT, BOLD, MEDIUM, MUTED, REGULAR, SEMIBOLD, TEXT
from cxdesk.domain.letter import CouponBox, Sender
from cxdesk.language.language import Language
from cxdesk.language.text import capital

if TYPE_CHECKING:
    from reportlab.pdfgen.canvas import Canvas

WIDTH, HEIGHT, MARGIN = 148.0, 105.0, 16.0
ROOM = WIDTH - 2 * MARGIN
SHOP, FOOT = 22.0, 93.0  # mm of the first and the last line
BARS, CODE = 66.0, 12.0  # mm, where they begin and how high they are
STEP, BELOW = 0.42, 13.0  # mm from line to line for each point of the title, and of what stands below it


def write_voucher(box: CouponBox, sender: Sender, language: Language, path: Path) -> None:
    """One card: who gives it, what it gives, until when, and the code that the counter scans.

    Raises:
        UserError: when the file cannot be written.
    """
    with document(path, (WIDTH, HEIGHT)) as canvas:
        sized(canvas, WIDTH, HEIGHT)
        edge(canvas, (0.0, 0.0, WIDTH, HEIGHT))
        _line(canvas, one_line(sender.name, 120), SHOP, (SEMIBOLD, 12.0, MUTED))
        _said(canvas, box, language)
        if barcodes.drawable(box.code):
            left = MARGIN + (ROOM - barcodes.width(box.code)) / 2
            barcodes.draw(canvas, box.code, (left, BARS), CODE)
        _line(canvas, box.code, BARS + CODE + 5.5, (MEDIUM, 12.0, TEXT))
        _line(canvas, letterhead.contact_line(sender), FOOT, (REGULAR, 7.5, MUTED))


def _said(canvas: "Canvas", box: CouponBox, language: Language) -> None:
    """Title, text and last day in the middle between the shop and the bars."""
    title = capital(one_line(box.title, 120))
    size = next(size for size in (26.0, 20.0, 15.0) if size == 15.0 or len(_lines(title, size)) < 3)
    lines = _lines(title, size)[:3]
    step = size * STEP
    at = (SHOP + BARS - step * len(lines) - BELOW) / 2
    for line in lines:
        at += step
        _line(canvas, line, at, (BOLD, size, ACCENT))
    at += BELOW - 5
    _line(canvas, clean(box.text, 80), at, (REGULAR, 10.0, TEXT))
    if box.valid_until:
        until = language.tr("Valid until {date}", date=language.date(box.valid_until))
        _line(canvas, until, at + 5, (MEDIUM, 10.0, MUTED))


def _lines(title: str, size: float) -> list[str]:
    return wrapped(title, BOLD, size, ROOM * sheet.MM)


def _line(canvas: "Canvas", text: str, at: float, style: tuple[str, float, str]) -> None:
    letterhead.draw_centred(canvas, text, (MARGIN, at), style, ROOM)
