"""Folded cards: the outside with its front at the right, the inside with the letter at the right."""

from collections.abc import Sequence
from pathlib import Path
from typing import TYPE_CHECKING

from cxdesk.documents import letterhead, sheet
from cxdesk.documents.paragraphs import clean, one_line, wrapped
from cxdesk.documents.stationery import document, sized
from cxdesk.documents.style import ACCENT, BOLD, MUTED, REGULAR, SEMIBOLD, TEXT
from cxdesk.domain.letter import Letter
from cxdesk.domain.stationery import CARDS, Fold

if TYPE_CHECKING:
    from reportlab.pdfgen.canvas import Canvas

MARGIN = 12.0
SIZES = (11.0, 10.0, 9.0, 8.0, 7.0, 6.0)
GAP = 0.5  # of a line between paragraphs


def write_cards(letters: Sequence[Letter], kind: str, path: Path) -> None:
    """Two pages each, printed on both sides and folded down the middle.

    Raises:
        UserError: when the file cannot be written.
    """
    fold = CARDS[kind]
    with document(path, (fold.width, fold.height)) as canvas:
        for number, letter in enumerate(letters):
            if number:
                canvas.showPage()
            _outside(canvas, letter, fold)
            canvas.showPage()
            _inside(canvas, letter, fold)


def _outside(canvas: "Canvas", letter: Letter, fold: Fold) -> None:
    sized(canvas, fold.width, fold.height)
    left, room = fold.width / 2 + MARGIN, fold.width / 2 - 2 * MARGIN
    for index, line in enumerate(wrapped(one_line(letter.subject, 200), BOLD, 20.0, room * sheet.MM)):
        at = (left, fold.height * 0.4 + 9 * index)
        letterhead.draw_fitted(canvas, line, at, (BOLD, 20.0, ACCENT), room)
    style = (REGULAR, 9.0, MUTED)
    letterhead.draw_fitted(
        canvas, one_line(letter.sender.name, 120), (left, fold.height - MARGIN), style, room
    )
    back = letterhead.contact_line(letter.sender)
    letterhead.draw_fitted(canvas, back, (MARGIN, fold.height - MARGIN), style, room)


def _inside(canvas: "Canvas", letter: Letter, fold: Fold) -> None:
    sized(canvas, fold.width, fold.height)
    left, room = fold.width / 2 + MARGIN, fold.width / 2 - 2 * MARGIN
    size, lines = _fitted(letter, room, fold.height - 2 * MARGIN)
    step, at = size * 1.4 / sheet.MM, MARGIN
    for line, font in lines:
        at += step if line else step * GAP
        letterhead.draw_fitted(canvas, line, (left, at), (font, size, TEXT), room)


def _fitted(letter: Letter, room: float, height: float) -> tuple[float, list[tuple[str, str]]]:
    """The largest size at which the letter fits its half, and its lines at that size."""
    lines: list[tuple[str, str]] = []
    for size in SIZES:
        lines = _lines(letter, size, room)
        full = sum(1 if line else GAP for line, _ in lines)
        if full * size * 1.4 / sheet.MM <= height:
            return size, lines
    return SIZES[-1], lines


def _lines(letter: Letter, size: float, room: float) -> list[tuple[str, str]]:
    found: list[tuple[str, str]] = []
    for paragraph in letter.paragraphs:
        found += [(line, REGULAR) for line in wrapped(clean(paragraph), REGULAR, size, room * sheet.MM)]
        found.append(("", REGULAR))
    signed = (letter.signature.name, letter.signature.title)
    return [*found, ("", REGULAR), *((one_line(text, 120), SEMIBOLD) for text in signed if text)]
