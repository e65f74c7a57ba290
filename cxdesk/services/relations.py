"""What staff can do with relations: who is what to whom, and who brought whom."""

from cxdesk.domain.errors import UserError
from cxdesk.domain.relations import Role
from cxdesk.services.workplace import Workplace
from cxdesk.storage import relations


class Relations:
    """What customers are to each other."""

    def __init__(self, workplace: Workplace) -> None:
        self._work = workplace

    def add(self, customer_id: int, other_id: int, role: Role) -> None:
        """The other one is `role` to the customer; the same twice is kept once.

        Raises:
            UserError: when both are one customer, one is gone, somebody was brought already, or by themselves.
        """
        if customer_id == other_id:
            raise UserError("Choose somebody else: this is the same customer.")
        other = self._work.customer(other_id)
        self._work.customer(customer_id)
        if role is Role.REFERRER:
            self._check_referrer(customer_id, other_id)
        elif role is Role.REFERRED:
            self._check_referrer(other_id, customer_id)
        with self._work.change("Relation added", customer_id=customer_id, detail=other.name):
            relations.insert(self._work.db, customer_id, other_id, role)

    def drop(self, customer_id: int, relation_id: int) -> None:
        """Take a relation away."""
        with self._work.change("Relation removed", customer_id=customer_id):
            relations.delete(self._work.db, relation_id)

    def _check_referrer(self, brought: int, by: int) -> None:
        """Nobody is brought twice, and nobody by one whom they have brought themselves."""
        db = self._work.db
        known = next((each for each in relations.of(db, brought) if each.role is Role.REFERRER), None)
        name = self._work.customer(brought).name
        if known and known.other_id != by:
            raise UserError(
                "{name} was brought by {other} already. Remove that first.", name=name, other=known.other
            )
        if brought in relations.referrers(db, by):
            raise UserError(
                "{other} was brought by {name}, so it cannot be the other way round.",
                name=name,
                other=self._work.customer(by).name,
            )
