"""What staff can do with the days that customers keep every year."""

from dataclasses import dataclass, replace
from datetime import date, timedelta

from cxdesk.domain.anniversary import Anniversary
from cxdesk.domain.customer import Customer
from cxdesk.domain.errors import UserError
from cxdesk.language.folding import clean
from cxdesk.services.workplace import Workplace
from cxdesk.storage import anniversaries, customers

LIMIT = 60
OLDEST = 1900


@dataclass(frozen=True, slots=True)
class Coming:
    """A day that is kept soon, and whose it is."""

    customer: Customer
    anniversary: Anniversary
    day: date


class Anniversaries:
    """Wedding days, name days, children's birthdays."""

    def __init__(self, workplace: Workplace) -> None:
        self._work = workplace

    def coming(self, days: int = 7) -> list[Coming]:
        """What is kept from today on, for so many days, in their order."""
        db, today = self._work.db, self._work.today()
        found = anniversaries.on(db, [today + timedelta(days=n) for n in range(days)])
        whose = {customer.id: customer for customer in customers.many(db, {i for i, _, _ in found})}
        return [Coming(whose[i], known, day) for i, known, day in found]

    def add(self, customer_id: int, anniversary: Anniversary) -> int:
        """Note a day; gives its id. The same day of the same name is noted once.

        Raises:
            UserError: when it has no name, or the year cannot be right.
        """
        known = self._checked(anniversary)
        self._work.customer(customer_id)
        db = self._work.db
        same = next(
            (each for each in anniversaries.of(db, customer_id) if replace(each, id=0) == known), None
        )
        if same:
            return same.id
        with self._work.change("Date added", customer_id=customer_id, detail=known.name):
            return anniversaries.insert(db, customer_id, known)

    def drop(self, customer_id: int, anniversary_id: int) -> None:
        """Take a day away."""
        with self._work.change("Date removed", customer_id=customer_id):
            anniversaries.delete(self._work.db, anniversary_id)

    def _checked(self, anniversary: Anniversary) -> Anniversary:
        name, year = clean(anniversary.name, LIMIT), anniversary.day.year
        if not name:
            raise UserError("Write what day it is, such as: wedding day.")
        if year is not None and year < OLDEST:
            raise UserError("The day lies before {year}. Check the year.", year=str(OLDEST))
        if year is not None and date(year, anniversary.day.month, anniversary.day.day) > self._work.today():
            raise UserError("The day lies in the future. Leave the year out, or check it.")
        return Anniversary(name, anniversary.day)
