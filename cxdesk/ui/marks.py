"""The icons of papers, of how they went out, and of what may become of them, wherever they are shown."""

from cxdesk.domain.letter import Way
from cxdesk.domain.paper import Mark, PaperKind

ICONS = {Mark.DELIVERED: "check", Mark.ANSWERED: "message-square", Mark.REDEEMED: "gift"}
LETTER = "mail"
WAYS: dict[Way | None, str] = {Way.EMAIL: "at-sign", Way.TEXT: "message-square", Way.HAND: "pencil"}
PAPERS = {
    PaperKind.CARD: "pencil",
    PaperKind.COUPON: "ticket-percent",
    PaperKind.GIFT_CARD: "tag",
    PaperKind.INVITATION: "party-popper",
}
