"""What goods speak for: what somebody waited for has come, and a warranty that ends."""

from datetime import date

from cxdesk.domain.appreciation import Gesture, Ground, Reason, Rules
from cxdesk.domain.known import Known
from cxdesk.domain.occasion import Occasion
from cxdesk.domain.occasions.proposal import Proposal

PERSONAL = (Gesture.CALL, Gesture.CARD)


def back_in_stock(known: Known, today: date, rules: Rules) -> Proposal | None:  # noqa: ARG001 - as every rule
    """What the customer asked for is here."""
    request = known.arrived
    if request is None or request.day > today:
        return None
    reason = Reason(Ground.ARRIVED, {"item": request.text, "date": request.day}, ("requests", request.id))
    mark, due = str(request.id), request.arrived or request.day
    return Proposal(Occasion.BACK_IN_STOCK, mark, due, (reason,), gestures=PERSONAL)


def warranty(known: Known, today: date, rules: Rules) -> Proposal | None:
    """A warranty ends soon: is everything well with it?"""
    ending = known.warranty
    if ending is None or not 0 <= (ending.until - today).days <= rules.of(Occasion.WARRANTY)["before"]:
        return None
    facts = {"item": ending.item, "date": ending.until}
    reason = Reason(Ground.WARRANTY, facts, ("purchase_lines", ending.line_id))
    mark = f"line-{ending.line_id}"
    return Proposal(Occasion.WARRANTY, mark, ending.until, (reason,), gestures=PERSONAL)
