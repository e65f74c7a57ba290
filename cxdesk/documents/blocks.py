"""What a report is built from: headings, tables, cards, notes, and places that charts are put into."""

from collections.abc import Sequence
from dataclasses import dataclass, field
from typing import TYPE_CHECKING, Any, cast

from cxdesk.documents.charts import Chart
from cxdesk.documents.paragraphs import para
from cxdesk.documents.style import (
    ACCENT,
    BOLD,
    BORDER,
    INFO,
    INFO_SOFT,
    MUTED,
    REGULAR,
    SEMIBOLD,
    SUNKEN,
    TABULAR,
    TEXT,
)

if TYPE_CHECKING:
    from reportlab.lib.styles import ParagraphStyle
    from reportlab.platypus import Flowable

MM = 72 / 25.4
WIDTH = 174.0  # mm of text on a page
INSIDE = 164.0  # mm inside a card
BETWEEN = 5.0  # mm between two cards
NAME_LIMIT = 60
RIGHT = 2  # reportlab's number for "to the right"


@dataclass(slots=True)
class Places:
    """The charts of a report and where each came to stand: page from 0, then points from the bottom left."""

    charts: list[Chart] = field(default_factory=list)
    boxes: dict[int, tuple[int, float, float, float, float]] = field(default_factory=dict)


def style(font: str, size: float, colour: str = TEXT, **more: Any) -> "ParagraphStyle":
    """A paragraph style: leading 1.35 times the size, long words broken."""
    from reportlab.lib.styles import ParagraphStyle  # noqa: PLC0415 - loaded when the first report is made

    given = {"leading": size * 1.35, "splitLongWords": 1} | more
    return ParagraphStyle(f"{font}-{size}", fontName=font, fontSize=size, textColor=colour, **given)


def text(words: str, *, muted: bool = False, limit: int = 2_000) -> "Flowable":
    """Ordinary text."""
    return para(words, style(REGULAR, 9.5, MUTED if muted else TEXT), limit)


def gap(height: float) -> "Flowable":
    """`height` mm of nothing."""
    from reportlab.platypus import Spacer  # noqa: PLC0415 - loaded when the first report is made

    return cast("Flowable", Spacer(1, height * MM))


def chart(places: Places, drawing: Chart) -> "Flowable":
    """Room for `drawing`; the finished vector is put there afterwards."""
    from reportlab.platypus import Flowable  # noqa: PLC0415 - loaded when the first report is made

    index = len(places.charts)
    places.charts.append(drawing)

    class Place(Flowable):  # type: ignore[misc]
        """Remembers where on which page it was drawn."""

        def wrap(self, *_room: float) -> tuple[float, float]:
            return drawing.width * MM, drawing.height * MM

        def draw(self) -> None:
            left, low = self.canv.absolutePosition(0, 0)
            page = self.canv.getPageNumber() - 1
            places.boxes[index] = (page, left, low, left + drawing.width * MM, low + drawing.height * MM)

    return cast("Flowable", Place())


def card(title: str, finding: str, note: str, body: Sequence["Flowable"]) -> "Flowable":
    """A framed part of a page: title with `note` (usually n) on its right, one sentence, then `body`."""
    head = _grid(
        [[para(title, style(BOLD, 12)), para(note, style(SEMIBOLD, 8, MUTED, alignment=RIGHT))]],
        [INSIDE - 50, 50],
        [("VALIGN", (0, 0), (-1, -1), "MIDDLE"), *_padding(0)],
    )
    said = [para(finding, style(REGULAR, 9, MUTED, spaceAfter=4))] if finding else []
    framed = [
        ("BOX", (0, 0), (-1, -1), 0.7, BORDER),
        ("ROUNDEDCORNERS", [7, 7, 7, 7]),
        *_padding(5 * MM),
    ]
    return _apart(_grid([[[head, *said, *body]]], [WIDTH], framed))


def note(title: str, sentences: Sequence[str]) -> "Flowable":
    """A soft blue box with numbered sentences."""
    look = style(REGULAR, 10, spaceBefore=3)
    lines = [para(f"{number}. {said}", look, 400) for number, said in enumerate(sentences, 1)]
    filled = [
        ("BACKGROUND", (0, 0), (-1, -1), INFO_SOFT),
        ("ROUNDEDCORNERS", [7, 7, 7, 7]),
        *_padding(4.5 * MM),
    ]
    return _apart(_grid([[[para(title, style(SEMIBOLD, 10.5, INFO)), *lines]]], [WIDTH], filled))


