"""What a customer uses up with a purchase: money off for a coupon or for points, line by line to the cent."""

from collections.abc import Sequence
from dataclasses import dataclass, replace

from cxdesk.domain.points import share_out
from cxdesk.domain.purchase import PurchaseKind, PurchaseLine


@dataclass(frozen=True, slots=True)
class PointsUse:
    """So many points as money off, each worth `value` minor units."""

    points: int
    value: int


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
