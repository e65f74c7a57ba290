"""Everything that Today shows, read in one go; may run in the worker thread."""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass, replace
from datetime import date, timedelta
from operator import itemgetter
from typing import TypeVar

from cxdesk.domain.appreciation import Action
from cxdesk.domain.customer import Customer
from cxdesk.domain.feedback import Feedback
from cxdesk.services.appreciation import Day
from cxdesk.services.desk import Desk
from cxdesk.services.scores import PeriodScores

Celebrated = tuple[Customer, date, str, int | None]
Entry = TypeVar("Entry", Action, Feedback)
PERIOD = 90
WEEK = 7
AHEAD = 60
BESIDE = 6
"""So many stand in the right column."""


@dataclass(frozen=True, slots=True)
class Period:
    """The scores of a period."""

    first: date
    last: date
    scores: PeriodScores


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
    """The state of the shop at the start of a day; each named record stands with its customer's name.

    Of very many people it keeps only those who are shown: `suggested` and `celebrated` count all of them.
    """

    day: Day
    suggested: int
    now: Period
    before: Period
    complaints: tuple[tuple[Feedback, str], ...]
    birthdays: tuple[Celebration, ...]
    celebrated: int
    waiting: tuple[tuple[Action, str], ...]
    spent: tuple[tuple[Action, str], ...]
    new_shop: bool
    calls: int
    promised: int
    upcoming: Celebration | None


def read(desk: Desk, first: int | None = None) -> Morning:
    """The morning of the desk's today; who may be thanked is drawn for the trials of the rules.

    With what is settled for the `first` so many of those, see `Appreciation.day`.
    """
    day = desk.appreciation.day(first=first)
    desk.appreciation.draw(day)
    today = day.day
    start = today - timedelta(days=PERIOD - 1)
    week = desk.customers.birthdays(WEEK)
    kept = _kept(desk, week)
    return Morning(
        day=replace(day, thanked=(), left_out=()),
        suggested=len(day.thanked),
        now=period(desk, start, today),
        before=period(desk, start - timedelta(days=PERIOD), start - timedelta(days=1)),
        complaints=_named(desk, desk.feedback.unresolved()),
        birthdays=_celebrations(desk, kept[:BESIDE]),
        celebrated=len(kept),
        waiting=_named(desk, desk.appreciation.waiting()),
        spent=_named(desk, desk.appreciation.done_between(today.replace(day=1), today)),
        new_shop=desk.register.is_empty(),
        calls=len(desk.requests.calls()),
        promised=sum(each.promise.due <= today for each in desk.promises.open()),
        upcoming=_next(week or desk.customers.birthdays(AHEAD)),
    )


def _next(birthdays: Sequence[tuple[Customer, date]]) -> Celebration | None:
    return next((Celebration(who, when, permitted=True) for who, when in birthdays), None)


def period(desk: Desk, first: date, last: date) -> Period:
    """The scores of a period, both days included."""
    return Period(first, last, desk.scores.between(first, last))


def _kept(desk: Desk, birthdays: Iterable[tuple[Customer, date]]) -> list[Celebrated]:
    """The birthdays of the week among the other days that are kept in it, by day."""
    found = [(who, day, "", who.birthday.age(day) if who.birthday else None) for who, day in birthdays]
    found += [
        (each.customer, each.day, each.anniversary.name, each.anniversary.years(each.day))
        for each in desk.anniversaries.coming(WEEK)
    ]
    return sorted(found, key=itemgetter(1))


def _celebrations(desk: Desk, kept: Sequence[Celebrated]) -> tuple[Celebration, ...]:
    permitted = desk.customers.permitted([who.id for who, *_ in kept])
    return tuple(Celebration(who, day, who.id in permitted, name, years) for who, day, name, years in kept)


def _named(desk: Desk, entries: Sequence[Entry]) -> tuple[tuple[Entry, str], ...]:
    names = {row.id: row.name for row in desk.register.rows([each.customer_id or 0 for each in entries], ())}
    return tuple((each, names.get(each.customer_id or 0, "")) for each in entries)
