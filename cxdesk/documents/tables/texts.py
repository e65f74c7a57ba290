"""Text files of unknown origin: which encoding, decompressed within bounds, read as a stream."""

import codecs
import gzip
import io
import re
import zlib
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from pathlib import Path
from typing import TextIO

from cxdesk.domain.errors import UserError

CHUNK = 1 << 20
MAX_SIZE = 1 << 30  # bytes of text; a till's whole history is a twentieth of that
MAX_RATIO = 200  # tables shrink to a tenth; a bomb to a thousandth
BOMS = ((codecs.BOM_UTF8, "utf-8-sig"), (codecs.BOM_UTF16_LE, "utf-16"), (codecs.BOM_UTF16_BE, "utf-16"))
MULTIBYTE = re.compile(rb"[\xc2-\xdf][\x80-\xbf]|[\xe0-\xef][\x80-\xbf]{2}|[\xf0-\xf4][\x80-\xbf]{3}")
HIGH = re.compile(rb"[\x80-\xff]")
CONTROL = re.compile(rb"[\x00-\x08\x0e-\x1a\x1c-\x1f]")


@dataclass(frozen=True, slots=True)
class TextFile:
    """A file and the encoding in which it is read; what does not fit the encoding is read as U+FFFD."""

    path: Path
    encoding: str

    @contextmanager
    def open(self) -> Iterator[TextIO]:
        """The text with its line ends as they are.

        Raises:
            UserError: when the file cannot be read (any more).
        """
        with _bytes(self.path) as file:
            yield io.TextIOWrapper(file, encoding=self.encoding, errors="replace", newline="")


def open_text(path: Path, encoding: str | None = None) -> TextFile:
    """The text file at `path`, also compressed by gzip; the encoding is worked out when none is given.

    Raises:
        UserError: when it is not there, a folder, empty, not text, or larger than anything we would read.
    """
    with _bytes(path) as file:
        start = file.read(4096)
        if not start.strip():
            raise UserError("{name} is empty.", name=path.name)
        guess = encoding or _marked(start)
        if "\0" in start.decode(guess, "replace") if guess else CONTROL.search(start):
            raise UserError("{name} is not a table of text. Save it as CSV and try again.", name=path.name)
    return TextFile(path, guess or _measured(path))


def _marked(start: bytes) -> str | None:
    """The encoding that the first bytes tell: a byte order mark, or zeros beside every letter."""
    for mark, encoding in BOMS:
        if start.startswith(mark):
            return encoding
    half = len(start) // 2 * 0.7
    if start[1::2].count(0) > half:
        return "utf-16-le"
    return "utf-16-be" if start[0::2].count(0) > half else None


def _measured(path: Path) -> str:
    """UTF-8 when it is that throughout, or damaged but more often right than wrong; else Windows-1252."""
    with _bytes(path) as file:
        decoder = codecs.getincrementaldecoder("utf-8")()
        try:
            while chunk := file.read(CHUNK):
                decoder.decode(chunk)
            decoder.decode(b"", final=True)
        except UnicodeDecodeError:
            return "utf-8" if _mostly_utf8(path) else "cp1252"
    return "utf-8"


def _mostly_utf8(path: Path) -> bool:
    good = bad = 0
    with _bytes(path) as file:
        while chunk := file.read(CHUNK):
            rest, found = MULTIBYTE.subn(b"", chunk)
            good += found
            bad += len(HIGH.findall(rest))
    return good > bad


@contextmanager
def _bytes(path: Path) -> Iterator[io.BufferedReader]:
    """The file's bytes, decompressed; what goes wrong while reading is said in words."""
    try:
        if path.is_dir():
            raise UserError("{name} is a folder. Choose a file in it.", name=path.name)
        with path.open("rb") as raw:
            packed = raw.peek(2)[:2] == b"\x1f\x8b"
            yield io.BufferedReader(_Unpacked(path, raw)) if packed else raw
    except FileNotFoundError as error:
        raise UserError("There is no file {name}.", name=path.name) from error
    except (gzip.BadGzipFile, zlib.error, EOFError) as error:
        raise UserError("{name} is damaged and cannot be unpacked.", name=path.name) from error
    except OSError as error:
        raise UserError(
            "{name} cannot be read: {reason}", name=path.name, reason=error.strerror or str(error)
        ) from error


class _Unpacked(io.RawIOBase):
    """A gzip file that refuses to become too large."""

    def __init__(self, path: Path, raw: io.BufferedReader) -> None:
        super().__init__()
        self._name = path.name
        self._limit = min(MAX_SIZE, max(10 * CHUNK, path.stat().st_size * MAX_RATIO))
        self._file = gzip.GzipFile(fileobj=raw)
        self._size = 0

    def readable(self) -> bool:
        return True

    def readinto(self, buffer: memoryview) -> int:  # type: ignore[override]
        count = self._file.readinto(buffer)
        self._size += count
        if self._size > self._limit:
            raise UserError("{name} becomes too large when unpacked.", name=self._name)
        return count
