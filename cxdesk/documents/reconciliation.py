"""The reconciliation sheet: what a file holds and what the shop has of it, to be checked and signed."""

from collections.abc import Sequence
from pathlib import Path
from typing import TYPE_CHECKING, cast

from cxdesk.documents import fonts
from cxdesk.documents.blocks import RIGHT, columns, gap, style, text
from cxdesk.documents.pages import write_banded
from cxdesk.documents.paragraphs import para
from cxdesk.documents.sheet import MM
from cxdesk.documents.style import (
    ACCENT,
    ACCENT_SOFT,
    BOLD,
    MUTED,
    REGULAR,
    SEMIBOLD,
    TABULAR,
    TEXT,
    WARN,
    WARN_SOFT,
    ink,
)
from cxdesk.domain.reconciliation import Comparison, Item, Reconciliation, unexplained
from cxdesk.language import imports
from cxdesk.language.language import Language

if TYPE_CHECKING:
    from reportlab.platypus import Flowable

FACTS = (38.0, 136.0)
WIDTHS = (32.0, 32.0, 32.0, 32.0, 46.0)
FIGURES = WIDTHS[1] - 3.0  # mm that are left for a number
SIZES = (9.5, 8.5, 7.5, 6.5, 5.5)
REFUSED = (18.0, 42.0, 114.0)
MOST_REFUSED = 200


def write_reconciliation(sheet: Reconciliation, language: Language, path: Path) -> None:
    """`sheet` in `language` as a PDF at `path`: one page, and more for the rows that could not go in.

    Raises:
        UserError: when the file cannot be written or a font is missing; nothing is left at `path` then.
    """
    title, day = (language.tr("What the file holds and what the shop has"), sheet.file), sheet.made.date()
    write_banded(path, title, sheet.shop, day, language, lambda: _story(sheet, language), named=False)


def _story(sheet: Reconciliation, language: Language) -> list["Flowable"]:
    return [
        _facts(sheet, language),
        gap(6),
        _verdict(sheet, language),
        gap(6),
        _table(sheet.comparisons, language),
        gap(3),
        *_remarks(sheet, language),
        *_signature(language),
        *_refused(sheet, language),
    ]


def _facts(sheet: Reconciliation, language: Language) -> "Flowable":
    """Which file it is, and who brought it in when."""
    known = sheet.system in imports.SUBJECTS.values()  # a list of any origin is known by what it lists
    facts = [
        (language.tr("File"), sheet.file),
        (language.tr("Read as"), language.tr(sheet.system) if known else sheet.system),
        (language.tr("Brought in"), f"{language.date(sheet.made)} {language.time(sheet.made)}"),
        (language.tr("By"), sheet.by or "–"),
    ]
    label, value = style(REGULAR, 9.5, MUTED), style(SEMIBOLD, 9.5)
    return columns([[para(name, label), para(said, value, 300)] for name, said in facts], FACTS)


def _verdict(sheet: Reconciliation, language: Language) -> "Flowable":
    open_ones = unexplained(sheet.comparisons)
    differing = sum(bool(each.difference) for each in sheet.comparisons)
    if open_ones:
        items = language.joined([imports.item(language, each.item) for each in open_ones])
        said = language.tr(
            "Not everything is explained: {items}. Keep the other program for now.", items=items
        )
    elif differing:
        said = language.tr_n(
            "{n} figure differs, and the reason stands beside it.",
            "{n} figures differ, and the reasons stand beside them.",
            differing,
        )
    else:
        said = language.tr("Everything agrees: what the file holds is in the shop.")
    if sheet.trial:
        said = f"{language.tr('This was a trial: nothing has been saved.')} {said}"
    colour, ground = (WARN, WARN_SOFT) if open_ones or sheet.trial else (ACCENT, ACCENT_SOFT)
    box = {"backColor": ground, "borderPadding": 8, "borderRadius": 6, "leftIndent": 8, "rightIndent": 8}
    return para(said, style(SEMIBOLD, 11, colour, spaceBefore=8, spaceAfter=8, **box))


