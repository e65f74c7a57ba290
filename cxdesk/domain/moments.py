"""Dates and times in a foreign table: the order of day and month is inferred for a whole column, never for a cell."""

import re
from collections.abc import Iterable
from datetime import UTC, date, datetime, time, timedelta, timezone

from cxdesk.domain.errors import UserError

WEEKDAY = re.compile(
    r"^(?:ma|ti|ke|to|pe|la|su|(?:maanan|tiis|tors|perjan|lauan|sunnun)tai(?:na)?|keskiviikko(?:na)?|"
    r"mon(?:day)?|tue(?:sday)?|wed(?:nesday)?|thu(?:rsday)?|fri(?:day)?|sat(?:urday)?|sun(?:day)?|"
    r"(?:du|se|chor|pay|yak)?shanba|juma)\.?,?\s+",
    re.IGNORECASE,
)
NUMERIC = re.compile(r"([0-9]{1,4})([./-])([0-9]{1,2})\2([0-9]{1,4})(?![0-9])")
COMPACT = re.compile(r"((?:19|20)[0-9]{2})([0-9]{2})([0-9]{2})(?![0-9])")
SERIAL = re.compile(r"[1-9][0-9]{4}(?:[.,][0-9]+)?")  # days as a spreadsheet counts them
YEARLESS = re.compile(r"--([0-9]{2})-?([0-9]{2})|([0-9]{1,2})\.([0-9]{1,2})\.?")
WORDED = re.compile(r"([0-9]{1,2})(?:st|nd|rd|th)?[.\-\s]*([^\W\d_]{3,})\.?(?:,|-)?\s*([0-9]{4})?\b")
WORDED_FIRST = re.compile(r"([^\W\d_]{3,})\.?\s+([0-9]{1,2})(?:st|nd|rd|th)?,?\s+([0-9]{4})\b")
CLOCK = re.compile(
    r"([0-9]{1,2})[:.]([0-9]{2})(?:[:.]([0-9]{2})(?:[.,][0-9]+)?)?(?:\s?([ap])\.?m\.?)?"
    r"(?:\s?(Z|UTC|(?:GMT|UTC)?[+-][0-9]{1,2}(?::?[0-9]{2})?))?",
    re.IGNORECASE,
)
CLOCK_WORD = re.compile(r"^(?:klo|kl|at|soat)\.?\s+", re.IGNORECASE)
FRACTION = re.compile(r"0[.,][0-9]+")  # of a day, as a spreadsheet keeps a time
OFFSET = re.compile(r"([+-])([0-9]{1,2}):?([0-9]{2})?")
EMPTY = re.compile(r"0+([./-])0+\1(?:0{2,4})")  # how some programs write that there is no date
MONTHS = {
    stem: number
    for stems in (
        "jan feb mar apr may jun jul aug sep oct nov dec",
        "tam hel maa huh tou kes hei elo syy lok mar jou",
        "yan fev mar apr may iyun iyul avg sen okt noy dek",
    )
    for number, stem in enumerate(stems.split(), 1)
    if stem != "mar"
}
SHARED = {"mart": 3, "marc": 3, "marr": 11, "mar": 3}  # March in English and Uzbek, November in Finnish
ORDERS = {"ymd": (0, 1, 2), "dmy": (2, 1, 0), "mdy": (2, 0, 1)}
ORIGIN = datetime(1899, 12, 30)  # noqa: DTZ001 - day 0 of spreadsheets, in local time
CENTURY = 69  # two-digit years from 69 on are of the twentieth century, as POSIX has it
BIRTH_CENTURY = 30  # those of births from 30 on

Moment = tuple[date, time | None]


def orders(values: Iterable[str]) -> frozenset[str]:
    """The orders (`ymd`, `dmy`, `mdy`) in which all these dates can be read; none when they contradict each other.

    A date that can only be read in one way, such as 2026-03-07 or 7 March 2026, says nothing about the others.
    """
    possible = frozenset(ORDERS)
    for value in map(_bare, values):
        found = NUMERIC.match(value)
        if found and len(found[1]) < 3 and not EMPTY.match(value):
            possible &= _possible(found[1], found[2], found[3], found[4])
    return possible


def is_open(values: Iterable[str]) -> bool:
    """Whether any of these dates says nothing unless the order is known."""
    return any((found := NUMERIC.match(_bare(value))) and len(found[1]) < 3 for value in values)


def moment(text: str, order: str) -> Moment:
    """The date, and the time of day if there is one, in a cell of a column whose dates are in this `order`.

    A zone is left out: the time is the one that the shop's clock showed.

    Raises:
        UserError: when there is no such day or time.
    """
    day, at, _zone = zoned(text, order)
    return day, at


