"""The lines of the arrival card, and those about points, tier, stamps, coupons and cards."""

from collections.abc import Iterator
from dataclasses import dataclass

from cxdesk.language import loyalty
from cxdesk.language.language import Language
from cxdesk.services.benefits import Held
from cxdesk.services.points import Standing
from cxdesk.ui.tokens import Tone


@dataclass(frozen=True, slots=True)
class Notice:
    """A line of the arrival card; one with a tone stands on a soft fill, and a promise in it can be kept there."""

    icon: str
    text: str
    tone: Tone | None = None
    promise: int | None = None


def benefits(language: Language, held: Held) -> Iterator[Notice]:
    """What a customer can use, and how far it is to the next reward and tier."""
    if held.standing:
        yield Notice("crown", _standing(language, held.standing))
    for stamped in held.stamps:
        count, of = min(stamped.stamps, stamped.card.stamps), stamped.card.stamps
        if stamped.full:
            text = language.tr("{card} is full: {reward}", card=stamped.card.name, reward=stamped.card.reward)
            yield Notice("gift", text, Tone.GIFT)
        else:
            yield Notice(
                "star", language.tr("{card}: {n} of {of} stamps", card=stamped.card.name, n=count, of=of)
            )
    for coupon in held.coupons:
        gives, last = loyalty.coupon(language, coupon), language.day(coupon.last)
        text = language.tr("Coupon until {day}: {what}", day=last, what=gives)
        yield Notice("ticket-percent", text, Tone.GIFT)
    for card in held.gift_cards:
        left, kind = language.money(card.balance), loyalty.card_kind(language, card.kind)
        yield Notice("tag", language.tr("{kind} {code}: {left} left", kind=kind, code=card.code, left=left))


def _standing(language: Language, standing: Standing) -> str:
    """Points, tier, and what is missing to the next."""
    parts = [loyalty.points(language, standing.balance)]
    if standing.tier:
        parts.append(standing.tier.name)
    if standing.next_reward:
        missing = loyalty.points(language, standing.next_reward.points - standing.balance)
        parts.append(language.tr("{what}: {missing} to go", what=standing.next_reward.name, missing=missing))
    if standing.next_tier:
        money = language.money(standing.next_tier.spend - standing.spend)
        parts.append(language.tr("{what}: {missing} to go", what=standing.next_tier.name, missing=money))
    if standing.expiring and standing.expires:
        day = language.day(standing.expires)
        parts.append(language.tr("{n} expire from {day}", n=standing.expiring, day=day))
    return " · ".join(parts)
