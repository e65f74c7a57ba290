"""Tables out of spreadsheets: XLSX, XLSB, XLS and ODS."""

from collections.abc import Iterator
from datetime import date, datetime, time, timedelta
from decimal import Decimal
from functools import partial
from itertools import islice
from pathlib import Path
from typing import TYPE_CHECKING, TypeAlias

from cxdesk.documents.tables.archives import check_archive
from cxdesk.documents.tables.body import rows_below
from cxdesk.documents.tables.files import State, said
from cxdesk.documents.tables.header import HEAD_ROWS, header_of
from cxdesk.documents.tables.table import Numbered, Table
from cxdesk.domain.errors import UserError

if TYPE_CHECKING:
    from python_calamine import CalamineSheet, CalamineWorkbook

ZIP = b"PK\x03\x04"
OLE = b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1"
ENCRYPTED = "EncryptedPackage".encode("utf-16-le")  # what stands in its place in a protected file
HALF_SECOND = timedelta(microseconds=500_000)
Cell: TypeAlias = int | float | str | bool | time | date | datetime | timedelta


def is_spreadsheet(path: Path) -> bool:
    """Whether the file begins as spreadsheets do.

    Raises:
        UserError: when it cannot be read.
    """
    with said(path), path.open("rb") as file:
        return file.read(8).startswith((ZIP, OLE))


def open_spreadsheet(path: Path, state: State, sheet: str | None = None) -> Table:
    """The table on a sheet, on that with most rows unless a person has chosen. The sheet is kept in memory.

    Raises:
        UserError: when it is no spreadsheet, damaged, protected, too large, or has no such sheet or no header.
    """
    if zipped(path):
        check_archive(path)
    names, found = _sheet(path, sheet)
    numbered = partial(_numbered, found)
    header = header_of(path, [cells for _row, cells in islice(numbered(), HEAD_ROWS)])
    if merged := _merged_down(found, header.rows):
        numbered = partial(_filled, numbered, merged)
    read = partial(rows_below, header, numbered)
    return Table(path, state, header.names, read, sheet=found.name, sheets=names)


def zipped(path: Path) -> bool:
    """Whether the file is an archive, as all but the oldest spreadsheets are."""
    with said(path), path.open("rb") as file:
        return file.read(4) == ZIP


def _sheet(path: Path, chosen: str | None) -> "tuple[tuple[str, ...], CalamineSheet]":
    from python_calamine import CalamineError, CalamineWorkbook, PasswordError  # noqa: PLC0415 - only for spreadsheets

    try:
        with said(path), path.open("rb") as file, CalamineWorkbook.from_filelike(file) as book:
            names, seen = _sheet_names(book)
            if chosen is not None and chosen not in names:
                raise UserError(
                    "{name} has no sheet “{sheet}”. It has: {sheets}.",
                    name=path.name,
                    sheet=chosen,
                    sheets=names,
                )
            if not names:
                raise UserError("{name} has no sheet with cells.", name=path.name)
            sheets = map(book.get_sheet_by_name, seen if chosen is None else [chosen])
            return names, max(sheets, key=lambda sheet: sheet.height)
    except CalamineError as error:
        if isinstance(error, PasswordError) or ENCRYPTED in path.read_bytes():
            raise UserError(
                "{name} is protected by a password. Save it without one.", name=path.name
            ) from error
        raise UserError(
            "{name} cannot be opened as a spreadsheet. Open it in a spreadsheet program and save it as XLSX.",
            name=path.name,
        ) from error


def _sheet_names(book: "CalamineWorkbook") -> tuple[tuple[str, ...], tuple[str, ...]]:
    """All sheets with cells, and those of them that are not hidden, unless all are."""
    from python_calamine import SheetTypeEnum, SheetVisibleEnum  # noqa: PLC0415

    sheets = [sheet for sheet in book.sheets_metadata if sheet.typ == SheetTypeEnum.WorkSheet]
    names = tuple(sheet.name for sheet in sheets)
    seen = tuple(sheet.name for sheet in sheets if sheet.visible == SheetVisibleEnum.Visible)
    return names, seen or names


def _numbered(sheet: "CalamineSheet") -> Numbered:
    """All rows with their numbers; columns before the first with anything are left out."""
    if sheet.start is not None:
        for number, cells in enumerate(sheet.iter_rows(), 1):
            yield number, [cell if cell.__class__ is str else _text(cell) for cell in cells]


def _merged_down(sheet: "CalamineSheet", header: int) -> dict[int, list[tuple[int, int]]]:
    """Cells below the header that go over several rows: by their first row, the column and the last row."""
    left = sheet.start[1] if sheet.start else 0
    merged: dict[int, list[tuple[int, int]]] = {}
    for (top, column), (bottom, _right) in sheet.merged_cell_ranges or ():
        if top >= header and bottom > top:
            merged.setdefault(top + 1, []).append((column - left, bottom + 1))
    return merged


def _filled(
    numbered: "partial[Numbered]", merged: dict[int, list[tuple[int, int]]]
) -> Iterator[tuple[int, list[str]]]:
    """The rows with the text of a merged cell in each of its rows."""
    open_cells: dict[int, tuple[str, int]] = {}
    for row, cells in numbered():
        open_cells.update({column: (cells[column], last) for column, last in merged.get(row, ())})
        for column, (text, last) in open_cells.items():
            if row <= last:
                cells[column] = text
        yield row, cells


def _text(cell: Cell) -> str:
    """A cell as the contract of a table has it: figures with a point, ISO dates, `true` and `false`."""
    if isinstance(cell, bool):
        return "true" if cell else "false"
    if isinstance(cell, float):
        return _figures(cell)
    if isinstance(cell, datetime):
        nearest = cell + HALF_SECOND
        return nearest.isoformat(" ", "seconds").removesuffix(" 00:00:00")
    if isinstance(cell, time):
        return cell.isoformat("seconds")
    if isinstance(cell, timedelta):
        seconds = round(cell.total_seconds())
        return f"{seconds // 3600}:{seconds // 60 % 60:02}:{seconds % 60:02}"
    return str(cell)


def _figures(number: float) -> str:
    """The number with the fifteen digits that a spreadsheet shows, never with an exponent."""
    if number.is_integer() and abs(number) < 1e15:
        return str(int(number))
    return f"{Decimal(f'{number:.15g}'):f}"
