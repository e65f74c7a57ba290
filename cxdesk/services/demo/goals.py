"""What three customers of the demo shop aim at: nothing is left to chance, and none of it is reached yet."""

from collections.abc import Sequence
from datetime import date, datetime, time, timedelta

from cxdesk.domain.goal import Counts, Goal
from cxdesk.services.demo.opening import Period
from cxdesk.services.demo.people import Person
from cxdesk.storage import goals
from cxdesk.storage.database import Database

WORDS = {
    "fi": ("Neliöpeitto", "neliötä", "Sukat koko suvulle"),
    "en": ("Granny square blanket", "squares", "Socks for the whole family"),
    "uz": ("Kvadratli adyol", "kvadrat", "Butun oilaga paypoq"),
}
SQUARES = ((20, 12.0), (11, 9.0), (4, 13.0))
SOCKS = "Langat: sukkalangat"


def record(db: Database, period: Period, people: Sequence[Person], code: str) -> None:
    """One counted by hand, one of pieces and one of visits, for the first of the people."""
    blanket, unit, socks = WORDS[code]
    ago = [period.today - timedelta(days=n) for n in (25, 120)]
    made = _set(db, period, Goal(0, people[0].customer.id, ago[0], Counts.HAND, 60, blanket, unit))
    for back, amount in SQUARES:
        day = period.open_day(period.today - timedelta(days=back))
        goals.add_step(db, made, (day, amount), _at(period, day), None, "")
    _set(db, period, Goal(0, people[1].customer.id, ago[1], Counts.PIECES, 20, socks, category=SOCKS))
    often = max(people, key=lambda person: len(person.days))
    _set(db, period, Goal(0, often.customer.id, often.days[-7:][0], Counts.VISITS, 10))


def _set(db: Database, period: Period, goal: Goal) -> int:
    return goals.insert(db, goal, _at(period, goal.day), None)


def _at(period: Period, day: date) -> str:
    return period.stamp(datetime.combine(day, time(14, 10)))
