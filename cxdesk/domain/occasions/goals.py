"""A goal of the customer's own that they have reached."""

from datetime import date

from cxdesk.domain.appreciation import Gesture, Ground, Reason, Rules
from cxdesk.domain.known import Known
from cxdesk.domain.occasion import Occasion
from cxdesk.domain.occasions.proposal import Proposal


def goal(known: Known, today: date, rules: Rules) -> Proposal | None:  # noqa: ARG001 - as every rule
    """Congratulated by a word at the counter, until somebody has."""
    met = known.goal
    if met is None or met.reached is None or met.reached > today:
        return None
    facts = {"goal": met.goal, "date": met.reached}
    reason = Reason(Ground.GOAL, facts, ("goals", met.goal.id))
    mark, word = f"goal-{met.goal.id}", (Gesture.WORD,)
    return Proposal(Occasion.GOAL, mark, met.reached, (reason,), gestures=word)
