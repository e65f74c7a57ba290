"""The whole shop as a zip: the head in JSON, and one CSV (UTF-8, commas) for each table."""

import csv
import io
import json
from collections.abc import Iterable, Iterator, Sequence
from contextlib import contextmanager
from pathlib import Path
from typing import BinaryIO
from zipfile import ZIP_DEFLATED, ZIP_STORED, BadZipFile, ZipFile

from cxdesk.documents.exports.delimited import FORMULAS
from cxdesk.documents.exports.shop import cells
from cxdesk.domain.exports import FORMAT, Column, Head, ReadTable, Table, Value

HEAD = f"{FORMAT}.json"
HEAD_SIZE = 1 << 20
RATIO = 200  # tables shrink to a tenth; a bomb to a thousandth
SMALL = 1 << 20  # bytes that may come of any file, however small


def write(file: BinaryIO, head: Head, tables: Iterable[Table]) -> None:
    """Write the shop; the rows are taken one by one."""
    with ZipFile(file, "w", ZIP_DEFLATED) as archive:
        archive.writestr(HEAD, json.dumps(head.fields(), indent=2))
        for name, columns, rows in tables:
            with (
                archive.open(f"{name}.csv", "w", force_zip64=True) as member,
                io.TextIOWrapper(member, "utf-8-sig", newline="") as text,
            ):
                writer = csv.writer(text)
                writer.writerow(column.name for column in columns)
                writer.writerows(_cells(row, columns) for row in rows)


def _cells(row: Sequence[Value], columns: Sequence[Column]) -> list[Value]:
    return [cells.written(value, column, FORMULAS) for value, column in zip(row, columns, strict=True)]


@contextmanager
def opened(path: Path) -> Iterator[tuple[Head, Iterator[ReadTable]]]:
    """The head and the tables that it names; nothing else in the archive is looked at."""
    with (
        path.open("rb") as file,
        ZipFile(file) as archive,
    ):  # closed with it, however many members are still open
        refuse_bomb(archive, path.stat().st_size)
        with archive.open(HEAD) as member:
            head = Head.read(json.loads(member.read(HEAD_SIZE)))
        yield head, (_table(archive, name) for name in head.rows)


def _table(archive: ZipFile, name: str) -> ReadTable:
    rows = _rows(archive, f"{name}.csv")
    return name, next(rows, []), ([*map(cells.read, row)] for row in rows)


def _rows(archive: ZipFile, member: str) -> Iterator[list[str]]:
    with archive.open(member) as file, io.TextIOWrapper(file, "utf-8-sig", newline="") as text:
        yield from filter(None, csv.reader(text))


def refuse_bomb(archive: ZipFile, size: int) -> None:
    """Refuse an archive of `size` bytes that would swell beyond all measure, or that is locked or packed otherwise.

    Raises:
        BadZipFile: when it is such a one.
    """
    members = archive.infolist()
    odd = any(m.flag_bits & 1 or m.compress_type not in {ZIP_STORED, ZIP_DEFLATED} for m in members)
    if odd or sum(member.file_size for member in members) > max(SMALL, size * RATIO):
        raise BadZipFile("not of ours")
