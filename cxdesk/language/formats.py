"""Money, numbers, dates and times as each language writes them; locale data (Babel) loads at first use."""

from __future__ import annotations

import re
from dataclasses import dataclass
from decimal import ROUND_HALF_UP, Decimal
from functools import cache, lru_cache
from typing import TYPE_CHECKING, Literal

from cxdesk.domain import money

if TYPE_CHECKING:
    import datetime as dt
    from collections.abc import Sequence

    from babel import Locale
    from babel.numbers import NumberPattern

    Number = int | float | Decimal

NBSP = "\u00a0"
WORD_BEFORE_FIGURES = re.compile(r"^([^\W\d]+)(?=\d)")  # UZS 125,000 but €125
WHOLE_WHEN_POSSIBLE = frozenset({"UZS"})  # prices have no tiyin, only books do


@dataclass(frozen=True, slots=True)
class Style:
    """How a language writes dates, times (CLDR patterns), quotes; `locale`: language, territory, script."""

    locale: tuple[str, str | None, str | None]
    date: str
    date_long: str
    day: str
    time: str
    quotes: tuple[str, str]


STYLES = {
    "fi": Style(("fi", None, None), "d.M.y", "d. MMMM y", "ccc d.M.", "H.mm", ("”", "”")),
    "en": Style(("en", "GB", None), "dd/MM/y", "d MMMM y", "ccc d MMM", "HH:mm", ("“", "”")),
    "uz": Style(("uz", None, "Latn"), "dd/MM/y", "d-MMMM, y", "ccc, d-MMM", "HH:mm", ("“", "”")),
}


@dataclass(frozen=True)
class Formats:
    """The formats of one language (`code`: fi, en or uz) with one currency (ISO 4217 code).

    Raises:
        ValueError: when CX Desk does not speak this language.
    """

    code: str
    currency: str = "EUR"

    def __post_init__(self) -> None:
        if self.code not in STYLES:
            raise ValueError(f"no language {self.code!r}")

    def money(self, minor: int, *, plus: bool = False, cents: bool | None = None) -> str:
        """An amount in minor units: `1 234,50 €`.

        `plus` puts a sign before gains too. `cents` shows (True) or rounds away (False) the decimals, which
        by default stand except in currencies whose whole amounts go without.
        """
        exponent = money.exponent(self.currency)
        if cents is None:
            cents = self.currency not in WHOLE_WHEN_POSSIBLE or minor % 10**exponent != 0
        digits = exponent if cents else 0
        return self._signed(Decimal(minor).scaleb(-exponent), "money", digits, plus=plus)

    def number(self, value: Number, digits: int = 0, *, plus: bool = False) -> str:
        """A number with exactly `digits` decimals, halves away from zero."""
        return self._signed(value, "number", digits, plus=plus)

    def quantity(self, value: Number) -> str:
        """An amount of goods with up to three decimals, and none that say nothing: `3`, `0,35`."""
        exact = _rounded(value, 3).normalize()
        return self.number(exact, max(0, -int(exact.as_tuple().exponent)))

    def percent(self, share: Number, digits: int = 0, *, plus: bool = False) -> str:
        """A share as per cent: 0.255 with one digit is `25,5 %`."""
        return self._signed(share, "percent", digits, plus=plus)

    def date(self, day: dt.date) -> str:
        """A date in figures: `7.3.2026`."""
        return self._day(day, STYLES[self.code].date)

    def date_long(self, day: dt.date) -> str:
        """A date in words: `7. maaliskuuta 2026`."""
        return self._day(day, STYLES[self.code].date_long)

    def day(self, day: dt.date) -> str:
        """A day of a year that is clear from the context: `ma 23.11.`."""
        return self._day(day, STYLES[self.code].day)

    def weekday(self, day: dt.date) -> str:
        """The name of the weekday: `maanantai`."""
        return self._day(day, "cccc")

    def month(self, day: dt.date) -> str:
        """Month and year: `marraskuu 2026`."""
        return self._day(day, "LLLL y")

    def month_short(self, day: dt.date) -> str:
        """The first letters of a month's name, by which it can be told apart: `mar`."""
        return self._day(day, "LLL")[:3]

    def month_name(self, number: int) -> str:
        """The name of a month, 1 to 12: `marraskuu`."""
        return self._day(_in_leap_year(number, 1), "LLLL")

    def day_of_year(self, month: int, day: int) -> str:
        """A day that comes every year: `23.11.`."""
        pattern = STYLES[self.code].day.removeprefix("ccc").lstrip(", ")
        return self._day(_in_leap_year(month, day), pattern)

    def time(self, moment: dt.time | dt.datetime) -> str:
        """Hours and minutes of a local time: `14.05`."""
        from babel.dates import parse_pattern  # noqa: PLC0415 - comes with the locale data

        pattern = parse_pattern(STYLES[self.code].time)
        return str(pattern.apply(moment, _locale(self.code)))

    def quoted(self, text: str) -> str:
        """`text` between quotation marks: `”x”`."""
        opening, closing = STYLES[self.code].quotes
        return f"{opening}{text}{closing}"

    def joined(self, texts: Sequence[str]) -> str:
        """A list in a sentence: `a, b ja c`."""
        from babel.lists import format_list  # noqa: PLC0415 - comes with the locale data

        return format_list(texts, locale=_locale(self.code))

    @staticmethod
    def name(first: str, last: str) -> str:
        """A person's name as a text."""
        return f"{first} {last}".strip()

    def _day(self, day: dt.date, pattern: str) -> str:
        from babel.dates import format_date  # noqa: PLC0415 - comes with the locale data

        return format_date(day, pattern, locale=_locale(self.code))

    def _signed(self, value: Number, kind: Kind, digits: int, *, plus: bool) -> str:
        places = digits + 2 if kind == "percent" else digits
        exact = _rounded(value, places)
        figures = _figures(self.code, self.currency, kind, digits, abs(exact))
        if exact < 0:
            return f"{_locale(self.code).number_symbols['latn']['minusSign']}{figures}"
        return f"+{figures}" if plus and exact > 0 else figures


