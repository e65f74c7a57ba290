"""Whether the archive that a spreadsheet file is can be opened without harm."""

import re
import sys
import zipfile
import zlib
from collections.abc import Iterator
from pathlib import Path
from xml.parsers.expat import ExpatError, ParserCreate

from cxdesk.documents.tables.files import CHUNK, unpacked_limit
from cxdesk.domain.errors import UserError

MAX_CELLS = 26_000_000
"""Cells are laid out as a rectangle: one far from the others costs as much as all between them."""
PLAIN = bytes.maketrans(b"\t\r\n'", b'   "')
FAR = re.compile(rb' r *= *"(?:[A-Za-z]{2}|[A-Za-z]\d{7})')  # beyond Z or 999,999: then all are looked at
CELL = re.compile(rb' r *= *"([A-Za-z]{1,3})(\d+)"')
LONGEST = 64  # bytes that the place of a cell may take


def check_archive(path: Path) -> None:
    """Refuse an archive that is damaged, or becomes too large as files or as cells.

    Raises:
        UserError: which of them it is.
    """
    left = unpacked_limit(path)
    try:
        with zipfile.ZipFile(path) as archive:
            for member in archive.infolist():
                left -= _unpacked(archive, member, left)
                if left < 0:
                    raise UserError("{name} becomes too large when unpacked.", name=path.name)
                if member.filename == "content.xml":
                    _check_markup(archive, member)
    except (zipfile.BadZipFile, zlib.error, EOFError, RuntimeError, ExpatError) as error:
        raise UserError("{name} is damaged and cannot be unpacked.", name=path.name) from error


def _unpacked(archive: zipfile.ZipFile, member: zipfile.ZipInfo, limit: int) -> int:
    """How many bytes a member has, or how many have been seen when they are more than the limit."""
    member.file_size = sys.maxsize  # what it says of itself may be a lie: it is read to its end
    size, far = 0, False
    for chunk in _chunks(archive, member):
        size += len(chunk) - LONGEST
        far = far or FAR.search(chunk) is not None
        if size > limit:
            return size
    if far and _rectangle(archive, member) > MAX_CELLS:
        raise UserError(
            "{name} has a cell far away from the others. Delete what stands there and try again.",
            name=Path(str(archive.filename)).name,
        )
    return size


def _check_markup(archive: zipfile.ZipFile, member: zipfile.ZipInfo) -> None:
    """ODS is read for ever when a tag is not closed, so whether all are is looked at before."""
    parser = ParserCreate()
    with archive.open(member) as file:
        while chunk := file.read(CHUNK):
            parser.Parse(chunk)
        parser.Parse(b"", True)


def _chunks(archive: zipfile.ZipFile, member: zipfile.ZipInfo) -> Iterator[bytes]:
    """The member's bytes with spaces and quotation marks alike, each part with the end of the last before it."""
    with archive.open(member) as file:
        tail = bytes(LONGEST)
        while chunk := file.read(CHUNK):
            yield (tail + chunk).translate(PLAIN)
            tail = (tail + chunk)[-LONGEST:]


def _rectangle(archive: zipfile.ZipFile, member: zipfile.ZipInfo) -> int:
    """How many cells lie between the first cell of all and the last column and row."""
    width = height = 0
    for chunk in _chunks(archive, member):
        found = CELL.findall(chunk)
        width = max([width, *map(_number, {letters for letters, _row in found})])
        height = max([height, *(int(row[:9]) for _letters, row in found)])
    return width * height


def _number(letters: bytes) -> int:
    number = 0
    for letter in letters.upper():
        number = number * 26 + letter - ord("A") + 1
    return number
