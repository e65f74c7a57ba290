"""The holidays of the calendar: when each is kept in a year, worked out from its rule."""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from datetime import date, timedelta


@dataclass(frozen=True, slots=True)
class Holiday:
    """A holiday: its `names` by language, the countries that keep it, whether shops greet, and the rule of its day.

    `rule` is one of: month and day; `easter`, so many days after Easter Sunday; month, `weekday` (1 Monday) and
    `nth` of the month (the nth such day); month, day and `weekday`, the first such weekday from that day on.
    """

    key: str
    names: Mapping[str, str]
    countries: frozenset[str]
    rule: Mapping[str, int]
    greet: bool = False

    def on(self, year: int) -> date:
        """The day on which it is kept in a year."""
        rule = self.rule
        if "easter" in rule:
            return easter(year) + timedelta(days=rule["easter"])
        first = date(year, rule["month"], rule.get("day", 1))
        if "weekday" not in rule:
            return first
        ahead = (rule["weekday"] - first.isoweekday()) % 7 + 7 * (rule.get("nth", 1) - 1)
        return first + timedelta(days=ahead)

    def next(self, today: date) -> date:
        """The first time it is kept that is not before `today`."""
        this_year = self.on(today.year)
        return this_year if this_year >= today else self.on(today.year + 1)


def easter(year: int) -> date:
    """Easter Sunday of the Gregorian calendar (Meeus, Jones & Butcher)."""
    a, b, c = year % 19, year // 100, year % 100
    d, e = divmod(b, 4)
    h = (19 * a + b - d - (b - (b + 8) // 25 + 1) // 3 + 15) % 30
    i, k = divmod(c, 4)
    weekday = (32 + 2 * e + 2 * i - h - k) % 7
    m = (a + 11 * h + 22 * weekday) // 451
    month, day = divmod(h + weekday - 7 * m + 114, 31)
    return date(year, month, day + 1)


def coming(holidays: Iterable[Holiday], country: str, today: date) -> list[tuple[Holiday, date]]:
    """The holidays on which shops of a country greet, with the next day of each, the nearest first."""
    kept = [each for each in holidays if each.greet and country in each.countries]
    return sorted(((each, each.next(today)) for each in kept), key=lambda pair: (pair[1], pair[0].key))
