"""A goal of the customer's own: so many visits, so many of something, or what they tell us they have done."""

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date
from enum import StrEnum
from itertools import accumulate


class Counts(StrEnum):
    """What brings a goal nearer: days with a purchase, pieces that are bought, or what staff add by hand."""

    VISITS = "visits"
    PIECES = "pieces"
    HAND = "hand"


@dataclass(frozen=True, slots=True)
class Goal:
    """So many of something from `day` on; `text` says what it is for.

    Pieces are of one product or of a category, `item` its name; what is added by hand has a `unit`, such as km.
    """

    id: int
    customer_id: int
    day: date
    counts: Counts
    target: float
    text: str = ""
    unit: str = ""
    product_id: int | None = None
    category: str = ""
    item: str = ""
    uuid: str = ""


@dataclass(frozen=True, slots=True)
class Progress:
    """How far a goal has come; `reached` is the day since when it has been reached, None while it has not."""

    goal: Goal
    done: float
    reached: date | None = None

    @property
    def share(self) -> float:
        """The part that is done, from 0 to 1."""
        return max(0.0, min(1.0, self.done / self.goal.target))


Step = tuple[date, float]
"""What a day brought a goal nearer, or took away."""


def progress(goal: Goal, steps: Iterable[Step]) -> Progress:
    """The steps added up; what comes back takes its part away, and the goal may be reached again on a later day."""
    in_order = sorted(steps)
    sums = [round(each, 3) for each in accumulate(amount for _, amount in in_order)]
    done = sums[-1] if sums else 0.0
    if done < goal.target:
        return Progress(goal, done)
    below = max((place for place, each in enumerate(sums) if each < goal.target), default=-1)
    return Progress(goal, done, in_order[below + 1][0])
