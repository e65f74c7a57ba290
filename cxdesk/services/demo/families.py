"""What the demo shop knows of its people besides: types, own fields, days of the year, who belongs together."""

from collections.abc import Iterator
from dataclasses import replace
from datetime import date, timedelta
from random import Random

from cxdesk.domain.anniversary import Anniversary
from cxdesk.domain.customer import Birthday, Customer
from cxdesk.domain.fields import YES, Field, FieldKind
from cxdesk.domain.needs import Stage
from cxdesk.domain.relations import Role
from cxdesk.domain.shop import Shop
from cxdesk.services.demo.content import table
from cxdesk.storage import anniversaries, customers, fields, households, relations
from cxdesk.storage.database import Database

KNOWN = 1000
"""Of so many people more is known; nobody looks further down the list of a demo."""


class Families:
    """Notes it with chance of its own, so that the rest of the story stays as it is."""

    def __init__(self, db: Database, random: Random, shop: Shop, today: date) -> None:
        self._db, self._random, self._shop, self._today = db, random, shop, today
        self._words = table("words")[shop.language]
        self._ids = [i for (i,) in db.rows("SELECT id FROM customers ORDER BY id LIMIT ?", [KNOWN])]

    def draw(self) -> None:
        """Note what is known of the first people of the register."""
        size, member = self._fields()
        for customer in self._people():
            self._describe(customer)
            if self._random.random() < 0.2:
                self._keep_a_day(customer.id)
            if self._random.random() < 0.15:
                held = {size: f"{self._random.choice((36, 37, 38, 39, 40, 41))}", member: YES}
                fields.put(self._db, customer.id, held)
            self._move_in(customer)
        self._bring()

    def _people(self) -> Iterator[Customer]:
        for i in self._ids:
            found = customers.get(self._db, i)
            if found:
                yield found

    def _fields(self) -> tuple[int, int]:
        size, member = self._words["fields"]
        kinds = ((size, FieldKind.NUMBER), (member, FieldKind.YES_NO))
        one, other = (fields.insert(self._db, Field(0, name, kind)) for name, kind in kinds)
        return one, other

    def _describe(self, customer: Customer) -> None:
        random, words = self._random, self._words
        if customer.id != self._ids[0] and random.random() < 0.6:
            return
        persona, origin = random.choice(words["personas"]), random.choice(words["origins"])
        stage = random.choice((Stage.AFTERCARE, Stage.PURCHASE))
        described = replace(customer, persona=persona, origin=origin, stage=stage)
        customers.update(self._db, described, self._shop)

    def _keep_a_day(self, customer_id: int) -> None:
        day = self._today + timedelta(days=self._random.randrange(365))
        year = self._today.year - self._random.randrange(1, 40) if self._random.random() < 0.6 else None
        leap = (day.month, day.day) == (2, 29)
        kept = Birthday(28 if leap else day.day, day.month, year)
        anniversaries.insert(
            self._db, customer_id, Anniversary(self._random.choice(self._words["days"]), kept)
        )

    def _move_in(self, customer: Customer) -> None:
        """Those who share a telephone live together."""
        near = [i for i in households.near(self._db, customer.id) if i < customer.id]
        if not near:
            return
        home = households.of(self._db, near[0])
        place = home.id if home else households.insert(self._db, customer.last_name)
        for each in (near[0], customer.id):
            households.put(self._db, place, each)
        relations.insert(self._db, customer.id, near[0], self._random.choice((Role.PARTNER, Role.SIBLING)))

    def _bring(self) -> None:
        """Some have brought others; nobody has been brought by one who came after them, or by one of the cast."""
        cast = len(table("cast")["person"])
        for at in self._random.sample(range(1, len(self._ids)), k=len(self._ids) // 20):
            by = self._random.randrange(at)
            if by >= cast:
                relations.insert(self._db, self._ids[at], self._ids[by], Role.REFERRER)
