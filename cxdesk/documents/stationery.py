"""Labels, envelopes, folded cards, coupons on receipt paper, and the sheet that shows how a printer prints."""

from collections.abc import Iterator, Sequence
from contextlib import contextmanager
from pathlib import Path
from typing import TYPE_CHECKING, BinaryIO

from cxdesk.documents import addresses, barcodes, fonts, letterhead, sheet
from cxdesk.documents.files import Target, whole
from cxdesk.documents.paragraphs import clean, one_line, wrapped
from cxdesk.documents.style import BOLD, MEDIUM, MUTED, REGULAR, TEXT, ink
from cxdesk.domain.letter import CouponBox, Recipient, Sender
from cxdesk.domain.stationery import ENVELOPES, LABELS, RECEIPTS, SAFE, Labels
from cxdesk.language.language import Language
from cxdesk.language.text import capital

if TYPE_CHECKING:
    from reportlab.pdfgen.canvas import Canvas

INSET = 3.0  # mm from a label's edge
LABEL_SIZE, ENVELOPE_SIZE = 10.0, 12.0  # points
SIGNS = 8.0  # mm of a wide label for each point of its letters
MOST = 6
RECEIPT_LINE = 4.6
BELOW = (sheet.LEFT - INSET, 100.0, 120.0, 20.0)  # the frames of the window
Offset = tuple[float, float]
Line = tuple[str, tuple[str, float, str], float]
"""What it says, its font with size and colour, and how far below the one before it stands, in mm."""


def write_labels(
    people: Sequence[Recipient], kind: str, path: Path, start: int = 1, offset: Offset = (0.0, 0.0)
) -> None:
    """Labels of a `kind`, beginning with label number `start` of the first sheet, moved right and down by `offset`.

    Raises:
        UserError: when the file cannot be written.
    """
    labels = LABELS[kind]
    with document(path, (sheet.WIDTH, sheet.HEIGHT)) as canvas:
        for number, person in enumerate(people, start - 1):
            place = number % labels.count
            if place == 0 and number > start - 1:
                canvas.showPage()
            _label(canvas, person, labels, place, offset)


def write_envelopes(
    people: Sequence[Recipient], kind: str, sender: Sender, path: Path, offset: Offset = (0.0, 0.0)
) -> None:
    """One envelope each: the shop small at the upper left, the address in the right half.

    Raises:
        UserError: when the file cannot be written.
    """
    width, height = ENVELOPES[kind]
    with document(path, (width, height)) as canvas:
        for number, person in enumerate(people):
            if number:
                canvas.showPage()
            sized(canvas, width, height)
            right, down = offset
            back = letterhead.return_line(sender)
            style = (REGULAR, 8.0, MUTED)
            letterhead.draw_fitted(canvas, back, (10 + right, 14 + down), style, width / 2)
            left, top = width * 0.45 + right, height * 0.45 + down
            box = (left, top, width - SAFE - left, height - SAFE - top)
            addresses.draw(canvas, person, box, ENVELOPE_SIZE, MOST)


def write_receipt(coupon: CouponBox, shop: str, paper: str, language: Language, path: Path) -> None:
    """A coupon on receipt paper, a page as long as it needs to be.

    Raises:
        UserError: when the file cannot be written.
    """
    width = RECEIPTS[paper]
    lines = list(_receipt(coupon, shop, language, width * sheet.MM))
    height = sum(step for *_, step in lines) + 26
    with document(path, (width, height)) as canvas:
        sized(canvas, width, height)
        at = 0.0
        for line, style, step in lines:
            at += step
            letterhead.draw_centred(canvas, line, (0, at), style, width)
        left = max(0.0, (width - barcodes.width(coupon.code)) / 2)
        barcodes.draw(canvas, coupon.code, (left, at + 4), 12)
        letterhead.draw_centred(canvas, coupon.code, (0, at + 21), (MEDIUM, 11.0, TEXT), width)


def _receipt(coupon: CouponBox, shop: str, language: Language, room: float) -> Iterator[Line]:
    yield one_line(shop), (MEDIUM, 9.0, MUTED), RECEIPT_LINE
    for index, line in enumerate(wrapped(capital(one_line(coupon.title, 120)), BOLD, 12.0, room)):
        yield line, (BOLD, 12.0, TEXT), RECEIPT_LINE * (1.15 if index else 1.5)
    for line in wrapped(clean(coupon.text, 400), REGULAR, 9.0, room):
        yield line, (REGULAR, 9.0, TEXT), RECEIPT_LINE
    if coupon.valid_until:
        until = language.tr("Valid until {date}", date=language.date(coupon.valid_until))
        yield until, (REGULAR, 9.0, TEXT), RECEIPT_LINE