Kind = Literal["number", "percent", "money"]


def _in_leap_year(month: int, day: int) -> dt.date:
    from datetime import date  # noqa: PLC0415 - as every name that only types need

    return date(2000, month, day)


@cache
def _locale(code: str) -> Locale:
    from babel.core import Locale  # noqa: PLC0415 - half of the language layer's start

    language, territory, script = STYLES[code].locale
    return Locale(language, territory, script)


@cache
def _pattern(code: str, kind: Kind, digits: int) -> NumberPattern:
    """The locale's own pattern with exactly `digits` decimals."""
    from babel.numbers import parse_pattern  # noqa: PLC0415 - comes with the locale data

    locale = _locale(code)
    texts = {
        "number": "#,##0",
        "percent": locale.percent_formats[None].pattern,
        "money": locale.currency_formats["standard"].pattern.replace("0.00", "0"),
    }
    decimals = "0." + "0" * digits if digits else "0"
    return parse_pattern(texts[kind].replace("##0", f"##{decimals}"))


@lru_cache(maxsize=4096)
def _figures(code: str, currency: str, kind: Kind, digits: int, amount: Decimal) -> str:
    """An amount of 0 or more in the locale's own pattern; a page says the same small numbers over and over."""
    figures = _pattern(code, kind, digits).apply(
        amount, _locale(code), currency=currency, currency_digits=False
    )
    return WORD_BEFORE_FIGURES.sub(rf"\1{NBSP}", figures) if kind == "money" else figures


def _rounded(value: Number, places: int) -> Decimal:
    exact = value if isinstance(value, Decimal) else Decimal(str(value))
    return exact.quantize(Decimal(1).scaleb(-places), rounding=ROUND_HALF_UP)
