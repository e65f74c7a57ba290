"""What goes out without a stamp: drafts for the mail program, and a sheet of codes for the shop's phone."""

from collections.abc import Sequence
from email.message import EmailMessage
from pathlib import Path
from typing import TYPE_CHECKING

from cxdesk.documents import letterhead, sheet
from cxdesk.documents.paragraphs import one_line, wrapped
from cxdesk.documents.stationery import document
from cxdesk.documents.style import MUTED, REGULAR, SEMIBOLD, TEXT
from cxdesk.domain.letter import Letter
from cxdesk.language.language import Language

if TYPE_CHECKING:
    from reportlab.pdfgen.canvas import Canvas

Message = tuple[str, str, str, int]
"""Name, the link that a phone opens, the text, and how many messages it is paid as."""

ROWS, TOP, STEP, SIDE = 4, 24.0, 64.0, 52.0  # mm
LINES = 12


def text(letter: Letter) -> str:
    """The letter as plain text, with what it offers below."""
    signed = filter(None, (letter.signature.name, letter.signature.title, letter.sender.name))
    return "\n\n".join([*letter.paragraphs, "\n".join(signed), *_offered(letter)])


def _offered(letter: Letter) -> list[str]:
    """What the letter's coupon says; nothing when there is none."""
    box, language = letter.coupon, Language(letter.language)
    if box is None:
        return []
    day = language.date(box.valid_until) if box.valid_until else ""
    until = language.tr("Valid until {date}", date=day) if day else ""
    return ["\n".join(filter(None, (box.title, box.text, box.code, until)))]


def draft(letter: Letter, to: str) -> bytes:
    """An e-mail that the shop's own mail program opens as a draft."""
    message = EmailMessage()
    message["X-Unsent"] = "1"
    message["To"] = one_line(to, 200)
    if letter.sender.email:
        message["From"] = one_line(letter.sender.email, 200)
    message["Subject"] = one_line(letter.subject, 200)
    message.set_content(text(letter))
    return bytes(message)


def write_codes(messages: Sequence[Message], path: Path, language: Language) -> None:
    """A sheet with a QR code for each message: the shop's phone reads it and has the message ready.

    Raises:
        UserError: when the file cannot be written.
    """
    with document(path, (sheet.WIDTH, sheet.HEIGHT)) as canvas:
        for number, message in enumerate(messages):
            place = number % ROWS
            if number and place == 0:
                canvas.showPage()
            if place == 0:
                said = language.tr("Read a code with the shop’s phone: the message is ready to be sent.")
                letterhead.draw_fitted(
                    canvas, said, (sheet.LEFT, 16), (REGULAR, 9.0, MUTED), sheet.RIGHT - sheet.LEFT
                )
            _row(canvas, message, TOP + place * STEP, language)


def _row(canvas: "Canvas", message: Message, top: float, language: Language) -> None:
    name, link, said, paid = message
    _code(canvas, link, top)
    left, room = sheet.LEFT + SIDE + 6, sheet.RIGHT - sheet.LEFT - SIDE - 6
    letterhead.draw_fitted(canvas, one_line(name, 120), (left, top + 4), (SEMIBOLD, 11.0, TEXT), room)
    cost = language.tr_n("{n} message", "{n} messages", paid)
    letterhead.draw_fitted(canvas, cost, (left, top + 8.5), (REGULAR, 8.0, MUTED), room)
    for index, line in enumerate(wrapped(one_line(said), REGULAR, 8.0, room * sheet.MM)[:LINES]):
        letterhead.draw_fitted(canvas, line, (left, top + 13 + 3.4 * index), (REGULAR, 8.0, TEXT), room)


def _code(canvas: "Canvas", link: str, top: float) -> None:
    from reportlab.graphics import renderPDF  # noqa: PLC0415 - loaded with the first code
    from reportlab.graphics.barcode.qr import QrCodeWidget  # noqa: PLC0415 - the same
    from reportlab.graphics.shapes import Drawing  # noqa: PLC0415 - the same

    side = sheet.x(SIDE)
    drawing = Drawing(side, side)
    drawing.add(QrCodeWidget(link, barWidth=side, barHeight=side, barLevel="L"))
    renderPDF.draw(drawing, canvas, sheet.x(sheet.LEFT), sheet.y(top + SIDE))