def _table(comparisons: Sequence[Comparison], language: Language) -> "Flowable":
    names = ("", language.tr("In the file"), language.tr("In the shop"), language.tr("Difference"))
    rows = [
        (
            each,
            imports.figure(language, each.item, each.in_file),
            imports.figure(language, each.item, each.in_shop),
            imports.figure(language, each.item, each.difference, plus=True),
        )
        for each in comparisons
    ]
    number = style(TABULAR, _size([figure for _, *figures in rows for figure in figures]), alignment=RIGHT)
    head = [para(name, style(SEMIBOLD, 8, MUTED, alignment=RIGHT)) for name in names]
    said = [
        [
            para(imports.item(language, each.item), style(SEMIBOLD, 9.5)),
            *(para(figure, number) for figure in figures),
            _why(each, language),
        ]
        for each, *figures in rows
    ]
    return columns([[*head, para(language.tr("Why"), style(SEMIBOLD, 8, MUTED))], *said], WIDTHS, head=True)


def _size(figures: Sequence[str]) -> float:
    """The largest size in which every number stays in one piece."""

    def fits(size: float) -> bool:
        return all(fonts.width(figure, TABULAR, size) <= FIGURES * MM for figure in figures)

    return next(filter(fits, SIZES), SIZES[-1])


def _why(comparison: Comparison, language: Language) -> "Flowable":
    told = "\n".join(imports.whys(language, comparison)) or language.tr("agrees")
    return para(told, style(REGULAR, 8.5, MUTED) if comparison.explained else style(SEMIBOLD, 8.5, WARN))


def _remarks(sheet: Reconciliation, language: Language) -> list["Flowable"]:
    said = []
    if sheet.refused_count and any(each.item is Item.MONEY for each in sheet.comparisons):
        said.append(language.tr("The money in the file is that of the rows whose amount can be read."))
    if sheet.remark_count:
        said.append(
            language.tr_n(
                "One value could not be read and stays out; the rest of its row went in.",
                "{n} values could not be read and stay out; the rest of their rows went in.",
                sheet.remark_count,
            )
        )
    return [text(each, muted=True) for each in said]


def _signature(language: Language) -> list["Flowable"]:
    """Two lines to write on, which stay together."""
    from reportlab.platypus import HRFlowable, KeepTogether  # noqa: PLC0415 - loaded with the first report

    def line(label: str) -> list["Flowable"]:
        rule = HRFlowable(width="100%", thickness=0.6, color=ink(TEXT), spaceAfter=3)
        return [cast("Flowable", rule), para(label, style(REGULAR, 8, MUTED))]

    places = [[line(language.tr("Checked on")), text(""), line(language.tr("Signature"))]]
    return [cast("Flowable", KeepTogether([gap(16), columns(places, [50, 12, 112])]))]


def _refused(sheet: Reconciliation, language: Language) -> list["Flowable"]:
    if not sheet.refused:
        return []
    shown, small = sheet.refused[:MOST_REFUSED], style(REGULAR, 8.5)
    head = [language.tr("Line"), language.tr("Column"), language.tr("Why")]
    rows = [
        [para(language.number(each.line), style(TABULAR, 8.5)), para(each.column, small, 80),
         para(language.error(each.reason), small, 300)]
        for each in shown
    ]  # fmt: skip
    title = language.tr_n("{n} row could not go in", "{n} rows could not go in", sheet.refused_count)
    more = sheet.refused_count - len(shown)
    rest = (
        [text(language.tr_n("… and {n} more row", "… and {n} more rows", more), muted=True)] if more else []
    )
    return [
        gap(10),
        para(title, style(BOLD, 12, spaceAfter=4, keepWithNext=1)),
        columns([[para(name, style(SEMIBOLD, 8, MUTED)) for name in head], *rows], REFUSED, head=True),
        *rest,
    ]
