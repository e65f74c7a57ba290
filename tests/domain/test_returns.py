"""What comes back: never more than was bought, for exactly what was paid."""

from dataclasses import replace
from datetime import date

from hypothesis import given
from hypothesis import strategies as st

from cxdesk.domain.purchase import PurchaseKind, PurchaseLine
from cxdesk.domain.returns import Returnable

DAY = date(2026, 11, 7)
THREE_FOR_TEN = PurchaseLine("Yarn", 3, 400, 1000, 1, discount=200, warranty_until=date(2028, 11, 7), id=5)


def returned(old, line):
    return replace(old, returned=old.returned - line.quantity, refunded=old.refunded - line.amount)


def test_each_part_gives_its_share_and_the_last_the_rest():
    old, parts = Returnable(THREE_FOR_TEN, DAY), []
    for _ in range(3):
        parts.append(old.back(1))
        old = returned(old, parts[-1])
    assert [part.amount for part in parts] == [-333, -334, -333]
    assert [part.discount for part in parts] == [67, 66, 67]
    assert old.left == 0
    assert old.back(1).quantity == 0


def test_what_a_return_says_of_itself():
    line = Returnable(THREE_FOR_TEN, DAY).back(2, "Too thin")
    assert (line.kind, line.quantity, line.amount, line.returns) == (PurchaseKind.REFUND, -2, -667, 5)
    assert (line.reason, line.product_id, line.warranty_until, line.id) == ("Too thin", 1, None, 0)


def test_no_more_than_is_left():
    old = Returnable(THREE_FOR_TEN, DAY, returned=2, refunded=667)
    assert old.left == 1
    assert (old.back(7).quantity, old.back(7).amount) == (-1, -333)


@given(
    st.integers(1, 5000), st.integers(0, 10**6), st.lists(st.floats(0.001, 3, allow_nan=False), max_size=12)
)
def test_any_order_of_parts(thousandths, paid, parts):
    line = PurchaseLine("Cloth", thousandths / 1000, 1000, paid, id=5)
    old = Returnable(line, DAY)
    for part in parts:
        old = returned(old, old.back(round(part, 3)))
        assert 0 <= old.refunded <= paid
        assert round(old.returned, 3) <= line.quantity
    old = returned(old, old.back(old.left))
    assert (old.left, old.refunded) == (0, paid)
