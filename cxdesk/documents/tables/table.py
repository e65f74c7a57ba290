"""What every table is, whichever kind of file it stands in."""

from collections.abc import Callable, Iterator
from dataclasses import dataclass
from pathlib import Path
from typing import TypeAlias

from cxdesk.documents.tables.files import State
from cxdesk.domain.errors import UserError

Numbered: TypeAlias = Iterator[tuple[int, list[str]]]
"""Rows, each with the line of the file where it begins, from 1."""

UNREADABLE = "?"
"""The column for the raw text of what cannot be read, in files that have no columns of their own."""


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
