"""Customers' own goals in words."""

from cxdesk.domain.goal import Counts, Goal, Progress
from cxdesk.language.language import Language


def counts(language: Language) -> dict[Counts, str]:
    """What brings a goal nearer, in words."""
    return {
        Counts.VISITS: language.tr_c("goal", "Visits"),
        Counts.PIECES: language.tr_c("goal", "Pieces bought"),
        Counts.HAND: language.tr_c("goal", "By hand"),
    }


def title(language: Language, goal: Goal) -> str:
    """What it is for, else what it takes: `10 visits`, `12 Wool`, `42 km`."""
    return goal.text or _amount(language, goal)


def progress(language: Language, each: Progress) -> str:
    """How far it has come: `3 of 10 visits`."""
    done, of = language.quantity(each.done), _amount(language, each.goal)
    return language.tr_c("goal", "{done} of {goal}", done=done, goal=of)


def _amount(language: Language, goal: Goal) -> str:
    target = language.quantity(goal.target)
    if goal.counts is Counts.VISITS:
        return language.tr_n("{target} visit", "{target} visits", round(goal.target), target=target)
    what = goal.item if goal.counts is Counts.PIECES else goal.unit
    return " ".join(part for part in (target, what) if part)
