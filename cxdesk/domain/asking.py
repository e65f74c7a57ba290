"""When a question may be asked again: nobody is asked too often."""

from dataclasses import dataclass
from datetime import date, timedelta
from enum import StrEnum


class Question(StrEnum):
    """The questions with a score, in the order in which they are asked."""

    NPS = "nps"
    CSAT = "csat"
    CES = "ces"


class AskWhen(StrEnum):
    """At which visits a shop asks."""

    ALWAYS = "always"
    PURCHASE = "purchase"


@dataclass(frozen=True, slots=True)
class Rules:
    """What a shop has settled, in days (0: no limit).

    `gap` lies between two answers of the same person to anything, `nps_gap` between two to the NPS question.
    """

    gap: int
    nps_gap: int
    when: AskWhen = AskWhen.ALWAYS


@dataclass(frozen=True, slots=True)
class Answered:
    """The days on which somebody answered anything, and the NPS question, for the last time."""

    any: date | None = None
    nps: date | None = None


@dataclass(frozen=True, slots=True)
class Hold:
    """Why a question waits: until the day `until`, because of the answer on `answered`; else for a purchase."""

    answered: date | None = None
    until: date | None = None


def chosen(words: str) -> tuple[Question, ...]:
    """The questions that a setting names."""
    return tuple(question for question in Question if question in words.split())


def hold(question: Question, rules: Rules, answered: Answered, today: date, *, bought: bool) -> Hold | None:
    """Why `question` should wait, None when it may be asked; `bought` says whether there is a purchase today.

    The later of two days decides. An answer from the future, of a clock that was wrong, counts as one of today.
    """
    waits = [_wait(answered.any, rules.gap, today)]
    if question is Question.NPS:
        waits.append(_wait(answered.nps, rules.nps_gap, today))
    dated = max((wait for wait in waits if wait), key=lambda wait: wait.until or today, default=None)
    if dated:
        return dated
    return Hold() if rules.when is AskWhen.PURCHASE and not bought else None


def _wait(answered: date | None, gap: int, today: date) -> Hold | None:
    if answered is None:
        return None
    day = min(answered, today)
    until = day + timedelta(days=gap)
    return Hold(day, until) if until > today else None