def write_test_sheet(kind: str, path: Path, language: Language, offset: Offset = (0.0, 0.0)) -> None:
    """Rulers along the edges and the frames of labels, or without a kind of a letter's window moved by `offset`.

    Raises:
        UserError: when the file cannot be written.
    """
    with document(path, (sheet.WIDTH, sheet.HEIGHT)) as canvas:
        canvas.setStrokeColor(ink(MUTED))
        canvas.setLineWidth(0.3)
        _rulers(canvas)
        labels = LABELS.get(kind)
        right, down = offset
        frames = _frames(labels) if labels else [sheet.ADDRESS_FIELD, sheet.NORDIC_BOX]
        for left, top, wide, high in frames:
            corner = sheet.x(left + right), sheet.y(top + high + down)
            canvas.rect(*corner, sheet.x(wide), sheet.x(high), fill=0)
        said = language.tr("Hold this sheet against the paper. What is off, in mm, is the offset to set.")
        _told(canvas, said, frames[labels.columns + 1] if labels else BELOW)


def _frames(labels: Labels) -> list[sheet.Box]:
    corners = (labels.corner(number) for number in range(labels.count))
    return [(left, top, labels.width, labels.height) for left, top in corners]


def _told(canvas: "Canvas", said: str, box: sheet.Box) -> None:
    """A sentence inside a frame, clear of the lines around it."""
    left, top, room, _ = box
    style = (REGULAR, 9.0, TEXT)
    for index, line in enumerate(wrapped(said, REGULAR, 9.0, (room - 2 * INSET) * sheet.MM)):
        letterhead.draw_fitted(canvas, line, (left + INSET, top + 4.4 + 3.8 * index), style, room)


def _rulers(canvas: "Canvas") -> None:
    """A tick every millimetre along the upper and the left edge, numbers every centimetre."""
    for mm in range(int(SAFE), int(sheet.HEIGHT - SAFE)):
        long = 5.0 if mm % 10 == 0 else 3.5 if mm % 5 == 0 else 2.0
        canvas.line(sheet.x(SAFE), sheet.y(mm), sheet.x(SAFE + long), sheet.y(mm))
        if mm < sheet.WIDTH - SAFE:
            canvas.line(sheet.x(mm), sheet.y(SAFE), sheet.x(mm), sheet.y(SAFE + long))
        if mm % 10 == 0:
            style = (REGULAR, 6.0, MUTED)
            letterhead.draw_fitted(canvas, str(mm), (SAFE + 5.5, mm + 0.8), style, 8)
            if mm < sheet.WIDTH - SAFE:
                letterhead.draw_fitted(canvas, str(mm), (mm - 1.5, SAFE + 8.0), style, 8)


def _label(canvas: "Canvas", person: Recipient, labels: Labels, place: int, offset: Offset) -> None:
    left, top = labels.corner(place)
    box = (
        left + INSET + offset[0],
        top + INSET + offset[1],
        labels.width - 2 * INSET,
        labels.height - 2 * INSET,
    )
    addresses.draw(canvas, person, box, max(LABEL_SIZE, labels.width / SIGNS), MOST, middle=True)


def sized(canvas: "Canvas", width: float, height: float) -> None:
    """A page of this size in mm, whose places are counted from its own upper left corner."""
    canvas.setPageSize((sheet.x(width), sheet.x(height)))
    canvas.translate(0, sheet.x(height - sheet.HEIGHT))


@contextmanager
def document(path: Target, size: tuple[float, float]) -> Iterator["Canvas"]:
    """A PDF whose first page is of this size in mm; it is whole when the block ends, or not there."""
    fonts.register()
    with whole(path) as file:
        canvas = _canvas(file, size)
        yield canvas
        canvas.save()


def _canvas(file: BinaryIO, size: tuple[float, float]) -> "Canvas":
    from reportlab.pdfgen.canvas import Canvas  # noqa: PLC0415 - loaded when the first paper is made

    canvas = Canvas(file, (sheet.x(size[0]), sheet.x(size[1])), pageCompression=1, initialFontName=REGULAR)
    canvas.setCreator("CX Desk")
    return canvas
