"""The monthly report as a PDF: A4, to be read by the owner and pinned on the wall."""

from collections.abc import Callable
from io import BytesIO
from pathlib import Path
from typing import TYPE_CHECKING

from cxdesk.documents import charts, fonts, report_answers, report_shop, report_thanks
from cxdesk.documents.blocks import BETWEEN, MM, WIDTH, Places
from cxdesk.documents.cover import COVER_END, draw_cover
from cxdesk.documents.files import whole
from cxdesk.documents.pages import BOTTOM, draw_foot, draw_head, template
from cxdesk.documents.sheet import HEIGHT
from cxdesk.domain.report import MonthlyReport
from cxdesk.language.language import Language

if TYPE_CHECKING:
    from reportlab.pdfgen.canvas import Canvas
    from reportlab.platypus import BaseDocTemplate, Flowable

Progress = Callable[[int, int], None]

STEPS = 3


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
        report_thanks.appreciation(report, language),
        report_shop.best_sellers(report, language, places),
        report_thanks.outcomes(report, language),
        report_thanks.donations(report, language),
        report_thanks.claims(report, language),
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
    month = language.month(report.month)

    def first(canvas: "Canvas") -> None:
        draw_cover(canvas, report, language)
        draw_foot(canvas, report.made, language)

    def later(canvas: "Canvas") -> None:
        draw_head(canvas, report.shop, month)
        draw_foot(canvas, report.made, language)

    title = f"{language.tr('Monthly report')} – {month}"
    return template(made, title, report.shop, language, first, later, COVER_END)


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
