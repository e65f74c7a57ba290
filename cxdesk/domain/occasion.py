"""What speaks for thanking somebody, and the figures of each rule that the owner may turn."""

from collections.abc import Mapping
from dataclasses import dataclass, field
from enum import StrEnum
from functools import cache

from cxdesk.domain.letter import LetterKind


class Occasion(StrEnum):
    """Why somebody is suggested, the most pressing first: an unhappy customer comes before every thank-you."""

    ANSWER_FEEDBACK = "answer_feedback"
    FOLLOW_UP = "follow_up"
    BACK_IN_STOCK = "back_in_stock"
    THANK_YOU = "thank_you"  # staff's own idea, and every thank-you of older shop files
    BIRTHDAY = "birthday"
    REMEMBERED_DAY = "remembered_day"
    GOAL = "goal"
    EARLY_ACCESS = "early_access"
    REWARD = "reward"
    REFERRAL = "referral"
    WELCOME = "welcome"
    MILESTONE = "milestone"
    PRAISE = "praise"
    ANNIVERSARY = "anniversary"
    WARRANTY = "warranty"
    FEEDBACK_GIVEN = "feedback_given"
    HOLIDAY = "holiday"
    KEEP_IN_TOUCH = "keep_in_touch"
    WE_MISS_YOU = "we_miss_you"
    COME_AGAIN = "come_again"


THANKS = frozenset({Occasion.MILESTONE, Occasion.PRAISE, Occasion.ANNIVERSARY})
"""What older shop files call a thank-you."""

SERVICE = frozenset({Occasion.ANSWER_FEEDBACK, Occasion.FOLLOW_UP, Occasion.BACK_IN_STOCK})
"""What a customer waits for: it is told without a permission for marketing, and however lately they were met."""

AT_THE_COUNTER = frozenset({Occasion.REWARD, Occasion.FEEDBACK_GIVEN})
"""A word is all that these are worth, so they are only for who stands at the counter."""

OWN = frozenset({Occasion.THANK_YOU, Occasion.GOAL})
"""What staff thought of, or the customer aims at: each is decided about by itself, never as a kind."""

WITHOUT_PERMISSION = SERVICE | AT_THE_COUNTER | OWN
"""What may be said to anybody, whatever they permit: an idea of staff may be a word at the counter."""

FOR_EVERYBODY = SERVICE | {
    Occasion.BIRTHDAY,
    Occasion.WARRANTY,
    Occasion.FEEDBACK_GIVEN,
    *OWN,
}
"""Nobody is left out of these by lot, so no effect is claimed for them."""

LETTERS = {
    Occasion.ANSWER_FEEDBACK: LetterKind.ANSWER_FEEDBACK,
    Occasion.BACK_IN_STOCK: LetterKind.BACK_IN_STOCK,
    Occasion.BIRTHDAY: LetterKind.BIRTHDAY,
    Occasion.EARLY_ACCESS: LetterKind.EARLY_ACCESS,
    Occasion.WELCOME: LetterKind.WELCOME,
    Occasion.WARRANTY: LetterKind.WARRANTY_ENDS,
    Occasion.COME_AGAIN: LetterKind.WELCOME,
    Occasion.WE_MISS_YOU: LetterKind.WE_MISS_YOU,
}
"""The letter that goes out; every other occasion is thanked with the thank-you letter."""


class Unit(StrEnum):
    """What a figure counts."""

    DAYS = "days"
    VISITS = "visits"
    SCORE = "score"
    TIMES = "times"
    PEOPLE = "people"
    YEARS = "years"
    PER_CENT = "percent"


@dataclass(frozen=True, slots=True)
class Figure:
    """A figure of a rule: where it begins, and between which ends it may be turned."""

    default: int
    low: int
    high: int
    unit: Unit = Unit.DAYS


BEFORE_BIRTHDAY = 7
FRESH = Figure(14, 3, 60)
TRIAL = {"weeks": Figure(26, 4, 104), "within": Figure(60, 7, 180)}
"""How many weeks a trial lasts, and within how many days a visit counts as its success."""

FIGURES: Mapping[Occasion, Mapping[str, Figure]] = {
    Occasion.ANSWER_FEEDBACK: {},
    Occasion.FOLLOW_UP: {"after": Figure(7, 2, 60)},
    Occasion.BACK_IN_STOCK: {},
    Occasion.BIRTHDAY: {"before": Figure(BEFORE_BIRTHDAY, 0, 30)},
    Occasion.REMEMBERED_DAY: {"before": Figure(BEFORE_BIRTHDAY, 0, 30)},
    Occasion.GOAL: {},
    Occasion.EARLY_ACCESS: {"before": Figure(14, 1, 60), "top": Figure(20, 1, 500, Unit.PEOPLE)},
    Occasion.REWARD: {"near": Figure(80, 50, 100, Unit.PER_CENT)},
    Occasion.REFERRAL: {"fresh": Figure(30, 3, 90)},
    Occasion.WELCOME: {"fresh": FRESH},
    Occasion.MILESTONE: {"least": Figure(5, 2, 500, Unit.VISITS), "fresh": FRESH},
    Occasion.PRAISE: {"score": Figure(9, 8, 10, Unit.SCORE), "fresh": FRESH},
    Occasion.ANNIVERSARY: {"least": Figure(1, 1, 20, Unit.YEARS), "fresh": FRESH},
    Occasion.WARRANTY: {"before": Figure(30, 7, 90)},
    Occasion.FEEDBACK_GIVEN: {"fresh": FRESH},
    Occasion.HOLIDAY: {"before": Figure(10, 3, 30), "top": Figure(20, 1, 500, Unit.PEOPLE)},
    Occasion.KEEP_IN_TOUCH: {},
    Occasion.WE_MISS_YOU: {"gaps": Figure(3, 2, 6, Unit.TIMES), "least": Figure(21, 7, 180)},
    Occasion.COME_AGAIN: {"after": Figure(45, 21, 180)},
    Occasion.THANK_YOU: {},
}


@dataclass(frozen=True, slots=True)
class Setting:
    """How the owner has set a rule: `held_back` per cent are left out by lot, `version` counts what was turned."""

    kind: Occasion
    active: bool = True
    figures: Mapping[str, int] = field(default_factory=dict)
    held_back: int = 0
    version: int = 1

    def __getitem__(self, name: str) -> int:
        """A figure as it was set, else where it begins."""
        return self.figures.get(name, known_figures(self.kind)[name].default)


@cache
def known_figures(kind: Occasion) -> Mapping[str, Figure]:
    """The figures of a rule; whoever may be left out has those of a trial too."""
    return FIGURES[kind] if kind in FOR_EVERYBODY else {**FIGURES[kind], **TRIAL}


HELD_BACK = 20  # per cent
AT_FIRST = {
    kind: Setting(
        kind,
        active=kind not in {Occasion.FEEDBACK_GIVEN, Occasion.HOLIDAY},
        held_back=HELD_BACK if kind in {Occasion.WE_MISS_YOU, Occasion.COME_AGAIN} else 0,
    )
    for kind in Occasion
}
"""As a new shop has them: a lot is drawn where somebody is called back, not where something was done to be thanked."""
