"""The rules of the loyalty programme: what earns how much, which tier somebody has, what points can buy."""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass, field
from datetime import date
from fractions import Fraction
from typing import TypeAlias

TIER_DAYS = 365
"""A tier is what somebody has spent within so many days."""


@dataclass(frozen=True, slots=True)
class EarnRule:
    """Points times `factor` (0: none at all) for one product or category, on a weekday (1 Monday), in a period."""

    id: int
    name: str
    factor: float
    product_id: int | None = None
    category: str = ""
    weekday: int | None = None
    first: date | None = None
    last: date | None = None
    active: bool = True

    def counts(self, product_id: int | None, category: str, day: date) -> bool:
        """Whether the rule speaks of a line bought on `day`."""
        return (
            self.active
            and self.product_id in {None, product_id}
            and (not self.category or self.category.casefold() == category.casefold())
            and self.weekday in {None, day.isoweekday()}
            and (self.first is None or self.first <= day)
            and (self.last is None or day <= self.last)
        )


@dataclass(frozen=True, slots=True)
class Tier:
    """A level of regulars: from `spend` within TIER_DAYS; points times `factor`, `percent` off every purchase."""

    id: int
    name: str
    spend: int
    factor: float = 1
    percent: int = 0
    vip: bool = False


@dataclass(frozen=True, slots=True)
class Reward:
    """Something that can be had for points."""

    id: int
    name: str
    points: int
    product_id: int | None = None
    active: bool = True


@dataclass(frozen=True, slots=True)
class StampCard:
    """So many of an article or a category, and the next is a reward."""

    id: int
    name: str
    stamps: int
    reward: str
    product_id: int | None = None
    category: str = ""
    active: bool = True

    def counts(self, product_id: int | None, category: str) -> bool:
        """Whether a line gives a stamp for each unit; a card that names neither counts everything."""
        return (
            self.active
            and self.product_id in {None, product_id}
            and (not self.category or self.category.casefold() == category.casefold())
        )


@dataclass(frozen=True, slots=True)
class ProgrammeChange:
    """What was changed and why, when to look at it again, and what it has taught.

    `change_id` is the change of the history that it tells of; None where somebody has written it all. `id` is 0 while
    nobody has said anything of such a change.
    """

    what: str
    why: str
    day: date
    review: date | None = None
    learned: str = ""
    staff_id: int | None = None
    change_id: int | None = None
    id: int = field(default=0, compare=False)


Rule: TypeAlias = EarnRule | Tier | Reward | StampCard


@dataclass(frozen=True, slots=True)
class Amendment:
    """A rule, or the `figure` of a point, before and after a change; None before it came, and after it went."""

    change_id: int
    at: str
    staff_id: int | None
    before: Rule | int | None
    after: Rule | int | None
    figure: str = ""


def factor(rules: Iterable[EarnRule], product_id: int | None, category: str, day: date) -> Fraction:
    """By what a line's money counts: the best rule that speaks of it; one of 0 shuts it out."""
    said = [rule.factor for rule in rules if rule.counts(product_id, category, day)]
    if 0 in said:
        return Fraction(0)
    return _exact(max(said, default=1))


def tier(tiers: Iterable[Tier], spend: int) -> Tier | None:
    """The highest tier that `spend` reaches."""
    reached = (each for each in tiers if each.spend <= spend)
    return max(reached, key=lambda each: each.spend, default=None)


def next_tier(tiers: Iterable[Tier], spend: int) -> Tier | None:
    """The tier that comes next."""
    ahead = (each for each in tiers if each.spend > spend)
    return min(ahead, key=lambda each: each.spend, default=None)


def next_reward(rewards: Sequence[Reward], balance: int) -> Reward | None:
    """The cheapest reward that the balance does not reach yet."""
    ahead = (each for each in rewards if each.active and each.points > balance)
    return min(ahead, key=lambda each: each.points, default=None)


def tier_factor(reached: Tier | None) -> Fraction:
    """By what a tier multiplies points."""
    return _exact(reached.factor) if reached else Fraction(1)


def _exact(factor: float) -> Fraction:
    """1.1 is eleven tenths, not the nearest binary number."""
    return Fraction(str(factor))
