"""Days that return every year as a calendar: iCalendar (RFC 5545), which every calendar program reads."""

from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from datetime import UTC, date, datetime
from pathlib import Path

from cxdesk.documents.exports.contentlines import line, text
from cxdesk.documents.files import whole

YEARLY = "FREQ=YEARLY"
LAST_OF_FEBRUARY = f"{YEARLY};BYMONTH=2;BYMONTHDAY=-1"  # 29 February is kept on the 28th in common years


@dataclass(frozen=True, slots=True)
class YearlyDay:
    """A whole day of every year, first on `first`; `leap` when it is 29 February; `uid` tells it from all others."""

    uid: str
    title: str
    first: date
    leap: bool = False


def write(path: Path, name: str, days: Iterable[YearlyDay], now: datetime) -> int:
    """Write the calendar `name` as it is at `now`; gives the number of its days.

    Raises:
        UserError: when the file cannot be written.
    """
    count = 0
    with whole(path) as file:
        file.write(line("BEGIN", "VCALENDAR") + line("VERSION", "2.0") + line("PRODID", "-//CX Desk//EN"))
        file.write(line("X-WR-CALNAME", text(name)))
        stamp = now.astimezone(UTC).strftime("%Y%m%dT%H%M%SZ")
        for count, day in enumerate(days, 1):  # noqa: B007 - the last one is the number of days
            file.write(b"".join(_event(day, stamp)))
        file.write(line("END", "VCALENDAR"))
    return count


def _event(day: YearlyDay, stamp: str) -> Iterator[bytes]:
    yield line("BEGIN", "VEVENT")
    yield line("UID", text(day.uid))
    yield line("DTSTAMP", stamp)
    yield line("DTSTART;VALUE=DATE", day.first.strftime("%Y%m%d"))
    yield line("RRULE", LAST_OF_FEBRUARY if day.leap else YEARLY)
    yield line("SUMMARY", text(day.title))
    yield line("CLASS", "PRIVATE")
    yield line("TRANSP", "TRANSPARENT")
    yield line("END", "VEVENT")
