"""The rows below the header: made as long as it, freed of what only protects or adds up."""

import re
from collections.abc import Callable
from itertools import islice

from cxdesk.documents.tables.header import Header
from cxdesk.documents.tables.table import Numbered

CLEAR = frozenset(
    {
        "yhteensä",
        "kaikki yhteensä",
        "loppusumma",
        "välisumma",
        "grand total",
        "subtotal",
        "umumiy jami",
        "jami summa",
    }
    | {"itogo", "итого", "всего", "жами", "totalt", "summa totalt"}
)
TOTALS = CLEAR | {"total", "totals", "sum", "summa", "yht", "jami"}  # some of them are also names
PROTECTED = re.compile(r"\A'(?=[-=+@\t\r\0'0-9])")
FIRST_WORDS = re.compile(r"[^\W\d_]+(?: [^\W\d_]+)?(?![^\W\d_])")
NUMBER = re.compile(  # of goods or money, or a date; no phone, postcode or number of a customer
    r"""(?![+0]\d\d)(?:[A-Z]{3}\s?)?[\W\d_]*\d[\W\d_]*[^\W\d_]*(?:['ʻʼ‘’`]\w+)?\.?|\W*"""
)


def rows_below(header: Header, numbered: Callable[[], Numbered]) -> Numbered:
    """The rows below the header, without empty ones, totals, a remark below them, and a header that comes again."""
    width = len(header.names)
    below = False
    for line, cells in islice(numbered(), header.rows, None):
        if len(cells) != width:
            if not any(cells):
                continue
            cells = _fitted(cells, width)  # noqa: PLW2901 - the usual row is passed on untouched
        if not all(cells):
            if not any(cells):
                continue
            alone = width > 2 and cells.count("") == len(cells) - 1
            below = (below and alone) or _is_total(cells)
            if below:
                continue
        below = False
        if cells != header.cells:
            yield line, freed(cells)


def freed(cells: list[str]) -> list[str]:
    """The cells without NUL, and without the apostrophe that keeps a spreadsheet from reading a formula or number."""
    joined = "\n".join(cells)
    if joined[:1] != "'" and "\n'" not in joined and "\0" not in joined:
        return cells
    return [(PROTECTED.sub("", cell)).replace("\0", "") for cell in cells]


def _fitted(cells: list[str], width: int) -> list[str]:
    """A ragged row, filled up or freed of the empty cells beyond the header."""
    while len(cells) > width and not cells[-1]:
        cells = cells[:-1]
    return cells + [""] * (width - len(cells))


def _is_total(cells: list[str]) -> bool:
    """Whether a row with empty cells adds up the others: such a word, first unless it is clear, and only numbers."""
    first = cells[0] or next(filter(None, cells))
    if not _adds(first, TOTALS) and not any(_adds(cell, CLEAR) for cell in cells):
        return False
    return all(NUMBER.fullmatch(cell) or _adds(cell, TOTALS) for cell in cells)


def _adds(cell: str, words: frozenset[str]) -> bool:
    """Whether the cell is one of the words, or one and a number of something."""
    word = FIRST_WORDS.match(cell)
    return word is not None and word[0].casefold() in words and NUMBER.fullmatch(cell, word.end()) is not None
