"""One letter to many: what the shop says in it, and who cannot have it as it is."""

from dataclasses import dataclass
from datetime import date
from enum import StrEnum

from cxdesk.domain.coupon import Coupon
from cxdesk.domain.letter import LetterKind


@dataclass(frozen=True, slots=True)
class Mailing:
    """What the letters of a mailing say besides what is known of each customer.

    `uuid` is the identity of the form, so that printing it twice makes the same letters. `until` ends an offer or a
    warranty; percentages are whole numbers, 0 for none. `offer` is the coupon that each letter carries, made out to its
    customer under a code of its own; letters and coupons belong to the event `campaign_id`.
    """

    uuid: str
    kind: LetterKind
    message: str = ""
    event: str = ""
    when: str = ""
    place: str = ""
    item: str = ""
    until: date | None = None
    regular_percent: int = 0
    guest_percent: int = 0
    offer: Coupon | None = None
    campaign_id: int | None = None


USES: dict[LetterKind, tuple[str, ...]] = {
    LetterKind.APOLOGY: ("message",),
    LetterKind.INVITATION: ("event", "when", "place", "message"),
    LetterKind.EARLY_ACCESS: ("item", "when", "message"),
    LetterKind.APPRECIATION_DAY: ("when", "place", "regular_percent", "guest_percent", "message"),
    LetterKind.BACK_IN_STOCK: ("item", "until", "message"),
    LetterKind.WARRANTY_ENDS: ("item", "until", "message"),
    LetterKind.NOTICE: ("event", "message"),
}
"""Which of these the original wording of a kind has room for."""


class Obstacle(StrEnum):
    """Why somebody gets no letter, or not as the others do."""

    NOT_PERMITTED = "not_permitted"
    CHILD = "child"
    NO_NAME = "no_name"
    NO_ADDRESS = "no_address"
    UNPRINTABLE = "unprintable"


STOPS = frozenset({Obstacle.NOT_PERMITTED, Obstacle.CHILD, Obstacle.NO_NAME})
"""Obstacles with which no letter is made; without an address it is handed over at the counter, and a
name that the font cannot write is better written by hand."""


@dataclass(frozen=True, slots=True)
class Problem:
    """Somebody on the list and what is the matter."""

    customer_id: int
    name: str
    obstacle: Obstacle
