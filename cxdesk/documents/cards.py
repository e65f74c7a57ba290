"""Folded cards: front and back outside, the letter and what is offered inside.

Folded once, a card is two pages for both sides of its sheet. Folded twice, all of it stands on one side of A4: the
lower half becomes front and back, the upper half, upside down, the inside.
"""

from collections.abc import Sequence
from pathlib import Path
from typing import TYPE_CHECKING

from cxdesk.documents import barcodes, letterhead, sheet, signatures
from cxdesk.documents.addresses import Box
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
SIZES = (11.0, 10.0, 9.0, 8.0, 7.0, 6.0)
GAP = 0.5  # of a line between paragraphs
SIGN = signatures.HEIGHT + 2  # mm to sign by hand
BARS = 8.0  # mm, the height of the code
MARK = (3.5, 4.5)  # mm from the edge, and long


def write_cards(letters: Sequence[Letter], kind: str, path: Path) -> None:
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


def _front(canvas: "Canvas", letter: Letter, panel: Box) -> None:
    left, top, room, low = _within(panel)
    for index, line in enumerate(wrapped(one_line(letter.subject, 200), BOLD, 20.0, room * sheet.MM)):
        at = (left, top + (low - top) * 0.4 + 9 * index)
        letterhead.draw_fitted(canvas, line, at, (BOLD, 20.0, ACCENT), room)
    shop = one_line(letter.sender.name, 120)
    letterhead.draw_fitted(canvas, shop, (left, low), (REGULAR, 9.0, MUTED), room)


def _back(canvas: "Canvas", letter: Letter, panel: Box) -> None:
    """How to reach the shop, and the code unless what is offered bears it."""
    left, _, room, low = _within(panel)
    style = (REGULAR, 9.0, MUTED)
    letterhead.draw_fitted(canvas, letterhead.contact_line(letter.sender), (left, low), style, room)
    if letter.coupon is None:
        _code(canvas, letter.code, (left, low - 8 - BARS))


def _inside(canvas: "Canvas", letter: Letter, left: Box, right: Box) -> None:
    if letter.coupon:
        _offer(canvas, letter.coupon, left, Language(letter.language))
    _words(canvas, letter, right)


def _offer(canvas: "Canvas", coupon: CouponBox, panel: Box, language: Language) -> None:
    """What is offered, until when, and its code."""
    left, top, room, low = _within(panel)
    at = top + (low - top) * 0.35
    styles = [
        (line, (BOLD, 14.0, GIFT)) for line in wrapped(clean(coupon.title), BOLD, 14.0, room * sheet.MM)
    ]
    styles += [
        (line, (REGULAR, 10.0, TEXT)) for line in wrapped(clean(coupon.text), REGULAR, 10.0, room * sheet.MM)
    ]
    if coupon.valid_until:
        until = language.tr("Valid until {date}", date=language.date(coupon.valid_until))
        styles.append((until, (MEDIUM, 9.0, MUTED)))
    for line, style in styles:
        letterhead.draw_fitted(canvas, line, (left, at), style, room)
        at += 6.5
    _code(canvas, coupon.code, (left, at))


def _code(canvas: "Canvas", code: str, at: tuple[float, float]) -> None:
    """The bars with the code in letters beside them."""
    if barcodes.drawable(code):
        barcodes.draw(canvas, code, at, BARS)
        beside = (at[0] + barcodes.width(code) + 4, at[1] + BARS - 2.5)
        letterhead.draw_fitted(canvas, code, beside, (REGULAR, 8.0, MUTED), 30)


def _words(canvas: "Canvas", letter: Letter, panel: Box) -> None:
    left, top, room, low = _within(panel)
    signed = [one_line(text, 120) for text in (letter.signature.name, letter.signature.title) if text]
    size, lines = _fitted(letter, room, low - top - SIGN, len(signed))
    step, at = size * 1.4 / sheet.MM, top
    for line in lines:
        at += step if line else step * GAP
        letterhead.draw_fitted(canvas, line, (left, at), (REGULAR, size, TEXT), room)
    at += SIGN
    if letter.signature.picture:
        signatures.draw(canvas, letter.signature.picture, (left, at))
    for line in signed:
        at += step
        letterhead.draw_fitted(canvas, line, (left, at), (SEMIBOLD, size, TEXT), room)


def _fitted(letter: Letter, room: float, height: float, signed: int) -> tuple[float, list[str]]:
    """The largest size at which the letter fits above its signature, and its lines at that size."""
    for size in SIZES:
        lines = _lines(letter, size, room)
        full = signed + sum(1 if line else GAP for line in lines)
        if full * size * 1.4 / sheet.MM <= height:
            return size, lines
    raise UserError("The letter to {name} is too long for this card.", name=letter.recipient.names[0])


def _lines(letter: Letter, size: float, room: float) -> list[str]:
    found: list[str] = []
    for paragraph in letter.paragraphs:
        found += [*wrapped(clean(paragraph, PARAGRAPH_LIMIT), REGULAR, size, room * sheet.MM), ""]
    return found[:-1]


def _within(panel: Box) -> tuple[float, float, float, float]:
    """Left, top, width and lowest line inside the margins of a panel."""
    left, top, wide, high = panel
    return left + MARGIN, top + MARGIN, wide - 2 * MARGIN, top + high - MARGIN
