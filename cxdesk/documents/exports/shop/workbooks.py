"""The whole shop as a spreadsheet: a sheet with the head, and one for each table."""

from collections.abc import Iterable, Iterator, Sequence
from contextlib import contextmanager
from pathlib import Path
from typing import TYPE_CHECKING, BinaryIO
from zipfile import BadZipFile, ZipFile

from cxdesk.documents.exports.shop import cells
from cxdesk.documents.exports.shop.archives import refuse_bomb
from cxdesk.documents.exports.spreadsheets import MARKUP, Sheet, workbook
from cxdesk.domain.exports import FORMAT, Head, ReadTable, Table

if TYPE_CHECKING:
    from python_calamine import CalamineWorkbook

GUARDED = ("'", MARKUP)
OWN = ("format", "schema", "program")


def write(file: BinaryIO, head: Head, tables: Iterable[Table]) -> None:
    """Write the shop; the rows are taken one by one.

    Raises:
        UserError: when a table has more rows, or a longer text, than a spreadsheet holds.
    """
    fields = head.fields()
    with workbook(file) as book:
        lines = [(name, str(fields[name])) for name in OWN]
        Sheet(book, FORMAT).fill(("table", "rows"), [*lines, *head.rows.items()])
        for name, columns, rows in tables:
            values = (
                [cells.written(value, column, GUARDED) for value, column in zip(row, columns, strict=True)]
                for row in rows
            )
            Sheet(book, name).fill([column.name for column in columns], values)


@contextmanager
def opened(path: Path) -> Iterator[tuple[Head, Iterator[ReadTable]]]:
    """The head and the tables that it names; each sheet is held in memory while it is read."""
    from python_calamine import CalamineWorkbook  # noqa: PLC0415 - most runs read none

    with ZipFile(path) as archive:
        refuse_bomb(archive, path.stat().st_size)
        if archive.testzip():  # a member that says less of its size than it holds ends here
            raise BadZipFile("damaged")
    with _malformed():
        book = CalamineWorkbook.from_path(str(path))
    with book:
        head = _head(book)
        yield head, (_table(book, name) for name in head.rows)


def _head(book: "CalamineWorkbook") -> Head:
    lines = {str(row[0]): row[1] for row in _rows(book, FORMAT)}
    rows = {name: count for name, count in lines.items() if name not in {*OWN, "table"}}
    return Head.read({"rows": rows} | {name: lines.get(name) for name in OWN})


def _table(book: "CalamineWorkbook", name: str) -> ReadTable:
    rows = _rows(book, name)
    names = [str(column) for column in next(rows, [])]
    while names and not names[-1]:  # somebody has written beside the table
        names.pop()
    return name, names, ([cells.read(cell) for cell in row[: len(names)]] for row in rows)


def _rows(book: "CalamineWorkbook", name: str) -> Iterator[Sequence[object]]:
    """The rows of a sheet in which something stands."""
    with _malformed():
        rows = book.get_sheet_by_name(name).iter_rows()
    return (row for row in rows if any(cell != "" for cell in row))


@contextmanager
def _malformed() -> Iterator[None]:
    """The reader's own kind of error, as those of the other formats are.

    Raises:
        ValueError: when the reader gives up.
    """
    from python_calamine import CalamineError  # noqa: PLC0415 - as above

    try:
        yield
    except CalamineError as error:
        raise ValueError(str(error)) from error
