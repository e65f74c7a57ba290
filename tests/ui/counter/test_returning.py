"""What comes back at the counter: from the customer's purchases, from a receipt, or without one."""

import pytest

from cxdesk.domain.purchase import Purchase, PurchaseKind, PurchaseLine

from .conftest import NEEDLES, NOW, YARN


@pytest.fixture
def receipt(desk, kaisa):
    """A receipt of Kaisa's with three skeins at 8.90 for 20.00."""
    line = PurchaseLine("Linen yarn 50 g", 3, 890, 2000, product_id=1, discount=670)
    sale = Purchase(
        0, NOW.date(), PurchaseKind.SALE, 0, kaisa, receipt="100042", source="till", lines=(line,)
    )
    desk.purchases.record(sale)
    return "100042"


def test_from_what_the_customer_has_bought(counter, view, desk, kaisa):
    counter.meeting.choose(kaisa)
    counter.returning.begin()
    assert [(old.line.description, old.left) for old in view.olds] == [("Linen yarn 50 g", 2)] * 3
    counter.returning.take(view.olds[0])
    assert view.places[-1] == 0
    counter.buying.many(0, 9)
    assert view.form.basket.total == -1780
    counter.save()
    assert desk.purchases.latest(1)[0].kind is PurchaseKind.REFUND
    assert desk.products.scanned(YARN).stock == 16 - 6 + 2
    counter.meeting.choose(kaisa)
    counter.returning.begin()
    assert len(view.olds) == 2


def test_an_exchange_by_receipt_without_knowing_the_customer(counter, view, desk, receipt):
    counter.meeting.unnamed()
    counter.returning.begin()
    assert view.olds == []
    counter.returning.find(receipt)
    counter.returning.take(view.olds[0])
    counter.scanned(NEEDLES)
    assert view.form.basket.total == 1100 - 667
    counter.save()
    (bought,) = desk.purchases.latest(1)
    assert (bought.kind, bought.total, bought.customer_id) == (PurchaseKind.SALE, 433, None)


def test_a_receipt_typed_or_scanned_opens_its_customer_and_offers_its_lines(counter, view, kaisa, receipt):
    counter.meeting.find(receipt)
    assert view.people == ["Kaisa Virtanen"]
    assert [found.receipt for found in view.receipts] == [receipt]
    counter.open_receipt(view.receipts[0])
    assert (view.form.customer.id, view.asked) == (kaisa, receipt)
    assert [old.left for old in view.olds] == [3]
    counter.clear()
    counter.scanned(receipt)
    assert (view.form.customer.id, view.asked) == (kaisa, receipt)


def test_without_a_receipt(counter, view, desk):
    counter.returning.find("needles")
    assert view.products == ["Needles 4 mm"]
    counter.returning.take_product(desk.products.scanned(NEEDLES))
    counter.scanned(NEEDLES)
    assert [line.line.amount for line in view.form.basket.lines] == [-1100, 1100]
    counter.save()
    assert desk.purchases.latest(1)[0].total == 0


def test_what_came_back_meanwhile_is_refused_and_nothing_is_lost(counter, view, desk, kaisa):
    counter.meeting.choose(kaisa)
    counter.returning.begin()
    counter.returning.take(view.olds[0])
    counter.buying.many(0, 2)
    back = view.olds[0].back(1)
    desk.purchases.record(Purchase(0, NOW.date(), PurchaseKind.REFUND, 0, kaisa, lines=(back,)))
    counter.save()
    assert view.error == "Of Linen yarn 50 g only 1 can still be returned."
    assert len(view.form.basket.lines) == 1


def test_the_number_of_the_tills_receipt_finds_the_purchase_again(counter, view, desk):
    counter.scanned(YARN)
    counter.buying.number(" 4711 ")
    counter.save()
    assert desk.purchases.latest(1)[0].receipt == "4711"
    counter.meeting.find("4711")
    counter.open_receipt(view.receipts[0])
    assert [old.line.description for old in view.olds] == ["Linen yarn 50 g"]
    counter.scanned(NEEDLES)
    counter.buying.number("4711")
    counter.save()
    assert view.error == "The receipt 4711 has already been recorded."
