"""Tables out of text: the delimiter, and the rows with their lines."""

import csv
import re
from functools import partial
from itertools import islice

from cxdesk.documents.tables.body import rows_below
from cxdesk.documents.tables.header import HEAD_ROWS, find_header
from cxdesk.documents.tables.table import Numbered, State, Table
from cxdesk.documents.tables.texts import TextFile
from cxdesk.domain.errors import UserError

DELIMITERS = (",", ";", "\t", "|")
SEP = re.compile(r'"?sep=(.)"?\s*', re.IGNORECASE)
SAMPLE_LINES = 50  # enough for the delimiter; clevercsv takes a second for a thousand
SAMPLE_SIGNS = 20_000
LONG_RUN = re.compile(r"""([^\s,;|"']{60})[^\s,;|"']+""")  # clevercsv needs minutes for one of 50,000 letters
MAX_CELL = 1 << 17  # characters; more means a quotation mark that nobody closed


def open_delimited(text: TextFile, state: State, delimiter: str | None = None) -> Table:
    """The table in a text; the delimiter is worked out unless a person has chosen one.

    Raises:
        UserError: when it has no header.
    """
    lines = _first_lines(text)
    marked = SEP.fullmatch(lines[0].lstrip("\ufeff"))
    delimiter = delimiter or (marked[1] if marked else _delimiter("".join(lines)))
    numbered = partial(_numbered, text, delimiter)
    header = find_header([cells for _line, cells in islice(numbered(), HEAD_ROWS)], 1 if marked else 0)
    if header is None:
        raise UserError("{name} has no row of column names. Add one and try again.", name=text.path.name)
    read = partial(rows_below, header, numbered)
    return Table(text.path, state, header.names, read, encoding=text.encoding, delimiter=delimiter)


def _first_lines(text: TextFile) -> list[str]:
    with text.open() as file:
        return list(islice((file.readline(MAX_CELL) for _ in range(SAMPLE_LINES)), SAMPLE_LINES))


def _delimiter(sample: str) -> str:
    """What separates the cells in most of the ways in which the sample makes sense; a comma if nothing does."""
    from clevercsv.detect import Detector  # noqa: PLC0415 - heavy

    clear = LONG_RUN.sub(r"\1", sample[:SAMPLE_SIGNS].replace("\0", ""))
    found = Detector().detect(clear, delimiters=DELIMITERS)
    return found.delimiter if found and found.delimiter else ","


def _numbered(text: TextFile, delimiter: str) -> Numbered:
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
