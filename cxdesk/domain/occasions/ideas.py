"""What staff thought of themselves, from its day on until it is done."""

from datetime import date

from cxdesk.domain.appreciation import Gesture, Ground, Reason, Rules
from cxdesk.domain.idea import Way
from cxdesk.domain.known import Known
from cxdesk.domain.occasion import Occasion
from cxdesk.domain.occasions.proposal import Proposal

GESTURES = {
    Way.WORD: Gesture.WORD,
    Way.CARD: Gesture.CARD,
    Way.LETTER: Gesture.LETTER,
    Way.GIFT: Gesture.WORD,
}


def thank_you(known: Known, today: date, rules: Rules) -> Proposal | None:  # noqa: ARG001 - as every rule
    """The oldest idea of staff whose day has come; a gift is the one that the customer would like."""
    idea = known.idea
    if idea is None or idea.day > today:
        return None
    reason = Reason(Ground.IDEA, {"text": idea.text, "author": idea.author}, ("ideas", idea.id))
    mark, gestures = f"idea-{idea.id}", (GESTURES[idea.way],)
    return Proposal(
        Occasion.THANK_YOU, mark, idea.day, (reason,), gestures=gestures, gift=idea.way is Way.GIFT
    )
