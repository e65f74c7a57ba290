"""How the words of the command line are read; argparse tells what is wrong with one."""

from argparse import ArgumentTypeError
from datetime import date, datetime
from decimal import Decimal

from cxdesk.domain.appreciation import YEARS
from cxdesk.domain.money import typed


def money(word: str) -> Decimal:
    """An amount, with a point or a comma."""
    try:
        return typed(word)
    except ValueError:
        raise ArgumentTypeError(f"{word!r} is no amount; write it as 2.50") from None


def day(word: str) -> date:
    """A day as 2026-03-31."""
    try:
        return date.fromisoformat(word)
    except ValueError:
        raise ArgumentTypeError(f"{word!r} is not a date; write it as 2026-03-31") from None


def near_day(word: str) -> date:
    """A day with room around it, for rules that look back and ahead."""
    found = day(word)
    if found.year not in YEARS:
        raise ArgumentTypeError(f"{word!r} is too far away")
    return found


def month(word: str) -> date:
    """The first day of a month as 2026-03."""
    try:
        found = datetime.strptime(word, "%Y-%m").date()  # noqa: DTZ007 - a month has no zone
    except ValueError:
        found = date.min
    if found.year not in YEARS:
        raise ArgumentTypeError(f"{word!r} is not a month; write it as 2026-03")
    return found


def number(word: str) -> int:
    """The number of something in the shop."""
    if not (word.isascii() and word.isdecimal() and len(word) < 19):
        raise ArgumentTypeError(f"{word!r} is not the number of anything")
    return int(word)


def answer(word: str) -> tuple[str, str]:
    """A field and what is said of it."""
    field, equals, value = text(word).partition("=")
    if not equals:
        raise ArgumentTypeError(f"{word!r} is not an answer; write it as moment=dmy")
    return field.strip(), value.strip()


def pair(word: str) -> tuple[str, str]:
    """A key and a value."""
    key, equals, value = text(word).partition("=")
    if not equals:
        raise ArgumentTypeError(f"{word!r} is not a key and a value; write it as town=Lahti")
    return key.strip(), value.strip()


def text(word: str) -> str:
    """What was typed, without the half signs by which Python keeps bytes that are no text."""
    return word.encode("utf-8", "replace").decode("utf-8")


def count(word: str) -> int:
    """A whole number above 0."""
    if not word.isdecimal() or int(word) < 1:
        raise ArgumentTypeError(f"{word!r} is not a whole number above 0")
    return int(word)


def currency(word: str) -> str:
    """An ISO 4217 code."""
    if len(word) != 3 or not word.isalpha() or not word.isascii():
        raise ArgumentTypeError(f"{word!r} is not a currency code such as EUR")
    return word.upper()
