"""What a customer can use up today: points, rewards, coupons, stamps and cards, read together."""

from dataclasses import dataclass

from cxdesk.domain.coupon import Coupon
from cxdesk.domain.giftcard import GiftCard
from cxdesk.services.coupons import Coupons
from cxdesk.services.gift_cards import GiftCards
from cxdesk.services.points import Points, Standing
from cxdesk.services.stamps import Stamped, Stamps
from cxdesk.services.workplace import Workplace


@dataclass(frozen=True, slots=True)
class Held:
    """What a customer holds; `standing` is None where there are no points and no tier takes anything off."""

    standing: Standing | None = None
    coupons: tuple[Coupon, ...] = ()
    stamps: tuple[Stamped, ...] = ()
    gift_cards: tuple[GiftCard, ...] = ()


class Benefits:
    """Reads what the services of points, coupons, stamps and gift cards know of a customer."""

    def __init__(
        self, workplace: Workplace, points: Points, coupons: Coupons, stamps: Stamps, gift_cards: GiftCards
    ) -> None:
        self._work = workplace
        self._points, self._coupons, self._stamps, self._gift_cards = points, coupons, stamps, gift_cards

    def of_customer(self, customer_id: int) -> Held:
        """What a customer holds."""
        points = self._points
        in_use = self._work.shop().points_on or points.entries(customer_id) or points.discount(customer_id)
        return Held(
            self._points.standing(customer_id) if in_use else None,
            tuple(self._coupons.open_for(customer_id)),
            tuple(self._stamps.of_customer(customer_id)),
            tuple(self._gift_cards.of_customer(customer_id)),
        )
