"""What thanking may cost: an amount for the month, and for the year an amount or a part of what last year brought."""

from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class Earned:
    """What a year brought, in minor units: all `sales`, those whose purchase price is known, and what they cost."""

    year: int
    sales: int = 0
    known: int = 0
    cost: int = 0

    @property
    def base(self) -> int:
        """The gross margin of what has a purchase price; where nothing has, the sales."""
        return max(0, self.known - self.cost if self.known else self.sales)

    @property
    def share(self) -> float:
        """How much of the sales the margin rests on, from 0 to 1; 0 where it is none."""
        return min(1.0, self.known / self.sales) if self.sales > 0 else 0.0


@dataclass(frozen=True, slots=True)
class Budget:
    """The budget for appreciation of a month, and of the year where one is set, in minor units.

    `year_total` is the smaller of the amount and of `percent` of what last year `earned`; None: the year has no limit.
    """

    total: int
    spent: int
    year_total: int | None = None
    year_spent: int = 0
    percent: int = 0
    earned: Earned | None = None

    @property
    def left(self) -> int:
        """What may still be spent; negative when the month or the year is overspent."""
        month = self.total - self.spent
        return month if self.year_total is None else min(month, self.year_total - self.year_spent)

    @property
    def year_binds(self) -> bool:
        """Whether less is left of the year than of the month."""
        return self.left < self.total - self.spent

    @property
    def part(self) -> int | None:
        """The part of what last year earned; None where no part is set, or last year sold nothing."""
        return part(self.percent, self.earned)


def part(percent: int, earned: Earned | None) -> int | None:
    """So many per cent of what a year earned; None where nothing was sold, so that nothing can be a part of it."""
    if not percent or earned is None or earned.sales <= 0:
        return None
    return round(earned.base * percent / 100)


def yearly(amount: int, percent: int, earned: Earned | None) -> int | None:
    """The limit of a year: the smaller of the amount and of the part; None without either."""
    limits = [each for each in (amount or None, part(percent, earned)) if each is not None]
    return min(limits, default=None)
