"""Coupons and cards as rows."""

from dataclasses import dataclass

from cxdesk.domain.coupon import CouponState
from cxdesk.domain.giftcard import GiftCard
from cxdesk.domain.occasion import Occasion
from cxdesk.language import loyalty, reasons
from cxdesk.language.language import Language
from cxdesk.language.text import capital
from cxdesk.services.coupons import Issued
from cxdesk.ui.tokens import Tone

KNOWN = frozenset(occasion.value for occasion in Occasion)


@dataclass(frozen=True, slots=True)
class Row:
    """A coupon or card in words; `usable` now, `open` to be withdrawn, `printable` while it is worth something."""

    id: int
    code: str
    title: str
    detail: str
    badge: str
    tone: Tone
    customer_id: int | None = None
    usable: bool = False
    open: bool = False
    printable: bool = False


def coupon(language: Language, each: Issued, product: str) -> Row:
    """A coupon: what it gives, to whom, until when, and what became of it."""
    say, known = language.tr, each.coupon
    parts = [known.code, each.name or say("for everybody"), _reason(language, known.reason)]
    if each.used:
        parts.append(say("used {day}", day=language.date(each.used.day)))
    else:
        parts.append(say("until {day}", day=language.date(known.last)))
    return Row(
        known.id,
        known.code,
        capital(loyalty.coupon(language, known, product)),
        " · ".join(part for part in parts if part),
        language.money(-each.used.amount) if each.used and each.used.amount else "",
        Tone.ACCENT,
        known.customer_id,
        usable=each.state is CouponState.OPEN,
        open=each.state in {CouponState.OPEN, CouponState.WAITING},
        printable=each.state in {CouponState.OPEN, CouponState.WAITING},
    )


def _reason(language: Language, said: str) -> str:
    """A letter's coupon bears the kind of its occasion, another one what somebody wrote."""
    return reasons.title(language, Occasion(said)) if said in KNOWN else said


def card(language: Language, each: GiftCard, name: str) -> Row:
    """A gift card: what is left, whose it is, since when."""
    say = language.tr
    parts = [each.code, name, each.note, say("since {day}", day=language.date(each.day))]
    if each.last:
        parts.append(say("until {day}", day=language.date(each.last)))
    return Row(
        each.id,
        each.code,
        loyalty.card_kind(language, each.kind),
        " · ".join(part for part in parts if part),
        language.money(each.balance),
        Tone.GOOD if each.balance else Tone.NEUTRAL,
        each.customer_id,
        printable=each.balance > 0,
    )
