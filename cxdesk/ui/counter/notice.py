"""The lines of the arrival card, and those about points, tier, stamps, coupons and cards."""

from collections.abc import Iterable, Iterator
from dataclasses import dataclass

from cxdesk.domain.goal import Counts, Progress
from cxdesk.language import goals as words
from cxdesk.language import loyalty
from cxdesk.language.language import Language
from cxdesk.language.programme import tier_discount
from cxdesk.services.benefits import Held
from cxdesk.services.points import Standing
from cxdesk.ui import standing
from cxdesk.ui.tokens import Tone


@dataclass(frozen=True, slots=True)
class Notice:
    """A line of the arrival card; one with a tone stands on a soft fill.

    A promise in it can be kept there, the reward of a full stamp card handed over, a goal brought nearer or celebrated.
    """

    icon: str
    text: str
    tone: Tone | None = None
    promise: int | None = None
    stamp_card: int | None = None
    goal: Progress | None = None


def aims(language: Language, goals: Iterable[Progress]) -> Iterator[Notice]:
    """How far the customer's own goals have come; one that is reached is celebrated."""
    for each in goals:
        done, text = words.progress(language, each), each.goal.text
        if each.reached:
            said = language.tr("Goal reached: {what}", what=words.title(language, each.goal))
            yield Notice("target", said, Tone.GIFT, goal=each)
        else:
            said = language.tr("Goal: {what}", what=" · ".join(part for part in (text, done) if part))
            by_hand = each.goal.counts is Counts.HAND
            yield Notice("target", said, Tone.INFO if by_hand else None, goal=each if by_hand else None)


def benefits(language: Language, held: Held) -> Iterator[Notice]:
    """What a customer can use, and how far it is to the next reward and tier."""
    if held.standing:
        yield Notice("crown", _standing(language, held.standing))
        if owed := standing.owed(language, held.standing):
            yield Notice("triangle-alert", owed, Tone.WARN)
    for stamped in held.stamps:
        text = standing.stamped(language, stamped)
        full = Notice("gift", text, Tone.GIFT, stamp_card=stamped.card.id)
        yield full if stamped.full else Notice("star", text)
    for coupon in held.coupons:
        gives, last = loyalty.coupon(language, coupon), language.day(coupon.last)
        text = language.tr("Coupon until {day}: {what}", day=last, what=gives)
        yield Notice("ticket-percent", text, Tone.GIFT)
    for card in held.gift_cards:
        left, kind = language.money(card.balance), loyalty.card_kind(language, card.kind)
        yield Notice("tag", language.tr("{kind} {code}: {left} left", kind=kind, code=card.code, left=left))


def _standing(language: Language, held: Standing) -> str:
    """Points, tier, and what is missing to the next."""
    tier = (
        [": ".join(filter(None, (held.tier.name, tier_discount(language, held.tier))))] if held.tier else []
    )
    return " · ".join([loyalty.points(language, held.balance), *tier, *standing.ahead(language, held)])
