"""A whole shop as a file: the kind by the ending when it is written, by what is inside when it is read."""

import csv
import struct
import zlib
from collections.abc import Callable, Iterable, Iterator
from contextlib import AbstractContextManager, ExitStack, contextmanager, suppress
from pathlib import Path
from typing import TypeVar
from zipfile import BadZipFile, ZipFile, is_zipfile

from cxdesk.documents.exports.endings import by_ending
from cxdesk.documents.exports.shop import archives, texts, workbooks
from cxdesk.documents.files import whole
from cxdesk.domain.errors import UserError
from cxdesk.domain.exports import FORMAT, Head, ReadTable, Table

KINDS = {".json": texts.write, ".xlsx": workbooks.write, ".zip": archives.write}
SHEETS = "xl/workbook.xml"
SHEETS_SIZE = 1 << 16
NAMED = f'name="{FORMAT}"'.encode()
MALFORMED = (
    *(BadZipFile, struct.error, zlib.error, csv.Error, EOFError, LookupError, TypeError, ValueError),
    RuntimeError,  # nested too deeply; an archive that is locked or packed in an unknown way
)

Reader = Callable[[Path], AbstractContextManager[tuple[Head, Iterator[ReadTable]]]]
T = TypeVar("T")


def write(path: Path, head: Head, tables: Iterable[Table]) -> None:
    """Write the whole shop: JSON, a spreadsheet or a zip of CSV files by the ending of `path`, whole or not at all.

    Raises:
        UserError: when the ending is another, the file cannot be written, or a spreadsheet cannot hold the shop.
    """
    kind = by_ending(path, KINDS)
    with whole(path) as file:
        kind(file, head, tables)


def is_export(path: Path) -> bool:
    """Whether a file is a whole shop that was written here; only its beginning or its list of contents is read."""
    return _reader(path) is not None


@contextmanager
def opened(path: Path) -> Iterator[tuple[Head, Iterator[ReadTable]]]:
    """The head of a whole shop and its tables, each with its rows, to be taken one after another.

    Raises:
        UserError: when the file is none or, here or while its rows are taken, when it does not hold together.
    """
    reader = _reader(path)
    if reader is None:
        raise UserError("{name} is not a shop that CX Desk has exported.", name=path.name)
    with ExitStack() as stack:
        with _wellformed(path):
            head, tables = stack.enter_context(reader(path))
        yield head, _tables(path, tables)


def _tables(path: Path, tables: Iterator[ReadTable]) -> Iterator[ReadTable]:
    for name, columns, rows in _each(path, tables):
        yield name, columns, _each(path, rows)


def _each(path: Path, items: Iterator[T]) -> Iterator[T]:
    with _wellformed(path):
        yield from items


@contextmanager
def _wellformed(path: Path) -> Iterator[None]:
    try:
        yield
    except OSError as error:
        raise UserError(
            "{name} cannot be read: {reason}", name=path.name, reason=error.strerror or str(error)
        ) from error
    except MALFORMED as error:
        raise UserError(
            "{name} is damaged, or another program has changed it. Export the shop again.", name=path.name
        ) from error


def _reader(path: Path) -> Reader | None:
    with suppress(OSError, *MALFORMED):
        if not is_zipfile(path):
            return texts.opened if texts.starts(path) else None
        with ZipFile(path) as archive:
            if archives.HEAD in archive.namelist():
                return archives.opened
            with archive.open(SHEETS) as member:
                return workbooks.opened if NAMED in member.read(SHEETS_SIZE) else None
    return None
