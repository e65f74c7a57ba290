"""Coupons: what they are worth on a purchase, and whether they can be used."""

from collections.abc import Sequence
from dataclasses import dataclass, field
from datetime import date
from decimal import Decimal
from enum import StrEnum

from cxdesk.domain.money import minor
from cxdesk.domain.points import share_out
from cxdesk.domain.purchase import PurchaseKind, PurchaseLine


class CouponKind(StrEnum):
    """What a coupon gives: a share of the price, money, one article, or the cheaper of two."""

    PERCENT = "percent"
    AMOUNT = "amount"
    PRODUCT = "product"
    BOGO = "bogo"


class CouponState(StrEnum):
    """What has become of a coupon."""

    OPEN = "open"
    WAITING = "waiting"
    USED = "used"
    EXPIRED = "expired"
    WITHDRAWN = "withdrawn"


@dataclass(frozen=True, slots=True)
class Coupon:
    """One coupon, valid from `first` to `last`; whoever has it may use it when it names no customer.

    `amount` and `least` (the least that must be bought) are in minor units; `product_id` is the
    article it is for, `campaign_id` the event whose cost it is.
    """

    kind: CouponKind
    first: date
    last: date
    code: str = ""
    customer_id: int | None = None
    percent: int | None = None
    amount: int | None = None
    product_id: int | None = None
    least: int = 0
    uses: int = 1
    day: date = date.min
    reason: str = ""
    suggestion: str = ""
    withdrawn: date | None = None
    campaign_id: int | None = None
    uuid: str = ""
    id: int = field(default=0, compare=False)

    def state(self, used: int, today: date) -> CouponState:
        """What has become of it, having been used so often."""
        if self.withdrawn:
            return CouponState.WITHDRAWN
        if used >= self.uses:
            return CouponState.USED
        if today > self.last:
            return CouponState.EXPIRED
        return CouponState.WAITING if today < self.first else CouponState.OPEN

    def off(self, lines: Sequence[PurchaseLine]) -> list[int]:
        """What goes off each line, in minor units; nothing anywhere when the purchase does not fit."""
        prices = [line.amount if self._fits(line) else 0 for line in lines]
        if self.kind is CouponKind.PERCENT:
            whole = minor(Decimal(sum(prices) * (self.percent or 0)) / 100, 0)
            return share_out(whole, prices)
        if self.kind is CouponKind.AMOUNT:
            return share_out(min(self.amount or 0, sum(prices)), prices)
        return self._one_free(lines, prices)

    def reaches(self, lines: Sequence[PurchaseLine]) -> bool:
        """Whether so much is bought as the coupon asks for."""
        return sum(line.amount for line in lines if line.kind is PurchaseKind.SALE) >= self.least

    def _fits(self, line: PurchaseLine) -> bool:
        return (
            line.kind is PurchaseKind.SALE and line.amount > 0 and self.product_id in {None, line.product_id}
        )

    def _one_free(self, lines: Sequence[PurchaseLine], prices: Sequence[int]) -> list[int]:
        """One unit of the cheapest fitting line; of two for the price of one there must be two."""
        fitting = [at for at, price in enumerate(prices) if price]
        units = sum(lines[at].quantity for at in fitting)
        off = [0] * len(lines)
        if units >= (2 if self.kind is CouponKind.BOGO else 1):
            cheapest = min(fitting, key=lambda at: (lines[at].amount / lines[at].quantity, at))
            line = lines[cheapest]
            off[cheapest] = min(line.amount, minor(line.amount / Decimal(str(line.quantity)), 0))
        return off
