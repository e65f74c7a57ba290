"""An act as a rule proposes it, and the suggestion that becomes of it: by the smallest gesture that is permitted."""

from dataclasses import dataclass
from datetime import date

from cxdesk.domain.appreciation import Allowance, Basis, Gesture, Ground, Reason, Rules, Suggestion
from cxdesk.domain.gift import Gift
from cxdesk.domain.known import Known
from cxdesk.domain.occasion import SERVICE, Occasion

FREE = frozenset({Gesture.WORD, Gesture.CALL})


@dataclass(frozen=True, slots=True)
class Proposal:
    """What a rule proposes for somebody; `mark` and the day tell it from others of its kind.

    Of the `gestures` the first one that is permitted is taken.
    """

    kind: Occasion
    mark: str
    due: date
    reasons: tuple[Reason, ...]
    gestures: tuple[Gesture, ...] = (Gesture.LETTER,)
    gift: Gift | None = None
    coupon: bool = False
    feedback_id: int | None = None

    def id_for(self, customer_id: int) -> str:
        """The id of the suggestion that becomes of it."""
        return f"{self.kind}-{customer_id}-{self.mark}-{self.due:%Y%m%d}"


def permitted(proposal: Proposal, known: Known, rules: Rules) -> Suggestion | None:
    """The suggestion, by the first of the proposal's gestures that is permitted; None when none is."""
    kind, gift, customer = proposal.kind, proposal.gift, known.customer
    for gesture in proposal.gestures:
        if allowed := allowance(known, kind, gesture):
            break
    else:
        return None
    percent = rules.coupon_percent if proposal.coupon else 0
    worth = gift.cost if gift else round(known.basket * percent / 100)
    return Suggestion(
        id=proposal.id_for(customer.id),
        kind=kind,
        customer=customer,
        due=proposal.due,
        reasons=proposal.reasons + _offered(gift, percent) + _gesture(proposal, gesture),
        allowed=allowed,
        cost=worth + (0 if gesture in FREE else rules.letter_cost),
        gift=gift,
        coupon_percent=percent,
        feedback_id=proposal.feedback_id,
        gesture=gesture,
    )


def allowance(known: Known, kind: Occasion, gesture: Gesture) -> Allowance | None:
    """On what ground a customer may be met with this gesture; None when they may not.

    A word at the counter is for whoever stands there; what somebody waits for is told without any permission.
    """
    if kind in SERVICE:
        return Allowance(Basis.SERVICE)
    if gesture is Gesture.WORD:
        return Allowance(Basis.COUNTER)
    return known.phone if gesture is Gesture.CALL else known.allowed


def _offered(gift: Gift | None, percent: int) -> tuple[Reason, ...]:
    if gift:
        return gift_reasons(gift)
    return (Reason(Ground.COUPON, {"percent": percent}),) if percent else ()


def _gesture(proposal: Proposal, gesture: Gesture) -> tuple[Reason, ...]:
    """A letter, an answer and a gift from hand to hand speak for themselves; what is done otherwise is said."""
    handed = proposal.gift is not None and gesture is Gesture.WORD
    if handed or gesture is Gesture.LETTER or proposal.kind is Occasion.ANSWER_FEEDBACK:
        return ()
    return (Reason(Ground.GESTURE, {"gesture": gesture}),)


def gift_reasons(gift: Gift) -> tuple[Reason, ...]:
    """Why this gift: how often the customer or who else bought it, or that it is of the catalogue; its stock."""
    record = ("products", gift.product_id) if gift.product_id else ("gifts", gift.catalogue_id or 0)
    if gift.bought:
        why = Reason(Ground.FAVOURITE, {"item": gift.name, "count": gift.bought}, record)
    elif gift.beside:
        source, both, of = gift.beside
        why = Reason(Ground.BESIDE, {"item": gift.name, "source": source, "both": both, "of": of}, record)
    else:
        why = Reason(Ground.CATALOGUE, {"item": gift.name}, record)
    stock = Reason(Ground.STOCK, {"count": gift.stock}, record)
    return (why, stock) if gift.stock is not None else (why,)
