"""What customers have said: an answer they wait for, whether it helped, praise, and thanks for taking part."""

from datetime import date, timedelta

from cxdesk.domain.appreciation import Gesture, Ground, Reason, Rules
from cxdesk.domain.known import Known
from cxdesk.domain.occasion import Occasion
from cxdesk.domain.occasions.proposal import Proposal

WHILE_ASKED = 14  # days


def answer_feedback(known: Known, today: date, rules: Rules) -> Proposal | None:  # noqa: ARG001 - as every rule
    """Somebody was unhappy and waits for an answer; that costs nothing but the time."""
    said = known.unhappy
    if said is None:
        return None
    facts = {"nps": said.nps, "csat": said.csat, "date": said.day, "comment": said.comment}
    reason = Reason(Ground.UNHAPPY, facts, ("feedback", said.id))
    kind, mark = Occasion.ANSWER_FEEDBACK, str(said.id)
    call = (Gesture.CALL,)
    return Proposal(kind, mark, said.day, (reason,), gestures=call, feedback_id=said.id)


def follow_up(known: Known, today: date, rules: Rules) -> Proposal | None:
    """Some days after a solution: is everything well now?"""
    said = known.solved
    if said is None or said.resolved is None:
        return None
    due = said.resolved + timedelta(days=rules.of(Occasion.FOLLOW_UP)["after"])
    if not 0 <= (today - due).days <= WHILE_ASKED:
        return None
    facts = {"date": said.resolved, "resolution": said.resolution}
    reason = Reason(Ground.SOLVED, facts, ("feedback", said.id))
    call = (Gesture.CALL,)
    return Proposal(Occasion.FOLLOW_UP, str(said.id), due, (reason,), gestures=call)


def praise(known: Known, today: date, rules: Rules) -> Proposal | None:
    """Somebody would recommend the shop."""
    said, setting = known.praise, rules.of(Occasion.PRAISE)
    if said is None or (said.nps or 0) < setting["score"]:
        return None
    if not 0 <= (today - said.day).days <= setting["fresh"]:
        return None
    facts = {"nps": said.nps, "date": said.day, "comment": said.comment}
    reason = Reason(Ground.PROMOTER, facts, ("feedback", said.id))
    thanked = Reason(Ground.LAST_THANKED, {"date": known.thanked})
    return Proposal(Occasion.PRAISE, f"praise-{said.id}", said.day, (reason, thanked))


def feedback_given(known: Known, today: date, rules: Rules) -> Proposal | None:
    """Somebody took the time to answer: a word of thanks when they next stand at the counter."""
    said = known.said
    if said is None or not 1 <= (today - said.day).days <= rules.of(Occasion.FEEDBACK_GIVEN)["fresh"]:
        return None
    reason = Reason(Ground.FEEDBACK_GIVEN, {"date": said.day}, ("feedback", said.id))
    word = (Gesture.WORD,)
    return Proposal(Occasion.FEEDBACK_GIVEN, str(said.id), said.day, (reason,), gestures=word)
