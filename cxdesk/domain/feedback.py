"""Feedback: what a customer answered and said."""

from dataclasses import dataclass
from datetime import date

from cxdesk.domain.needs import Channel, Need, Stage

UNHAPPY_NPS = 6
UNHAPPY_CSAT = 2


@dataclass(frozen=True, slots=True)
class Feedback:
    """One visit's answers; a score that was not asked or not answered is None. `resolved` closes a follow-up."""

    id: int
    day: date
    customer_id: int | None = None
    nps: int | None = None
    csat: int | None = None
    ces: int | None = None
    comment: str = ""
    channel: Channel = Channel.IN_PERSON
    stage: Stage | None = None
    needs: tuple[Need, ...] = ()
    product_id: int | None = None
    purchase_id: int | None = None
    staff_id: int | None = None
    follow_up: bool = False
    resolved: date | None = None
    resolution: str = ""
    uuid: str = ""
    at: str = ""

    @property
    def empty(self) -> bool:
        """Whether nothing was answered at all."""
        return self.nps is self.csat is self.ces is None and not (self.comment or self.needs)


def unhappy(nps: int | None, csat: int | None) -> bool:
    """Whether the scores call for a reply: a detractor's NPS (0-6) or a CSAT of 1 or 2."""
    return (nps is not None and nps <= UNHAPPY_NPS) or (csat is not None and csat <= UNHAPPY_CSAT)
