"""The monthly report as a PDF: A4, to be read by the owner and pinned on the wall."""

from collections.abc import Callable
from io import BytesIO
from pathlib import Path
from typing import TYPE_CHECKING, Any

from cxdesk.documents import charts, fonts, report_answers, report_shop
from cxdesk.documents.blocks import BETWEEN, MM, WIDTH, Places
from cxdesk.documents.cover import COVER_END, LEFT, draw_cover
from cxdesk.documents.files import whole
from cxdesk.documents.letterhead import draw_fitted
from cxdesk.documents.paragraphs import one_line
from cxdesk.documents.sheet import HEIGHT, x, y
from cxdesk.documents.style import ACCENT, MUTED, REGULAR, SEMIBOLD, ink
from cxdesk.domain.report import MonthlyReport
from cxdesk.language.language import Language

if TYPE_CHECKING:
    from reportlab.pdfgen.canvas import Canvas
    from reportlab.platypus import BaseDocTemplate, Flowable

Progress = Callable[[int, int], None]

STEPS = 3
TOP, BOTTOM = 20.0, 18.0  # mm of margin on the second and later pages


def write_monthly_report(
    report: MonthlyReport, language: Language, path: Path, progress: Progress | None = None
) -> None:
    """`report` in `language` as a PDF at `path`; `progress(done, all)` is called between steps, may raise to cancel.

    Raises:
        UserError: when the file cannot be written or a font is missing; nothing is left at `path` then.
    """
    fonts.register()
    fonts.register_tabular()
    steps = progress or (lambda _done, _all: None)
    places = Places()
    with whole(path) as file:
        steps(0, STEPS)
        pages = _pages(report, language, places)
        steps(1, STEPS)
        drawn = charts.vectors(places.charts) if places.charts else b""
        steps(2, STEPS)
        file.write(_joined(pages, drawn, places))
    steps(STEPS, STEPS)


def _story(report: MonthlyReport, language: Language, places: Places) -> list["Flowable"]:
    """The parts, so ordered that those of an ordinary month fill four pages."""
    findings = report_answers.findings(report, language)
    _, used = findings[0].wrap(WIDTH * MM, HEIGHT * MM)
    room = HEIGHT - COVER_END - BOTTOM - used / MM - BETWEEN
    sections = (
        findings,
        report_answers.trend(report, language, places, room),
        report_answers.distribution(report, language, places),
        report_answers.needs(report, language, places),
        report_answers.complaints(report, language),
        report_answers.comments(report, language),
        report_shop.customers(report, language),
        report_shop.appreciation(report, language),
        report_shop.best_sellers(report, language, places),
        report_shop.definitions(report, language),
    )
    return [block for section in sections for block in section]


def _pages(report: MonthlyReport, language: Language, places: Places) -> bytes:
    """The report with empty room where its charts will be."""
    made = BytesIO()
    document = _template(report, language, made)
    document.build(_story(report, language, places))
    return made.getvalue()


def _template(report: MonthlyReport, language: Language, made: BytesIO) -> "BaseDocTemplate":
    from reportlab.lib.pagesizes import A4  # noqa: PLC0415 - loaded when the first report is made
    from reportlab.platypus import BaseDocTemplate, PageTemplate  # noqa: PLC0415 - the same

    def first(canvas: "Canvas", _document: Any) -> None:
        draw_cover(canvas, report, language)
        _foot(canvas, report, language)

    def later(canvas: "Canvas", _document: Any) -> None:
        _head(canvas, report, language)
        _foot(canvas, report, language)

    title = f"{language.tr('Monthly report')} – {language.month(report.month)}"
    document = BaseDocTemplate(
        made,
        pagesize=A4,
        title=title,
        author=one_line(report.shop, 200),
        creator="CX Desk",
        lang=language.code,
        initialFontName=REGULAR,
    )
    document.addPageTemplates([
        PageTemplate("first", _frame(COVER_END), onPage=first, autoNextPageTemplate="later"),
        PageTemplate("later", _frame(TOP), onPage=later),
    ])  # fmt: skip
    return document


def _frame(top: float) -> list[Any]:
    from reportlab.platypus import Frame  # noqa: PLC0415 - loaded when the first report is made

    height = HEIGHT - top - BOTTOM
    nothing = {"leftPadding": 0, "rightPadding": 0, "topPadding": 0, "bottomPadding": 0}
    return [Frame(x(LEFT), y(HEIGHT - BOTTOM), WIDTH * MM, height * MM, **nothing)]


def _head(canvas: "Canvas", report: MonthlyReport, language: Language) -> None:
    canvas.setFillColor(ink(ACCENT))
    canvas.rect(0, y(4), x(210), x(4), stroke=0, fill=1)
    draw_fitted(canvas, one_line(report.shop, 120), (LEFT, 13.0), (SEMIBOLD, 9.0, ACCENT), 110)
    month = language.month(report.month)
    right = LEFT + WIDTH - fonts.width(month, REGULAR, 9.0) / MM
    draw_fitted(canvas, month, (right, 13.0), (REGULAR, 9.0, MUTED), 60)


def _foot(canvas: "Canvas", report: MonthlyReport, language: Language) -> None:
    number = language.tr("Page {number}", number=canvas.getPageNumber())
    made = language.tr("Printed {date}", date=language.date(report.made))
    right = LEFT + WIDTH - fonts.width(number, REGULAR, 8.0) / MM
    draw_fitted(canvas, made, (LEFT, HEIGHT - 9), (REGULAR, 8.0, MUTED), 100)
    draw_fitted(canvas, number, (right, HEIGHT - 9), (REGULAR, 8.0, MUTED), 60)


def _joined(pages: bytes, drawn: bytes, places: Places) -> bytes:
    """`pages` with each chart put into its room, still as vectors and text."""
    if not drawn:
        return pages
    from pikepdf import Pdf, Rectangle  # noqa: PLC0415 - loaded when the first report is made

    made = BytesIO()
    with Pdf.open(BytesIO(pages)) as report, Pdf.open(BytesIO(drawn)) as vectors:
        for index, (page, *box) in places.boxes.items():
            report.pages[page].add_overlay(vectors.pages[index], Rectangle(*box))
        report.save(made)
    return made.getvalue()
