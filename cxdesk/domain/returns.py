"""What comes back to the shop: never more than was bought, and for exactly what was paid."""

from dataclasses import dataclass, replace
from datetime import date
from decimal import Decimal

from cxdesk.domain.money import line_amount, minor
from cxdesk.domain.purchase import PurchaseKind, PurchaseLine


@dataclass(frozen=True, slots=True)
class Returnable:
    """A line sold earlier: `returned` units of it have come back so far, for `refunded` minor units."""

    line: PurchaseLine
    day: date
    receipt: str = ""
    returned: float = 0
    refunded: int = 0

    @property
    def left(self) -> float:
        """How many units can still come back."""
        return max(0, round(self.line.quantity - self.returned, 3))

    def back(self, quantity: float, reason: str = "") -> PurchaseLine:
        """The line that takes back so many units, at most all that are left.

        After each return exactly the share of the price has been given back that has come back of the goods, so that
        a part of a discounted line gives its part of the discount, and the last part the rest.
        """
        quantity = min(quantity, self.left)
        amount = max(0, self._worth(self.returned + quantity) - self.refunded)
        return replace(
            self.line,
            id=0,
            line_key="",
            kind=PurchaseKind.REFUND,
            quantity=-quantity,
            amount=-amount,
            discount=max(0, line_amount(quantity, self.line.unit_price) - amount),
            returns=self.line.id,
            warranty_until=None,
            reason=reason,
        )

    def _worth(self, quantity: float) -> int:
        """What was paid for so many units of the line."""
        share = Decimal(str(round(quantity, 3))) / Decimal(str(self.line.quantity))
        return minor(self.line.amount * share, 0)
