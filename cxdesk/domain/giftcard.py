"""Gift cards and store credit: money the shop holds for somebody."""

from dataclasses import dataclass, field
from datetime import date
from enum import StrEnum


class GiftCardKind(StrEnum):
    """Bought by somebody, or owed for a return."""

    GIFT_CARD = "gift_card"
    STORE_CREDIT = "store_credit"


@dataclass(frozen=True, slots=True)
class GiftCard:
    """A card with what is left on it in minor units; `last` is its last day, None for one that never ends."""

    code: str
    balance: int
    kind: GiftCardKind = GiftCardKind.GIFT_CARD
    customer_id: int | None = None
    day: date = date.min
    last: date | None = None
    note: str = ""
    uuid: str = ""
    id: int = field(default=0, compare=False)

    def valid(self, today: date) -> bool:
        """Whether something can be paid with it."""
        return self.balance > 0 and (self.last is None or today <= self.last)
