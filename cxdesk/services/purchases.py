"""What staff can do with purchases: record them once, with stock following."""

from dataclasses import replace

from cxdesk.domain.errors import UserError
from cxdesk.domain.purchase import Purchase, PurchaseKind, total
from cxdesk.services.workplace import Workplace
from cxdesk.storage import products, purchases

LARGEST = 10**11


class Purchases:
    """The shop's sales, as far as CX Desk knows them."""

    def __init__(self, workplace: Workplace) -> None:
        self._work = workplace

    def record(self, purchase: Purchase) -> int:
        """Save a purchase or a return with its lines; gives the id. The same form (uuid) saved twice is one purchase.

        Raises:
            UserError: when it has no lines, lies in the future, or an amount cannot be right.
        """
        known = purchases.by_uuid(self._work.db, purchase.uuid) if purchase.uuid else None
        if known:
            return known
        label = "Return recorded" if purchase.kind is PurchaseKind.REFUND else "Purchase recorded"
        with self._work.change(label, customer_id=purchase.customer_id):
            return self.add(purchase)

    def add(self, purchase: Purchase) -> int:
        """Add a purchase within the change in progress; gives the id."""
        self._check(purchase)
        staff_id = purchase.staff_id or self._work.staff_id
        for line in purchase.lines:
            if line.product_id:
                products.move_stock(self._work.db, line.product_id, -line.quantity)
        return purchases.insert(
            self._work.db, replace(purchase, total=total(purchase.lines), staff_id=staff_id)
        )

    def latest(self, limit: int = 5) -> list[Purchase]:
        """The purchases recorded last."""
        return purchases.latest(self._work.db, limit)

    def _check(self, purchase: Purchase) -> None:
        if not purchase.lines:
            raise UserError("Add at least one product to the purchase.")
        if purchase.day > self._work.today():
            raise UserError("The purchase lies in the future: {day}. Check the date.", day=purchase.day)
        if any(abs(line.amount) > LARGEST or abs(line.quantity) > LARGEST for line in purchase.lines):
            raise UserError("An amount is too large to be right. Check the quantity and the price.")
