"""Something a customer asked for that the shop did not have."""

from dataclasses import dataclass
from datetime import date
from enum import StrEnum


class Outcome(StrEnum):
    """How a request ended."""

    TOLD = "told"
    BOUGHT = "bought"
    DECLINED = "declined"
    UNREACHED = "unreached"
    DROPPED = "dropped"


@dataclass(frozen=True, slots=True)
class Request:
    """What was asked for, by a customer or by somebody with a phone number (`contact`), and what became of it.

    `arrived` is the day on which it came, `closed` the day of the `outcome`.
    """

    id: int
    text: str
    day: date
    customer_id: int | None = None
    product_id: int | None = None
    quantity: float = 1
    contact: str = ""
    arrived: date | None = None
    closed: date | None = None
    outcome: Outcome | None = None
    staff_id: int | None = None
    uuid: str = ""
    at: str = ""


@dataclass(frozen=True, slots=True)
class Wanted:
    """What is asked for under one `key`: how many times, how much of it, when last; and whether it is there now."""

    key: str
    text: str
    times: int
    quantity: float
    last: date
    here: bool
