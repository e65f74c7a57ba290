"""Letters on paper: one PDF for one letter or for a whole batch."""

from collections.abc import Callable, Sequence
from functools import cache
from io import BytesIO
from pathlib import Path
from typing import TYPE_CHECKING, BinaryIO

from cxdesk.documents import addresses, barcodes, fonts, letterhead, sheet, signatures
from cxdesk.documents.coupons import HEIGHT as COUPON_HEIGHT
from cxdesk.documents.coupons import draw_coupon
from cxdesk.documents.files import Target, whole
from cxdesk.documents.paragraphs import clean, one_line, wrapped
from cxdesk.documents.style import BOLD, MUTED, REGULAR, SEMIBOLD, TEXT, ink
from cxdesk.domain.letter import Letter, Sender, Window
from cxdesk.language.language import Language

if TYPE_CHECKING:
    from reportlab.pdfgen.canvas import Canvas

Progress = Callable[[int, int], None]

SIZE, LEADING = 10.5, 15.0  # points
SUBJECT_SIZE, SUBJECT_LEADING = 13.0, 17.0
PARAGRAPH_GAP = 3.2  # mm
SIGN_GAP = 15.0  # mm to sign by hand
PARAGRAPHS = 60
PARAGRAPH_LIMIT = 6_000  # characters
LINE = LEADING / sheet.MM  # mm
SIGNATURE = SIGN_GAP + 3 * LINE
CODE_SIZE, CODE_HEIGHT, QUIET = 8.0, 8.0, 3.0  # points, mm, mm


def write_letter(letter: Letter, path: Path) -> None:
    """One letter as a PDF at `path`.

    Raises:
        UserError: when the file cannot be written or a font is missing; nothing is left at `path` then.
    """
    write_letters([letter], path)


def write_letters(letters: Sequence[Letter], path: Target, progress: Progress | None = None) -> None:
    """All `letters` in one PDF at `path`; `progress(done, all)` is called after each and may raise to cancel.

    Raises:
        UserError: when the file cannot be written or a font is missing; nothing is left at `path` then.
        ValueError: when there are no letters.
    """
    if not letters:
        raise ValueError("no letters to print")
    with whole(path) as file:
        _write(letters, file, progress)


def pdf(letter: Letter) -> bytes:
    """One letter as a PDF to look at.

    Raises:
        UserError: when a font is missing.
    """
    made = BytesIO()
    write_letters([letter], made)
    return made.getvalue()


def _write(letters: Sequence[Letter], file: BinaryIO, progress: Progress | None) -> None:
    fonts.register()
    canvas = _canvas(letters, file)
    pages = _Pages(canvas)
    for done, letter in enumerate(letters, 1):
        pages.draw(letter)
        if progress:
            progress(done, len(letters))
    canvas.save()


def _canvas(letters: Sequence[Letter], file: BinaryIO) -> "Canvas":
    from reportlab.lib.pagesizes import A4  # noqa: PLC0415 - loaded when the first letter is written
    from reportlab.pdfgen.canvas import Canvas  # noqa: PLC0415 - the same

    first = letters[0]
    canvas = Canvas(file, A4, pageCompression=1, initialFontName=REGULAR, lang=first.language)
    names = " ".join(first.recipient.names) if len(letters) == 1 else str(len(letters))
    canvas.setTitle(one_line(f"{first.subject} – {names}", 200))
    canvas.setSubject(one_line(first.subject, 200))
    canvas.setAuthor(one_line(first.sender.name, 200))
    canvas.setCreator("CX Desk")
    return canvas


@cache
def _language(code: str) -> Language:
    return Language(code)


