"""Tables out of text: the rows with their lines."""

import csv
from collections.abc import Iterator
from functools import partial
from itertools import islice
from typing import TextIO

from cxdesk.documents.tables.body import rows_below
from cxdesk.documents.tables.delimiters import SEP, found_delimiter
from cxdesk.documents.tables.files import State
from cxdesk.documents.tables.header import HEAD_ROWS, header_of
from cxdesk.documents.tables.table import Numbered, Table
from cxdesk.documents.tables.texts import TextFile
from cxdesk.domain.errors import UserError

SAMPLE_LINES = 50
MAX_LINE = 1 << 24  # characters
BOM = "\ufeff"
END = "\x1e"


def open_delimited(text: TextFile, state: State, delimiter: str | None = None) -> Table:
    """The table in a text; the delimiter is worked out unless a person has chosen one.

    Raises:
        UserError: when it has no header, or a quotation mark above it is not closed.
    """
    lines = text.head(SAMPLE_LINES)
    marked = SEP.fullmatch(lines[0].lstrip("\ufeff"))
    delimiter = delimiter or (marked[1] if marked else found_delimiter("".join(lines)))
    numbered = partial(numbered_rows, text, delimiter)
    head = [cells for _line, cells in islice(numbered(), HEAD_ROWS)]
    header = header_of(text.path, head, first=1 if marked else 0)
    read = partial(rows_below, header, numbered)
    return Table(text.path, state, header.names, read, encoding=text.encoding, delimiter=delimiter)


def numbered_rows(text: TextFile, delimiter: str) -> Numbered:
    """All rows with the line on which each begins: a quoted cell may go over several.

    Raises:
        UserError: when a quotation mark is not closed.
    """
    with text.open() as file:
        lines = _Lines(file)
        reader = csv.reader(lines, delimiter=delimiter)
        begin = 1
        try:
            for cells in reader:
                if lines.ended or len(lines.row) > 1:
                    _check(lines, cells, delimiter)
                lines.row.clear()
                if not lines.ended:
                    yield begin, cells
                begin = reader.line_num + 1
        except csv.Error as error:
            raise UserError(
                "{name} cannot be read as a table from line {line} on. Is a quotation mark not closed there?",
                name=text.path.name,
                line=begin,
            ) from error


class _Lines:
    """The lines of a file and one more at its end: it becomes a row of its own unless a quotation mark is open.

    `row` are the lines of the row that is being read. A byte order mark where files were joined is left out.
    """

    def __init__(self, file: TextIO) -> None:
        self._file = file
        self.row: list[str] = []
        self.ended = False

    def __iter__(self) -> Iterator[str]:
        for line in iter(partial(self._file.readline, MAX_LINE), ""):
            if len(line) == MAX_LINE:
                raise csv.Error("endless line")
            clear = line if self.row or line[0] != BOM else line[1:]
            self.row.append(clear)
            yield clear
        self.ended = True
        yield END


def _check(lines: _Lines, cells: list[str], delimiter: str) -> None:
    """Whether a row that goes over several lines, or is the last, has its quotation marks in the right places."""
    if lines.ended and cells != [END]:
        raise csv.Error("open at the end")
    for _row in csv.reader(lines.row, delimiter=delimiter, strict=True):
        pass
