"""A list as CSV that spreadsheet programs open as it is, and in which no text turns into a formula."""

import csv
import io
from collections.abc import Iterable, Sequence
from datetime import date, datetime
from decimal import Decimal
from typing import BinaryIO

FORMULAS = ("=", "+", "-", "@", "\t", "\r", "\n", "\0", "'")
"""With these a text would begin a formula, or lose its beginning; an apostrophe in front keeps it a text."""
COMMA = frozenset({"fi", "uz"})  # languages that write decimals with a comma, and so separate cells otherwise

Cell = str | int | float | Decimal | date | datetime | None


def write(file: BinaryIO, header: Sequence[str], rows: Iterable[Sequence[Cell]], code: str) -> int:
    """Write a list for readers of the language `code`; gives the number of its rows.

    UTF-8 with a mark, semicolons and decimal commas in Finnish and Uzbek, commas and points in English, every cell
    between quotation marks, dates as ISO 8601.
    """
    text = io.TextIOWrapper(file, "utf-8-sig", newline="")
    comma = code in COMMA
    writer = csv.writer(text, delimiter=";" if comma else ",", quoting=csv.QUOTE_ALL)
    writer.writerow(map(protected, header))
    count = 0
    for count, row in enumerate(rows, 1):  # noqa: B007 - the last one is the number of rows
        writer.writerow([_shown(cell, comma=comma) for cell in row])
    text.detach()
    return count


def protected(text: str) -> str:
    """A text that no spreadsheet program takes for a formula."""
    return f"'{text}" if text.startswith(FORMULAS) else text


def _shown(cell: Cell, *, comma: bool) -> str:
    match cell:
        case None:
            return ""
        case str():
            return protected(cell)
        case datetime():
            return cell.replace(tzinfo=None).isoformat(" ", "seconds")
        case date():
            return cell.isoformat()
        case _:
            figures = f"{cell:f}" if isinstance(cell, Decimal) else repr(cell).removesuffix(".0")
            return figures.replace(".", ",") if comma else figures
