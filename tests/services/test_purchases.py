"""Purchases: stock follows, retries change nothing, what cannot be right is refused in words."""

from dataclasses import replace
from datetime import timedelta

import pytest

from cxdesk.domain.errors import UserError
from cxdesk.domain.product import Product
from cxdesk.domain.purchase import Purchase, PurchaseKind, PurchaseLine

YARN = PurchaseLine("Yarn", 2, 890, 1780)


def sale(today, *lines, **fields):
    return Purchase(0, today, PurchaseKind.SALE, 0, lines=lines or (YARN,), **fields)


def test_stock_follows_and_a_return_brings_it_back(desk, today):
    yarn = desk.products.save(Product(0, "Yarn", price=890, stock=10))
    line = replace(YARN, product_id=yarn)
    desk.purchases.record(sale(today, line))
    assert desk.products.get(yarn).stock == 8
    back = replace(line, quantity=-1, amount=-890, kind=PurchaseKind.REFUND)
    desk.purchases.record(Purchase(0, today, PurchaseKind.REFUND, 0, lines=(back,)))
    assert desk.products.get(yarn).stock == 9
    desk.history.undo()
    desk.history.undo()
    assert desk.products.get(yarn).stock == 10


def test_stock_that_is_not_counted_stays_so(desk, today):
    yarn = desk.products.save(Product(0, "Yarn", price=890))
    desk.purchases.record(sale(today, replace(YARN, product_id=yarn)))
    assert desk.products.get(yarn).stock is None


def test_metres_do_not_drift(desk, today):
    cloth = desk.products.save(Product(0, "Cloth", price=100, stock=1.0))
    for _ in range(10):
        desk.purchases.record(sale(today, PurchaseLine("Cloth", 0.1, 100, 10, cloth)))
    assert desk.products.get(cloth).stock == 0


def test_the_total_is_what_the_lines_add_up_to_and_the_summary_follows(desk, person, today):
    aino = person()
    desk.purchases.record(sale(today, YARN, PurchaseLine("Hook", 1, 450, 450), customer_id=aino))
    back = PurchaseLine("Hook", -1, 450, -450, kind=PurchaseKind.REFUND)
    desk.purchases.record(Purchase(0, today, PurchaseKind.REFUND, 99999, aino, lines=(back,)))
    card = desk.customers.card(aino)
    assert [p.total for p in card.purchases] == [-450, 2230]
    assert (card.spend, card.summary.spend, card.summary.days) == (1780, 1780, 1)


def test_one_form_saved_twice_is_one_purchase(desk, today):
    yarn = desk.products.save(Product(0, "Yarn", stock=10))
    form = sale(today, replace(YARN, product_id=yarn), uuid="form-1")
    assert desk.purchases.record(form) == desk.purchases.record(form)
    assert desk.products.get(yarn).stock == 8
    assert len(desk.purchases.latest()) == 1


def test_the_future_is_refused_today_is_not(desk, today):
    with pytest.raises(UserError, match="in the future"):
        desk.purchases.record(sale(today + timedelta(days=1)))
    desk.purchases.record(sale(today))


@pytest.mark.parametrize(
    "wrong",
    [
        {"quantity": float("nan")},
        {"quantity": float("inf")},
        {"quantity": 1e300},
        {"amount": 2**63},
        {"amount": float("nan")},
        {"unit_price": 10**30, "quantity": 1e-30},
        {"quantity": 0.0},
        {"quantity": -1.0, "amount": -890},
        {"kind": PurchaseKind.REFUND},
        {"product_id": 77},
        {"description": "x" * 201},
    ],
)
def test_what_cannot_be_right_is_refused_and_nothing_is_saved(desk, today, rows, wrong):
    before = rows()
    with pytest.raises(UserError):
        desk.purchases.record(sale(today, YARN, replace(YARN, **wrong)))
    assert rows() == before


def test_no_lines_or_an_unknown_customer(desk, today):
    with pytest.raises(UserError, match="at least one product"):
        desk.purchases.record(Purchase(0, today, PurchaseKind.SALE, 0))
    with pytest.raises(UserError, match="no customer number 77"):
        desk.purchases.record(sale(today, customer_id=77))


def test_a_receipt_is_recorded_once(desk, today):
    desk.purchases.record(sale(today, receipt="17"))
    with pytest.raises(UserError, match="17 has already been recorded"):
        desk.purchases.record(sale(today, receipt=" 17\x00"))
    desk.purchases.record(sale(today, receipt="17", source="Till"))
    desk.purchases.record(sale(today))
    desk.purchases.record(sale(today))


def test_texts_are_cleaned(desk, today):
    desk.purchases.record(sale(today, replace(YARN, description="Ya\x00rn\u202e \U0001f9f6\ud800")))
    assert desk.purchases.latest()[0].lines[0].description == "Yarn \U0001f9f6"
