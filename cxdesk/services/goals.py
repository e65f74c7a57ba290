"""What staff can do with the goals of customers; purchases bring most of them nearer by themselves."""

from dataclasses import replace

from cxdesk.domain.errors import UserError
from cxdesk.domain.goal import Counts, Goal, Progress
from cxdesk.domain.product import Product
from cxdesk.language.folding import clean
from cxdesk.services.workplace import Workplace
from cxdesk.storage import goals, products

TEXT_LIMIT, UNIT_LIMIT = 100, 20
MOST = 1_000_000
ALIKE = 20


class Goals:
    """The goals of customers."""

    def __init__(self, workplace: Workplace) -> None:
        self._work = workplace

    def of_customer(self, customer_id: int) -> list[Progress]:
        """How far the open goals of a customer have come, the oldest first."""
        return goals.of(self._work.db, [customer_id], self._work.today())[customer_id]

    def set(self, goal: Goal) -> int:
        """Set a goal; gives the id. Of pieces `item` names the product or the category. The same form (uuid) sets one.

        Raises:
            UserError: when the number cannot be right, or nothing is called as `item` says.
        """
        if goal.uuid and (made := goals.by_uuid(self._work.db, goal.uuid)):
            return made
        customer = self._work.customer(goal.customer_id)
        if customer.restricted:
            raise UserError("The data of {name} is only kept: nothing is counted.", name=customer.name)
        if not 0 < goal.target <= MOST:
            raise UserError("Write how many as a number, such as 10.")
        goal = self._about(
            replace(goal, text=clean(goal.text, TEXT_LIMIT), unit=clean(goal.unit, UNIT_LIMIT))
        )
        with self._work.change(
            "Goal set", customer_id=customer.id, detail=goal.text or goal.item or goal.unit
        ):
            return goals.insert(self._work.db, goal, self._work.stamp(), self._work.staff_id)

    def advance(self, goal: Goal, amount: float, uuid: str = "") -> None:
        """Bring a goal nearer by hand, or back; the same form (uuid) twice does it once.

        Raises:
            UserError: when the goal is counted by itself, or there is nothing to add.
        """
        if uuid and goals.knows_step(self._work.db, uuid):
            return
        if goal.counts is not Counts.HAND:
            raise UserError("This goal is counted from the purchases.")
        if not 0 < abs(amount) <= MOST:
            raise UserError("Write how many as a number, such as 10.")
        with self._work.change(
            "Goal brought nearer", customer_id=goal.customer_id, detail=goal.text or goal.unit
        ):
            step, db = (self._work.today(), amount), self._work.db
            goals.add_step(db, goal.id, step, self._work.stamp(), self._work.staff_id, uuid)

    def celebrate(self, goal: Goal) -> None:
        """The customer was congratulated; the goal is behind them."""
        with self._work.change(
            "Goal celebrated", customer_id=goal.customer_id, detail=goal.text or goal.item
        ):
            goals.close(self._work.db, goal.id, self._work.today())

    def drop(self, goal: Goal) -> None:
        """It is no goal after all."""
        with self._work.change("Goal removed", customer_id=goal.customer_id, detail=goal.text or goal.item):
            goals.delete(self._work.db, goal.id)

    def _about(self, goal: Goal) -> Goal:
        """The goal with what its pieces are of."""
        if goal.counts is not Counts.PIECES:
            return goal
        item, shop = goal.item.strip(), self._work.shop()
        for category in products.categories(self._work.db, shop.language):
            if item and category.casefold() == item.casefold():
                return replace(goal, category=category, item=category)
        found = self._product(item)
        if found is None:
            raise UserError(
                "No product or category is called “{what}”. Write its name as it stands among the products.",
                what=item,
            )
        return replace(goal, product_id=found.id, item=found.name)

    def _product(self, item: str) -> Product | None:
        alike = products.search(self._work.db, item, ALIKE) if item else []
        same = [each for each in alike if each.name.casefold() == item.casefold()]
        found = same or alike
        return found[0] if same or len(found) == 1 else None
