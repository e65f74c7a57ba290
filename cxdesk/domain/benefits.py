"""What a customer uses up with a purchase: money off for a coupon or for points, line by line to the cent."""

from collections.abc import Sequence
from dataclasses import dataclass, replace
from decimal import Decimal

from cxdesk.domain.coupon import Coupon
from cxdesk.domain.giftcard import GiftCard
from cxdesk.domain.money import minor
from cxdesk.domain.points import share_out
from cxdesk.domain.programme import Tier
from cxdesk.domain.purchase import PurchaseKind, PurchaseLine, Redeemed, total


@dataclass(frozen=True, slots=True)
class PointsUse:
    """So many points as money off, each worth `value` minor units."""

    points: int
    value: int


@dataclass(frozen=True, slots=True)
class Priced:
    """A purchase as it is paid: its lines, what tier and coupons take off, the points used, what a gift card pays."""

    lines: tuple[PurchaseLine, ...]
    coupons: tuple[Redeemed, ...] = ()
    points: PointsUse = PointsUse(0, 0)
    gift_card: Redeemed | None = None
    tier: int = 0

    @property
    def total(self) -> int:
        """What the purchase costs; below 0 the customer gets money back."""
        return total(self.lines)

    @property
    def due(self) -> int:
        """What is left to pay beside the gift card."""
        return self.total - (self.gift_card.amount if self.gift_card else 0)


def priced(
    lines: Sequence[PurchaseLine],
    coupons: Sequence[Coupon] = (),
    points: PointsUse | None = None,
    gift_card: GiftCard | None = None,
    tier: Tier | None = None,
) -> Priced:
    """First the tier, then the coupons one after the other, then the points; a gift card pays what then remains.

    A coupon that does not fit the purchase takes off nothing.
    """
    spared = percent_off(lines, tier.percent) if tier else [0] * len(lines)
    left, redeemed = reduced(lines, spared), list[Redeemed]()
    for coupon in coupons:
        off = coupon.off(left) if coupon.reaches(left) else [0] * len(left)
        redeemed.append(Redeemed(coupon.code, sum(off)))
        left = reduced(left, off)
    use = (
        PointsUse(most_points(left, points.value, points.points), points.value) if points else PointsUse(0, 0)
    )
    left = paid_with_points(left, use)
    pays = min(gift_card.balance, max(0, total(left))) if gift_card else 0
    card = Redeemed(gift_card.code, pays) if gift_card else None
    return Priced(tuple(left), tuple(redeemed), use, card, sum(spared))


def percent_off(lines: Sequence[PurchaseLine], percent: int) -> list[int]:
    """So many per cent of what is sold, line by line to the cent."""
    prices = [line.amount if line.kind is PurchaseKind.SALE else 0 for line in lines]
    return share_out(minor(Decimal(sum(prices) * percent) / 100, 0), prices)


def reduced(lines: Sequence[PurchaseLine], off: Sequence[int]) -> list[PurchaseLine]:
    """The lines with so much more off each."""
    return [
        replace(line, discount=line.discount + less, amount=line.amount - less) if less else line
        for line, less in zip(lines, off, strict=True)
    ]


def payable(lines: Sequence[PurchaseLine]) -> int:
    """What the lines that are sold cost, in minor units."""
    return sum(line.amount for line in lines if line.kind is PurchaseKind.SALE)


def most_points(lines: Sequence[PurchaseLine], value: int, balance: int) -> int:
    """How many points can be used: no more than there are, none that would pay for nothing."""
    return min(balance, payable(lines) // value) if value else 0


def paid_with_points(lines: Sequence[PurchaseLine], use: PointsUse) -> list[PurchaseLine]:
    """The lines with the points as money off, each line knowing its share of both."""
    prices = [line.amount if line.kind is PurchaseKind.SALE else 0 for line in lines]
    points = most_points(lines, use.value, use.points)
    off, shares = share_out(points * use.value, prices), share_out(points, prices)
    less = reduced(lines, off)
    return [
        replace(line, points=line.points + share) if share else line
        for line, share in zip(less, shares, strict=True)
    ]
