"""What visits speak for: the first one, the tenth, the one that does not come, and keeping in touch between them."""

from datetime import date, timedelta
from math import ceil

from cxdesk.domain.appreciation import Gesture, Ground, Reason, Rules
from cxdesk.domain.known import Known
from cxdesk.domain.occasion import Occasion
from cxdesk.domain.occasions.proposal import Proposal

MILESTONES = (5, 10, 25, 50, 100, 200, 500)
WHILE_MISSED = 60  # days
WHILE_CALLED = 14
LONGEST_SILENCE = 730
FEW = 2  # visits


def welcome(known: Known, today: date, rules: Rules) -> Proposal | None:
    """The first visit, from the day after it."""
    summary, fresh = known.counted, rules.of(Occasion.WELCOME)["fresh"]
    if summary is None or summary.days != 1 or not 1 <= (today - summary.first_day).days <= fresh:
        return None
    reason = Reason(Ground.FIRST_VISIT, {"date": summary.first_day}, ("customers", known.customer.id))
    due = summary.first_day + timedelta(1)
    return Proposal(Occasion.WELCOME, "first", due, (reason,))


def milestones(least: int) -> tuple[int, ...]:
    """The visits that are marked, from the first one that the owner wants to mark."""
    return tuple(sorted({least, *(each for each in MILESTONES if each > least)}))


def milestone(known: Known, today: date, rules: Rules) -> Proposal | None:
    """The 5th visit, the 10th, the 25th and so on."""
    summary, setting = known.counted, rules.of(Occasion.MILESTONE)
    if summary is None or summary.days not in milestones(setting["least"]):
        return None
    if not 0 <= (today - summary.last_day).days <= setting["fresh"]:
        return None
    facts = {"count": summary.days, "date": summary.last_day}
    reason = Reason(Ground.MILESTONE, facts, ("customers", known.customer.id))
    thanked = Reason(Ground.LAST_THANKED, {"date": known.thanked})
    mark, due = f"visit-{summary.days}", summary.last_day
    return Proposal(Occasion.MILESTONE, mark, due, (reason, thanked))


def we_miss_you(known: Known, today: date, rules: Rules) -> Proposal | None:
    """A regular has stayed away for several of their own gaps."""
    summary, setting = known.counted, rules.of(Occasion.WE_MISS_YOU)
    if summary is None or summary.gap is None:
        return None
    due = summary.last_day + timedelta(days=missed_after(summary.gap, setting["gaps"], setting["least"]))
    silent = (today - summary.last_day).days
    if silent > LONGEST_SILENCE or not 0 <= (today - due).days <= WHILE_MISSED:
        return None
    facts = {"gap": round(summary.gap), "silent": silent, "date": summary.last_day}
    reason = Reason(Ground.RHYTHM, facts, ("customers", known.customer.id))
    return Proposal(Occasion.WE_MISS_YOU, "since", due, (reason,), coupon=True)


def missed_after(gap: float, gaps: int = 3, least: int = 21) -> int:
    """After how many silent days a customer with this median gap is missed."""
    return max(least, ceil(gaps * gap))


def come_again(known: Known, today: date, rules: Rules) -> Proposal | None:
    """Somebody who has come once or twice, and whose rhythm nobody knows, has not come again."""
    summary, setting = known.counted, rules.of(Occasion.COME_AGAIN)
    if summary is None or summary.days > FEW:
        return None
    due = summary.last_day + timedelta(days=setting["after"])
    if not 0 <= (today - due).days <= WHILE_CALLED:
        return None
    facts = {"count": summary.days, "silent": (today - summary.last_day).days}
    reason = Reason(Ground.FEW_VISITS, facts, ("customers", known.customer.id))
    return Proposal(Occasion.COME_AGAIN, "since", due, (reason,), coupon=True)


def keep_in_touch(known: Known, today: date, rules: Rules) -> Proposal | None:  # noqa: ARG001 - as every rule
    """Nobody has seen or spoken to the customer for as long as the shop wants to let pass: a call, else a card."""
    interval = known.customer.keep_in_touch
    if interval is None or known.met is None:
        return None
    due = known.met + timedelta(days=interval)
    if due > today:
        return None
    facts = {"silent": (today - known.met).days, "interval": interval}
    reason = Reason(Ground.KEEP_IN_TOUCH, facts, ("customers", known.customer.id))
    gestures = (Gesture.CALL, Gesture.CARD)
    return Proposal(Occasion.KEEP_IN_TOUCH, "since", due, (reason,), gestures=gestures)
