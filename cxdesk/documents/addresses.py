"""Names and addresses fitted into a box: on a letter, a label, an envelope."""

import math
from typing import TYPE_CHECKING

from cxdesk.documents import fonts, letterhead, sheet
from cxdesk.documents.paragraphs import one_line, wrapped
from cxdesk.documents.style import REGULAR, TEXT
from cxdesk.domain.letter import Recipient

if TYPE_CHECKING:
    from reportlab.pdfgen.canvas import Canvas

READABLE = 8.0  # points; a longer line is broken rather than made smaller


def draw(
    canvas: "Canvas", recipient: Recipient, box: sheet.Box, size: float, most: int, *, middle: bool = False
) -> None:
    """The lines from the top of the box or in its `middle`, closer and smaller when they are many or long."""
    left, top, room, height = box
    found = lines(recipient, room * sheet.MM, size, most)
    pitch = min(size * 1.286 / sheet.MM, height / len(found))
    widest = max(fonts.width(line, REGULAR, size) for line in found)
    fitted = min(size, pitch * sheet.MM / 1.2, size * room * sheet.MM / max(widest, 1.0))
    fitted = math.floor(2 * fitted) / 2
    top += (height - pitch * len(found)) / 2 if middle else 0.0
    for index, line in enumerate(found):
        at = (left, top + pitch * (index + 0.8))
        letterhead.draw_fitted(canvas, line, at, (REGULAR, fitted, TEXT), room)


def lines(recipient: Recipient, room: float, size: float, most: int) -> list[str]:
    """Names and address, long ones broken; of too many lines the first and the last, with the town, stay."""
    given = (*recipient.names, *recipient.address)
    texts = [text for text in (one_line(line, 160) for line in given) if text]
    found = [line for text in texts for line in _broken(text, room, size)]
    spare = len(found) - most
    return (found[:1] + found[1 + spare :] if spare > 0 else found) or [""]


def _broken(text: str, room: float, size: float) -> list[str]:
    """`text` in one line as long as it can be read when made smaller, else in several."""
    readable = min(READABLE, size)
    return [text] if fonts.width(text, REGULAR, readable) <= room else wrapped(text, REGULAR, size, room)
