"""What staff can do on their own judgement: give something at once, within their limit, and see what came of it."""

from dataclasses import dataclass, replace
from datetime import date, timedelta

from cxdesk.domain.errors import UserError
from cxdesk.domain.gift import clashes
from cxdesk.domain.gift import cost as cost_of
from cxdesk.domain.goodwill import Given, Goodwill, GoodwillMonth, Purse, months
from cxdesk.domain.product import Product
from cxdesk.domain.shop import Role, StaffMember
from cxdesk.language.folding import clean
from cxdesk.services.gifts import unwanted
from cxdesk.services.workplace import Workplace
from cxdesk.storage import goodwill, preferences, products
from cxdesk.storage import shop as shop_storage

TEXT_LIMIT = 200
LARGEST = 10**9
LATELY = 366  # days


@dataclass(frozen=True, slots=True)
class GoodwillLog:
    """What was given in a year, month by month, and what each member of staff may give this month."""

    given: tuple[Given, ...]
    months: tuple[GoodwillMonth, ...]
    purses: tuple[tuple[StaffMember, Purse], ...]


class GoodwillGestures:
    """Gestures of goodwill."""

    def __init__(self, workplace: Workplace) -> None:
        self._work = workplace

    def purse(self, staff_id: int | None = None, day: date | None = None) -> Purse:
        """What somebody (who is at the desk by default) may give in the month of a day, and has given.

        Raises:
            UserError: when nobody is at the desk.
        """
        return self._purse(self._member(staff_id or self._work.staff_id), day or self._work.today())

    def clash(self, product: Product, customer_id: int) -> str:
        """What the customer is allergic to or dislikes that this product may be; empty when nothing is known."""
        warnings = preferences.warnings(self._work.db, [customer_id])[customer_id]
        found = (each for each in warnings if any(clashes(product.words, word) for word in unwanted([each])))
        return next(found, "")

    def give(self, given: Goodwill) -> int:
        """Give something at once; gives the id. The same form (uuid) twice gives once.

        Raises:
            UserError: when it is nothing, lies in the future, or exceeds what this member of staff may still give.
        """
        if given.uuid and (known := goodwill.by_uuid(self._work.db, given.uuid)):
            return known
        given = self._checked(given)
        self._within_limit(given)
        with self._work.change("Gesture of goodwill", customer_id=given.customer_id, detail=given.what):
            if given.product_id is not None:
                products.move_stock(self._work.db, given.product_id, -1)
            return goodwill.insert(self._work.db, given, self._work.stamp())

    def log(self) -> GoodwillLog:
        """What was given in a year; a member of staff sees their own, an owner and a shop without names everything."""
        here, today = self._work.staff_id, self._work.today()
        staff = [each for each in shop_storage.staff(self._work.db) if each.active]
        owner = not any(each.id == here and each.role is Role.STAFF for each in staff)
        given = goodwill.log(self._work.db, today - timedelta(days=LATELY), None if owner else here)
        purses = [(each, self._purse(each, today)) for each in staff if owner or each.id == here]
        return GoodwillLog(tuple(given), tuple(months(given, today)), tuple(purses))

    def _member(self, staff_id: int | None) -> StaffMember:
        staff = shop_storage.staff(self._work.db)
        found = next((each for each in staff if each.id == staff_id and each.active), None)
        if found is None:
            raise UserError("Choose first who is at the desk (F4): everybody has a limit of their own.")
        return found

    def _purse(self, member: StaffMember, day: date) -> Purse:
        first = day.replace(day=1)
        last = (first + timedelta(days=31)).replace(day=1) - timedelta(days=1)
        usual = None if member.role is Role.OWNER else self._work.shop().goodwill_limit
        limit = usual if member.monthly_limit is None else member.monthly_limit
        return Purse(limit, goodwill.used(self._work.db, member.id, first, last))

    def _checked(self, given: Goodwill) -> Goodwill:
        what, cost = clean(given.what, TEXT_LIMIT), given.cost
        if given.product_id is not None:
            product = self._work.product(given.product_id)
            what, cost = what or product.name, cost or cost_of(product)
        if not what:
            raise UserError("Write what is given.")
        if not 0 <= cost <= LARGEST:
            raise UserError("What a gift costs and how many there are cannot be negative.")
        if given.day > self._work.today():
            raise UserError("The gesture lies in the future: {day}. Check the day.", day=given.day)
        if given.customer_id is not None:
            self._work.customer(given.customer_id)
        staff = self._member(given.staff_id or self._work.staff_id)
        return replace(given, what=what, cost=cost, staff_id=staff.id)

    def _within_limit(self, given: Goodwill) -> None:
        purse = self.purse(given.staff_id, given.day)
        if purse.left is None or given.cost <= purse.left:
            return
        money = self._work.language().money
        raise UserError(
            "{cost} is more than is left this month: {used} of {limit} used. Give less, or ask the owner.",
            cost=money(given.cost),
            used=money(purse.used),
            limit=money(purse.limit or 0),
        )
