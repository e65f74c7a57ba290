"""A sale that was recorded by mistake is cancelled: at the counter and on the customer's card."""

from cxdesk.language.language import Language
from cxdesk.services.desk import Desk
from cxdesk.ui.acts import Acts


def cancel(desk: Desk, language: Language, acts: Acts, purchase_id: int) -> None:
    """Cancel a sale and say so; points, coupons, stamps and gift cards are as they were before it."""
    acts.do(lambda: desk.purchases.void(purchase_id), language.tr("Purchase cancelled"))
