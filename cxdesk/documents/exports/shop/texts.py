"""The whole shop as JSON: the head, and each table with its columns and one row a line."""

import io
import json
from collections.abc import Iterable, Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import BinaryIO

from cxdesk.documents.exports.shop.streams import JsonStream
from cxdesk.domain.exports import FORMAT, Head, ReadTable, Table

ENCODER = json.JSONEncoder(ensure_ascii=False, separators=(",", ":"))


def write(file: BinaryIO, head: Head, tables: Iterable[Table]) -> None:
    """Write the shop; the rows are taken one by one."""
    text = io.TextIOWrapper(file, "utf-8", newline="\n")
    text.write(f'{ENCODER.encode(head.fields())[:-1]},"tables":{{')
    for number, (name, columns, rows) in enumerate(tables):
        names = ENCODER.encode([column.name for column in columns])
        text.write(f'{"," if number else ""}\n{ENCODER.encode(name)}:{{"columns":{names},"rows":[')
        for count, row in enumerate(rows):
            text.write(f"{',' if count else ''}\n{ENCODER.encode(row)}")
        text.write("]}")
    text.write("\n}}\n")
    text.detach()


@contextmanager
def opened(path: Path) -> Iterator[tuple[Head, Iterator[ReadTable]]]:
    """The head and the tables; each table's rows have to be taken before the next table."""
    with path.open(encoding="utf-8-sig", newline="") as file:
        stream = JsonStream(file)
        yield _head(stream), _tables(stream)


def starts(path: Path) -> bool:
    """Whether the file begins as such a shop does."""
    with path.open("rb") as file:
        start = file.read(1024).removeprefix(b"\xef\xbb\xbf").lstrip()
    return start.startswith(b"{") and FORMAT.encode() in start


def _head(stream: JsonStream) -> Head:
    stream.take("{")
    fields: dict[str, object] = {}
    while (name := _key(stream)) != "tables":
        fields[name] = stream.value()
        stream.take(",")
    return Head.read(fields)


def _tables(stream: JsonStream) -> Iterator[ReadTable]:
    stream.take("{")
    sign = stream.peek()
    while sign != "}":
        name = _key(stream)
        stream.take("{")
        _expect(stream, "columns")
        columns = stream.value()
        if not (isinstance(columns, list) and all(isinstance(column, str) for column in columns)):
            raise TypeError("columns are a list of names")
        stream.take(",")
        _expect(stream, "rows")
        yield name, columns, _rows(stream)
        stream.take("}")
        sign = stream.take(",}")


def _rows(stream: JsonStream) -> Iterator[list[object]]:
    stream.take("[")
    if stream.peek() == "]":
        stream.take("]")
        return
    sign = ","
    while sign == ",":
        row = stream.value()
        if not isinstance(row, list):
            raise TypeError("a row is a list")
        yield row
        sign = stream.take(",]")


def _key(stream: JsonStream) -> str:
    name = stream.value()
    stream.take(":")
    if not isinstance(name, str):
        raise TypeError("a name is a text")
    return name


def _expect(stream: JsonStream, name: str) -> None:
    if _key(stream) != name:
        raise ValueError(f"{name} belongs here")
