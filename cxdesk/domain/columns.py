"""Columns of a foreign table: how its numbers and dates are written, inferred for a whole column, never for a cell."""

import re
from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date, time
from decimal import Decimal

from cxdesk.domain.errors import UserError

SPACES = re.compile(r"[\s\u00a0\u2007\u2009\u202f]+")
CURRENCY = r"(?:[€$£¥]|[A-Z]{3}|kr\.?|so['`ʻʼ‘’]?m|сўм|руб\.?)?"
PLAIN = re.compile(r"-?[0-9]{1,15}(?:\.[0-9]{1,10})?")
FIGURES = {
    mark: rf"[0-9]{{1,3}}(?:[ '{other}][0-9]{{3}})+(?:{mark}[0-9]+)?|[0-9]+(?:{mark}[0-9]*)?|{mark}[0-9]+"
    for mark, other in ((r"\.", ","), (",", r"\."))
}
NUMBERS = {
    mark[-1]: re.compile(rf"[-+(]? ?{CURRENCY} ?[-+]?({figures}) ?-? ?{CURRENCY} ?[-)]?")
    for mark, figures in FIGURES.items()
}
MAX_FIGURES = 20
MARKS = re.compile(r"[0-9]*[.,][0-9]+(?:[.,][0-9]+)*")
DAY = re.compile(r"([0-9]{1,4})([./-])([0-9]{1,2})\2([0-9]{1,4})")
CLOCK = re.compile(
    r"([0-9]{1,2})[:.]([0-9]{2})(?:[:.]([0-9]{2})(?:\.[0-9]+)?)?(?: ?([ap])\.?m\.?)?", re.IGNORECASE
)
ORDERS = {"ymd": (0, 1, 2), "dmy": (2, 1, 0), "mdy": (2, 0, 1)}
CENTURY = 69  # two-digit years from 69 on are of the twentieth century, as POSIX has it


@dataclass(frozen=True, slots=True)
class Question:
    """Something that the file alone cannot tell: which of the `choices` holds in this column."""

    field: str
    choices: tuple[str, ...]
    examples: tuple[str, ...]


def decimal_marks(values: Iterable[str]) -> frozenset[str]:
    """The decimal marks (`.`, `,`) under which all these numbers can be read; two when it is open, none if neither.

    `1.234` alone leaves it open; `1.23`, `1.234,5` or `1.234.567` settle it.
    """
    open_marks = frozenset(".,")
    for value in values:
        marks = MARKS.search(SPACES.sub("", value))
        if marks:
            open_marks &= _possible_marks(marks[0])
    return open_marks


def date_orders(values: Iterable[str]) -> frozenset[str]:
    """The orders (`ymd`, `dmy`, `mdy`) in which all these dates can be read."""
    orders = frozenset(ORDERS)
    for value in values:
        found = DAY.match(value.strip())
        if found:
            orders &= _possible_orders(found[1], found[2], found[3], found[4])
    return orders


def number(text: str, mark: str) -> Decimal:
    """The number in a cell of a column whose decimal mark is `mark`: thousands, currency and odd minuses allowed.

    Raises:
        UserError: when it is none.
    """
    if mark == "." and PLAIN.fullmatch(text):
        return Decimal(text)
    bare = SPACES.sub(" ", text.replace("\u2212", "-")).strip(" '")
    found = NUMBERS[mark].fullmatch(bare)
    negative = bare.count("-") + bare.count("(")
    if not found or negative > 1 or bare.count("(") != bare.count(")") or len(found[1]) > MAX_FIGURES:
        raise UserError("“{value}” is not a number.", value=text)
    exact = Decimal(re.sub(rf"[^0-9{mark}]", "", found[1]).replace(",", "."))
    return -exact if negative else exact


def moment(text: str, order: str) -> tuple[date, time | None]:
    """The date, and the time of day if there is one, in a cell of a column whose dates are in this `order`.

    Raises:
        UserError: when there is no such day or time.
    """
    found = DAY.match(text.strip())
    rest = text.strip()[found.end() :].lstrip("T, ") if found else ""
    try:
        if found:
            parts = (found[1], found[3], found[4])
            year, month, day = (parts[index] for index in ORDERS[order])
            return date(_year(year), int(month), int(day)), _clock(rest)
    except ValueError:
        pass
    raise UserError("“{value}” is not a date that exists.", value=text)


def _possible_marks(figures: str) -> frozenset[str]:
    last = max(figures.rfind("."), figures.rfind(","))
    mark = figures[last]
    other = "," if mark == "." else "."
    if other in figures:
        return frozenset(mark)
    if figures.count(mark) > 1:
        return frozenset(other)
    before, after = figures[:last], figures[last + 1 :]
    thousands = len(after) == 3 and 1 <= len(before) <= 3 and before[0] != "0"
    return frozenset(".,") if thousands else frozenset(mark)


def _possible_orders(first: str, separator: str, second: str, third: str) -> frozenset[str]:
    if len(first) > 2:
        return frozenset({"ymd"})
    orders = {"dmy", "mdy"} if len(third) == 4 or separator != "-" else set(ORDERS)
    if int(first) > 12 or separator == ".":
        orders.discard("mdy")
    if int(second) > 12:
        orders.discard("dmy")
    return frozenset(orders)


def _year(text: str) -> int:
    year = int(text)
    if len(text) == 4:
        return year
    if len(text) != 2:
        raise ValueError(text)
    return year + (1900 if year >= CENTURY else 2000)


def _clock(text: str) -> time | None:
    if not text:
        return None
    found = CLOCK.fullmatch(text)
    if not found:
        raise ValueError(text)
    hour = int(found[1])
    if found[4]:
        if not 1 <= hour <= 12:
            raise ValueError(text)
        hour = hour % 12 + (12 if found[4].lower() == "p" else 0)
    return time(hour, int(found[2]), int(found[3] or 0))
