"""What a customer is worth to the shop: RFM scores, the eleven segments, and a rule of thumb in money."""

from collections import Counter
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from datetime import date
from enum import StrEnum
from functools import cache

MINIMUM_CUSTOMERS = 50
"""Fewer customers are shown as plain facts: a fifth of them would be a handful."""


class Segment(StrEnum):
    """The eleven groups of customers, the dearest first."""

    CHAMPIONS = "champions"
    LOYAL = "loyal"
    POTENTIAL = "potential"
    NEW = "new"
    PROMISING = "promising"
    NEEDS_ATTENTION = "needs_attention"
    ABOUT_TO_SLEEP = "about_to_sleep"
    AT_RISK = "at_risk"
    CANT_LOSE = "cant_lose"
    HIBERNATING = "hibernating"
    LOST = "lost"


_CELLS = {  # recency score: the segments of frequency and money scores 1 to 5
    5: (Segment.NEW, Segment.POTENTIAL, Segment.POTENTIAL, Segment.CHAMPIONS, Segment.CHAMPIONS),
    4: (Segment.PROMISING, Segment.POTENTIAL, Segment.POTENTIAL, Segment.LOYAL, Segment.LOYAL),
    3: (
        Segment.ABOUT_TO_SLEEP,
        Segment.ABOUT_TO_SLEEP,
        Segment.NEEDS_ATTENTION,
        Segment.LOYAL,
        Segment.LOYAL,
    ),
    2: (Segment.HIBERNATING, Segment.HIBERNATING, Segment.AT_RISK, Segment.AT_RISK, Segment.CANT_LOSE),
    1: (Segment.LOST, Segment.LOST, Segment.AT_RISK, Segment.AT_RISK, Segment.CANT_LOSE),
}


@dataclass(frozen=True, slots=True)
class Rfm:
    """Scores 1-5 among the shop's customers: recency, frequency and money (Hughes 1994)."""

    recency: int
    frequency: int
    money: int

    @property
    def frequency_money(self) -> int:
        """Frequency and money in one score 1-5, a half counted upwards."""
        return (self.frequency + self.money + 1) // 2

    @property
    def segment(self) -> Segment:
        """The one segment of these scores."""
        return _CELLS[self.recency][self.frequency_money - 1]


def rfm(customers: Iterable[tuple[int, date, int, int]], today: date) -> dict[int, Rfm] | None:
    """The scores by customer id; nothing when there are fewer than MINIMUM_CUSTOMERS.

    Each customer comes once, with at least one purchase day: (id, last purchase day, number of distinct
    purchase days, net spend in minor units). A score is 1 + floor(5 · number of customers below / n), so that
    equal behaviour gets equal scores. A last day after today counts as today.
    """
    rows = list(customers)
    if len(rows) < MINIMUM_CUSTOMERS:
        return None
    # Columns and shared records: 200,000 customers are scored in the time it takes to read them.
    latest = today.toordinal()
    ids = [row[0] for row in rows]
    days = [min(row[1].toordinal(), latest) for row in rows]
    counts = [row[2] for row in rows]
    spends = [row[3] for row in rows]
    columns = [map(_fifths(values).__getitem__, values) for values in (days, counts, spends)]
    return dict(zip(ids, map(cache(Rfm), *columns), strict=True))


def rule_of_thumb(basket_minor: int, visits_a_year: float, years: float, margin: float) -> int:
    """Roughly what a customer leaves to the shop: basket x visits x years x margin, in minor units.

    To be labelled as a rule of thumb: it knows no person and no risk.

    Raises:
        ValueError: a factor is negative, or the margin above 1.
    """
    if min(basket_minor, visits_a_year, years, margin) < 0 or margin > 1:
        raise ValueError("factors must not be negative, and the margin at most 1")
    return round(basket_minor * visits_a_year * years * margin)


def _fifths(values: Sequence[int]) -> dict[int, int]:
    """The score of each value."""
    counts = Counter(values)
    scores = {}
    smaller = 0
    for value in sorted(counts):
        scores[value] = 1 + 5 * smaller // len(values)
        smaller += counts[value]
    return scores