def zoned(text: str, order: str) -> tuple[date, time | None, timezone | None]:
    """The date, the time of day and the zone that a cell names, as far as it does.

    Raises:
        UserError: when there is no such day or time.
    """
    bare = _bare(text)
    try:
        if SERIAL.fullmatch(bare):
            return _serial(bare)
        day, end = _day(bare, order)
        return day, *_clock(CLOCK_WORD.sub("", bare[end:].lstrip("T, ")))
    except (ValueError, OverflowError):
        raise UserError("“{value}” is not a date that exists.", value=text) from None


def time_of_day(text: str) -> time | None:
    """The time of day in a cell of its own.

    Raises:
        UserError: when there is no such time.
    """
    bare = " ".join(text.replace("\u202f", " ").split())
    try:
        if FRACTION.fullmatch(bare):
            return _serial(bare)[1]
        return _clock(CLOCK_WORD.sub("", bare))[0]
    except ValueError:
        raise UserError("“{value}” is not a time of day.", value=text) from None


def birthday(text: str, order: str) -> tuple[int, int, int | None] | None:
    """Day, month and, if it is told, year of a birthday; None for an empty cell or 0.0.00.

    Raises:
        UserError: when there is no such day.
    """
    bare = _bare(text)
    if not bare or EMPTY.fullmatch(bare):
        return None
    short = YEARLESS.fullmatch(bare)
    if short:
        month, day = (short[1], short[2]) if short[1] else (short[4], short[3])
        return _checked(int(day), int(month), text)
    worded = WORDED.fullmatch(bare)
    if worded and not worded[3] and (named := _month(worded[2])):
        return _checked(int(worded[1]), named, text)
    born, _at = moment(bare, order)
    found = NUMERIC.match(bare)
    early = found and max(len(found[1]), len(found[4])) < 3 and born.year >= 2000 + BIRTH_CENTURY
    return born.day, born.month, born.year - 100 if early else born.year


def _bare(text: str) -> str:
    """A text with single spaces, without the day of the week before a date and the mark of a text in a spreadsheet."""
    return WEEKDAY.sub("", " ".join(text.split()).strip("'"), count=1)


def _checked(day: int, month: int, text: str) -> tuple[int, int, None]:
    try:
        date(2000, month, day)
    except ValueError:
        raise UserError("“{value}” is not a date that exists.", value=text) from None
    return day, month, None


def _day(text: str, order: str) -> tuple[date, int]:
    """The date at the beginning of a text, and where the rest begins."""
    if found := NUMERIC.match(text):
        parts = (found[1], found[3], found[4])
        places = ORDERS["ymd" if len(found[1]) == 4 else order]
        year, month, day = (parts[index] for index in places)
        return date(_year(year), int(month), int(day)), found.end()
    if found := COMPACT.match(text):
        return date(int(found[1]), int(found[2]), int(found[3])), found.end()
    if (found := WORDED.match(text)) and found[3]:
        return date(int(found[3]), _month(found[2]), int(found[1])), found.end()
    if found := WORDED_FIRST.match(text):
        return date(int(found[3]), _month(found[1]), int(found[2])), found.end()
    raise ValueError(text)


def _month(name: str) -> int:
    """The number of a month from the beginning of its English, Finnish or Uzbek name; 0 when it is none."""
    small = name.casefold()
    for length in (4, 3):
        for known in (SHARED, MONTHS):
            if small[:length] in known:
                return known[small[:length]]
    return 0


def _possible(first: str, separator: str, second: str, third: str) -> frozenset[str]:
    found = {"dmy", "mdy"} if len(third) == 4 or separator != "-" else set(ORDERS)
    if int(first) > 12 or separator == ".":
        found.discard("mdy")
    if int(second) > 12:
        found.discard("dmy")
    return frozenset(found)


def _serial(text: str) -> tuple[date, time | None, None]:
    at = ORIGIN + timedelta(days=float(text.replace(",", ".")))
    rounded = (at + timedelta(milliseconds=500)).replace(microsecond=0)
    return rounded.date(), rounded.time() if rounded.time() != time() else None, None


def _year(text: str) -> int:
    year = int(text)
    if len(text) == 4:
        return year
    if len(text) != 2:
        raise ValueError(text)
    return year + (1900 if year >= CENTURY else 2000)


def _clock(text: str) -> tuple[time | None, timezone | None]:
    if not text:
        return None, None
    found = CLOCK.fullmatch(text)
    if not found:
        raise ValueError(text)
    hour = int(found[1])
    if found[4]:
        if not 1 <= hour <= 12:
            raise ValueError(text)
        hour = hour % 12 + (12 if found[4].lower() == "p" else 0)
    return time(hour, int(found[2]), int(found[3] or 0)), _zone(found[5] or "")


def _zone(text: str) -> timezone | None:
    found = OFFSET.search(text)
    if not found:
        return UTC if text else None
    ahead = timedelta(hours=int(found[2]), minutes=int(found[3] or 0))
    return timezone(-ahead if found[1] == "-" else ahead)
