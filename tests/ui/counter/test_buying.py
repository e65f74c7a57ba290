"""What is bought at the counter, on a real shop with a view that only remembers."""

import pytest

from cxdesk.domain.purchase import Purchase, PurchaseKind, PurchaseLine

from .conftest import NEEDLES, NOW, YARN


def test_an_unknown_barcode_becomes_a_product(counter, view, desk):
    counter.scanned("4006381333931")
    assert view.asked == ("", "4006381333931")
    assert counter.buying.make_product("Marker", "2,50", "4006381333931") == ""
    assert [(line.description, line.line.amount) for line in view.form.basket.lines] == [("Marker", 250)]
    assert desk.products.scanned("4006381333931").price == 250


@pytest.mark.parametrize("price", ["", "cheap", "1e400"])
def test_a_price_that_is_none_is_said_at_the_form(counter, price):
    assert "price" in counter.buying.make_product("Marker", price, "")
    assert counter.form.basket.lines == ()


def test_a_receipt_of_the_number_of_a_product_is_offered_beside_it(counter, view, desk, kaisa):
    line = PurchaseLine("Needles 4 mm", 1, 1100, 1100, product_id=2)
    desk.purchases.record(
        Purchase(0, NOW.date(), PurchaseKind.SALE, 0, kaisa, receipt=NEEDLES, lines=(line,))
    )
    counter.scanned(NEEDLES)
    assert (view.products, [each.receipt for each in view.receipts]) == (["Needles 4 mm"], [NEEDLES])
    assert counter.form.basket.lines == ()
    counter.buying.find(NEEDLES)
    assert (view.products, len(view.receipts)) == (["Needles 4 mm"], 1)
    counter.scanned(YARN)
    assert [line.description for line in counter.form.basket.lines] == ["Linen yarn 50 g"]


def test_quantities(counter):
    counter.scanned(YARN)
    counter.scanned(NEEDLES)
    counter.buying.many(0, 3)
    assert counter.form.basket.total == 3770  # 3 x 8.90 + 11.00
    counter.buying.more(1, -1)
    assert [line.quantity for line in counter.form.basket.lines] == [3]
    counter.buying.more(0, -3)
    assert counter.form.empty


def test_a_typed_barcode_is_found_and_an_unknown_one_is_kept(counter, view):
    counter.buying.find(YARN)
    assert view.products == ["Linen yarn 50 g"]
    counter.buying.find("need")
    assert view.products == ["Needles 4 mm"]
    counter.buying.new_product("4006381333931")
    assert view.asked == ("", "4006381333931")
    counter.buying.new_product("Marker")
    assert view.asked == ("Marker", "")
