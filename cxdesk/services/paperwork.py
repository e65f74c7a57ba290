"""The part of the Desk that writes: letters, their wording, cards, labels, and what became of them."""
# ruff: noqa: PLC0415 - a service and what it needs load at its first use, so that the window opens at once

from functools import cached_property
from typing import TYPE_CHECKING

from cxdesk.services.loyalty import Loyalty

if TYPE_CHECKING:
    from cxdesk.services.letters import Letters
    from cxdesk.services.mailings import Mailings
    from cxdesk.services.outgoing import Outgoing
    from cxdesk.services.papers import Papers
    from cxdesk.services.personal import Personal
    from cxdesk.services.signatures import Signatures
    from cxdesk.services.stationery import Stationery
    from cxdesk.services.templates import Templates


class Paperwork(Loyalty):
    """The services of everything on paper around a workplace."""

    @cached_property
    def letters(self) -> "Letters":
        """Letters, printed or waiting."""
        from cxdesk.services.letters import Letters

        return Letters(self.workplace)

    @cached_property
    def templates(self) -> "Templates":
        """The wording of letters."""
        from cxdesk.services.templates import Templates

        return Templates(self.workplace)

    @cached_property
    def mailings(self) -> "Mailings":
        """One letter to many."""
        from cxdesk.services.mailings import Mailings

        return Mailings(self.workplace)

    @cached_property
    def personal(self) -> "Personal":
        """A letter to one."""
        from cxdesk.services.personal import Personal

        return Personal(self.workplace)

    @cached_property
    def outgoing(self) -> "Outgoing":
        """E-mail drafts and text messages."""
        from cxdesk.services.outgoing import Outgoing

        return Outgoing(self.workplace)

    @cached_property
    def signatures(self) -> "Signatures":
        """The written signature under letters."""
        from cxdesk.services.signatures import Signatures

        return Signatures(self.workplace)

    @cached_property
    def stationery(self) -> "Stationery":
        """Labels, envelopes, cards."""
        from cxdesk.services.stationery import Stationery

        return Stationery(self.workplace)

    @cached_property
    def papers(self) -> "Papers":
        """What went out with a code."""
        from cxdesk.services.papers import Papers

        return Papers(self.workplace, self.coupons)
