"""How people felt, how long they waited and by which way they were served, beside what they answered."""

from dataclasses import replace
from random import Random

from cxdesk.domain.feedback import Feedback
from cxdesk.domain.needs import Channel, Emotion, Need, Route
from cxdesk.services.demo.deck import counted, share

MOODS = {
    "glad": (Emotion.DELIGHTED, Emotion.PLEASED, Emotion.PLEASED, Emotion.CALM),
    "fair": (Emotion.CALM, Emotion.CALM, Emotion.PLEASED, Emotion.UNSURE),
    "unhappy": (Emotion.DISAPPOINTED, Emotion.DISAPPOINTED, Emotion.ANGRY, Emotion.UNSURE),
}
ROUTES = (
    (Route.COUNTER, 74),
    (Route.PICKUP, 10),
    (Route.ORDER, 8),
    (Route.DELIVERY, 5),
    (Route.APPOINTMENT, 3),
)
WAITS = ((0, 40), (2, 20), (5, 25), (10, 11), (15, 4))
LONG_WAITS = (15, 20, 25, 30)
SLOW = frozenset({Need.EFFICIENCY, Need.CONVENIENCE})


class Feelings:
    """Completes what was said; a stream of chance of its own leaves the rest of the story as it is."""

    def __init__(self, random: Random) -> None:
        self._random = random
        self._felt, self._noted = share(random, 58), share(random, 46)
        self._routes, self._waits = counted(random, ROUTES), counted(random, WAITS)

    def completed(self, said: Feedback) -> Feedback:
        """The same feedback with what staff has seen and heard beside it."""
        emotion = self._random.choice(MOODS[_mood(said.nps)]) if self._felt.draw() else None
        if not self._noted.draw() or said.channel is not Channel.IN_PERSON:
            return replace(said, emotion=emotion)
        slow = said.unhappy and SLOW & {*said.needs}
        waited = self._random.choice(LONG_WAITS) if slow else self._waits.draw()
        return replace(said, emotion=emotion, waited=waited, route=self._routes.draw())


def _mood(nps: int | None) -> str:
    if nps is None:
        return "fair"
    return "glad" if nps >= 9 else "fair" if nps >= 7 else "unhappy"
