"""What people say about the shop: honest scores, words in their own language, and answers to the unhappy."""

from datetime import date, datetime, timedelta
from random import Random
from typing import Any

from cxdesk.domain.feedback import Feedback, unhappy
from cxdesk.domain.needs import PRODUCT_NEEDS, Channel, Need, Stage
from cxdesk.domain.purchase import Purchase
from cxdesk.services.demo.content import Comment, comments, table
from cxdesk.services.demo.deck import Deck, counted, share
from cxdesk.services.demo.opening import Period
from cxdesk.services.demo.people import Person

NPS = ((10, 27), (9, 21), (8, 20), (7, 13), (6, 6), (5, 4), (4, 3), (3, 2), (2, 2), (1, 1), (0, 1))
CSAT = {10: (5, 5, 5, 4), 9: (5, 5, 4), 8: (4, 4, 5, 3), 7: (4, 4, 3), 6: (3, 3, 4), 5: (3, 3, 2), 4: (2, 3)}
LOWEST_CSAT = (1, 2, 2)
CHANNELS = (
    (Channel.IN_PERSON, 82),
    (Channel.EMAIL, 6),
    (Channel.PHONE, 5),
    (Channel.SOCIAL, 3),
    (Channel.CHAT, 2),
    (Channel.SELF_SERVICE, 2),
)
SAID = {"glad": 0.42, "fair": 0.35, "unhappy": 0.75}
ASK_AGAIN = 30
HAND = 3


class Opinions:
    """Asks people after a visit; the shares of the scores stay true to NPS, whoever is asked."""

    def __init__(self, random: Random, period: Period, language: str, staff: list[int]) -> None:
        self._random, self._period, self._staff = random, period, staff
        self._scores = counted(random, NPS)
        self._hand = [self._scores.draw() for _ in range(HAND)]
        self._channels = counted(random, CHANNELS)
        self._csat, self._ces = share(random, 72), share(random, 22)
        self._resolutions = Deck(random, tuple(table("words")[language]["resolutions"]))
        self._comments: dict[tuple[str, str], Deck[Comment]] = {}

    def after(self, person: Person, visit: Purchase, purchase_id: int, moment: datetime) -> Feedback | None:
        """What somebody answers after a purchase, if they are asked at all."""
        if person.role or not self._asks(person, visit.day):
            return None
        person.asked = visit.day
        nps = self._score(person)
        mood = "glad" if nps >= 9 else "fair" if nps >= 7 else "unhappy"
        comment = self._comment(person, mood) if self._random.random() < SAID[mood] else Comment("", ())
        csat = self._random.choice(CSAT.get(nps, LOWEST_CSAT)) if self._csat.draw() else None
        of_product = bool(set(comment.needs) & set(PRODUCT_NEEDS)) and self._random.random() < 0.6
        resolved = self._resolved(visit.day) if unhappy(nps, csat) else None
        return Feedback(
            id=0,
            day=visit.day,
            customer_id=person.customer.id,
            nps=nps,
            csat=csat,
            ces=self._effort(nps) if self._ces.draw() else None,
            comment=comment.text,
            channel=self._channels.draw(),
            stage=self._random.choice((Stage.PURCHASE, Stage.PURCHASE, Stage.CONSIDERATION, Stage.AFTERCARE)),
            needs=comment.needs,
            product_id=visit.lines[0].product_id if of_product else None,
            purchase_id=purchase_id,
            staff_id=self._random.choice(self._staff),
            follow_up=resolved is not None,
            resolved=resolved,
            resolution=self._resolutions.draw() if resolved else "",
            at=self._period.stamp(moment + timedelta(minutes=4)),
        )

    def told(self, told: dict[str, Any], person: Person | None = None) -> Feedback:
        """What the cast list has somebody say."""
        day = self._period.today - timedelta(days=told["ago"])
        still_open = told.get("open", person is None)
        return Feedback(
            id=0,
            day=day,
            customer_id=person.customer.id if person else None,
            nps=told["nps"],
            csat=told["csat"],
            ces=told.get("ces"),
            comment=told["comment"],
            channel=Channel(told.get("channel", "in_person")),
            stage=Stage.PURCHASE,
            needs=tuple(Need(need) for need in told["needs"]),
            staff_id=self._staff[0],
            follow_up=still_open,
            at=self._period.stamp(datetime(day.year, day.month, day.day, 13, 20)),  # noqa: DTZ001 - wall clock
        )

    def drives_away(self, said: Feedback) -> bool:
        """Whether somebody never comes back after this."""
        odds = 0.0 if said.nps is None or said.nps > 6 else 0.6 if said.nps <= 3 else 0.3
        return self._random.random() < odds

    def _asks(self, person: Person, day: date) -> bool:
        if person.asked and (day - person.asked).days < ASK_AGAIN:
            return False
        recent = (self._period.today - day).days < 365
        return self._random.random() < (0.32 if recent else 0.08)

    def _score(self, person: Person) -> int:
        """The score in hand that is nearest to what this person leans to."""
        leaning = self._random.gauss(person.liking, 1)
        place = min(range(HAND), key=lambda n: abs(self._hand[n] - leaning))
        score, self._hand[place] = self._hand[place], self._scores.draw()
        return score

    def _comment(self, person: Person, mood: str) -> Comment:
        language = person.customer.language
        if (language, mood) not in self._comments:
            self._comments[language, mood] = Deck(self._random, tuple(comments(language, mood)))
        return self._comments[language, mood].draw()

    def _effort(self, nps: int) -> int:
        return min(7, max(1, round(nps * 0.6 + self._random.choice((0, 1, 1, 2)))))

    def _resolved(self, day: date) -> date:
        return min(self._period.today, day + timedelta(days=self._random.choice((0, 1, 1, 2, 3, 5))))
