"""The part of the Desk that keeps regulars: points, coupons, cards and the rules of the programme."""
# ruff: noqa: PLC0415 - a service and what it needs load at its first use, so that the window opens at once

from functools import cached_property
from typing import TYPE_CHECKING

from cxdesk.services.workplace import Workplace

if TYPE_CHECKING:
    from cxdesk.services.benefits import Benefits
    from cxdesk.services.coupons import Coupons
    from cxdesk.services.draws import Draws
    from cxdesk.services.earning import Earning
    from cxdesk.services.gift_cards import GiftCards
    from cxdesk.services.points import Points
    from cxdesk.services.programme import Programme
    from cxdesk.services.recommendations import Recommendations
    from cxdesk.services.stamps import Stamps
    from cxdesk.services.statements import Statements


class Loyalty:
    """The services of the loyalty programme around a workplace."""

    workplace: Workplace

    @cached_property
    def earning(self) -> "Earning":
        """What purchases do to the points book."""
        from cxdesk.services.earning import Earning

        return Earning(self.workplace)

    @cached_property
    def coupons(self) -> "Coupons":
        """Coupons, and what they were used for."""
        from cxdesk.services.coupons import Coupons

        return Coupons(self.workplace)

    @cached_property
    def gift_cards(self) -> "GiftCards":
        """Gift cards and store credit."""
        from cxdesk.services.gift_cards import GiftCards

        return GiftCards(self.workplace)

    @cached_property
    def stamps(self) -> "Stamps":
        """Stamp cards."""
        from cxdesk.services.stamps import Stamps

        return Stamps(self.workplace)

    @cached_property
    def benefits(self) -> "Benefits":
        """What a customer can use up."""
        from cxdesk.services.benefits import Benefits

        return Benefits(self.workplace, self.points, self.coupons, self.stamps, self.gift_cards)

    @cached_property
    def statements(self) -> "Statements":
        """What is printed for a customer of what the shop keeps for them."""
        from cxdesk.services.statements import Statements

        return Statements(self.workplace, self.points, self.benefits)

    @cached_property
    def draws(self) -> "Draws":
        """Prize draws."""
        from cxdesk.services.draws import Draws

        return Draws(self.workplace)

    @cached_property
    def programme(self) -> "Programme":
        """The rules of the loyalty programme."""
        from cxdesk.services.programme import Programme

        return Programme(self.workplace)

    @cached_property
    def points(self) -> "Points":
        """The points book."""
        from cxdesk.services.points import Points

        return Points(self.workplace, self.earning)

    @cached_property
    def recommendations(self) -> "Recommendations":
        """What a customer likely buys next."""
        from cxdesk.services.recommendations import Recommendations

        return Recommendations(self.workplace)
