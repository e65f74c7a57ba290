"""What is being bought."""

from datetime import UTC, datetime

from hypothesis import given
from hypothesis import strategies as st

from cxdesk.domain.product import Product
from cxdesk.domain.purchase import PurchaseKind, PurchaseLine
from cxdesk.domain.returns import Returnable
from cxdesk.ui.counter.basket import Basket, BasketLine

NOW = datetime(2026, 11, 21, 14, 5, tzinfo=UTC)
EMPTY = Basket("p")
YARN, NEEDLES = Product(1, "Yarn", price=890), Product(2, "Needles", price=1100)


@given(st.lists(st.sampled_from([YARN, NEEDLES]), max_size=12))
def test_the_total_is_what_was_scanned(scans):
    basket = EMPTY
    for product in scans:
        basket = basket.add(product)
    assert basket.total == sum(product.price for product in scans)
    assert len(basket.lines) == len({product.id for product in scans})
    for _ in scans:
        basket = basket.more(0, -1)
    assert basket == EMPTY


def test_an_exchange_counts_both_ways():
    old = Returnable(PurchaseLine("Yarn", 2, 890, 1602, 1, discount=178, id=5), NOW.date())
    back = BasketLine("Yarn", 1, 890, 1, returned=True, old=old)
    basket = EMPTY.take(back).take(back).add(YARN)
    assert [line.line.amount for line in basket.lines] == [-1602, 890]
    assert basket.more(0, 1) == basket
    made = basket.purchase(NOW, 3)
    assert (made.kind, made.total, [line.returns for line in made.lines]) == (
        PurchaseKind.SALE,
        -712,
        [5, None],
    )
    assert basket.more(1, -1).purchase(NOW, None).kind is PurchaseKind.REFUND
