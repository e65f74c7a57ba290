"""What goes off a line."""

from decimal import Decimal

import pytest

from cxdesk.domain.discount import Discount


@pytest.mark.parametrize(
    ("discount", "price", "off"),
    [
        (Discount(), 1780, 0),
        (Discount(200), 1780, 200),
        (Discount(2000), 1780, 1780),
        (Discount(percent=Decimal(10)), 1785, 179),  # 178.5, halves away from zero
        (Discount(percent=Decimal("33.3")), 1000, 333),
        (Discount(percent=Decimal(100)), 1780, 1780),
        (Discount(percent=Decimal(10)), 0, 0),
    ],
)
def test_at_most_all_of_it(discount, price, off):
    assert discount.of(price) == off
