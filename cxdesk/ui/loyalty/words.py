"""Coupons and cards as rows."""

from dataclasses import dataclass

from cxdesk.domain.giftcard import GiftCard
from cxdesk.domain.occasion import Occasion
from cxdesk.language import loyalty, reasons
from cxdesk.language.language import Language
from cxdesk.services.coupons import Issued
from cxdesk.ui.tokens import Tone

KNOWN = frozenset(occasion.value for occasion in Occasion)


@dataclass(frozen=True, slots=True)
class Row:
    """A coupon or card in words."""

    title: str
    detail: str
    badge: str
    tone: Tone


def coupon(language: Language, each: Issued, product: str) -> Row:
    """A coupon: what it gives, to whom, until when, and what became of it."""
    say, known = language.tr, each.coupon
    parts = [each.name or say("for everybody"), _reason(language, known.reason)]
    if each.used:
        parts.append(say("used {day}", day=language.date(each.used.day)))
    else:
        parts.append(say("until {day}", day=language.date(known.last)))
    gives = loyalty.coupon(language, known, product)
    detail = " · ".join(part for part in parts if part)
    worth = language.money(-each.used.amount) if each.used and each.used.amount else ""
    return Row(f"{known.code}  {gives}", detail, worth, Tone.ACCENT)


def _reason(language: Language, said: str) -> str:
    """A letter's coupon bears the kind of its occasion, another one what somebody wrote."""
    return reasons.title(language, Occasion(said)) if said in KNOWN else said


def card(language: Language, each: GiftCard, name: str) -> Row:
    """A gift card: what is left, whose it is, since when."""
    say = language.tr
    parts = [name, each.note, say("since {day}", day=language.date(each.day))]
    if each.last:
        parts.append(say("until {day}", day=language.date(each.last)))
    title = f"{each.code}  {loyalty.card_kind(language, each.kind)}"
    tone = Tone.GOOD if each.balance else Tone.NEUTRAL
    return Row(title, " · ".join(part for part in parts if part), language.money(each.balance), tone)
