"""What the answers to the questions say: NPS, CSAT, CES and CSI, each with n and an interval (95 %)."""

from collections import Counter
from collections.abc import Iterable
from dataclasses import dataclass
from enum import StrEnum
from math import sqrt
from typing import TypeVar

from cxdesk.domain.intervals import Difference, Z, difference, t_interval, wilson

MINIMUM = 5
"""With fewer answers there is no headline, only counts."""
FEW = 10
"""With fewer answers the figure is shown with a warning."""

NPS_ANSWERS = range(11)
CSAT_ANSWERS = range(1, 6)
CES_ANSWERS = range(1, 8)


class Group(StrEnum):
    """How willingly a customer recommends the shop (Reichheld 2003)."""

    PROMOTER = "promoter"
    PASSIVE = "passive"
    DETRACTOR = "detractor"


@dataclass(frozen=True, slots=True)
class Nps:
    """Net Promoter Score, -100 to 100, with its interval and the groups behind it."""

    score: float
    n: int
    low: float
    high: float
    promoters: int
    passives: int
    detractors: int

    @property
    def value(self) -> float:
        """The score."""
        return self.score


@dataclass(frozen=True, slots=True)
class Csat:
    """Customer satisfaction: the share (0-1) of answers 4 and 5, its Wilson interval, and the mean 1-5."""

    share: float
    n: int
    low: float
    high: float
    mean: float

    @property
    def value(self) -> float:
        """The share."""
        return self.share


@dataclass(frozen=True, slots=True)
class Ces:
    """Customer effort, 1 hard to 7 easy: the mean with its t-interval, and the share (0-1) of 5 and more."""

    mean: float
    n: int
    low: float
    high: float
    easy_share: float

    @property
    def value(self) -> float:
        """The mean."""
        return self.mean


@dataclass(frozen=True, slots=True)
class Csi:
    """Customer satisfaction index, 1-10, the same as 0-100 percent, and how many attributes count."""

    score: float
    percent: float
    attributes: int


S = TypeVar("S", Nps, Csat, Ces)


def group(nps: int) -> Group:
    """Promoters answer 9-10, passives 7-8, detractors 0-6 (Reichheld 2003).

    Raises:
        ValueError: the answer is not within 0-10.
    """
    if nps not in NPS_ANSWERS:
        raise ValueError(f"{nps} is no answer from 0 to 10")
    if nps >= 9:
        return Group.PROMOTER
    return Group.PASSIVE if nps >= 7 else Group.DETRACTOR


def nps(answers: Iterable[int | None]) -> Nps | None:
    """The Net Promoter Score of answers 0-10; None (not asked) is left out, 0 is an answer.

    Returns nothing when fewer than MINIMUM answered.

    Raises:
        ValueError: an answer is not within 0-10.
    """
    groups: Counter[Group] = Counter()
    for answer, times in _tally(answers, NPS_ANSWERS).items():
        groups[group(answer)] += times
    return nps_from_counts(groups[Group.PROMOTER], groups[Group.PASSIVE], groups[Group.DETRACTOR])


def nps_from_counts(promoters: int, passives: int, detractors: int) -> Nps | None:
    """The Net Promoter Score of counted groups; nothing when there are fewer than MINIMUM answers.

    The interval is the adjusted Wald: three answers are added, 3/4 promoter and 3/4 detractor among them
    (Sauro & Lewis 2021), clipped to ±100.
    """
    n = promoters + passives + detractors
    if n < MINIMUM:
        return None
    low, high = adjusted_wald(promoters, passives, detractors)
    score = 100 * (promoters - detractors) / n
    return Nps(score, n, max(low, -100.0), min(high, 100.0), promoters, passives, detractors)


def adjusted_wald(promoters: int, passives: int, detractors: int) -> tuple[float, float]:
    """The interval of a Net Promoter Score before clipping: it may reach beyond ±100."""
    n = promoters + passives + detractors + 3
    centre = (promoters - detractors) / n
    variance = (promoters + detractors + 1.5) / n - centre * centre
    half = Z * sqrt(variance / n)
    return 100 * (centre - half), 100 * (centre + half)


def csat(answers: Iterable[int | None]) -> Csat | None:
    """The customer satisfaction of answers 1-5; None (not asked) is left out.

    Returns nothing when fewer than MINIMUM answered.

    Raises:
        ValueError: an answer is not within 1-5.
    """
    tally = _tally(answers, CSAT_ANSWERS)
    n = tally.total()
    if n < MINIMUM:
        return None
    satisfied = tally[4] + tally[5]
    return Csat(satisfied / n, n, *wilson(satisfied, n), mean=_mean(tally))


def ces(answers: Iterable[int | None]) -> Ces | None:
    """The customer effort of answers 1 (hard) to 7 (easy); None (not asked) is left out.

    Returns nothing when fewer than MINIMUM answered. The interval is clipped to 1-7; when all answers are
    equal it is a single point, for Student's interval knows no other spread than the one seen.

    Raises:
        ValueError: an answer is not within 1-7.
    """
    tally = _tally(answers, CES_ANSWERS)
    n = tally.total()
    if n < MINIMUM:
        return None
    mean = _mean(tally)
    sd = sqrt(sum(times * (answer - mean) ** 2 for answer, times in tally.items()) / (n - 1))
    low, high = t_interval(mean, sd, n)
    easy = tally[5] + tally[6] + tally[7]
    return Ces(mean, n, max(low, 1.0), min(high, 7.0), easy / n)


def csi(attributes: Iterable[tuple[float | None, float | None]]) -> Csi | None:
    """The customer satisfaction index: the mean of scores 1-10 weighted by importance (above 0).

    Each attribute is a pair (importance, score). One that was not asked (either is None) drops out of both
    sums; nothing remains when none was asked.

    Raises:
        ValueError: a score is not within 1-10 or an importance not above 0.
    """
    asked = [(weight, score) for weight, score in attributes if weight is not None and score is not None]
    if not asked:
        return None
    if any(weight <= 0 or not 1 <= score <= 10 for weight, score in asked):
        raise ValueError("importance must be above 0 and scores from 1 to 10")
    index = sum(weight * score for weight, score in asked) / sum(weight for weight, _ in asked)
    return Csi(index, (index - 1) / 9 * 100, len(asked))


def change(before: S, after: S) -> Difference:
    """How a score moved between two periods, in its own unit; `clear` is False for "no clear change"."""
    return difference(before, after)


def _tally(answers: Iterable[int | None], scale: range) -> Counter[int]:
    tally = Counter(answer for answer in answers if answer is not None)
    for answer in tally:
        if answer not in scale:
            raise ValueError(f"{answer} is no answer from {scale[0]} to {scale[-1]}")
    return tally


def _mean(tally: Counter[int]) -> float:
    return sum(answer * times for answer, times in tally.items()) / tally.total()
