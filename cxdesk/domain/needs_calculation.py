"""Which needs are raised, how well they are met, and where an improvement would matter most."""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from enum import StrEnum
from statistics import correlation, fmean

from cxdesk.domain.intervals import wilson
from cxdesk.domain.needs import Need, Stage
from cxdesk.domain.scores import CSAT_ANSWERS, FEW, MINIMUM, Group, group


class Outcome(StrEnum):
    """Whether a need was met."""

    MET = "met"
    NEUTRAL = "neutral"
    UNMET = "unmet"


@dataclass(frozen=True, slots=True)
class Mention:
    """One need raised in one piece of feedback; what was not asked is None.

    The answers are NPS 0-10 and CSAT 1-5 of the same feedback, and the importance 1-10 that the customer gave
    to the need.
    """

    need: Need
    stage: Stage | None = None
    nps: int | None = None
    csat: int | None = None
    importance: int | None = None

    @property
    def outcome(self) -> Outcome | None:
        """Met with CSAT 4-5, unmet with 1-2; without CSAT a promoter's need is met and a detractor's unmet.

        CSAT goes first, for it is about this visit. None when neither was asked.

        Raises:
            ValueError: an answer is off its scale.
        """
        if self.csat is not None:
            return _by_csat(self.csat)
        return None if self.nps is None else _BY_GROUP[group(self.nps)]


@dataclass(frozen=True, slots=True)
class Count:
    """How often a need was raised, and with which outcome when one is known."""

    raised: int
    met: int
    neutral: int
    unmet: int

    @property
    def n(self) -> int:
        """How many of the mentions have an outcome."""
        return self.met + self.neutral + self.unmet


@dataclass(frozen=True, slots=True)
class Satisfaction:
    """Ten times the share of met needs, 0-10, with ten times its Wilson interval."""

    score: float
    n: int
    low: float
    high: float


@dataclass(frozen=True, slots=True)
class Importance:
    """How much a need matters, 0-10: stated by n customers, or derived from n pairs of answers."""

    score: float
    n: int
    stated: bool


@dataclass(frozen=True, slots=True)
class NeedFigures:
    """All that is known of one need; what rests on too few answers is None."""

    need: Need
    count: Count
    importance: Importance | None
    satisfaction: Satisfaction | None

    @property
    def opportunity(self) -> float | None:
        """The opportunity score 0-20, None when importance or satisfaction is unknown."""
        if self.importance is None or self.satisfaction is None:
            return None
        return opportunity(self.importance.score, self.satisfaction.score)


def opportunity(importance: float, satisfaction: float) -> float:
    """Importance + max(importance - satisfaction, 0), both 0-10 (Ulwick 2005): above 10 is underserved."""
    return importance + max(importance - satisfaction, 0.0)


def calculate(mentions: Iterable[Mention]) -> list[NeedFigures]:
    """The figures of all sixteen needs, in their order, those never raised among them."""
    of_need: dict[Need, list[Mention]] = {need: [] for need in Need}
    for mention in mentions:
        of_need[mention.need].append(mention)
    return [_figures(need, raised) for need, raised in of_need.items()]


def board(mentions: Iterable[Mention]) -> dict[tuple[Need, Stage], Count]:
    """The counts of all 64 cells of needs and stages; mentions without a stage are left out."""
    cells: dict[tuple[Need, Stage], list[Mention]] = {(need, stage): [] for need in Need for stage in Stage}
    for mention in mentions:
        if mention.stage is not None:
            cells[mention.need, mention.stage].append(mention)
    return {cell: _count(raised) for cell, raised in cells.items()}


_BY_GROUP = {Group.PROMOTER: Outcome.MET, Group.PASSIVE: Outcome.NEUTRAL, Group.DETRACTOR: Outcome.UNMET}


def _by_csat(csat: int) -> Outcome:
    if csat not in CSAT_ANSWERS:
        raise ValueError(f"{csat} is no answer from 1 to 5")
    if csat >= 4:
        return Outcome.MET
    return Outcome.NEUTRAL if csat == 3 else Outcome.UNMET


def _figures(need: Need, raised: Sequence[Mention]) -> NeedFigures:
    count = _count(raised)
    return NeedFigures(need, count, _stated(raised) or _derived(raised), _satisfaction(count))


def _count(raised: Sequence[Mention]) -> Count:
    outcomes = [mention.outcome for mention in raised]
    return Count(len(raised), *(outcomes.count(outcome) for outcome in Outcome))


def _satisfaction(count: Count) -> Satisfaction | None:
    if count.n < MINIMUM:
        return None
    low, high = wilson(count.met, count.n)
    return Satisfaction(10 * count.met / count.n, count.n, 10 * low, 10 * high)


def _stated(raised: Sequence[Mention]) -> Importance | None:
    stated = [mention.importance for mention in raised if mention.importance is not None]
    return Importance(fmean(stated), len(stated), stated=True) if len(stated) >= MINIMUM else None


def _derived(raised: Sequence[Mention]) -> Importance | None:
    """Ten times the correlation of CSAT with NPS where this need was raised, at least 0.

    A correlation of a handful of pairs says nothing, so at least FEW of them are wanted.
    """
    pairs = [(each.csat, each.nps) for each in raised if each.csat is not None and each.nps is not None]
    visit, overall = {csat for csat, _ in pairs}, {nps for _, nps in pairs}
    if len(pairs) < FEW or len(visit) < 2 or len(overall) < 2:
        return None
    r = correlation([csat for csat, _ in pairs], [nps for _, nps in pairs])
    return Importance(10 * min(max(r, 0.0), 1.0), len(pairs), stated=False)
