"""Folded cards: front and back outside, the letter and what is offered inside.

Folded once, a card is two pages for both sides of its sheet. Folded twice, all of it stands on one side of A4: the
lower half becomes front and back, the upper half, upside down, the inside.
"""

from collections.abc import Iterator, Sequence
from typing import TYPE_CHECKING

from cxdesk.documents import barcodes, fonts, letterhead, sheet, signatures
from cxdesk.documents.coupons import frame
from cxdesk.documents.files import Target
from cxdesk.documents.letters import PARAGRAPH_LIMIT
from cxdesk.documents.paragraphs import clean, one_line, wrapped
from cxdesk.documents.stationery import document, sized
from cxdesk.documents.style import ACCENT, BOLD, GIFT, MEDIUM, MUTED, REGULAR, SEMIBOLD, TEXT, ink
from cxdesk.domain.errors import UserError
from cxdesk.domain.letter import CouponBox, Letter
from cxdesk.domain.stationery import CARDS, Fold
from cxdesk.language.language import Language

if TYPE_CHECKING:
    from reportlab.pdfgen.canvas import Canvas

MARGIN = 12.0
SIZES = (13.0, 12.0, 11.0, 10.0, 9.0, 8.0, 7.0, 6.0)
FRONT = 0.19  # points of the subject for each mm of its panel
GAP = 0.5  # of a line between paragraphs
EDGE, RULE = 7.0, 18.0  # mm from the edge to the frame, and of the line under the subject
PAD, OFFER, BACK = 6.0, 6.5, 4.4  # mm around what is offered, and from line to line
BESIDE = 4.0  # mm between the bars and the code
SIGN = signatures.HEIGHT + 2  # mm to sign by hand
BARS = 8.0  # mm, the height of the code
MARK = (3.5, 4.5)  # mm from the edge, and long
Style = tuple[str, float, str]
"""Font, points, colour."""


def write_cards(letters: Sequence[Letter], kind: str, path: Target) -> None:
    """One card each.

    Raises:
        UserError: when a letter is too long for its card, or the file cannot be written.
    """
    fold = CARDS[kind]
    draw = _folded_twice if fold.twice else _folded_once
    with document(path, (fold.width, fold.height)) as canvas:
        for number, letter in enumerate(letters):
            if number:
                canvas.showPage()
            draw(canvas, letter, fold)


def _folded_once(canvas: "Canvas", letter: Letter, fold: Fold) -> None:
    half = fold.width / 2
    left, right = (0.0, 0.0, half, fold.height), (half, 0.0, half, fold.height)
    sized(canvas, fold.width, fold.height)
    _marks(canvas, fold)
    _back(canvas, letter, left)
    _front(canvas, letter, right)
    canvas.showPage()
    sized(canvas, fold.width, fold.height)
    _inside(canvas, letter, left, right)


def _folded_twice(canvas: "Canvas", letter: Letter, fold: Fold) -> None:
    """The inside is drawn where the outside is, with the sheet turned round."""
    wide, high = fold.width / 2, fold.height / 2
    left, right = (0.0, high, wide, high), (wide, high, wide, high)
    sized(canvas, fold.width, fold.height)
    _marks(canvas, fold)
    _back(canvas, letter, left)
    _front(canvas, letter, right)
    canvas.translate(sheet.x(fold.width), sheet.x(fold.height))
    canvas.rotate(180)
    _inside(canvas, letter, left, right)


def _marks(canvas: "Canvas", fold: Fold) -> None:
    """Short lines at the edges where the sheet is folded."""
    canvas.setStrokeColor(ink(MUTED))
    canvas.setLineWidth(0.4)
    start, long = MARK
    for near in (start, fold.height - start - long):
        middle = sheet.x(fold.width / 2)
        canvas.line(middle, sheet.y(near), middle, sheet.y(near + long))
    for near in (start, fold.width - start - long) if fold.twice else ():
        middle = sheet.y(fold.height / 2)
        canvas.line(sheet.x(near), middle, sheet.x(near + long), middle)


def _front(canvas: "Canvas", letter: Letter, panel: sheet.Box) -> None:
    """The subject in a thin frame, a line under it, and the shop at the foot."""
    left, top, room, low = _within(panel)
    edge(canvas, panel)
    size = FRONT * panel[2]
    lines = wrapped(one_line(letter.subject, 200), BOLD, size, room * sheet.MM)
    step = size * 1.25 / sheet.MM
    at = top + (low - top) * 0.42 - step * (len(lines) - 1) / 2
    for index, line in enumerate(lines):
        letterhead.draw_centred(canvas, line, (left, at + step * index), (BOLD, size, ACCENT), room)
    below, corner = sheet.y(at + step * (len(lines) - 1) + 8), left + (room - RULE) / 2
    canvas.rect(sheet.x(corner), below, sheet.x(RULE), 0.8, stroke=0, fill=1)
    shop = one_line(letter.sender.name, 120)
    letterhead.draw_centred(canvas, shop, (left, low - 2), (MEDIUM, 10.0, MUTED), room)


