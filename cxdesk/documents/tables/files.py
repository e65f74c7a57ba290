"""Opening files of unknown origin: whether they are there, whether they change, unpacked within bounds."""

import gzip
import io
import zlib
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import NamedTuple

from cxdesk.domain.errors import UserError

CHUNK = 1 << 20
MAX_SIZE = 1 << 30  # bytes when unpacked; a till's whole history is a twentieth of that
MAX_RATIO = 200  # tables shrink to a tenth; a bomb to a thousandth


class State(NamedTuple):
    """What shows that a file has been changed: bytes, and nanoseconds since 1970."""

    size: int
    modified: int

    @classmethod
    def of(cls, path: Path) -> "State":
        """How the file is now.

        Raises:
            UserError: when it is not there or a folder.
        """
        with said(path):
            if path.is_dir():
                raise UserError("{name} is a folder. Choose a file in it.", name=path.name)
            now = path.stat()
        return cls(now.st_size, now.st_mtime_ns)


def unpacked_limit(path: Path) -> int:
    """How many bytes the file may become when it is unpacked."""
    return min(MAX_SIZE, max(10 * CHUNK, path.stat().st_size * MAX_RATIO))


@contextmanager
def said(path: Path) -> Iterator[None]:
    """What goes wrong with a file is said in words."""
    try:
        yield
    except FileNotFoundError as error:
        raise UserError("There is no file {name}.", name=path.name) from error
    except (gzip.BadGzipFile, zlib.error, EOFError) as error:
        raise UserError("{name} is damaged and cannot be unpacked.", name=path.name) from error
    except OSError as error:
        raise UserError(
            "{name} cannot be read: {reason}", name=path.name, reason=error.strerror or str(error)
        ) from error


@contextmanager
def opened(path: Path) -> Iterator[io.BufferedReader]:
    """The file's bytes, those that gzip has packed unpacked.

    Raises:
        UserError: when it cannot be read, or becomes too large.
    """
    with said(path), path.open("rb") as raw:
        packed = raw.peek(2)[:2] == b"\x1f\x8b"
        yield io.BufferedReader(_Unpacked(path, raw)) if packed else raw


class _Unpacked(io.RawIOBase):
    """A gzip file that refuses to become too large."""

    def __init__(self, path: Path, raw: io.BufferedReader) -> None:
        super().__init__()
        self._name = path.name
        self._limit = unpacked_limit(path)
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
