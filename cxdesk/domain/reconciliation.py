"""After a move: what the file holds against what the shop has of it, with a reason for every difference."""

from dataclasses import dataclass
from enum import StrEnum


class Item(StrEnum):
    """What is compared; money is in minor units."""

    ROWS = "rows"
    PEOPLE = "people"
    RECEIPTS = "receipts"
    LINES = "lines"
    MONEY = "money"
    REFUNDS = "refunds"
    POINTS = "points"
    ANSWERS = "answers"
    SPENT = "spent"


class Reason(StrEnum):
    """Why the shop has another number than the file."""

    REFUSED = "refused"  # rows that could not be read
    SAME_PERSON = "same_person"  # entries of the file that are one person
    CANCELLED = "cancelled"  # receipts that were cancelled: kept, but never counted
    EARLIER = "earlier"  # lines that an earlier file had brought to the same receipts
    ROUNDED = "rounded"  # balances with decimals, made whole
    REPEATED = "repeated"  # answers that stand in the file more than once
    NOT_RECEIPTS = "not_receipts"  # the old system's own sums, of purchases that are not in this file


@dataclass(frozen=True, slots=True)
class Comparison:
    """One thing in the file and in the shop; the reasons add up to shop minus file."""

    item: Item
    in_file: float
    in_shop: float
    reasons: tuple[tuple[Reason, float], ...] = ()

    @property
    def difference(self) -> float:
        """Shop minus file."""
        return self.in_shop - self.in_file

    @property
    def explained(self) -> bool:
        """Whether the reasons add up to the difference."""
        return abs(self.difference - sum(number for _, number in self.reasons)) < 0.005
