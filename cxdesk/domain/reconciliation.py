"""After a move: what the file holds against what the shop has of it, with a reason for every difference."""

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import datetime
from enum import StrEnum

from cxdesk.domain.imports import Refusal


class Item(StrEnum):
    """What is compared; money is in minor units."""

    ROWS = "rows"
    PEOPLE = "people"
    RECEIPTS = "receipts"
    LINES = "lines"
    MONEY = "money"
    REFUNDS = "refunds"
    PRODUCTS = "products"
    POINTS = "points"
    ANSWERS = "answers"
    SPENT = "spent"


class Reason(StrEnum):
    """Why the shop has another number than the file."""

    REFUSED = "refused"  # rows that could not be read
    SAME_PERSON = "same_person"  # entries of the file that are one person
    SAME_PRODUCT = "same_product"  # rows of a price list that are one product
    CANCELLED = "cancelled"  # receipts that were cancelled: kept, but never counted
    EARLIER = "earlier"  # what an earlier file had brought to the same receipts and people
    OTHERWISE = "otherwise"  # lines that an earlier file told with another amount, or cancelled or not
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


@dataclass(frozen=True, slots=True)
class Reconciliation:
    """Everything that a reconciliation sheet prints.

    `system` is the profile that the file was read by, `made` local time, `by` the member of staff or empty. `refused`
    are the first of `refused_count` rows that could not go in; `remark_count` values stayed out of rows that went in.
    After a `trial` nothing of it has been saved.
    """

    shop: str
    file: str
    system: str
    made: datetime
    by: str
    comparisons: tuple[Comparison, ...]
    refused: tuple[Refusal, ...] = ()
    refused_count: int = 0
    remark_count: int = 0
    trial: bool = False


def compared(item: Item, in_file: float, in_shop: float, **reasons: float) -> Comparison:
    """A comparison whose reasons are named by their values; those of nothing are left out."""
    told = tuple((Reason(name), number) for name, number in reasons.items() if number)
    return Comparison(item, in_file, in_shop, told)


def unexplained(comparisons: Iterable[Comparison]) -> tuple[Comparison, ...]:
    """The comparisons whose difference has no or not enough reason."""
    return tuple(each for each in comparisons if not each.explained)
