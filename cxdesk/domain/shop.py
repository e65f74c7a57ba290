"""The shop itself: what its owner has settled, and who works there."""

from dataclasses import dataclass
from enum import StrEnum

from cxdesk.domain.asking import AskWhen
from cxdesk.domain.formality import Formality


class LetterBasis(StrEnum):
    """On what ground a letter may be posted to a customer."""

    CONSENT = "consent"
    OPT_OUT = "opt_out"


@dataclass(frozen=True, slots=True)
class Shop:
    """The settings of a shop file.

    Money is in minor units of `currency`; a percentage is a whole number; periods are in days. `kiosk_code` keeps
    a customer at the customer's screen (figures, empty for none); it is no secret. `questions` names what the counter
    asks, see `domain.asking`. Points are in use when `points_on` is 1: one for each `money_per_point`, worth
    `point_value`, for `points_months` (0: for ever); `referral_points` go to both when a friend buys the first time.
    `goodwill_limit` is what each member of staff may give away in a month unless they have a limit of their own.
    `yearly_percent` of what last year earned is another limit of the year, see `domain.budget`. 0 is no limit of it, of
    `yearly_budget`, of `gifts_a_year` to one customer and of their cost, `gift_sum_a_year`.
    """

    name: str
    language: str = "fi"
    currency: str = "EUR"
    street: str = ""
    postcode: str = ""
    town: str = ""
    country: str = "FI"
    phone: str = ""
    email: str = ""
    website: str = ""
    signature_name: str = ""
    signature_title: str = ""
    monthly_budget: int = 15000
    gift_limit: int = 1500
    letter_cost: int = 150
    goodwill_limit: int = 3000
    yearly_budget: int = 0
    yearly_percent: int = 0
    gifts_a_year: int = 3
    gift_sum_a_year: int = 0
    contact_gap: int = 30
    coupon_percent: int = 10
    coupon_days: int = 60
    letter_basis: LetterBasis = LetterBasis.CONSENT
    window: str = "din5008b"
    window_right: int = 0
    window_down: int = 0
    formality: Formality = Formality.FAMILIAR
    questions: str = "nps csat"
    ask_gap: int = 30
    nps_gap: int = 365
    ask_when: AskWhen = AskWhen.ALWAYS
    theme: str = "system"
    text_scale: int = 100
    second_backup: str = ""
    kiosk_code: str = ""
    points_on: int = 0
    money_per_point: int = 100
    point_value: int = 5
    points_months: int = 24
    referral_points: int = 0
    birthday_points: int = 0
    answer_points: int = 0


class Role(StrEnum):
    """What a person in the shop may do: owners everything, staff the daily work."""

    OWNER = "owner"
    STAFF = "staff"


@dataclass(frozen=True, slots=True)
class StaffMember:
    """Somebody who works in the shop; `title` stands under their signature.

    `monthly_limit` is what they may give away in a month on their own judgement, in minor units; None: as usual.
    """

    id: int
    name: str
    title: str = ""
    role: Role = Role.STAFF
    active: bool = True
    monthly_limit: int | None = None
