"""What staff can do with ideas of their own: note them, drop them; whoever carries one out closes it."""

from dataclasses import replace
from datetime import timedelta

from cxdesk.domain.customer import Customer
from cxdesk.domain.errors import UserError
from cxdesk.domain.idea import Idea
from cxdesk.domain.occasions import is_child
from cxdesk.language.folding import clean
from cxdesk.services.permissions import allowance
from cxdesk.services.workplace import Workplace
from cxdesk.storage import consents, ideas, known

TEXT_LIMIT = 400


class Ideas:
    """Staff's own ideas."""

    def __init__(self, workplace: Workplace) -> None:
        self._work = workplace

    def every(self) -> list[Idea]:
        """The ideas that wait, the next one first."""
        return ideas.every_open(self._work.db)

    def add(self, idea: Idea) -> int:
        """Note an idea; gives the id. The same form (uuid) twice is one idea.

        Raises:
            UserError: when it says nothing, its day is over, or the customer may not be thanked so on that day.
        """
        if idea.uuid and (made := ideas.by_uuid(self._work.db, idea.uuid)):
            return made
        customer, text = self._work.customer(idea.customer_id), clean(idea.text, TEXT_LIMIT)
        if not text:
            raise UserError("Write what you want to thank for.")
        if idea.day < self._work.today():
            raise UserError("This day is over: {day}. Choose today or a day to come.", day=idea.day)
        self._check(customer, idea)
        idea = replace(idea, text=text, staff_id=idea.staff_id or self._work.staff_id)
        with self._work.change("Own idea noted", customer_id=customer.id, detail=text):
            return ideas.insert(self._work.db, idea, self._work.stamp())

    def drop(self, idea: Idea) -> None:
        """It is not done after all."""
        with self._work.change("Own idea dropped", customer_id=idea.customer_id, detail=idea.text):
            ideas.close(self._work.db, idea.id, self._work.today())

    def _check(self, customer: Customer, idea: Idea) -> None:
        """What may not be posted is said at once, not by a suggestion that never appears."""
        if customer.restricted:
            raise UserError("The data of {name} is only kept: nobody is thanked.", name=customer.name)
        if idea.way.at_counter:
            return
        shop, db = self._work.shop(), self._work.db
        permitted = allowance(consents.of(db, customer.id), shop.letter_basis)
        if permitted is None or is_child(customer, idea.day):
            raise UserError(
                "{name} may not be written to: a word or a gift at the counter is always welcome.",
                name=customer.name,
            )
        thanked = known.last_contacts(db, [customer.id]).get(customer.id)
        rested = thanked + timedelta(days=shop.contact_gap) if thanked else idea.day
        if thanked and idea.day < rested:
            raise UserError(
                "{name} was thanked on {day}: choose {rested} or later, or a word at the counter.",
                name=customer.name,
                day=thanked,
                rested=rested,
            )
