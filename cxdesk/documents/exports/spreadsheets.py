"""XLSX: a list with a frozen header, and the sheets of which larger files are made, row by row."""

import tempfile
from collections.abc import Iterable, Iterator, Sequence
from contextlib import contextmanager, suppress
from datetime import date, datetime
from decimal import Decimal
from typing import TYPE_CHECKING, Any, BinaryIO

from cxdesk.documents.exports.delimited import Cell
from cxdesk.domain.errors import UserError

if TYPE_CHECKING:
    from xlsxwriter import Workbook

ROWS = 1 << 20
SIGNS = 32_767  # UTF-16 units in a cell
EXACT = 10**15
FIRST_YEAR = 1901  # spreadsheets know no earlier dates, and are of two minds about 1900
MARKUP = "<r>"  # the writer takes a text between <r> and </r> for markup of its own
PLAIN = ("strings_to_formulas", "strings_to_urls", "strings_to_numbers")
WIDTH = 18  # characters; enough for a name, a number or a date


def write(file: BinaryIO, header: Sequence[str], rows: Iterable[Sequence[Cell]], _code: str = "") -> int:
    """Write a list, of any language; gives the number of its rows.

    Raises:
        UserError: when it has more rows, or a longer text, than a spreadsheet holds.
    """
    with workbook(file) as book:
        return Sheet(book, "").fill(header, rows)


@contextmanager
def workbook(file: BinaryIO) -> Iterator["Workbook"]:
    """A workbook that keeps its rows in temporary files and takes a text for nothing but a text.

    Raises:
        OSError: when the disk is full.
    """
    from xlsxwriter import Workbook  # noqa: PLC0415 - most runs write none
    from xlsxwriter.exceptions import FileCreateError  # noqa: PLC0415

    with tempfile.TemporaryDirectory(prefix="cxdesk-export-") as folder:
        options = {"constant_memory": True, "tmpdir": folder, "use_zip64": True} | dict.fromkeys(PLAIN, False)
        book = Workbook(file, options)
        try:
            yield book
            book.close()
        except FileCreateError as error:
            raise error.args[0] from error
        finally:
            if not book.fileclosed:
                _let_go(book)


def _let_go(book: "Workbook") -> None:
    """Close the temporary files of a workbook that will not be written; its own close() alone would write it."""
    book.fileclosed = True
    for sheet in book.worksheets():
        with suppress(OSError):  # what is still to be written does not fit on the disk
            sheet._opt_close()  # noqa: SLF001 - there is no other way


class Sheet:
    """One sheet of a workbook, filled from above."""

    def __init__(self, book: "Workbook", name: str) -> None:
        self._sheet = book.add_worksheet(name or None)
        self._bold = book.add_format({"bold": True})
        self._day = book.add_format({"num_format": "yyyy-mm-dd"})
        self._moment = book.add_format({"num_format": "yyyy-mm-dd hh:mm:ss"})

    def fill(self, header: Sequence[str], rows: Iterable[Sequence[Cell]]) -> int:
        """Write the header and the rows; gives the number of rows.

        Raises:
            UserError: when there are too many, or a text is too long.
        """
        self._sheet.freeze_panes(1, 0)
        self._sheet.set_column(0, len(header) - 1, WIDTH)
        for column, name in enumerate(header):
            self._text(0, column, name, self._bold)
        count = 0
        for count, row in enumerate(rows, 1):
            if count >= ROWS:
                raise UserError(
                    "A spreadsheet holds no more than {rows} rows. Choose another kind of file.", rows=ROWS
                )
            for column, cell in enumerate(row):
                if cell is not None:
                    self._put(count, column, cell)
        return count

    def _put(self, row: int, column: int, cell: Cell) -> None:
        if isinstance(cell, str):
            self._text(row, column, cell)
        elif isinstance(cell, date):
            self._date(row, column, cell)
        elif isinstance(cell, Decimal) or (isinstance(cell, int | float) and _exact(cell)):
            self._sheet.write_number(row, column, cell)
        else:
            self._text(row, column, repr(cell))

    def _date(self, row: int, column: int, cell: date) -> None:
        moment = cell.replace(tzinfo=None) if isinstance(cell, datetime) else cell
        if moment.year < FIRST_YEAR:
            self._text(row, column, moment.isoformat())
        else:
            form = self._moment if isinstance(moment, datetime) else self._day
            self._sheet.write_datetime(row, column, moment, form)

    def _text(self, row: int, column: int, text: str, form: Any = None) -> None:
        if text.startswith(MARKUP):
            text = f"'{text}"
        if self._sheet.write_string(row, column, text, form) == -2:
            raise UserError(
                "A text of {length} characters does not fit into a spreadsheet. Choose another kind of file.",
                length=len(text),
            )


def _exact(number: float) -> bool:
    """Whether a spreadsheet, which keeps 16 figures, keeps this number."""
    return (
        abs(number) < EXACT
        if isinstance(number, int)
        else float(f"{number:.16G}") == number and abs(number) < 1e300
    )
