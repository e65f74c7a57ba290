"""Points as money off, line by line to the cent."""

from datetime import date

from hypothesis import given
from hypothesis import strategies as some

from cxdesk.domain.benefits import PointsUse, most_points, paid_with_points, payable, priced
from cxdesk.domain.coupon import Coupon, CouponKind
from cxdesk.domain.programme import Tier
from cxdesk.domain.purchase import PurchaseKind, PurchaseLine

BACK = PurchaseLine("Yarn", -1, 700, -700, kind=PurchaseKind.REFUND)


def test_points_go_off_each_line_by_its_share():
    lines = [PurchaseLine("Yarn", 1, 1000, 1000), PurchaseLine("Hook", 1, 500, 500), BACK]
    paid = paid_with_points(lines, PointsUse(60, 5))
    found = [(line.amount, line.discount, line.points) for line in paid]
    assert found == [(800, 200, 40), (400, 100, 20), (-700, 0, 0)]
    assert most_points(lines, 5, 1000) == 300
    assert most_points(lines, 0, 1000) == 0


@given(some.lists(some.integers(0, 10_000), max_size=6), some.integers(0, 5_000), some.integers(1, 50))
def test_neither_a_cent_nor_a_point_is_lost(prices, points, value):
    lines = [PurchaseLine("Yarn", 1, price, price) for price in prices]
    paid = paid_with_points(lines, PointsUse(points, value))
    used = min(points, sum(prices) // value)
    assert sum(line.points for line in paid) == used
    assert payable(paid) == sum(prices) - used * value
    assert all(line.amount >= 0 for line in paid)


def test_a_tier_comes_first_and_nothing_comes_off_what_is_brought_back():
    lines = [PurchaseLine("Yarn", 1, 999, 999), PurchaseLine("Hook", 1, 500, 500), BACK]
    coupon = Coupon(CouponKind.AMOUNT, date.min, date.max, "A", amount=350)
    found = priced(lines, [coupon], tier=Tier(1, "Gold", 1, percent=10))
    assert [line.amount for line in found.lines] == [667, 332, -700]
    assert (found.tier, found.coupons[0].amount, found.due) == (150, 350, 299)
