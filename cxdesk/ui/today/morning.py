"""Everything that Today shows, read in one go; may run in the worker thread."""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from datetime import date, timedelta

from cxdesk.domain.appreciation import Action
from cxdesk.domain.customer import Customer
from cxdesk.domain.feedback import Feedback
from cxdesk.services import scores
from cxdesk.services.appreciation import Day
from cxdesk.services.desk import Desk
from cxdesk.services.scores import PeriodScores

PERIOD = 90
WEEK = 7
AHEAD = 60


@dataclass(frozen=True, slots=True)
class Period:
    """The scores of a period and how many answered each question."""

    first: date
    last: date
    scores: PeriodScores
    nps: int
    csat: int


@dataclass(frozen=True, slots=True)
class Celebration:
    """A customer's next birthday or, by its `name`, another day; whether a letter may be posted for it."""

    customer: Customer
    day: date
    permitted: bool
    name: str = ""
    years: int | None = None


@dataclass(frozen=True, slots=True)
class Morning:
    """The state of the shop at the start of a day; each named record stands with its customer's name."""

    day: Day
    now: Period
    before: Period
    complaints: tuple[tuple[Feedback, str], ...]
    birthdays: tuple[Celebration, ...]
    waiting: tuple[tuple[Action, str], ...]
    spent: tuple[tuple[Action, str], ...]
    customers: int
    calls: int
    promised: int
    upcoming: Celebration | None


def read(desk: Desk) -> Morning:
    """The morning of the desk's today; who may be thanked is drawn for the trials of the rules."""
    day = desk.appreciation.day()
    desk.appreciation.draw(day)
    today = day.day
    start = today - timedelta(days=PERIOD - 1)
    week = desk.customers.birthdays(WEEK)
    return Morning(
        day=day,
        now=period(desk, start, today),
        before=period(desk, start - timedelta(days=PERIOD), start - timedelta(days=1)),
        complaints=tuple((entry, _name(desk, entry.customer_id)) for entry in desk.feedback.unresolved()),
        birthdays=_week(desk, week),
        waiting=_named(desk, desk.appreciation.waiting()),
        spent=_named(desk, desk.appreciation.done_between(today.replace(day=1), today)),
        customers=desk.register.counts()["all"],
        calls=len(desk.requests.calls()),
        promised=sum(each.promise.due <= today for each in desk.promises.open()),
        upcoming=_next(week or desk.customers.birthdays(AHEAD)),
    )


def _next(birthdays: Sequence[tuple[Customer, date]]) -> Celebration | None:
    return next((Celebration(who, when, permitted=True) for who, when in birthdays), None)


def period(desk: Desk, first: date, last: date) -> Period:
    """The scores of a period, both days included."""
    entries = desk.feedback.between(first, last)
    return Period(
        first,
        last,
        scores.of(entries),
        sum(entry.nps is not None for entry in entries),
        sum(entry.csat is not None for entry in entries),
    )


def _week(desk: Desk, birthdays: Iterable[tuple[Customer, date]]) -> tuple[Celebration, ...]:
    """The birthdays of the week among the other days that are kept in it, by day."""
    found = [(who, day, "", who.birthday.age(day) if who.birthday else None) for who, day in birthdays]
    found += [
        (each.customer, each.day, each.anniversary.name, each.anniversary.years(each.day))
        for each in desk.anniversaries.coming(WEEK)
    ]
    permitted = desk.customers.permitted([who.id for who, *_ in found])
    celebrations = (
        Celebration(who, day, who.id in permitted, name, years) for who, day, name, years in found
    )
    return tuple(sorted(celebrations, key=lambda each: each.day))


def _named(desk: Desk, actions: Iterable[Action]) -> tuple[tuple[Action, str], ...]:
    return tuple((action, _name(desk, action.customer_id)) for action in actions)


def _name(desk: Desk, customer_id: int | None) -> str:
    return desk.customers.get(customer_id).name if customer_id else ""
