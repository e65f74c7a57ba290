"""Events and campaigns to which customers are invited, who comes, and what came of it."""

from dataclasses import dataclass
from datetime import date
from enum import StrEnum


class CampaignKind(StrEnum):
    """What sort of event or campaign it is."""

    APPRECIATION = "appreciation"
    EARLY_ACCESS = "early_access"
    PARTY = "party"
    COMMUNITY = "community"
    CAUSE = "cause"
    PARTNER = "partner"


class Reply(StrEnum):
    """What somebody has answered to an invitation."""

    YES = "yes"
    MAYBE = "maybe"
    NO = "no"


@dataclass(frozen=True, slots=True)
class Campaign:
    """An event or campaign from its `first` to its `last` day; money in minor units.

    `percent` is off for whoever is invited, `guest_percent` for whoever they bring, `guests` how many each may bring;
    `cost` is known afterwards, `result` what the shop has learned.
    """

    id: int
    kind: CampaignKind
    name: str
    first: date
    last: date
    time: str = ""
    place: str = ""
    programme: str = ""
    partner: str = ""
    audience: str = ""
    budget: int = 0
    cost: int | None = None
    percent: int = 0
    guest_percent: int = 0
    guests: int = 0
    result: str = ""
    closed: bool = False
    uuid: str = ""


@dataclass(frozen=True, slots=True)
class Invitation:
    """Somebody's invitation with its code, what they answered, whom they bring, and the day on which they came."""

    id: int
    campaign_id: int
    customer_id: int
    code: str
    day: date
    name: str = ""
    reply: Reply | None = None
    guests: int = 0
    came: date | None = None


@dataclass(frozen=True, slots=True)
class Turnout:
    """What came of it: replies, who came with how many guests, and what those who were invited bought meanwhile.

    Of the `coupons` sent for it `used` came back; what went off for them, `redeemed`, is part of its cost.
    """

    invited: int
    yes: int
    maybe: int
    no: int
    came: int
    guests: int
    buyers: int
    sales: int
    coupons: int = 0
    used: int = 0
    redeemed: int = 0
