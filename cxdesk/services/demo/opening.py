"""When the demo shop is open and when people come: hours, closed days, seasons, and no visit after the present."""

from bisect import bisect_right
from dataclasses import dataclass, field
from datetime import UTC, date, datetime, time, timedelta
from random import Random

SATURDAY, SUNDAY = 5, 6
OPENS = time(10)
HOLIDAYS = frozenset({(1, 1), (1, 6), (5, 1), (12, 6), (12, 24), (12, 25), (12, 26)})
WEEKDAY_HOURS = {10: 2, 11: 4, 12: 5, 13: 4, 14: 3, 15: 4, 16: 6, 17: 6}
SATURDAY_HOURS = {10: 3, 11: 6, 12: 6, 13: 5, 14: 3}
SEASON = (1.15, 1.1, 1.0, 0.9, 0.8, 0.8, 0.6, 0.9, 1.1, 1.25, 1.35, 1.4)
"""How lively each month is, January first; July is holiday time, before Christmas everybody knits."""


def is_open(day: date) -> bool:
    """Whether the shop opens on a day."""
    return day.weekday() != SUNDAY and (day.month, day.day) not in HOLIDAYS


def hours(day: date) -> dict[int, int]:
    """The hours of an open day, each with its share of visitors."""
    return SATURDAY_HOURS if day.weekday() == SATURDAY else WEEKDAY_HOURS


@dataclass(frozen=True)
class Period:
    """The time that the demo shop looks back on, up to `now`."""

    now: datetime
    years: int
    _open: list[int] = field(init=False, default_factory=list)

    def __post_init__(self) -> None:
        """Note every day on which somebody can have come."""
        last = self.today if self.local.time() > OPENS else self.today - timedelta(1)
        days = map(date.fromordinal, range(self.first.toordinal(), last.toordinal() + 1))
        self._open.extend(day.toordinal() for day in days if is_open(day))

    @property
    def local(self) -> datetime:
        """The present as the clock on the wall shows it."""
        return self.now.replace(tzinfo=None)

    @property
    def today(self) -> date:
        """The present day."""
        return self.now.date()

    @property
    def first(self) -> date:
        """The day on which the period begins."""
        return self.today - timedelta(days=365 * self.years)

    def open_day(self, day: date) -> date:
        """The last open day that is not after `day`; the first one of all when there is none."""
        return date.fromordinal(self._open[max(0, bisect_right(self._open, day.toordinal()) - 1)])

    def moment(self, random: Random, day: date) -> datetime:
        """A minute on an open day when somebody comes in, not after the present."""
        shares = hours(day)
        hour = random.choices([*shares], [*shares.values()])[0]
        found = datetime.combine(day, time(hour, random.randrange(60)))
        if found < self.local:
            return found
        opens = datetime.combine(day, OPENS)
        return opens + random.random() * (self.local - opens)

    def stamp(self, moment: datetime) -> str:
        """A local moment, or the present when it is still to come, as it is kept: in UTC."""
        past = min(moment, self.local).replace(tzinfo=self.now.tzinfo)
        return past.astimezone(UTC).isoformat(timespec="seconds")
