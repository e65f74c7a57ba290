"""A letter to a customer, and the four steps that make a good thank-you letter."""

from dataclasses import dataclass
from datetime import date
from enum import StrEnum

from cxdesk.domain.formality import Formality


class LetterKind(StrEnum):
    """What a letter is for; the shop has a template of each in every language."""

    THANK_YOU = "thank_you"
    BIRTHDAY = "birthday"
    WELCOME = "welcome"
    WE_MISS_YOU = "we_miss_you"
    ANSWER_FEEDBACK = "answer_feedback"
    APOLOGY = "apology"
    INVITATION = "invitation"
    EARLY_ACCESS = "early_access"
    APPRECIATION_DAY = "appreciation_day"
    BACK_IN_STOCK = "back_in_stock"
    WARRANTY_ENDS = "warranty_ends"
    NOTICE = "notice"


SERVICE = frozenset({LetterKind.ANSWER_FEEDBACK, LetterKind.APOLOGY, LetterKind.BACK_IN_STOCK})
"""Kinds that answer the customer's own word; they are no marketing."""

TWO_WAYS = frozenset({"fi"})
"""The languages whose letters are worded apart for formal and familiar address."""


def variant(language: str, formality: Formality) -> str:
    """Under which formality a letter's template is kept; empty where the language has one wording for both."""
    return formality.value if language in TWO_WAYS else ""


class Way(StrEnum):
    """How a letter went out."""

    PRINTED = "printed"
    EMAIL = "email"
    TEXT = "text"
    COPIED = "copied"
    HAND = "hand"


class Window(StrEnum):
    """Which envelope the letter goes into: the DIN 5008 form B window or one without."""

    DIN5008B = "din5008b"
    NONE = "none"


@dataclass(frozen=True, slots=True)
class Sender:
    """The shop as it stands in the letterhead; `address` is one line each."""

    name: str
    address: tuple[str, ...] = ()
    phone: str = ""
    email: str = ""
    website: str = ""


@dataclass(frozen=True, slots=True)
class Recipient:
    """Whom the letter is for; without address lines it is handed over at the counter."""

    names: tuple[str, ...]
    address: tuple[str, ...] = ()

    @property
    def at_counter(self) -> bool:
        """Whether there is nowhere to post it to."""
        return not any(line.strip() for line in self.address)


@dataclass(frozen=True, slots=True)
class CouponBox:
    """The coupon printed at the foot of a letter; an ASCII `code` is also drawn as Code 128."""

    title: str
    text: str
    code: str = ""
    valid_until: date | None = None


@dataclass(frozen=True, slots=True)
class Signature:
    """Who signs, and as what; `picture` is the ink of a written signature as PNG, empty to sign by hand."""

    name: str
    title: str = ""
    picture: bytes = b""


@dataclass(frozen=True, slots=True)
class Letter:
    """One printed letter: plain text throughout, in the customer's language.

    The first of `paragraphs` is the salutation and the last the closing. `offset` moves the address field
    right and down, in millimetres, to fit the shop's own envelopes; `code` opens the letter's record when it is
    scanned.
    """

    uuid: str
    template: str
    language: str
    sender: Sender
    recipient: Recipient
    date: date
    subject: str
    paragraphs: tuple[str, ...]
    signature: Signature
    place: str = ""
    coupon: CouponBox | None = None
    window: Window = Window.DIN5008B
    offset: tuple[float, float] = (0.0, 0.0)
    code: str = ""


@dataclass(frozen=True, slots=True)
class LetterFields:
    """What a letter template may say; texts are ready to print, an unknown one is empty.

    `reason` is a whole sentence, `gift` and `coupon` name a thing ("Linen 50 g", "10 % off all yarns"). `message` is
    what the shop writes itself, in one or more paragraphs; `item` is what an offer or a warranty is about.
    """

    customer_name: str = ""
    customer_first_name: str = ""
    shop_name: str = ""
    reason: str = ""
    gift: str = ""
    coupon: str = ""
    valid_until: str = ""
    staff_name: str = ""
    staff_title: str = ""
    since_year: int | None = None
    purchases: int | None = None
    salutation: str = ""
    message: str = ""
    event: str = ""
    when: str = ""
    place: str = ""
    item: str = ""
    regular_percent: str = ""
    guest_percent: str = ""
    code: str = ""
    first_time: bool = False


class Step(StrEnum):
    """The four steps of a good thank-you letter."""

    NAME = "name"
    REASON = "reason"
    WISH = "wish"
    CLOSING = "closing"


@dataclass(frozen=True, slots=True)
class Requirement:
    """A field that a step needs, under the name that templates use; any one of `values` satisfies it."""

    step: Step
    field: str
    values: tuple[str, ...]


def requirements(fields: LetterFields) -> tuple[Requirement, ...]:
    """What each step needs: a name, a reason, an end to what is offered, somebody who signs with a title."""
    offers = bool(fields.coupon.strip())
    return (
        Requirement(Step.NAME, "customer.name", (fields.customer_first_name, fields.customer_name)),
        Requirement(Step.REASON, "reason", (fields.reason,)),
        *((Requirement(Step.WISH, "valid_until", (fields.valid_until,)),) if offers else ()),
        Requirement(Step.CLOSING, "staff.name", (fields.staff_name,)),
        Requirement(Step.CLOSING, "staff.title", (fields.staff_title,)),
        Requirement(Step.CLOSING, "shop.name", (fields.shop_name,)),
    )


def missing(fields: LetterFields) -> list[str]:
    """The fields that a good thank-you letter still lacks, named as in templates, in the order of the steps."""
    return [need.field for need in requirements(fields) if not any(value.strip() for value in need.values)]
