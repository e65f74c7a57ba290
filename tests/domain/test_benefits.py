"""Points as money off, line by line to the cent."""

from hypothesis import given
from hypothesis import strategies as some

from cxdesk.domain.benefits import PointsUse, most_points, paid_with_points, payable
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
