"""A discount on a line of a purchase."""

from dataclasses import dataclass
from decimal import Decimal

from cxdesk.domain.money import minor


@dataclass(frozen=True, slots=True)
class Discount:
    """An amount in minor units off the line, or per cent of its price."""

    amount: int = 0
    percent: Decimal = Decimal(0)

    def of(self, price: int) -> int:
        """What goes off a line that costs `price` minor units: at most all of it."""
        return min(self.amount + minor(price * self.percent / 100, 0), max(0, price))


NONE = Discount()
