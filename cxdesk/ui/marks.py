"""The icons of what may become of a paper, wherever it is shown."""

from cxdesk.domain.paper import Mark

ICONS = {Mark.DELIVERED: "check", Mark.ANSWERED: "message-square", Mark.REDEEMED: "gift"}
