"""Tables out of text files: the delimiter, the header below the titles, and the rows with their lines."""

import csv
import re
from collections import Counter
from collections.abc import Iterator
from dataclasses import dataclass
from itertools import islice
from pathlib import Path

from cxdesk.documents.texts import TextFile, open_text
from cxdesk.domain.errors import UserError

DELIMITERS = (",", ";", "\t", "|")
SEP = re.compile(r'"?sep=(.)"?\s*', re.IGNORECASE)
SAMPLE_LINES = 50  # enough for the delimiter; clevercsv takes a second for a thousand
SAMPLE_SIGNS = 20_000
LONG_RUN = re.compile(r"""([^\s,;|"']{60})[^\s,;|"']+""")  # clevercsv needs minutes for one of 50,000 letters
HEAD_ROWS = 40  # the header stands among these
MAX_CELL = 1 << 17  # characters; more means a quotation mark that nobody closed
VALUE = re.compile(r"[\W\d_]*\d[\W\d_]*|.*@.*|\d{1,4}[./-]\d{1,2}[./-]\d{1,4}.*")
TOTALS = frozenset({"total", "totals", "grand total", "sum", "yhteensä", "summa", "jami", "itogo", "итого"})


@dataclass(frozen=True, slots=True)
class Table:
    """A table in a text file; `start` counts the rows up to and including the header."""

    text: TextFile
    delimiter: str
    header: list[str]
    start: int

    @property
    def encoding(self) -> str:
        """The encoding in which the file is read, as Python calls it."""
        return self.text.encoding

    def rows(self) -> Iterator[tuple[int, list[str]]]:
        """Each row below the header: the line in the file where it begins (from 1), and its cells.

        Rows are as long as the header or, if the file has cells too many, longer. Empty rows and totals are
        left out. Nothing is kept, so the file may have any number of rows; every call reads it anew.

        Raises:
            UserError: when the file cannot be read to its end.
        """
        width = len(self.header)
        for line, cells in islice(_numbered(self.text, self.delimiter), self.start, None):
            if len(cells) != width:
                if not any(cells):
                    continue
                cells = _fitted(cells, width)  # noqa: PLW2901 - the usual row is passed on untouched
            if not cells[0] and not any(cells):
                continue
            if not _is_total(cells):
                yield line, cells


def open_table(path: Path, *, encoding: str | None = None, delimiter: str | None = None) -> Table:
    """The table in a text file (also .gz); encoding and delimiter are worked out unless a person has chosen.

    Raises:
        UserError: when there is no such file, it is no table, or it has no header.
    """
    text = open_text(path, encoding)
    lines = _first_lines(text)
    marked = SEP.fullmatch(lines[0].lstrip("\ufeff"))
    delimiter = delimiter or (marked[1] if marked else _delimiter("".join(lines)))
    head = [cells for _line, cells in islice(_numbered(text, delimiter), HEAD_ROWS)]
    start = _header_row(head, 1 if marked else 0)
    if start is None:
        raise UserError("{name} has no row of column names. Add one and try again.", name=path.name)
    return Table(text, delimiter, [" ".join(name.split()) for name in head[start]], start + 1)


def _first_lines(text: TextFile) -> list[str]:
    with text.open() as file:
        return list(islice((file.readline(MAX_CELL) for _ in range(SAMPLE_LINES)), SAMPLE_LINES))


def _delimiter(sample: str) -> str:
    """What separates the cells in most of the ways in which the sample makes sense; a comma if nothing does."""
    from clevercsv.detect import Detector  # noqa: PLC0415 - heavy

    clear = LONG_RUN.sub(r"\1", sample[:SAMPLE_SIGNS].replace("\0", ""))
    found = Detector().detect(clear, delimiters=DELIMITERS)
    return found.delimiter if found and found.delimiter else ","


def _numbered(text: TextFile, delimiter: str) -> Iterator[tuple[int, list[str]]]:
    """All rows with the line on which each begins: a quoted cell may go over several."""
    with text.open() as file:
        reader = csv.reader(file, delimiter=delimiter)
        line = 1
        try:
            for cells in reader:
                yield line, cells
                line = reader.line_num + 1
        except csv.Error as error:
            raise UserError(
                "{name} cannot be read as a table from line {line} on. Is a quotation mark not closed there?",
                name=text.path.name,
                line=line,
            ) from error


def _header_row(rows: list[list[str]], first: int) -> int | None:
    """The first row that is nearly, or else half, as full as rows get here and consists of names, not values."""
    filled = [[cell.strip() for cell in row if cell.strip()] for row in rows]
    often = Counter(len(cells) for cells in filled[first:] if cells)
    usual = max(often, key=lambda count: (often[count] * (count > 1), count), default=0)
    for least in (usual * 0.75, usual * 0.5):
        for index in range(first, len(rows)):
            if filled[index] and len(filled[index]) >= least:
                if _are_names(filled[index]):
                    return index
                break
    return None


def _are_names(cells: list[str]) -> bool:
    values = sum(1 for cell in cells if VALUE.fullmatch(cell))
    return values * 4 <= len(cells) and len(set(cells)) * 2 > len(cells)


def _fitted(cells: list[str], width: int) -> list[str]:
    """A ragged row, filled up or freed of the empty cells beyond the header."""
    while len(cells) > width and not cells[-1]:
        cells = cells[:-1]
    return cells + [""] * (width - len(cells))


def _is_total(cells: list[str]) -> bool:
    """Whether a row adds up the others: it begins with the word and leaves cells empty."""
    first = cells[0] or next(cell for cell in cells if cell)
    return first.strip(" :").lower() in TOTALS and not all(cells)
