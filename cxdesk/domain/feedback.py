"""Feedback: what a customer answered and said."""

from dataclasses import dataclass
from datetime import date

from cxdesk.domain.needs import Channel, Emotion, Need, Route, Stage

UNHAPPY_NPS = 6
UNHAPPY_CSAT = 2
UNHAPPY_EMOTIONS = frozenset({Emotion.DISAPPOINTED, Emotion.ANGRY})


@dataclass(frozen=True, slots=True)
class Feedback:
    """One visit's answers; a score that was not asked or not answered is None. `resolved` closes a follow-up.

    `waited` is how many minutes the customer had to wait.
    """

    id: int
    day: date
    customer_id: int | None = None
    nps: int | None = None
    csat: int | None = None
    ces: int | None = None
    comment: str = ""
    channel: Channel = Channel.IN_PERSON
    stage: Stage | None = None
    needs: tuple[Need, ...] = ()
    product_id: int | None = None
    purchase_id: int | None = None
    staff_id: int | None = None
    follow_up: bool = False
    resolved: date | None = None
    resolution: str = ""
    uuid: str = ""
    at: str = ""
    emotion: Emotion | None = None
    waited: int | None = None
    route: Route | None = None

    @property
    def empty(self) -> bool:
        """Whether nothing was answered at all."""
        answers = (self.nps, self.csat, self.ces, self.emotion, self.waited)
        return all(answer is None for answer in answers) and not (self.comment or self.needs)

    @property
    def unhappy(self) -> bool:
        """Whether what was said calls for a reply."""
        return unhappy(self.nps, self.csat, self.emotion)


def unhappy(nps: int | None, csat: int | None, emotion: Emotion | None = None) -> bool:
    """Whether an answer calls for a reply: a detractor's NPS (0-6), a CSAT of 1 or 2, disappointment or anger."""
    low = (nps is not None and nps <= UNHAPPY_NPS) or (csat is not None and csat <= UNHAPPY_CSAT)
    return low or emotion in UNHAPPY_EMOTIONS
