"""What staff noticed of people, what was asked on the phone, and interviews about a need."""

from collections.abc import Iterator
from datetime import datetime
from random import Random

from cxdesk.domain.interview import Fit, Interview, Outcome
from cxdesk.domain.note import Note, NoteKind
from cxdesk.services.demo.content import table
from cxdesk.services.demo.opening import Period
from cxdesk.services.demo.people import Person
from cxdesk.storage import interviews, notes
from cxdesk.storage.database import Database


class Talks:
    """A few conversations of lately; a stream of chance of its own leaves the rest of the story as it is."""

    def __init__(self, db: Database, random: Random, period: Period, language: str, staff_id: int) -> None:
        self._db, self._random, self._period, self._staff = db, random, period, staff_id
        self._said = table("talks")[language]

    def record(self, people: list[Person]) -> None:
        """Note them of people who came lately, the first of all of the first person."""
        regulars = [person for person in people if person.days and person.customer.id]
        for kind, texts, some in (
            (NoteKind.OBSERVATION, self._said["notes"], regulars),
            (NoteKind.CALL, self._said["calls"], regulars[1:]),
        ):
            for person, text in zip(self._some(some, len(texts)), texts, strict=False):
                day, at = person.days[-1], self._at(person)
                notes.insert(self._db, Note(0, person.customer.id, day, text, kind, self._staff, at=at))
        asked = self._said["interviews"]
        for person, told in zip(self._some(regulars, len(asked)), asked, strict=False):
            interviews.insert(self._db, self._interview(person, told))

    def _interview(self, person: Person, told: dict[str, str]) -> Interview:
        return Interview(
            id=0,
            day=person.days[-1],
            customer_id=person.customer.id,
            wishes=told["wishes"],
            proposal=told["proposal"],
            outcome=Outcome(told["outcome"]),
            fit=Fit(told["fit"]) if told["fit"] else None,
            staff_id=self._staff,
            at=self._at(person),
        )

    def _some(self, people: list[Person], count: int) -> Iterator[Person]:
        yield people[0]
        yield from self._random.sample(people[1:], min(count - 1, len(people) - 1))

    def _at(self, person: Person) -> str:
        day = person.days[-1]
        return self._period.stamp(datetime(day.year, day.month, day.day, 14, 10))  # noqa: DTZ001 - wall clock
