"""The pages of a report: A4 with the house's stripe, a head from the second page on, date and number at the foot."""

from collections.abc import Callable
from datetime import date
from io import BytesIO
from pathlib import Path
from typing import TYPE_CHECKING, Any

from cxdesk.documents import fonts
from cxdesk.documents.blocks import MM, WIDTH
from cxdesk.documents.cover import LEFT
from cxdesk.documents.files import whole
from cxdesk.documents.letterhead import draw_fitted
from cxdesk.documents.paragraphs import one_line
from cxdesk.documents.sheet import HEIGHT, x, y
from cxdesk.documents.style import ACCENT, ACCENT_SOFT, BOLD, MUTED, ON_ACCENT, REGULAR, SEMIBOLD, ink
from cxdesk.language.language import Language

if TYPE_CHECKING:
    from reportlab.pdfgen.canvas import Canvas
    from reportlab.platypus import BaseDocTemplate, Flowable

BAND, BAND_END = 36.0, 44.0  # mm of the coloured band, and where the text below it begins
TOP, BOTTOM = 20.0, 18.0  # mm of margin on the second and later pages
Draw = Callable[["Canvas"], None]


def template(
    made: BytesIO, title: str, author: str, language: Language, first: Draw, later: Draw, top: float
) -> "BaseDocTemplate":
    """A document whose first page is drawn by `first` and has its text below `top` mm, the others by `later`."""
    from reportlab.lib.pagesizes import A4  # noqa: PLC0415 - loaded when the first report is made
    from reportlab.platypus import BaseDocTemplate, PageTemplate  # noqa: PLC0415 - the same

    document = BaseDocTemplate(
        made,
        pagesize=A4,
        title=title,
        author=one_line(author, 200),
        creator="CX Desk",
        lang=language.code,
        initialFontName=REGULAR,
    )
    document.addPageTemplates([
        PageTemplate("first", _frame(top), onPage=lambda canvas, _: first(canvas), autoNextPageTemplate="later"),
        PageTemplate("later", _frame(TOP), onPage=lambda canvas, _: later(canvas)),
    ])  # fmt: skip
    return document


def banded(
    made: BytesIO, title: tuple[str, str], shop: str, day: date, language: Language, *, named: bool = True
) -> "BaseDocTemplate":
    """A document whose first page has a band with the shop and the title: what it is, and whose or of what.

    Where the page itself names whose it is, the band says only what it is: not `named`.
    """
    what, name = title[0], one_line(title[1], 120)
    heading = f"{what}: {name}" if named else what

    def first(canvas: "Canvas") -> None:
        canvas.setFillColor(ink(ACCENT))
        canvas.rect(0, y(BAND), x(210), x(BAND), stroke=0, fill=1)
        draw_fitted(canvas, one_line(shop, 120), (LEFT, 14.0), (SEMIBOLD, 11.0, ACCENT_SOFT), WIDTH)
        draw_fitted(canvas, heading, (LEFT, 26.0), (BOLD, 20.0, ON_ACCENT), WIDTH)
        draw_foot(canvas, day, language)

    def later(canvas: "Canvas") -> None:
        draw_head(canvas, shop, name)
        draw_foot(canvas, day, language)

    return template(made, f"{what} – {name}", shop, language, first, later, BAND_END)


def write_banded(
    path: Path,
    title: tuple[str, str],
    shop: str,
    day: date,
    language: Language,
    story: Callable[[], list["Flowable"]],
    *,
    named: bool = True,
) -> None:
    """What `story` tells on banded pages, as a PDF at `path`; it is asked when the type faces are known.

    Raises:
        UserError: when the file cannot be written or a font is missing; nothing is left at `path` then.
    """
    fonts.register()
    fonts.register_tabular()
    with whole(path) as file:
        made = BytesIO()
        banded(made, title, shop, day, language, named=named).build(story())
        file.write(made.getvalue())


def _frame(top: float) -> list[Any]:
    from reportlab.platypus import Frame  # noqa: PLC0415 - loaded when the first report is made

    height = HEIGHT - top - BOTTOM
    nothing = {"leftPadding": 0, "rightPadding": 0, "topPadding": 0, "bottomPadding": 0}
    return [Frame(x(LEFT), y(HEIGHT - BOTTOM), WIDTH * MM, height * MM, **nothing)]


def draw_head(canvas: "Canvas", shop: str, subject: str) -> None:
    """The stripe of a later page, with the shop on the left and what the report is about on the right."""
    canvas.setFillColor(ink(ACCENT))
    canvas.rect(0, y(4), x(210), x(4), stroke=0, fill=1)
    draw_fitted(canvas, one_line(shop, 120), (LEFT, 13.0), (SEMIBOLD, 9.0, ACCENT), 80)
    right = LEFT + WIDTH - min(90.0, fonts.width(subject, REGULAR, 9.0) / MM)
    draw_fitted(canvas, subject, (right, 13.0), (REGULAR, 9.0, MUTED), 90)


def draw_foot(canvas: "Canvas", made: date, language: Language) -> None:
    """The day of printing and the number of the page."""
    number = language.tr("Page {number}", number=canvas.getPageNumber())
    printed = language.tr("Printed {date}", date=language.date(made))
    right = LEFT + WIDTH - fonts.width(number, REGULAR, 8.0) / MM
    draw_fitted(canvas, printed, (LEFT, HEIGHT - 9), (REGULAR, 8.0, MUTED), 100)
    draw_fitted(canvas, number, (right, HEIGHT - 9), (REGULAR, 8.0, MUTED), 60)
