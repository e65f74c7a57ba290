"""What is being bought and brought back, and what it becomes when it is saved."""

from dataclasses import dataclass, replace
from datetime import date, datetime

from cxdesk.domain.benefits import PointsUse, Priced, priced
from cxdesk.domain.coupon import Coupon
from cxdesk.domain.discount import NONE, Discount
from cxdesk.domain.giftcard import GiftCard
from cxdesk.domain.money import line_amount
from cxdesk.domain.product import Product
from cxdesk.domain.programme import Reward, Tier
from cxdesk.domain.promise import Promise
from cxdesk.domain.purchase import Purchase, PurchaseKind, PurchaseLine, Redeemed
from cxdesk.domain.returns import Returnable

SOURCE = "counter"


@dataclass(frozen=True, slots=True)
class BasketLine:
    """A line being written; `quantity` counts up also for what is `returned`, of an `old` sale or without a receipt."""

    description: str
    quantity: float
    unit_price: int
    product_id: int | None = None
    discount: Discount = NONE
    warranty_until: date | None = None
    returned: bool = False
    old: Returnable | None = None
    reason: str = ""
    reward: Reward | None = None

    @property
    def line(self) -> PurchaseLine:
        """The line of the purchase."""
        if self.old:
            return self.old.back(self.quantity, self.reason)
        sign = -1 if self.returned else 1
        price = line_amount(self.quantity, self.unit_price)
        off = self.discount.of(price)
        return PurchaseLine(
            self.description,
            sign * self.quantity,
            self.unit_price,
            sign * (price - off),
            self.product_id,
            PurchaseKind.REFUND if self.returned else PurchaseKind.SALE,
            discount=off,
            warranty_until=self.warranty_until,
            reason=self.reason,
            points=round(self.reward.points * self.quantity) if self.reward else 0,
            reward_id=self.reward.id if self.reward else None,
        )

    def of(self, quantity: float) -> "BasketLine":
        """The line with another quantity: of what was sold before, at most what has not come back yet."""
        return replace(self, quantity=min(quantity, self.old.left) if self.old else quantity)

    def same(self, other: "BasketLine") -> bool:
        """Whether one more of `other` is one more of this line."""
        if self.old or other.old:
            return bool(self.old and other.old and self.old.line.id == other.old.line.id)
        if self.reward or other.reward:
            return self.reward == other.reward
        kept = (self.product_id, self.unit_price, self.returned)
        return self.product_id is not None and kept == (other.product_id, other.unit_price, other.returned)


@dataclass(frozen=True, slots=True)
class Pledge:
    """What is being promised, until when."""

    text: str
    due: date


@dataclass(frozen=True, slots=True)
class Basket:
    """A purchase and a promise being written; their identity is made with it, so that saving twice records once.

    `credit` is whether what is given back stays in the shop as store credit, `tier` one that takes something off.
    """

    uuid: str
    lines: tuple[BasketLine, ...] = ()
    pledge: Pledge | None = None
    receipt: str = ""
    coupons: tuple[Coupon, ...] = ()
    points: PointsUse | None = None
    gift_card: GiftCard | None = None
    credit: bool = False
    tier: Tier | None = None

    @property
    def priced(self) -> Priced:
        """The purchase with what the customer uses up."""
        lines = [line.line for line in self.lines]
        return priced(lines, self.coupons, self.points, self.gift_card, self.tier)

    @property
    def total(self) -> int:
        """What is to pay, in minor units; below 0 the customer gets money back."""
        return self.priced.due

    def add(self, product: Product) -> "Basket":
        """The basket with one more of `product`, at the price that its line has already."""
        for index, line in enumerate(self.lines):
            if line.product_id == product.id and not (line.returned or line.reward):
                return self.more(index, 1)
        return self.take(BasketLine(product.name, 1, product.price, product.id))

    def take(self, new: BasketLine) -> "Basket":
        """The basket with one more of such a line."""
        for index, line in enumerate(self.lines):
            if line.same(new):
                return self.more(index, 1)
        return replace(self, lines=(*self.lines, new))

    def more(self, index: int, step: float) -> "Basket":
        """The basket with `step` more of a line; a line of nothing goes."""
        return self.many(index, self.lines[index].quantity + step)

    def many(self, index: int, quantity: float) -> "Basket":
        """The basket with so many of a line; a line of nothing goes."""
        return self.put(index, self.lines[index].of(round(quantity, 3)))

    def put(self, index: int, line: BasketLine) -> "Basket":
        """The basket with another line in this place; a line of nothing goes."""
        kept = (line,) if line.quantity > 0 else ()
        return replace(self, lines=(*self.lines[:index], *kept, *self.lines[index + 1 :]))

    def purchase(self, now: datetime, customer_id: int | None) -> Purchase | None:
        """The purchase to save, None when nothing was bought or brought back."""
        if not self.lines:
            return None
        only_back = all(line.returned for line in self.lines)
        made = self.priced
        return Purchase(
            id=0,
            day=now.date(),
            kind=PurchaseKind.REFUND if only_back else PurchaseKind.SALE,
            total=made.total,
            customer_id=customer_id,
            time_of_day=now.time(),
            receipt=self.receipt.strip(),
            source=SOURCE,
            uuid=self.uuid,
            lines=made.lines,
            coupons=tuple(each for each in made.coupons if each.amount),
            gift_cards=self._cards(made),
        )

    def _cards(self, made: Priced) -> tuple[Redeemed, ...]:
        if self.credit and made.total < 0:
            return (Redeemed("", -made.total),)
        return (made.gift_card,) if made.gift_card and made.gift_card.amount else ()

    def promise(self, now: datetime, customer_id: int | None) -> Promise | None:
        """The promise to save, None when nothing was promised."""
        if self.pledge is None:
            return None
        return Promise(0, customer_id or 0, self.pledge.text, self.pledge.due, now.date(), uuid=self.uuid)
