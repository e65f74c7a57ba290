"""What is the same on every letter of a shop, drawn once and stamped on each page."""

from typing import TYPE_CHECKING

from cxdesk.documents import fonts, sheet
from cxdesk.documents.paragraphs import one_line
from cxdesk.documents.style import ACCENT, BOLD, MUTED, REGULAR, ink
from cxdesk.domain.letter import Sender, Window

if TYPE_CHECKING:
    from reportlab.pdfgen.canvas import Canvas

NAME_SIZE = 15.0
SMALLEST_NAME = 8.0
CONTACT_SIZE = 8.0
RETURN_SIZE = 6.5
SMALLEST = 5.0
DOT = " · "


def contact_line(sender: Sender) -> str:
    """Address, phone, e-mail and website in one line."""
    parts = (*sender.address, sender.phone, sender.email, sender.website)
    return DOT.join(filter(None, (one_line(part, 80) for part in parts)))


def return_line(sender: Sender) -> str:
    """The sender's name and address as it stands small in the window."""
    return DOT.join(filter(None, (one_line(part, 60) for part in (sender.name, *sender.address))))


def draw_first(canvas: "Canvas", sender: Sender, window: Window) -> None:
    """Band, name and contacts, and for a window envelope the fold and punch marks."""
    _band(canvas)
    draw_fitted(canvas, one_line(sender.name, 120), (sheet.LEFT, 20.0), (BOLD, NAME_SIZE, ACCENT), 165)
    draw_fitted(canvas, contact_line(sender), (sheet.LEFT, 25.5), (REGULAR, CONTACT_SIZE, MUTED), 165)
    if window is Window.DIN5008B:
        _marks(canvas)


def draw_next(canvas: "Canvas", sender: Sender) -> None:
    """The quieter head of second and later pages."""
    _band(canvas)
    draw_fitted(canvas, one_line(sender.name, 120), (sheet.LEFT, 17.0), (BOLD, 10.0, ACCENT), 120)


def draw_fitted(
    canvas: "Canvas", text: str, at: tuple[float, float], style: tuple[str, float, str], room: float
) -> None:
    """One line at `at` (mm) in `style` (font, points, colour), made smaller to fit `room` mm, at last cut."""
    font, size, colour = style
    while size > SMALLEST and fonts.width(text, font, size) > room * sheet.MM:
        size -= 0.5
    while len(text) > 1 and fonts.width(text, font, size) > room * sheet.MM:
        text = f"{text[:-2]}…"
    canvas.setFillColor(ink(colour))
    draw_line(canvas, text, (sheet.x(at[0]), sheet.y(at[1])), font, size)


def draw_centred(
    canvas: "Canvas", text: str, at: tuple[float, float], style: tuple[str, float, str], room: float
) -> None:
    """The same in the middle of the `room` that begins at `at`."""
    font, size, _ = style
    indent = max(0.0, room - fonts.width(text, font, size) / sheet.MM) / 2
    draw_fitted(canvas, text, (at[0] + indent, at[1]), style, room)


def draw_line(canvas: "Canvas", text: str, at: tuple[float, float], font: str, size: float) -> None:
    """One line with its baseline at `at` (points), piece by piece where Inter lacks a sign."""
    left, base = at
    for name, piece in fonts.runs(text, font):
        canvas.setFont(name, size)
        canvas.drawString(left, base, piece)
        left += fonts.width(piece, name, size) if len(piece) < len(text) else 0


def _band(canvas: "Canvas") -> None:
    canvas.setFillColor(ink(ACCENT))
    canvas.rect(0, sheet.y(sheet.BAND), sheet.x(sheet.WIDTH), sheet.x(sheet.BAND), stroke=0, fill=1)


def _marks(canvas: "Canvas") -> None:
    canvas.setStrokeColor(ink(MUTED))
    canvas.setLineWidth(0.4)
    for mark, length in ((sheet.FOLDS[0], 4.0), (sheet.PUNCH, 6.0), (sheet.FOLDS[1], 4.0)):
        canvas.line(sheet.x(sheet.MARK_X), sheet.y(mark), sheet.x(sheet.MARK_X + length), sheet.y(mark))
