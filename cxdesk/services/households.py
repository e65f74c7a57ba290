"""What staff can do with households: who lives together, under which name."""

from cxdesk.domain.customer import CustomerRow
from cxdesk.domain.errors import UserError
from cxdesk.language.folding import clean
from cxdesk.services.workplace import Workplace
from cxdesk.storage import customers, households

LIMIT = 200


class Households:
    """People who live together."""

    def __init__(self, workplace: Workplace) -> None:
        self._work = workplace

    def near(self, customer_id: int) -> list[CustomerRow]:
        """Who may live with somebody: those with the same phone number who do not yet."""
        return customers.rows(self._work.db, households.near(self._work.db, customer_id))

    def join(self, customer_id: int, other_id: int) -> None:
        """The other one moves in with the customer, from wherever they lived; who lives alone moves to the other.

        Raises:
            UserError: when both are one customer, one is gone, or they live together already.
        """
        if customer_id == other_id:
            raise UserError("Choose somebody else: this is the same customer.")
        who, other = self._work.customer(customer_id), self._work.customer(other_id)
        db = self._work.db
        home, left = households.of(db, who.id), households.of(db, other.id)
        if home and left and home.id == left.id:
            raise UserError("{name} lives in this household already.", name=other.name)
        with self._work.change("Household joined", customer_id=customer_id, detail=other.name):
            if home is None and left:
                households.put(db, left.id, who.id)
                return
            place = home.id if home else households.insert(db, who.last_name or who.name)
            households.put(db, place, who.id)
            households.put(db, place, other.id)
            if left:
                households.tidy(db, left.id)

    def leave(self, customer_id: int, member_id: int) -> None:
        """Somebody moves out of the customer's household; who is left alone has none."""
        home = households.of(self._work.db, member_id)
        if home is None:
            return
        gone = self._work.customer(member_id)
        with self._work.change("Household left", customer_id=customer_id, detail=gone.name):
            households.remove(self._work.db, member_id)
            households.tidy(self._work.db, home.id)

    def rename(self, customer_id: int, household_id: int, name: str) -> None:
        """Call a household something else.

        Raises:
            UserError: when the name is empty or too long.
        """
        name = clean(name, LIMIT)
        if not name:
            raise UserError("Write a name for the household, such as: Virtanen.")
        with self._work.change("Household renamed", customer_id=customer_id, detail=name):
            households.rename(self._work.db, household_id, name)
