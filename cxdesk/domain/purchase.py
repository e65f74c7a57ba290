"""A purchase: what was bought or brought back, line by line."""

from collections.abc import Iterable
from dataclasses import dataclass, field
from datetime import date, time
from enum import StrEnum


class PurchaseKind(StrEnum):
    """What a receipt or a line is: a cancelled one never counts, a refund counts negative."""

    SALE = "sale"
    REFUND = "refund"
    CANCELLED = "cancelled"
    ADJUSTMENT = "adjustment"


@dataclass(frozen=True, slots=True)
class PurchaseLine:
    """One line: quantity in units (negative in a refund), money in minor units, `amount` signed like the quantity.

    `amount` is what is paid, after `discount`; `returns` is the earlier line of which a refund brings something back.
    `points` are paid for it with the purchase (a part of `discount`, or for the reward `reward_id`); the points book
    keeps them.
    """

    description: str
    quantity: float
    unit_price: int
    amount: int
    product_id: int | None = None
    kind: PurchaseKind = PurchaseKind.SALE
    line_key: str = ""
    discount: int = 0
    returns: int | None = None
    warranty_until: date | None = None
    reason: str = ""
    points: int = 0
    reward_id: int | None = None
    id: int = field(default=0, compare=False)


@dataclass(frozen=True, slots=True)
class Redeemed:
    """A coupon or gift card used with a purchase, and for how much."""

    code: str
    amount: int


@dataclass(frozen=True, slots=True)
class Purchase:
    """A receipt; `total` is what it adds to the customer's spending, in minor units.

    `coupons` and `gift_cards` are used with it when it is recorded; what a gift card pays is part of the total.
    """

    id: int
    day: date
    kind: PurchaseKind
    total: int
    customer_id: int | None = None
    time_of_day: time | None = None
    receipt: str = ""
    source: str = ""
    staff_id: int | None = None
    uuid: str = ""
    lines: tuple[PurchaseLine, ...] = ()
    coupons: tuple[Redeemed, ...] = ()
    gift_cards: tuple[Redeemed, ...] = ()


def total(lines: Iterable[PurchaseLine]) -> int:
    """What the lines add up to in minor units, cancelled ones left out."""
    return sum(line.amount for line in lines if line.kind is not PurchaseKind.CANCELLED)
