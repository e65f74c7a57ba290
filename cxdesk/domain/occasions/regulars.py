"""What only good customers are told: a friend they brought, a reward that is near, and what others learn later."""

from collections.abc import Collection
from datetime import date

from cxdesk.domain.appreciation import Gesture, Ground, Reason, Rules
from cxdesk.domain.known import Known
from cxdesk.domain.occasion import Occasion
from cxdesk.domain.occasions.proposal import Proposal


def referral(known: Known, today: date, rules: Rules) -> Proposal | None:
    """Somebody whom the customer sent has bought for the first time: a call, else a card."""
    friend, fresh = known.friend, rules.of(Occasion.REFERRAL)["fresh"]
    if friend is None or not 0 <= (today - friend.first).days <= fresh:
        return None
    reason = Reason(Ground.REFERRAL, {"name": friend.name, "date": friend.first}, ("customers", friend.id))
    mark, gestures = f"friend-{friend.id}", (Gesture.CALL, Gesture.CARD)
    return Proposal(Occasion.REFERRAL, mark, friend.first, (reason,), gestures=gestures)


def reward(known: Known, today: date, rules: Rules) -> Proposal | None:
    """A reward is near or reached: told when the customer next stands at the counter."""
    aim = known.aim
    if aim is None or 100 * aim.have < rules.of(Occasion.REWARD)["near"] * aim.points:
        return None
    facts = {"item": aim.name, "have": aim.have, "points": aim.points}
    reason = Reason(Ground.REWARD, facts, ("rewards", aim.reward_id))
    mark, word = f"reward-{aim.reward_id}", (Gesture.WORD,)
    due = today.replace(day=1)  # once a month is enough
    return Proposal(Occasion.REWARD, mark, due, (reason,), gestures=word)


def told(rules: Rules, kind: Occasion, today: date) -> int:
    """How many of the best customers are told of what is coming up; nobody before that is near."""
    coming, setting = rules.early if kind is Occasion.EARLY_ACCESS else rules.holiday, rules.of(kind)
    near = coming is not None and 0 <= (coming.day - today).days <= setting["before"]
    return setting["top"] if near else 0


def early_access(known: Known, today: date, rules: Rules) -> Proposal | None:
    """Whom a tier makes VIP hears first of what everybody hears later; without such a tier, the best customers do."""
    coming, most = rules.early, told(rules, Occasion.EARLY_ACCESS, today)
    if coming is None or not most or not _first_to_hear(known, rules.vips, most):
        return None
    reason = Reason(Ground.EARLY_ACCESS, {"name": coming.name, "date": coming.day}, coming.record)
    return Proposal(Occasion.EARLY_ACCESS, coming.mark, coming.day, (reason,))


def _first_to_hear(known: Known, vips: Collection[int] | None, most: int) -> bool:
    if vips is not None:
        return known.profiling and known.customer.id in vips
    return known.best is not None and known.best <= most
