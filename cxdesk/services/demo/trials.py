"""A trial of calling regulars back that has come to its end, so that there is something to say."""

from collections.abc import Iterator, Sequence
from datetime import date, timedelta
from random import Random

from cxdesk.domain.occasion import Occasion, Setting
from cxdesk.domain.occasions.visits import missed_after
from cxdesk.services.demo.people import Person
from cxdesk.services.demo.thanks import median_gap
from cxdesk.storage import actions, assignments, occasions
from cxdesk.storage.assignments import Assignment
from cxdesk.storage.database import Database

BEGUN = 490  # days ago
SETTING = Setting(Occasion.WE_MISS_YOU, figures={"weeks": 52}, held_back=40)
LEFT_OUT_WHO_CAME, LEFT_OUT_WHO_STAYED = 0.2, 0.55
"""In this story the letters help: fewer of those come whom the lot has left out."""


def record(db: Database, random: Random, people: Sequence[Person], today: date) -> None:
    """Keep in which arm everybody was who stayed away since the trial began."""
    occasions.put(db, SETTING)
    done = {each.suggestion for each in actions.decisions(db, [person.customer.id for person in people])}
    drawn = []
    for person in people:
        for due, came in _missed(person, today):
            name = f"{SETTING.kind}-{person.customer.id}-since-{due:%Y%m%d}"
            held = random.random() < (LEFT_OUT_WHO_CAME if came else LEFT_OUT_WHO_STAYED)
            held = held and not person.role and name not in done
            drawn.append(Assignment(name, SETTING.kind, SETTING.version, person.customer.id, due, held))
    assignments.insert(db, drawn)


def _missed(person: Person, today: date) -> Iterator[tuple[date, bool]]:
    """The days on which this person was missed, each with whether they came within the days of the rule."""
    within = timedelta(days=SETTING["within"])
    for number, day in enumerate(person.days, 1):
        gap = median_gap(person.days[:number])
        if gap is None:
            continue
        due = day + timedelta(days=missed_after(gap))
        following = person.days[number] if number < len(person.days) else None
        if (following is None or due < following) and timedelta() <= today - due <= timedelta(days=BEGUN):
            yield due, following is not None and following <= due + within
