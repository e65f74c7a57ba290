"""Shares, means and their differences, each with the interval (95 %) in which the truth plausibly lies."""

from dataclasses import dataclass
from math import hypot, sqrt
from statistics import NormalDist
from typing import Protocol

CONFIDENCE = 0.95
UPPER_TAIL = (1 + CONFIDENCE) / 2
Z = NormalDist().inv_cdf(UPPER_TAIL)


class Estimate(Protocol):
    """A figure with the ends of its interval, all in the same unit."""

    @property
    def value(self) -> float:
        """The figure itself."""

    @property
    def low(self) -> float:
        """The lower end, at most the figure."""

    @property
    def high(self) -> float:
        """The upper end, at least the figure."""


@dataclass(frozen=True, slots=True)
class Share:
    """A share 0-1 of n, with its Wilson interval."""

    share: float
    n: int
    low: float
    high: float

    @property
    def value(self) -> float:
        """The share, 0-1."""
        return self.share


@dataclass(frozen=True, slots=True)
class Difference:
    """What changed between two figures, in their unit; positive = grew."""

    difference: float
    low: float
    high: float

    @property
    def clear(self) -> bool:
        """False when no change at all is plausible too: draw no arrow."""
        return self.low > 0 or self.high < 0


def wilson(successes: int, n: int, z: float = Z) -> tuple[float, float]:
    """The score interval of a share, 0-1 (Wilson 1927; without continuity correction), `z` deviations wide.

    Raises:
        ValueError: n is not positive, or successes are not within 0-n.
    """
    if not 0 <= successes <= n or n == 0:
        raise ValueError(f"{successes} of {n} is no share")
    centre = successes + z * z / 2
    half = z * sqrt(successes * (n - successes) / n + z * z / 4)
    low, high = (centre - half) / (n + z * z), (centre + half) / (n + z * z)
    # The ends are exactly 0 and 1 there; rounding must not leave the share outside.
    return (low if successes else 0.0), (high if successes < n else 1.0)


def share(successes: int, n: int, z: float = Z) -> Share:
    """The share of successes with its Wilson interval; raises ValueError as `wilson` does."""
    low, high = wilson(successes, n, z)
    return Share(successes / n, n, low, high)


def t_interval(mean: float, sd: float, n: int) -> tuple[float, float]:
    """Student's interval of a mean, from the sample standard deviation (n - 1) of n >= 2 values."""
    from scipy.special import stdtrit  # noqa: PLC0415  scipy is slow to import

    half = float(stdtrit(n - 1, UPPER_TAIL)) * sd / sqrt(n)
    return mean - half, mean + half


def difference(before: Estimate, after: Estimate) -> Difference:
    """What `after` has more than `before`, its interval made from the two single intervals.

    The distances from each figure to the end that matters add up as root of squares (Zou & Donner 2008,
    "MOVER"). For symmetric intervals that is z·sqrt(se1² + se2²), for Wilson's it is Newcombe's hybrid (1998,
    method 10). Of equal NPS with 5 answers each it calls at most 7 % changed, a plain z 18 %.
    """
    change = after.value - before.value
    low = change - hypot(after.value - after.low, before.high - before.value)
    high = change + hypot(after.high - after.value, before.value - before.low)
    return Difference(change, low, high)
