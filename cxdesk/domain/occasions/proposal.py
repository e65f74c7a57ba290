"""A suggestion as the rules propose it: by the smallest gesture that fits, and only where that is permitted."""

from datetime import date

from cxdesk.domain.appreciation import Allowance, Basis, Gesture, Ground, Reason, Rules, Suggestion
from cxdesk.domain.gift import Gift
from cxdesk.domain.known import Known
from cxdesk.domain.occasion import SERVICE, Occasion

FREE = frozenset({Gesture.WORD, Gesture.CALL})


def propose(
    known: Known,
    kind: Occasion,
    mark: str,
    due: date,
    reasons: tuple[Reason, ...],
    rules: Rules,
    *,
    gestures: tuple[Gesture, ...] = (Gesture.LETTER,),
    gift: Gift | None = None,
    coupon: bool = False,
    feedback_id: int | None = None,
) -> Suggestion | None:
    """The suggestion, by the first of these gestures that is permitted; None when none is."""
    found = ((gesture, allowance(known, kind, gesture)) for gesture in gestures)
    gesture, allowed = next(((each, ground) for each, ground in found if ground), (Gesture.WORD, None))
    if allowed is None:
        return None
    percent = rules.coupon_percent if coupon else 0
    worth = gift.cost if gift else round(known.basket * percent / 100)
    return Suggestion(
        id=f"{kind}-{known.customer.id}-{mark}-{due:%Y%m%d}",
        kind=kind,
        customer=known.customer,
        due=due,
        reasons=reasons + _offered(gift, percent) + _gesture(kind, gesture),
        allowed=allowed,
        cost=worth + (0 if gesture in FREE else rules.letter_cost),
        gift=gift,
        coupon_percent=percent,
        feedback_id=feedback_id,
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


def _gesture(kind: Occasion, gesture: Gesture) -> tuple[Reason, ...]:
    """A letter and an answer speak for themselves; what is done otherwise is said."""
    if gesture is Gesture.LETTER or kind is Occasion.ANSWER_FEEDBACK:
        return ()
    return (Reason(Ground.GESTURE, {"gesture": gesture}),)


def gift_reasons(gift: Gift) -> tuple[Reason, ...]:
    """Why this gift: how often the customer bought it, or that it is of the catalogue; and that it is there."""
    record = ("products", gift.product_id) if gift.product_id else ("gifts", gift.catalogue_id or 0)
    if gift.bought:
        why = Reason(Ground.FAVOURITE, {"item": gift.name, "count": gift.bought}, record)
    else:
        why = Reason(Ground.CATALOGUE, {"item": gift.name}, record)
    stock = Reason(Ground.STOCK, {"count": gift.stock}, record)
    return (why, stock) if gift.stock is not None else (why,)
