"""Did it work? Those who were thanked against those whom a lot has left out, and what may be said of the difference.

Everybody counts in the arm that the lot has put them in, whether or not staff did it; the outcome is a visit within so
many days. The difference of the two shares has Newcombe's hybrid interval (1998, method 10). While a trial runs it is
looked at again and again, and at z = 1.96 one null effect in four would look real at some time: z = 2.8 until its end.
"""

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date
from enum import StrEnum
from hashlib import sha256
from math import ceil, sqrt

from cxdesk.domain.intervals import Difference, Z, difference, share
from cxdesk.domain.occasion import Setting

INTERIM_Z = 2.8
POWER_Z = 0.8416212335729143  # 80 %
WORTH_WHILE = 0.05
"""A gain of fewer visits than this among all who are thanked is not worth a trial."""
HOPED_FOR = 0.10
FEWEST = 5  # in each arm; under that no figure is shown


class Verdict(StrEnum):
    """What may be said."""

    HELPS = "helps"
    PROBABLY = "probably"
    UNCLEAR = "unclear"
    NOT = "not"


@dataclass(frozen=True, slots=True)
class Arm:
    """Those of one arm whose days are over: how many, and how many of them came."""

    came: int
    people: int

    @property
    def share(self) -> float:
        """The share that came, 0 of nobody."""
        return self.came / self.people if self.people else 0.0


@dataclass(frozen=True, slots=True)
class Effect:
    """What thanking has brought: the gain in the share that comes, its interval, and what may be said of it."""

    thanked: Arm
    left_out: Arm
    gain: Difference
    verdict: Verdict

    @property
    def extra_visits(self) -> float:
        """How many more came than would have come anyway."""
        return self.gain.difference * self.thanked.people


@dataclass(frozen=True, slots=True)
class Spend:
    """What those of one arm whose days are over have bought for meanwhile: the sum and the sum of squares."""

    people: int = 0
    total: int = 0
    squares: float = 0

    @property
    def mean(self) -> float:
        """What one of them has bought for, in minor units."""
        return self.total / self.people if self.people else 0.0

    @property
    def variance(self) -> float:
        """How far they differ from each other."""
        return max(0.0, self.squares - self.total * self.mean) / (self.people - 1) if self.people > 1 else 0.0


@dataclass(frozen=True, slots=True)
class Worth:
    """What one of those who were thanked has bought for, one of the others, and the difference, in minor units."""

    thanked: Spend
    left_out: Spend
    gain: Difference


@dataclass(frozen=True, slots=True)
class Trial:
    """The trial of one rule's present version.

    `drawn` counts all who were drawn so far, `effect` and `worth` are told of those whose days are over (None: too few
    of them), `needed` how many more are to be drawn and `weeks` how many that takes about, `cost` in minor units,
    `per_visit` the cost of one visit more.
    """

    setting: Setting
    begun: date
    end: date
    final: bool
    drawn: int
    effect: Effect | None
    weeks: int
    cost: int
    per_visit: int | None
    needed: int = 0
    worth: Worth | None = None


def effect(thanked: Arm, left_out: Arm, *, final: bool) -> Effect | None:
    """The effect so far, or at the end of the trial (`final`); None while an arm is too small to say anything."""
    if min(thanked.people, left_out.people) < FEWEST:
        return None
    usual, wide = (_gain(thanked, left_out, z) for z in (Z, INTERIM_Z))
    return Effect(thanked, left_out, usual if final else wide, _verdict(usual, wide, final=final))


def worth(thanked: Spend, left_out: Spend, *, final: bool) -> Worth | None:
    """The difference in money with its interval (Welch's, by the normal law); None while an arm is too small."""
    if min(thanked.people, left_out.people) < FEWEST:
        return None
    by = thanked.mean - left_out.mean
    spread = sqrt(thanked.variance / thanked.people + left_out.variance / left_out.people)
    half = (Z if final else INTERIM_Z) * spread
    return Worth(thanked, left_out, Difference(by, by - half, by + half))


def _gain(thanked: Arm, left_out: Arm, z: float) -> Difference:
    return difference(share(left_out.came, left_out.people, z), share(thanked.came, thanked.people, z))


def _verdict(usual: Difference, wide: Difference, *, final: bool) -> Verdict:
    if wide.low > 0:
        return Verdict.HELPS
    if final and usual.low > 0:
        return Verdict.PROBABLY
    shown = usual if final else wide
    return Verdict.NOT if shown.high < WORTH_WHILE else Verdict.UNCLEAR


def needed(before: float, after: float, ratio: float = 1) -> tuple[int, int]:
    """How many people are to be left out and thanked, to see a share grow so with a power of 80 % at z = 1.96.

    `ratio` are thanked for each one who is left out (Fleiss, Levin & Paik 2003, without continuity correction).
    """
    together = (before + ratio * after) / (1 + ratio)
    spread = Z * sqrt(together * (1 - together) * (1 + 1 / ratio))
    seen = POWER_Z * sqrt(before * (1 - before) + after * (1 - after) / ratio)
    left_out = ((spread + seen) / (after - before)) ** 2
    return ceil(left_out), ceil(ratio * left_out)


def left_out(setting: Setting, suggestion_id: str) -> bool:
    """What the lot says of a suggestion: the same one always draws the same, of one version of a rule."""
    drawn = sha256(f"{setting.kind}/{setting.version}/{suggestion_id}".encode()).digest()
    return int.from_bytes(drawn[:8], "big") * 100 < setting.held_back * 2**64


def arms(rows: Iterable[tuple[int, int, int]]) -> tuple[Arm, Arm]:
    """Those who were thanked and those who were left out, of rows (left out, came, people)."""
    found = {bool(held): Arm(came, people) for held, came, people in rows}
    return found.get(False, Arm(0, 0)), found.get(True, Arm(0, 0))
