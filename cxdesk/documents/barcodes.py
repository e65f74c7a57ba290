"""Code 128 as bars on paper."""

from functools import lru_cache
from typing import TYPE_CHECKING

from cxdesk.documents import sheet
from cxdesk.documents.style import TEXT, ink

if TYPE_CHECKING:
    from reportlab.pdfgen.canvas import Canvas

MODULE = 0.25  # mm, the narrowest bar


def drawable(code: str) -> bool:
    """Whether Code 128 has all its signs."""
    return bool(code) and code.isascii() and code.isprintable()


def width(code: str) -> float:
    """How wide the bars are without their quiet zones, in mm."""
    return sum(bars(code)) * MODULE


def draw(canvas: "Canvas", code: str, at: tuple[float, float], height: float) -> None:
    """The bars with their upper left corner at `at`, in mm."""
    left, top = at
    path = canvas.beginPath()
    low = sheet.y(top + height)
    for index, modules in enumerate(bars(code)):
        if index % 2 == 0:
            path.rect(sheet.x(left), low, sheet.x(modules * MODULE), sheet.x(height))
        left += modules * MODULE
    canvas.setFillColor(ink(TEXT))
    canvas.drawPath(path, stroke=0, fill=1)


@lru_cache(maxsize=100)
def bars(code: str) -> tuple[int, ...]:
    """The widths of bars and gaps in turn, in modules."""
    from reportlab.graphics.barcode.code128 import Code128  # noqa: PLC0415 - loaded with the first code

    symbol = Code128(code, quiet=0)
    symbol.validate()
    symbol.encode()
    symbol.decompose()
    return tuple("abcdefgh".index(sign.lower()) + 1 for sign in symbol.decomposed)
