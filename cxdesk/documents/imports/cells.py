"""The cells of a row by what they mean, each read in the way in which its column writes."""

from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from decimal import Decimal
from itertools import islice
from typing import Protocol, TypeVar, runtime_checkable

from cxdesk.documents.tables.table import UNREADABLE
from cxdesk.domain import moments, money
from cxdesk.domain.errors import UserError
from cxdesk.domain.imports import CellError, Refusal, Row
from cxdesk.domain.moments import Moment
from cxdesk.domain.numbers import number
from cxdesk.domain.profiles import Profile
from cxdesk.language.folding import clean

LONGEST = 200
LONGEST_NOTE = 4_000
REMEMBERED = 1 << 15  # values repeat a lot in a shop's books; so many distinct ones are kept read
AT_ONCE = 500  # rows read together; one that cannot go in has all of them read one by one
LARGEST = 10**10  # of whole money; with two decimals the sum of nine million such lines still fits 64 bits
YEARS = range(1900, 2101)
T = TypeVar("T")


class Reader(Protocol):
    """Reads rows of one subject."""

    cells: "Cells"

    def rows_of(self, line: int, cells: Sequence[str]) -> Iterable[Row]:
        """What one row says; raises `UserError` when it cannot go in."""


@runtime_checkable
class ColumnReader(Protocol):
    """Reads many rows faster than one by one."""

    def rows_of_all(self, rows: Sequence[tuple[int, list[str]]]) -> Sequence[Row] | None:
        """What rows as wide as the header say; None when they have to be read one by one."""


class Cells:
    """Where the fields of a profile stand in a table, and how their columns write."""

    def __init__(
        self, profile: Profile, header: Sequence[str], written: Mapping[str, str], decimals: int = 2
    ) -> None:
        self.profile, self.header, self.written, self.decimals = profile, header, written, decimals
        self.places = profile.columns(header)
        self._told = {*self.places, *profile.required}
        self.left_out: list[CellError] = []

    def values(self, cells: Sequence[str], field: str) -> list[str]:
        """The values of all the columns of a field that are not empty."""
        places = self.places.get(field)
        if not places:
            return []
        drop = self.profile.drop.get(field)
        texts = [cells[place] for place in places]
        if drop:
            texts = [drop.sub("", text) for text in texts]
        return [bare for text in texts if (bare := text.strip())]

    def text(self, cells: Sequence[str], field: str, limit: int = LONGEST) -> str:
        """The values of a field as one line; empty when the file does not tell."""
        if field not in self._told:  # most fields of ours are in no column
            return ""
        return self.tidy(field, " ".join(self.values(cells, field)), limit)

    def lines(self, cells: Sequence[str], field: str) -> str:
        """The values of a field below one another."""
        return self.tidy(field, "\n".join(self.values(cells, field)), LONGEST_NOTE, lines=True)

    def tidy(self, field: str, text: str, limit: int = LONGEST, *, lines: bool = False) -> str:
        """A text fit to be kept; a field that the profile requires must not be empty."""
        if not text:
            kept = ""
        elif len(text) <= limit and text.isascii() and text.isprintable():
            kept = " ".join(text.split())
        else:
            kept = self.told(field, lambda: clean(text, limit, lines=lines))
        if not kept and field in self.profile.required:
            raise CellError(field, UserError("The cell is empty."))
        return kept

    def number(self, field: str, text: str) -> Decimal | None:
        """The number in a value of a field; None when it is empty."""
        if not text:
            return None
        found = self.told(field, lambda: number(text, self.written.get(field, ".")))
        if abs(found) >= LARGEST:
            raise CellError(field, UserError("“{value}” is too much.", value=text))
        return found

    def amount(self, cells: Sequence[str], field: str) -> int | None:
        """The first number of a field in minor units; None when there is none."""
        found = self.number(field, next(iter(self.values(cells, field)), ""))
        return None if found is None else money.minor(found, self.decimals)

    def exact(self, cells: Sequence[str], field: str) -> float | None:
        """The first number of a field as it stands; None when there is none."""
        found = self.number(field, next(iter(self.values(cells, field)), ""))
        return None if found is None else float(found)

    def moment(self, field: str, text: str) -> Moment:
        """The date and time of day in a value of a field, in the shop's time where the profile knows the zone."""
        day, at = self.told(field, lambda: moments.moment(text, self.written.get(field, "ymd")))
        if day.year not in YEARS:
            raise CellError(field, UserError("“{value}” is too far away to be right.", value=text))
        return day, at

    def optional(self, read: Callable[[], T | None]) -> T | None:
        """What `read` gives; a value that cannot be read stays out, and the rest of the row goes in."""
        try:
            return read()
        except CellError as reason:
            self.left_out.append(reason)
            return None

    @staticmethod
    def told(field: str, read: Callable[[], T]) -> T:
        """What `read` gives; what goes wrong is told of the field."""
        try:
            return read()
        except CellError:
            raise
        except UserError as reason:
            raise CellError(field, reason) from reason


def read(reader: Reader, rows: Iterable[tuple[int, list[str]]]) -> Iterator[Row | Refusal]:
    """What each row (line in the file, cells) says, or why it cannot go in."""
    source = iter(rows)
    while part := list(islice(source, AT_ONCE)):
        found = _at_once(reader, part)
        yield from _one_by_one(reader, part) if found is None else found


def _at_once(reader: Reader, rows: Sequence[tuple[int, list[str]]]) -> Sequence[Row] | None:
    header = reader.cells.header
    width = len(header)
    if not isinstance(reader, ColumnReader) or UNREADABLE in header:
        return None
    found = reader.rows_of_all(rows) if all(len(cells) == width for _, cells in rows) else None
    reader.cells.left_out.clear()
    return found


def _one_by_one(reader: Reader, rows: Iterable[tuple[int, list[str]]]) -> Iterator[Row | Refusal]:
    header = reader.cells.header
    width = len(header)
    raw = header.index(UNREADABLE) if UNREADABLE in header else None
    for line, cells in rows:
        try:
            _demand_width(cells, width)
            if raw is not None and cells[raw]:
                _refuse(cells[raw])
            yield from reader.rows_of(line, cells)
        except UserError as reason:
            reader.cells.left_out.clear()
            yield Refusal(line, _column(reader.cells, reason), reason, tuple(cells))
        if reader.cells.left_out:
            yield from _left_out(reader.cells, line, cells)


def _demand_width(cells: Sequence[str], width: int) -> None:
    if len(cells) > width:
        raise UserError("{count} cells, but only {width} columns.", count=len(cells), width=width)


def _refuse(raw: str) -> None:
    raise UserError("This cannot be understood: {text}", text=raw[:LONGEST])


def _left_out(read: Cells, line: int, cells: Sequence[str]) -> Iterator[Refusal]:
    for reason in read.left_out:
        yield Refusal(line, _column(read, reason), reason, tuple(cells), kept=True)
    read.left_out.clear()


def _column(cells: Cells, reason: UserError) -> str:
    """The name of the column that is to blame, empty when it is the whole row."""
    field = reason.field if isinstance(reason, CellError) else ""
    places = cells.places.get(field)
    return cells.header[places[0]] if places else ""
