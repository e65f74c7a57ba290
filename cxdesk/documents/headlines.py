"""The three scores of a month in words: the figure, its n and interval, and how it moved."""

from collections.abc import Callable
from dataclasses import dataclass
from typing import Any

from cxdesk.domain.intervals import CONFIDENCE
from cxdesk.domain.report import Measured, MonthlyReport
from cxdesk.domain.scores import FEW
from cxdesk.language.language import Language

Say = Callable[[float], str]


@dataclass(frozen=True, slots=True)
class Headline:
    """A score as it is shown; `figure` is empty when too few answered, `moved` says which way it clearly went."""

    label: str
    figure: str
    basis: str
    change: str
    moved: int = 0
    few: bool = False


def headlines(report: MonthlyReport, language: Language) -> tuple[Headline, Headline, Headline]:
    """Would they recommend us, were they satisfied, was it easy."""

    def signed(value: float) -> str:
        return language.number(value, plus=True)

    def tenths(value: float) -> str:
        return language.number(value, 1)

    def points(step: float) -> str:
        return language.tr("{points} points", points=language.number(100 * step, plus=True))

    def small_step(step: float) -> str:
        return language.number(step, 1, plus=True)

    satisfied = language.tr("Satisfaction (CSAT)")
    return (
        _headline(language.tr("Recommendation (NPS)"), report.nps, signed, signed, language),
        _headline(satisfied, report.csat, language.percent, points, language),
        _headline(language.tr("Ease, 1–7 (CES)"), report.ces, tenths, small_step, language),
    )


def interval(low: str, high: str, language: Language) -> str:
    """An interval in words."""
    return language.tr("{level} sure: {low} … {high}", level=language.percent(CONFIDENCE), low=low, high=high)


def answers(count: int, language: Language) -> str:
    """How many answered, in words."""
    return language.tr_n("{n} answer", "{n} answers", count) if count else language.tr("no answers")


def _headline(label: str, measured: Measured[Any], say: Say, step: Say, language: Language) -> Headline:
    score = measured.score
    if score is None:
        return Headline(label, "", answers(measured.answers, language), language.tr("too few for a score"))
    spread = interval(say(score.low), say(score.high), language)
    basis = f"{answers(score.n, language)}\n{spread}"
    change, moved = _change(measured, step, language)
    return Headline(label, say(score.value), basis, change, moved, score.n < FEW)


def _change(measured: Measured[Any], step: Say, language: Language) -> tuple[str, int]:
    change = measured.change
    if change is None:
        return language.tr("nothing to compare with yet"), 0
    if not change.clear:
        return language.tr("no clear change from last month"), 0
    said = language.tr("{change} from last month", change=step(change.difference))
    return said, 1 if change.difference > 0 else -1
