"""What is being bought."""

from hypothesis import given
from hypothesis import strategies as st

from cxdesk.domain.product import Product
from cxdesk.ui.counter.basket import Basket

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
