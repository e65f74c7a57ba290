"""A guided interview: from what the customer wishes to whether it was what they sought."""

from dataclasses import dataclass
from datetime import date
from enum import StrEnum


class Outcome(StrEnum):
    """How the customer decided."""

    BOUGHT = "bought"
    ORDERED = "ordered"
    THINKING = "thinking"
    DECLINED = "declined"


class Fit(StrEnum):
    """Whether it was what the customer sought."""

    YES = "yes"
    PARTLY = "partly"
    NO = "no"


@dataclass(frozen=True, slots=True)
class Interview:
    """The five steps; `hits` are the season's articles that were shown, by name."""

    id: int
    day: date
    customer_id: int | None = None
    purchase_id: int | None = None
    wishes: str = ""
    hits: tuple[str, ...] = ()
    proposal: str = ""
    outcome: Outcome | None = None
    fit: Fit | None = None
    staff_id: int | None = None
    uuid: str = ""
    at: str = ""

    @property
    def empty(self) -> bool:
        """Whether no step has been taken."""
        return not (self.wishes or self.hits or self.proposal or self.outcome or self.fit)
