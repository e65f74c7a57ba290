"""What is being bought, and what it becomes when it is saved."""

from dataclasses import dataclass, replace
from datetime import datetime

from cxdesk.domain.money import line_amount
from cxdesk.domain.product import Product
from cxdesk.domain.purchase import Purchase, PurchaseKind, PurchaseLine, total

SOURCE = "counter"


@dataclass(frozen=True, slots=True)
class Basket:
    """A purchase being written; its identity is made with it, so that saving twice records once."""

    uuid: str
    lines: tuple[PurchaseLine, ...] = ()

    @property
    def total(self) -> int:
        """What the purchase costs, in minor units."""
        return total(self.lines)

    def add(self, product: Product) -> "Basket":
        """The basket with one more of `product`."""
        for index, line in enumerate(self.lines):
            if line.product_id == product.id:
                return self.more(index, 1)
        return replace(
            self, lines=(*self.lines, PurchaseLine(product.name, 1, product.price, product.price, product.id))
        )

    def more(self, index: int, step: float) -> "Basket":
        """The basket with `step` more of a line; a line of nothing goes."""
        return self.many(index, self.lines[index].quantity + step)

    def many(self, index: int, quantity: float) -> "Basket":
        """The basket with so many of a line; a line of nothing goes."""
        line = self.lines[index]
        amount = line_amount(quantity, line.unit_price)
        kept = (replace(line, quantity=quantity, amount=amount),) if quantity > 0 else ()
        return replace(self, lines=(*self.lines[:index], *kept, *self.lines[index + 1 :]))

    def purchase(self, now: datetime, customer_id: int | None) -> Purchase | None:
        """The purchase to save, None when nothing was bought."""
        if not self.lines:
            return None
        return Purchase(
            id=0,
            day=now.date(),
            kind=PurchaseKind.SALE,
            total=self.total,
            customer_id=customer_id,
            time_of_day=now.time(),
            source=SOURCE,
            uuid=self.uuid,
            lines=self.lines,
        )
