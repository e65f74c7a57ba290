"""What staff can do with purchases: record them once, with stock following."""

from dataclasses import replace

from cxdesk.domain.errors import UserError
from cxdesk.domain.purchase import Purchase, PurchaseKind, PurchaseLine, total
from cxdesk.language.folding import clean
from cxdesk.language.text import N_
from cxdesk.services.workplace import Workplace
from cxdesk.storage import products, purchases

LARGEST = 10**11
NAME_LIMIT = 200
SIGNED = frozenset({PurchaseKind.SALE, PurchaseKind.REFUND})


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
        label = N_("Return recorded") if purchase.kind is PurchaseKind.REFUND else N_("Purchase recorded")
        with self._work.change(label, customer_id=purchase.customer_id):
            return self.add(purchase)

    def add(self, purchase: Purchase) -> int:
        """Add a purchase within the change in progress; gives the id."""
        purchase = self._checked(purchase)
        for line in purchase.lines:
            if line.product_id:
                products.move_stock(self._work.db, line.product_id, -line.quantity)
        return purchases.insert(self._work.db, purchase)

    def latest(self, limit: int = 5) -> list[Purchase]:
        """The purchases recorded last."""
        return purchases.latest(self._work.db, limit)

    def _checked(self, purchase: Purchase) -> Purchase:
        if not purchase.lines:
            raise UserError("Add at least one product to the purchase.")
        if purchase.day > self._work.today():
            raise UserError("The purchase lies in the future: {day}. Check the date.", day=purchase.day)
        if purchase.customer_id is not None:
            self._work.customer(purchase.customer_id)
        lines = tuple(self._checked_line(line) for line in purchase.lines)
        return replace(
            purchase,
            receipt=self._checked_receipt(purchase),
            lines=lines,
            total=total(lines),
            staff_id=purchase.staff_id or self._work.staff_id,
        )

    def _checked_receipt(self, purchase: Purchase) -> str:
        receipt = clean(purchase.receipt, NAME_LIMIT)
        if receipt and purchases.by_receipt(self._work.db, purchase.source, receipt):
            raise UserError("The receipt {number} has already been recorded.", number=receipt)
        return receipt

    def _checked_line(self, line: PurchaseLine) -> PurchaseLine:
        figures = (line.quantity, line.unit_price, line.amount)
        if not all(abs(figure) <= LARGEST for figure in figures):  # so written, NaN is refused as well
            raise UserError("An amount is too large to be right. Check the quantity and the price.")
        if line.quantity == 0:
            raise UserError("The quantity cannot be 0.")
        if (line.quantity < 0) is (line.kind is PurchaseKind.SALE) and line.kind in SIGNED:
            raise UserError(
                "What is sold counts up, what is brought back counts down. Record a return as one."
            )
        if line.product_id is not None:
            self._work.product(line.product_id)
        return replace(line, description=clean(line.description, NAME_LIMIT))
