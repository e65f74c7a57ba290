"""Days as people type them: Finnish, English and Uzbek all write the day before the month."""

import re
from datetime import date

from cxdesk.domain.customer import Birthday
from cxdesk.domain.errors import UserError

NAMED = re.compile(r"(\d{1,2})[./ -]+(\d{1,2})(?:[./ -]+(\d{4}))?[./ ]*")
SORTED = re.compile(r"(\d{4})-(\d{1,2})-(\d{1,2})")


def yearly(text: str) -> Birthday:
    """A day of the year, with or without the year: `12.6.`, `12.6.2010`, `12/06/2010`, `2010-06-12`.

    Raises:
        UserError: when there is no such day.
    """
    figures = text.strip()
    try:
        if found := SORTED.fullmatch(figures):
            year, month, day = map(int, found.groups())
            return Birthday(day, month, year)
        if found := NAMED.fullmatch(figures):
            return Birthday(int(found[1]), int(found[2]), int(found[3]) if found[3] else None)
    except ValueError:
        pass
    raise UserError("{text} is no day. Write it in figures, such as 12.6. or 12.6.2010.", text=figures or "–")


def day(text: str) -> date:
    """A day with its year: `3.12.2026`, `03/12/2026`, `2026-12-03`.

    Raises:
        UserError: when there is no such day, or the year is missing.
    """
    found = yearly(text)
    if found.year is None:
        raise UserError("Write the day with its year, such as 3.12.2026.")
    return date(found.year, found.month, found.day)


def coming(text: str, today: date) -> date:
    """A day to come: without a year the next such day.

    Raises:
        UserError: when there is no such day.
    """
    found = yearly(text)
    return date(found.year, found.month, found.day) if found.year else found.next(today)
