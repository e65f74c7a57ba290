"""A coupon as it is typed, read as a person means it."""

from dataclasses import dataclass
from datetime import date, timedelta

from cxdesk.domain.coupon import Coupon, CouponKind
from cxdesk.ui import amounts


@dataclass(frozen=True, slots=True)
class CouponEntry:
    """What stands in the form of a new coupon."""

    kind: CouponKind
    worth: str
    days: str
    least: str = ""
    reason: str = ""
    product_id: int | None = None
    customer_id: int | None = None


def read(entry: CouponEntry, today: date, currency: str) -> Coupon:
    """The coupon that was typed.

    Raises:
        UserError: when an amount, a percentage or the days are none.
    """
    kind, worth = entry.kind, entry.worth.strip().removesuffix("%")
    return Coupon(
        kind,
        today,
        today + timedelta(days=amounts.whole(entry.days)),
        customer_id=entry.customer_id,
        percent=amounts.whole(worth) if kind is CouponKind.PERCENT else None,
        amount=amounts.read(worth, currency) if kind is CouponKind.AMOUNT else None,
        product_id=entry.product_id,
        least=amounts.read(entry.least or "0", currency),
        reason=entry.reason,
    )