def table(
    head: Sequence[str], rows: Sequence[Sequence[str]], widths: Sequence[float], *, total: bool = False
) -> "Flowable":
    """Names on the left, numbers on the right in figures of equal width; `widths` in mm; `total`: the last row sums."""
    cells = [[_head(name, number=column > 0) for column, name in enumerate(head)]]
    cells += [[_cell(words, number=column > 0) for column, words in enumerate(row)] for row in rows]
    lines = [
        ("LINEBELOW", (0, 0), (-1, 0), 0.8, ACCENT),
        ("LINEBELOW", (0, 1), (-1, -2 if total else -1), 0.4, BORDER),
        *([("LINEABOVE", (0, -1), (-1, -1), 0.8, ACCENT)] if total else []),
        ("VALIGN", (0, 0), (-1, -1), "MIDDLE"),
        *_padding(2.6),
    ]
    return _grid(cells, widths, lines, repeat=1)


def columns(
    rows: Sequence[Sequence["Flowable | list[Flowable]"]], widths: Sequence[float], *, head: bool = False
) -> "Flowable":
    """Rows of finished blocks with a thin line between them; `widths` in mm; `head`: the first row is on every page."""
    lines = [
        ("LINEBELOW", (0, 0), (-1, -2), 0.4, BORDER),
        *([("LINEBELOW", (0, 0), (-1, 0), 0.8, ACCENT)] if head else []),
        ("VALIGN", (0, 0), (-1, -1), "MIDDLE"),
        *_padding(4),
    ]
    return _grid(rows, widths, lines, repeat=int(head))


def glossary(rows: Sequence[Sequence[str]], last: str) -> "Flowable":
    """Word, meaning, number; the last column is headed `last`."""
    head = [text(""), text(""), _head(last, number=True)]
    cells = [
        [
            para(word, style(SEMIBOLD, 8.5), NAME_LIMIT),
            para(meaning, style(REGULAR, 8.5, MUTED)),
            para(number, style(TABULAR, 8.5, alignment=RIGHT), NAME_LIMIT),
        ]
        for word, meaning, number in rows
    ]
    lines = [("VALIGN", (0, 0), (-1, -1), "TOP"), ("LINEBELOW", (0, 0), (-1, -2), 0.4, BORDER), *_padding(3)]
    return _grid([head, *cells], [30, INSIDE - 48, 18], lines)


def strip(rows: Sequence[Sequence[str]], first: float, width: float = INSIDE) -> "Flowable":
    """A chart's numbers in columns below it: the first column (mm) names the rows."""
    columns = len(rows[0]) - 1
    widths = [first, *[(width - first) / columns] * columns]
    cells = [[_small(words, number=column > 0) for column, words in enumerate(row)] for row in rows]
    shaded = [
        ("BACKGROUND", (0, 0), (-1, 0), SUNKEN),
        ("VALIGN", (0, 0), (-1, -1), "MIDDLE"),
        *_padding(2),
    ]
    return _grid(cells, widths, shaded)


def _head(words: str, *, number: bool) -> "Flowable":
    return para(words, style(SEMIBOLD, 8, MUTED, alignment=RIGHT if number else 0), NAME_LIMIT)


def _cell(words: str, *, number: bool) -> "Flowable":
    given = style(TABULAR, 9.5, alignment=RIGHT) if number else style(REGULAR, 9.5)
    return para(words, given, NAME_LIMIT)


def _small(words: str, *, number: bool) -> "Flowable":
    given = style(TABULAR, 7, alignment=1) if number else style(SEMIBOLD, 7, MUTED)
    return para(words, given, NAME_LIMIT)


def _grid(
    cells: Sequence[Sequence[Any]], widths: Sequence[float], look: Sequence[tuple[Any, ...]], repeat: int = 0
) -> "Flowable":
    from reportlab.platypus import Table, TableStyle  # noqa: PLC0415 - loaded when the first report is made

    made = Table(cells, [width * MM for width in widths], repeatRows=repeat)
    made.setStyle(TableStyle([("FONT", (0, 0), (-1, -1), REGULAR), *look]))
    return cast("Flowable", made)


def _apart(block: "Flowable") -> "Flowable":
    block.spaceAfter = BETWEEN * MM
    return block


def _padding(points: float) -> list[tuple[Any, ...]]:
    sides = ("LEFTPADDING", "RIGHTPADDING", "TOPPADDING", "BOTTOMPADDING")
    return [(side, (0, 0), (-1, -1), points) for side in sides]
