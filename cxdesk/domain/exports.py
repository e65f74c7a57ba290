"""The whole shop on its way out and in again: the head of such a file, and what a column can hold."""

import re
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, field
from datetime import date, datetime
from math import isfinite

FORMAT = "cxdesk-shop"
FIGURES = 15  # of a whole number: exact in every spreadsheet, and far from where sums overflow
LIMIT = 10**FIGURES
WHOLE = re.compile(rf"-?[0-9]{{1,{FIGURES}}}")

Value = int | float | str | None
Table = tuple[str, "Sequence[Column]", Iterable[Sequence[Value]]]
ReadTable = tuple[str, Sequence[str], Iterator[Sequence[object]]]


@dataclass(frozen=True, slots=True)
class Column:
    """A stored column: its name, its type (INTEGER, REAL or TEXT), and whether it may hold nothing at all."""

    name: str
    type: str
    nullable: bool = True

    def value(self, cell: object) -> Value:
        """What a cell of any format says, as this column keeps it; an empty cell is an empty text where one must be.

        Raises:
            ValueError: when the cell says nothing of this type.
        """
        if cell is None:
            return None if self.nullable or self.type != "TEXT" else ""
        match self.type:
            case "INTEGER":
                return _whole(cell)
            case "REAL":
                return _real(cell)
            case _:
                return cell if isinstance(cell, str) else _text(cell)


def _whole(cell: object) -> int:
    if type(cell) is int and -LIMIT < cell < LIMIT:
        return cell
    text = f"{cell:.0f}" if isinstance(cell, float) and cell.is_integer() else str(cell)
    if not WHOLE.fullmatch(text):
        raise ValueError(cell)
    return int(text)


def _real(cell: object) -> float:
    value = float(cell) if isinstance(cell, int | float | str) else float("nan")
    if not isfinite(value):
        raise ValueError(cell)
    return value


def _text(cell: object) -> str:
    """Spreadsheets make numbers and dates of texts that look like them."""
    match cell:
        case bool():
            raise ValueError(cell)
        case datetime():
            return (
                cell.date().isoformat() if cell == datetime.combine(cell, datetime.min.time()) else str(cell)
            )
        case date():
            return cell.isoformat()
        case int() | float():
            return f"{cell:.15g}"
        case _:
            raise ValueError(cell)


@dataclass(frozen=True, slots=True)
class Head:
    """What a file of a whole shop says of itself: the program's schema and version, and the rows of each table."""

    schema: int
    program: str
    rows: Mapping[str, int] = field(default_factory=dict)

    def fields(self) -> dict[str, object]:
        """The head as it is written."""
        return {"format": FORMAT, "schema": self.schema, "program": self.program, "rows": dict(self.rows)}

    @classmethod
    def read(cls, fields: Mapping[str, object]) -> "Head":
        """The head that was written as `fields`.

        Raises:
            ValueError: when it is none.
        """
        rows = fields.get("rows")
        if fields.get("format") != FORMAT or not isinstance(rows, dict):
            raise ValueError("no head of a whole shop")
        counts = {str(table): _whole(count) for table, count in rows.items()}
        return cls(_whole(fields.get("schema")), str(fields.get("program", "")), counts)


@dataclass(frozen=True, slots=True)
class Figures:
    """What a list says of a customer's purchases: `days` with one, `spend` net in minor units, loyalty points.

    What may not be added up, or is not there, is None.
    """

    last_day: date | None = None
    days: int | None = None
    spend: int | None = None
    points: int | None = None


@dataclass(frozen=True, slots=True)
class SoldLine:
    """A line of a receipt with what it refers to in words; money in minor units, empty texts where there is nothing.

    A receipt without lines is one line with its total.
    """

    date: str
    time: str
    receipt: str
    kind: str
    customer: str
    number: str
    code: str
    product: str
    quantity: float | None
    price: int | None
    amount: int
    source: str