class _Pages:
    """Draws letters on a canvas, page after page; `_at` is the next free millimetre of the current one."""

    def __init__(self, canvas: "Canvas") -> None:
        self._canvas = canvas
        self._heads: dict[tuple[Sender, Window | None], str] = {}
        self._at = 0.0
        self._page = 1

    def draw(self, letter: Letter) -> None:
        """One letter, beginning on a page of its own."""
        self._page, self._at = 1, sheet.TEXT_TOP[letter.window]
        self._stamp(letter.sender, letter.window)
        self._address(letter)
        self._information(letter)
        self._subject(letter)
        *body, closing = letter.paragraphs[:PARAGRAPHS] or ("",)
        for text in body:
            self._paragraph(letter, text)
        self._paragraph(letter, closing, below=SIGNATURE)
        self._signature(letter)
        self._coupon(letter)
        self._canvas.showPage()

    def _stamp(self, sender: Sender, window: Window | None) -> None:
        """Puts the letterhead on the page, drawn only the first time; `window` None is a following page."""
        key = (sender, window)
        if key not in self._heads:
            self._heads[key] = f"head{len(self._heads)}"
            self._canvas.beginForm(self._heads[key], 0, 0, sheet.x(sheet.WIDTH), sheet.x(sheet.HEIGHT))
            if window:
                letterhead.draw_first(self._canvas, sender, window)
            else:
                letterhead.draw_next(self._canvas, sender)
            self._canvas.endForm()
        self._canvas.doForm(self._heads[key])

    def _address(self, letter: Letter) -> None:
        right, down = letter.offset
        left, top = sheet.NORDIC_BOX[0] + right, sheet.ADDRESS_TOP + down
        room = sheet.NORDIC_BOX[2]
        if letter.window is Window.DIN5008B and not letter.recipient.at_counter:
            back = letterhead.return_line(letter.sender)
            style = (REGULAR, letterhead.RETURN_SIZE, MUTED)
            letterhead.draw_fitted(self._canvas, back, (left, sheet.RETURN_LINE + down), style, room)
        height = sheet.NORDIC_BOX[1] + sheet.NORDIC_BOX[3] - sheet.ADDRESS_TOP
        box = (left, top, room, height)
        addresses.draw(self._canvas, letter.recipient, box, SIZE, 2 * sheet.ADDRESS_LINES)

    def _information(self, letter: Letter) -> None:
        left, top = sheet.INFORMATION
        lines = (one_line(letter.place, 80), _language(letter.language).date_long(letter.date))
        for index, line in enumerate(filter(None, lines)):
            at = (left, top + LINE * (index + 0.8))
            letterhead.draw_fitted(self._canvas, line, at, (REGULAR, SIZE, TEXT), sheet.RIGHT - left)

    def _subject(self, letter: Letter) -> None:
        lines = wrapped(one_line(letter.subject, 200), BOLD, SUBJECT_SIZE, sheet.TEXT_WIDTH)
        self._lines(letter, lines, (BOLD, SUBJECT_SIZE, SUBJECT_LEADING))
        self._at += PARAGRAPH_GAP * 1.6

    def _paragraph(self, letter: Letter, text: str, below: float = 0.0) -> None:
        """A paragraph; a short one stays in one piece, together with the `below` mm that follow it."""
        lines = wrapped(clean(text, PARAGRAPH_LIMIT), REGULAR, SIZE, sheet.TEXT_WIDTH)
        if len(lines) < 4:
            self._room(letter, len(lines) * LINE + below)
        self._lines(letter, lines, (REGULAR, SIZE, LEADING))
        self._at += PARAGRAPH_GAP

    def _signature(self, letter: Letter) -> None:
        """The written signature or room to sign by hand, then name, title and shop."""
        said = (
            (letter.signature.name, SEMIBOLD),
            (letter.signature.title, REGULAR),
            (letter.sender.name, REGULAR),
        )
        lines = [(one_line(text, 120), font) for text, font in said if text.strip()]
        self._room(letter, SIGNATURE)
        self._at += SIGN_GAP - PARAGRAPH_GAP
        if letter.signature.picture:
            signatures.draw(self._canvas, letter.signature.picture, (sheet.LEFT, self._at))
        for text, font in lines:
            self._at += LINE
            at = (sheet.LEFT, self._at - LINE * 0.25)
            letterhead.draw_fitted(self._canvas, text, at, (font, SIZE, TEXT), sheet.RIGHT - sheet.LEFT)

    def _coupon(self, letter: Letter) -> None:
        if letter.coupon is None:
            _draw_code(self._canvas, one_line(letter.code, 32))
            return
        page = self._page
        self._room(letter, COUPON_HEIGHT + PARAGRAPH_GAP)
        top = sheet.BOTTOM - COUPON_HEIGHT if self._page == page else self._at
        draw_coupon(self._canvas, letter.coupon, top, _language(letter.language))

    def _lines(self, letter: Letter, lines: list[str], style: tuple[str, float, float]) -> None:
        """Lines in `style` (font, size, leading in points), over as many pages as they need."""
        leading = style[2]
        rest = lines
        while rest:
            self._room(letter, leading / sheet.MM)
            fitting = int((sheet.BOTTOM - self._at) * sheet.MM / leading)
            self._text(rest[:fitting], style)
            self._at += len(rest[:fitting]) * leading / sheet.MM
            rest = rest[fitting:]

    def _text(self, lines: list[str], style: tuple[str, float, float]) -> None:
        font, size, leading = style
        text = self._canvas.beginText(sheet.x(sheet.LEFT), sheet.y(self._at) - size)
        text.setFillColor(ink(TEXT))
        text.setFont(font, size, leading)
        for line in lines:
            for name, piece in fonts.runs(line, font):
                text.setFont(name, size, leading)
                text.textOut(piece)
            text.textLine("")
        self._canvas.drawText(text)

    def _room(self, letter: Letter, height: float) -> None:
        """Turns the page unless `height` mm are left on it."""
        if self._at + height <= sheet.BOTTOM:
            return
        self._canvas.showPage()
        self._page += 1
        self._at = sheet.NEXT_PAGE_TOP
        self._stamp(letter.sender, None)
        number = _language(letter.language).tr("Page {number}", number=self._page)
        letterhead.draw_fitted(self._canvas, number, (170.0, 17.0), (REGULAR, 8.0, MUTED), 20)


def _draw_code(canvas: "Canvas", code: str) -> None:
    """The letter's code small at the foot, at the right edge, for the scanner that opens its record."""
    if not barcodes.drawable(code):
        return
    left = sheet.RIGHT - barcodes.width(code)
    barcodes.draw(canvas, code, (left, sheet.FOOT), CODE_HEIGHT)
    room = fonts.width(code, REGULAR, CODE_SIZE) / sheet.MM
    at = (left - QUIET - room, sheet.FOOT + CODE_HEIGHT - 2.5)
    letterhead.draw_fitted(canvas, code, at, (REGULAR, CODE_SIZE, MUTED), room + 1)
