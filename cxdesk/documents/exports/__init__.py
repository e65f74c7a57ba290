"""What leaves the shop as files for other programs: lists, contacts, calendars, and the whole shop."""

from collections.abc import Callable, Iterable, Sequence
from pathlib import Path
from typing import BinaryIO

from cxdesk.documents.exports import delimited, spreadsheets
from cxdesk.documents.exports.delimited import Cell
from cxdesk.documents.exports.endings import by_ending
from cxdesk.documents.files import whole

Writer = Callable[[BinaryIO, Sequence[str], Iterable[Sequence[Cell]], str], int]
KINDS: dict[str, Writer] = {".csv": delimited.write, ".xlsx": spreadsheets.write}


def write(path: Path, header: Sequence[str], rows: Iterable[Sequence[Cell]], code: str) -> int:
    """Write a list as CSV or XLSX by the ending of `path` for readers of the language `code`; gives its number of rows.

    Raises:
        UserError: when the ending is another, the file cannot be written, or a spreadsheet cannot hold the list.
    """
    kind = by_ending(path, KINDS)
    with whole(path) as file:
        return kind(file, header, rows, code)
