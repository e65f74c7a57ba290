"""Cards on which customers answer by pen: four of A6 on a sheet of A4, to be cut apart."""

from collections.abc import Sequence
from pathlib import Path
from typing import TYPE_CHECKING

from cxdesk.documents import fonts, letterhead, sheet
from cxdesk.documents.paragraphs import one_line, wrapped
from cxdesk.documents.stationery import document
from cxdesk.documents.style import ACCENT, BOLD, BORDER, MEDIUM, MUTED, REGULAR, SEMIBOLD, TEXT, ink
from cxdesk.domain.asking import Question
from cxdesk.language import asking
from cxdesk.language.language import Language

if TYPE_CHECKING:
    from reportlab.pdfgen.canvas import Canvas

WIDE, HIGH, MARGIN = 105.0, 148.5, 10.0  # mm of a card
ROOM = WIDE - 2 * MARGIN
ASKED, STEP = 9.5, 4.2  # points of a question, mm from line to line
RADIUS, LINE = 3.2, 8.0  # mm of a circle to tick, and between lines to write on
Corner = tuple[float, float]


def write_answer_cards(questions: Sequence[Question], shop: str, language: Language, path: Path) -> None:
    """A sheet of four equal cards that ask `questions` in `language`.

    Raises:
        UserError: when the file cannot be written.
    """
    with document(path, (sheet.WIDTH, sheet.HEIGHT)) as canvas:
        _cuts(canvas)
        for corner in ((left, top) for top in (0.0, HIGH) for left in (0.0, WIDE)):
            _card(canvas, corner, questions, shop, language)


def _cuts(canvas: "Canvas") -> None:
    canvas.setStrokeColor(ink(BORDER))
    canvas.setLineWidth(0.5)
    canvas.setDash(2, 3)
    canvas.line(sheet.x(WIDE), 0, sheet.x(WIDE), sheet.x(sheet.HEIGHT))
    canvas.line(0, sheet.y(HIGH), sheet.x(sheet.WIDTH), sheet.y(HIGH))
    canvas.setDash()


def _card(
    canvas: "Canvas", corner: Corner, questions: Sequence[Question], shop: str, language: Language
) -> None:
    left, at = corner[0] + MARGIN, corner[1] + MARGIN + 4
    letterhead.draw_fitted(canvas, one_line(shop, 120), (left, at), (BOLD, 13.0, ACCENT), ROOM)
    helps = language.tr("Your answer helps us to serve you better.")
    letterhead.draw_fitted(canvas, helps, (left, at + 5), (REGULAR, 8.5, MUTED), ROOM)
    at += 13
    for question in questions:
        at = _question(canvas, (left, at), asking.scale(language, question))
    at = _title(canvas, (left, at), language.tr("Would you like to tell us something?"))
    _lines(canvas, (left, at), corner[1] + HIGH - MARGIN - 13)
    low = corner[1] + HIGH - MARGIN
    named = language.tr("Name, if you like")
    letterhead.draw_fitted(canvas, named, (left, low - 6), (MEDIUM, 8.5, TEXT), ROOM)
    _rule(canvas, left + fonts.width(named, MEDIUM, 8.5) / sheet.MM + 3, low - 6, left + ROOM)
    voluntary = language.tr("Answering is voluntary.")
    letterhead.draw_fitted(canvas, voluntary, (left, low), (REGULAR, 7.5, MUTED), ROOM)


def _title(canvas: "Canvas", at: Corner, words: str) -> float:
    """What is asked; gives where the next thing begins."""
    left, top = at
    for line in wrapped(words, SEMIBOLD, ASKED, ROOM * sheet.MM):
        letterhead.draw_fitted(canvas, line, (left, top), (SEMIBOLD, ASKED, TEXT), ROOM)
        top += STEP
    return top


def _question(canvas: "Canvas", at: Corner, scale: tuple[int, int, str, str, str]) -> float:
    """The question, a circle for each figure, and what the ends mean."""
    low, high, words, least, most = scale
    left, top = at[0], _title(canvas, at, words) + RADIUS - 2
    pitch = (ROOM - 2 * RADIUS) / 10
    canvas.setStrokeColor(ink(MUTED))
    canvas.setLineWidth(0.7)
    for place, figure in enumerate(range(low, high + 1)):
        middle = left + RADIUS + place * pitch
        canvas.circle(sheet.x(middle), sheet.y(top), sheet.x(RADIUS), fill=0)
        style = (REGULAR, 8.0, TEXT)
        letterhead.draw_centred(canvas, str(figure), (middle - RADIUS, top + 1), style, 2 * RADIUS)
    ends = f"{least}   {most}"
    letterhead.draw_fitted(canvas, ends, (left, top + RADIUS + 4), (REGULAR, 7.0, MUTED), ROOM)
    return top + RADIUS + 11


def _lines(canvas: "Canvas", at: Corner, low: float) -> None:
    """As many lines to write on as there is room for."""
    left, line = at[0], at[1] + LINE - 2
    while line <= low:
        _rule(canvas, left, line, left + ROOM)
        line += LINE


def _rule(canvas: "Canvas", left: float, at: float, right: float) -> None:
    canvas.setStrokeColor(ink(BORDER))
    canvas.setLineWidth(0.7)
    canvas.line(sheet.x(left), sheet.y(at), sheet.x(right), sheet.y(at))