def edge(canvas: "Canvas", panel: sheet.Box) -> None:
    """A thin frame inside the edges of a panel."""
    left, top, wide, high = panel
    canvas.setStrokeColor(ink(ACCENT))
    canvas.setLineWidth(0.8)
    low, size = sheet.y(top + high - EDGE), (sheet.x(wide - 2 * EDGE), sheet.x(high - 2 * EDGE))
    canvas.roundRect(sheet.x(left + EDGE), low, *size, sheet.x(3), fill=0)


def _back(canvas: "Canvas", letter: Letter, panel: sheet.Box) -> None:
    """How to reach the shop, and the code unless what is offered bears it."""
    left, _, room, low = _within(panel)
    by, lines = letter.sender, []
    for told in ((by.name,), by.address, (by.phone,), (by.email,), (by.website,)):
        lines += [one_line(", ".join(told), 160)] if any(told) else []
    at = low - BACK * (len(lines) - 1)
    for index, line in enumerate(lines):
        style = (REGULAR if index else MEDIUM, 9.0, MUTED)
        letterhead.draw_centred(canvas, line, (left, at + BACK * index), style, room)
    if letter.coupon is None:
        _code(canvas, letter.code, (left + (room - _code_width(letter.code)) / 2, at - 12 - BARS))


def _inside(canvas: "Canvas", letter: Letter, left: sheet.Box, right: sheet.Box) -> None:
    if letter.coupon:
        _offer(canvas, letter.coupon, left, Language(letter.language))
    _words(canvas, letter, right)


def _offer(canvas: "Canvas", coupon: CouponBox, panel: sheet.Box, language: Language) -> None:
    """What is offered, until when, and its code, in a frame to cut out."""
    left, top, room, low = _within(panel)
    lines = list(_offered(coupon, (room - 2 * PAD) * sheet.MM, language))
    high = 2 * PAD + OFFER * len(lines) + BARS
    at = (top + low - high) / 2
    frame(canvas, (left, at, room, high))
    at += PAD - 2.5
    for line, style in lines:
        at += OFFER
        letterhead.draw_fitted(canvas, line, (left + PAD, at), style, room - 2 * PAD)
    _code(canvas, coupon.code, (left + PAD, at + 4.5))


def _offered(coupon: CouponBox, room: float, language: Language) -> Iterator[tuple[str, Style]]:
    for line in wrapped(clean(coupon.title), BOLD, 14.0, room):
        yield line, (BOLD, 14.0, GIFT)
    for line in wrapped(clean(coupon.text), REGULAR, 10.0, room):
        yield line, (REGULAR, 10.0, TEXT)
    if coupon.valid_until:
        until = language.tr("Valid until {date}", date=language.date(coupon.valid_until))
        yield until, (MEDIUM, 9.0, MUTED)


def _code(canvas: "Canvas", code: str, at: tuple[float, float]) -> None:
    """The bars with the code in letters beside them."""
    if barcodes.drawable(code):
        barcodes.draw(canvas, code, at, BARS)
        beside = (at[0] + barcodes.width(code) + BESIDE, at[1] + BARS - 2.5)
        letterhead.draw_fitted(canvas, code, beside, (REGULAR, 8.0, MUTED), 30)


def _code_width(code: str) -> float:
    if not barcodes.drawable(code):
        return 0.0
    return barcodes.width(code) + BESIDE + fonts.width(code, REGULAR, 8.0) / sheet.MM


def _words(canvas: "Canvas", letter: Letter, panel: sheet.Box) -> None:
    """The letter in the middle of its panel, as large as it can be."""
    left, top, room, low = _within(panel)
    signed = [one_line(text, 120) for text in (letter.signature.name, letter.signature.title) if text]
    size, lines = _fitted(letter, room, low - top - SIGN, len(signed))
    step = size * 1.4 / sheet.MM
    at = top + (low - top - SIGN - step * _height(lines, len(signed))) / 2
    for line in lines:
        at += step if line else step * GAP
        letterhead.draw_fitted(canvas, line, (left, at), (REGULAR, size, TEXT), room)
    at += SIGN
    if letter.signature.picture:
        signatures.draw(canvas, letter.signature.picture, (left, at))
    for index, line in enumerate(signed):
        at += step
        style = (REGULAR if index else SEMIBOLD, size, TEXT)
        letterhead.draw_fitted(canvas, line, (left, at), style, room)


def _fitted(letter: Letter, room: float, height: float, signed: int) -> tuple[float, list[str]]:
    """The largest size at which the letter fits above its signature, and its lines at that size."""
    for size in SIZES:
        lines = _lines(letter, size, room)
        if _height(lines, signed) * size * 1.4 / sheet.MM <= height:
            return size, lines
    raise UserError("The letter to {name} is too long for this card.", name=letter.recipient.names[0])


def _height(lines: Sequence[str], signed: int) -> float:
    """Of how many lines the letter and its signature are."""
    return signed + sum(1 if line else GAP for line in lines)


def _lines(letter: Letter, size: float, room: float) -> list[str]:
    found: list[str] = []
    for paragraph in letter.paragraphs:
        found += [*wrapped(clean(paragraph, PARAGRAPH_LIMIT), REGULAR, size, room * sheet.MM), ""]
    return found[:-1]


def _within(panel: sheet.Box) -> tuple[float, float, float, float]:
    """Left, top, width and lowest line inside the margins of a panel."""
    left, top, wide, high = panel
    return left + MARGIN, top + MARGIN, wide - 2 * MARGIN, top + high - MARGIN
