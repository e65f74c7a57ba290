"""What a customer has with the shop, as it is printed for them."""

from dataclasses import dataclass
from datetime import date

from cxdesk.domain.coupon import Coupon
from cxdesk.domain.giftcard import GiftCard
from cxdesk.domain.goal import Progress
from cxdesk.domain.points import Lot, PointsEntry
from cxdesk.domain.promise import Promise


@dataclass(frozen=True, slots=True)
class Permission:
    """What the customer allows by which way (of the language's words), and since when."""

    words: str
    allowed: bool
    since: date | None


@dataclass(frozen=True, slots=True)
class Statement:
    """Points by lot and every entry of the book, coupons, cards, stamps, goals, promises and permissions on `made`.

    `stamps` are the stamp cards by name, with how many of how many stamps each has.
    """

    shop: str
    name: str
    made: date
    balance: int
    value: int
    lots: tuple[Lot, ...]
    entries: tuple[PointsEntry, ...]
    coupons: tuple[Coupon, ...]
    gift_cards: tuple[GiftCard, ...]
    promises: tuple[Promise, ...]
    permissions: tuple[Permission, ...]
    stamps: tuple[tuple[str, int, int], ...] = ()
    goals: tuple[Progress, ...] = ()
