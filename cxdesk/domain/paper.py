"""Papers that leave the shop with a code on them, and what became of each."""

from dataclasses import dataclass
from datetime import date
from enum import StrEnum
from uuid import UUID

from cxdesk.domain.letter import Way

SIGNS = "23456789ABCDEFGHJKLMNPQRSTUVWXYZ"
HEAD, LENGTH = 2, 6


class PaperKind(StrEnum):
    """What sort of paper it is."""

    LETTER = "letter"
    CARD = "card"
    COUPON = "coupon"
    GIFT_CARD = "gift_card"
    INVITATION = "invitation"
    STATEMENT = "statement"


class Mark(StrEnum):
    """What became of a paper."""

    DELIVERED = "delivered"
    ANSWERED = "answered"
    REDEEMED = "redeemed"


@dataclass(frozen=True, slots=True)
class Paper:
    """One paper; `code` is what its bars say, and the days tell when each mark was set."""

    id: int
    code: str
    kind: PaperKind
    printed: date
    customer_id: int | None = None
    letter_id: int | None = None
    coupon_id: int | None = None
    gift_card_id: int | None = None
    invitation_id: int | None = None
    delivered: date | None = None
    answered: date | None = None
    redeemed: date | None = None

    def marked(self, mark: Mark) -> date | None:
        """The day on which this mark was set."""
        day: date | None = getattr(self, mark.value)
        return day


@dataclass(frozen=True, slots=True)
class Slip:
    """A paper with what a person calls it by: whose it is, which letter, and how that went out.

    `offers` when something is due for it.
    """

    paper: Paper
    name: str
    template: str = ""
    offers: bool = False
    way: Way | None = None

    @property
    def marks(self) -> tuple[Mark, ...]:
        """What may become of it; a coupon of its own and a gift card are redeemed by the purchase they pay for."""
        if self.paper.kind in {PaperKind.COUPON, PaperKind.GIFT_CARD, PaperKind.STATEMENT}:
            return (Mark.DELIVERED,)
        redeemable = self.offers or self.paper.kind is PaperKind.INVITATION  # whose guest comes
        return tuple(Mark) if redeemable else (Mark.DELIVERED, Mark.ANSWERED)


def code_of(identity: UUID) -> str:
    """Six signs without look-alikes, such as K7-4Q2M, made from an identity."""
    return _joined("".join(SIGNS[byte % len(SIGNS)] for byte in identity.bytes[:LENGTH]))


def read_code(typed: str) -> str:
    """The code that somebody typed or scanned, with or without its line; empty when it cannot be one."""
    signs = "".join(sign for sign in typed.upper() if sign not in "- \u2013\u2011")
    return _joined(signs) if len(signs) == LENGTH and set(signs) <= set(SIGNS) else ""


def _joined(signs: str) -> str:
    return f"{signs[:HEAD]}-{signs[HEAD:]}"
