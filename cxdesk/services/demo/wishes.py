"""What was promised to people, and what they asked for that was not in stock."""

from datetime import date, datetime, time, timedelta
from itertools import cycle
from random import Random
from typing import Any

from cxdesk.domain.promise import Promise
from cxdesk.domain.request import Request
from cxdesk.language.folding import search_key
from cxdesk.services.demo.content import table
from cxdesk.services.demo.opening import Period
from cxdesk.services.demo.people import Person
from cxdesk.storage import promises, requests
from cxdesk.storage.database import Database

GIVEN_BEFORE, CAME = 4, 1  # days


class Wishes:
    """Promises and requests of lately; a stream of chance of its own leaves the rest of the story as it is."""

    def __init__(self, db: Database, random: Random, period: Period, language: str, staff_id: int) -> None:
        self._db, self._random, self._period, self._staff = db, random, period, staff_id
        self._told = table("wishes")[language]

    def record(self, people: list[Person]) -> None:
        """Note them, the first promise to the first person; where people are few they wait for several things.

        Others whom the first page shows have a story of their own.
        """
        others = [each for each in self._random.sample(people[1:], len(people) - 1) if not each.role]
        waiting = cycle([people[0], *others])
        for told in self._told["promises"]:
            promises.insert(self._db, self._promise(next(waiting), told))
        for told in self._told["requests"]:
            for number in range(told["times"]):
                requests.insert(self._db, self._request(next(waiting), told, number))
            if told["arrived"]:
                requests.arrive(self._db, search_key(told["text"]), self._period.today - timedelta(days=CAME))

    def _promise(self, person: Person, told: dict[str, Any]) -> Promise:
        due = self._period.today + timedelta(days=told["days"])
        day = self._period.open_day(self._period.today - timedelta(days=GIVEN_BEFORE))
        return Promise(0, person.customer.id, told["text"], due, day, staff_id=self._staff, at=self._at(day))

    def _request(self, person: Person, told: dict[str, Any], number: int) -> Request:
        """The last of those who ask leaves no name."""
        day = self._period.open_day(self._period.today - timedelta(days=told["ago"] - number))
        nameless = number and number == told["times"] - 1
        customer_id = None if nameless else person.customer.id
        return Request(0, told["text"], day, customer_id, staff_id=self._staff, at=self._at(day))

    def _at(self, day: date) -> str:
        return self._period.stamp(datetime.combine(day, time(13, 40)))
