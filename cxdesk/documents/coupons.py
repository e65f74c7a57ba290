"""The coupon at the foot of a letter: what it is, until when, and a code for the shop's scanner."""

from typing import TYPE_CHECKING

from cxdesk.documents import barcodes, fonts, sheet
from cxdesk.documents.letterhead import draw_centred, draw_fitted, draw_line
from cxdesk.documents.paragraphs import clean, one_line, wrapped
from cxdesk.documents.style import BOLD, GIFT, MEDIUM, MUTED, REGULAR, TEXT, ink
from cxdesk.domain.letter import CouponBox
from cxdesk.language.language import Language

if TYPE_CHECKING:
    from reportlab.pdfgen.canvas import Canvas

HEIGHT = 36.0  # mm
BARS = 12.0  # mm, their height
INSET = 8.0  # mm from the frame to the bars
CODE_SIZE = 11.0
CODE_WIDTH = 62.0  # mm kept for the bars
TEXT_ROOM = 88.0  # mm
LINES = 3


def draw_coupon(canvas: "Canvas", coupon: CouponBox, top: float, language: Language) -> None:
    """The dashed box with its upper edge at `top` mm: title, text and date on the left, bars on the right."""
    frame(canvas, (sheet.LEFT, top, sheet.RIGHT - sheet.LEFT, HEIGHT))
    left = sheet.LEFT + 5
    draw_fitted(canvas, one_line(coupon.title, 120), (left, top + 9.5), (BOLD, 12.0, GIFT), TEXT_ROOM)
    canvas.setFillColor(ink(TEXT))
    lines = wrapped(clean(coupon.text, 240), REGULAR, 9.0, TEXT_ROOM * sheet.MM)[:LINES]
    for index, line in enumerate(lines):
        draw_line(canvas, line, (sheet.x(left), sheet.y(top + 15.5 + 4.3 * index)), REGULAR, 9.0)
    if coupon.valid_until:
        until = language.tr("Valid until {date}", date=language.date(coupon.valid_until))
        draw_fitted(canvas, until, (left, top + HEIGHT - 5.0), (MEDIUM, 9.0, MUTED), TEXT_ROOM)
    if coupon.code:
        _code(canvas, one_line(coupon.code, 32), top)


def frame(canvas: "Canvas", box: sheet.Box) -> None:
    """The dashed line around what may be cut out."""
    left, top, wide, high = box
    canvas.setStrokeColor(ink(GIFT))
    canvas.setLineWidth(0.9)
    canvas.setDash(4, 2.5)
    low = sheet.y(top + high)
    canvas.roundRect(sheet.x(left), low, sheet.x(wide), sheet.x(high), sheet.x(3), fill=0)
    canvas.setDash()


def _code(canvas: "Canvas", code: str, top: float) -> None:
    """Code 128 above the code in letters; no bars when it is too long or has other signs than ASCII."""
    wide = barcodes.width(code) if barcodes.drawable(code) else 0.0
    room = min(CODE_WIDTH, max(wide, fonts.width(code, MEDIUM, CODE_SIZE) / sheet.MM))
    left = sheet.RIGHT - INSET - room
    if 0 < wide <= CODE_WIDTH:
        barcodes.draw(canvas, code, (left + (room - wide) / 2, top + 9.0), BARS)
    draw_centred(canvas, code, (left, top + 27.0), (MEDIUM, CODE_SIZE, TEXT), room)
