"""What every table is, whichever kind of file it stands in."""

from collections.abc import Callable, Iterator
from dataclasses import dataclass
from pathlib import Path
from typing import NamedTuple, TypeAlias

from cxdesk.domain.errors import UserError

Numbered: TypeAlias = Iterator[tuple[int, list[str]]]
"""Rows, each with the line of the file where it begins, from 1."""


class State(NamedTuple):
    """What shows that a file has been changed: bytes, and nanoseconds since 1970."""

    size: int
    modified: int

    @classmethod
    def of(cls, path: Path) -> "State":
        """How the file is now.

        Raises:
            UserError: when it is there no more.
        """
        try:
            now = path.stat()
        except OSError as error:
            raise UserError(
                "{name} cannot be read: {reason}", name=path.name, reason=error.strerror or str(error)
            ) from error
        return cls(now.st_size, now.st_mtime_ns)


@dataclass(frozen=True, slots=True)
class Table:
    """A table in a file; `read` reads its rows anew, `state` is how the file was before anything was read.

    `encoding` is empty for a spreadsheet, `delimiter` when nothing stands between the cells, `sheet` and `sheets` when
    the file has none.
    """

    path: Path
    state: State
    header: list[str]
    read: Callable[[], Numbered]
    encoding: str = ""
    delimiter: str = ""
    sheet: str = ""
    sheets: tuple[str, ...] = ()

    @property
    def size(self) -> int:
        """Bytes of the file."""
        return self.state.size

    def rows(self) -> Numbered:
        """Each row below the header: the line in the file where it begins (a sheet's row), and its cells.

        Rows are as long as the header or, if the file has cells too many, longer. Empty rows, totals and repeated
        headers are left out. Every call reads the file anew.

        Raises:
            UserError: when the file cannot be read to its end, or has changed since it was opened.
        """
        yield from self.read()
        if State.of(self.path) != self.state:
            raise UserError("{name} was changed while it was read. Try again.", name=self.path.name)
