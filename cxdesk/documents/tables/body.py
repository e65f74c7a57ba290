"""The rows below the header: made as long as it, freed of what only protects or adds up."""

import re
from collections.abc import Callable
from itertools import islice

from cxdesk.documents.tables.header import Header
from cxdesk.documents.tables.table import Numbered

TOTALS = frozenset({"total", "totals", "grand total", "sum", "yhteensä", "summa", "jami", "itogo", "итого"})
PROTECTED = re.compile(r"'(?=[-=+@\t\r\0'0-9])")


def rows_below(header: Header, numbered: Callable[[], Numbered]) -> Numbered:
    """The rows below the header, without empty ones, totals and the header itself where it comes again."""
    width = len(header.cells)
    for line, cells in islice(numbered(), header.rows, None):
        if len(cells) != width:
            if not any(cells):
                continue
            cells = _fitted(cells, width)  # noqa: PLW2901 - the usual row is passed on untouched
        if not cells[0] and not any(cells):
            continue
        if not _is_total(cells) and cells != header.cells:
            yield line, freed(cells)


def freed(cells: list[str]) -> list[str]:
    """The cells without the apostrophe that keeps a spreadsheet from taking a text for a formula or a number."""
    joined = "\n".join(cells)
    if not joined.startswith("'") and "\n'" not in joined and "\0" not in joined:
        return cells
    return [PROTECTED.sub("", cell, count=1) if cell[:1] == "'" else cell for cell in cells]


def _fitted(cells: list[str], width: int) -> list[str]:
    """A ragged row, filled up or freed of the empty cells beyond the header."""
    while len(cells) > width and not cells[-1]:
        cells = cells[:-1]
    return cells + [""] * (width - len(cells))


def _is_total(cells: list[str]) -> bool:
    """Whether a row adds up the others: it begins with the word and leaves cells empty."""
    first = cells[0] or next(cell for cell in cells if cell)
    return first.strip(" :").lower() in TOTALS and not all(cells)
