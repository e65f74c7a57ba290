"""Points, coupons and gift cards in words."""

from collections import Counter
from collections.abc import Iterable
from datetime import date

from cxdesk.domain.coupon import Coupon, CouponKind, CouponState
from cxdesk.domain.giftcard import GiftCardKind
from cxdesk.domain.points import PointsEntry, PointsKind
from cxdesk.language.language import Language


def points(language: Language, number: int) -> str:
    """So many points."""
    return language.tr_n("{n} point", "{n} points", number)


def kind(language: Language, entry: PointsEntry) -> str:
    """Why points came or went."""
    say = language.tr
    words = {
        PointsKind.IMPORT: say("brought along"),
        PointsKind.EARNED: say("earned"),
        PointsKind.BONUS: say("bonus"),
        PointsKind.SPENT: say("used"),
        PointsKind.EXPIRED: say("expired"),
        PointsKind.CORRECTED: say("corrected"),
        PointsKind.REVERSED: say("taken back") if entry.points < 0 else say("given back"),
        PointsKind.DONATED: say("donated"),
    }[entry.kind]
    return say("{what}: {detail}", what=words, detail=entry.note) if entry.note else words


def entries(language: Language, book: Iterable[PointsEntry]) -> list[tuple[str, date, int]]:
    """Entries in words; what came or went on one day for one reason stands in one row."""
    sums: Counter[tuple[str, date]] = Counter()
    for entry in book:
        sums[kind(language, entry), entry.day] += entry.points
    return [(words, day, points) for (words, day), points in sums.items()]


def coupon(language: Language, each: Coupon, product: str = "") -> str:
    """What a coupon gives."""
    say = language.tr
    share = language.percent((each.percent or 0) / 100)
    match each.kind:
        case CouponKind.PERCENT if product:
            words = say("{share} off: {product}", share=share, product=product)
        case CouponKind.PERCENT:
            words = say("{share} off the purchase", share=share)
        case CouponKind.AMOUNT:
            words = say("{money} off the purchase", money=language.money(each.amount or 0))
        case CouponKind.PRODUCT:
            words = say("Free: {product}", product=product or say("a product"))
        case CouponKind.BOGO:
            words = say("Two for the price of one: {product}", product=product or say("any product"))
    if each.least:
        return say("{what} from {money}", what=words, money=language.money(each.least))
    return words


def states(language: Language) -> dict[CouponState, str]:
    """What may have become of a coupon."""
    say = language.tr
    return {
        CouponState.OPEN: language.tr_c("coupon", "Open"),
        CouponState.WAITING: say("Not yet valid"),
        CouponState.USED: say("Used"),
        CouponState.EXPIRED: say("Expired"),
        CouponState.WITHDRAWN: say("Withdrawn"),
    }


def coupon_kinds(language: Language) -> dict[CouponKind, str]:
    """What a coupon may give."""
    say = language.tr
    return {
        CouponKind.PERCENT: say("Per cent off"),
        CouponKind.AMOUNT: say("Money off"),
        CouponKind.PRODUCT: say("A product free"),
        CouponKind.BOGO: say("Two for one"),
    }


def card_kind(language: Language, which: GiftCardKind) -> str:
    """A gift card, or store credit."""
    return language.tr("Gift card") if which is GiftCardKind.GIFT_CARD else language.tr("Store credit")
