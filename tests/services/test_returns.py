"""Returns and exchanges: what was bought, what was paid and what is in stock stay true in any order."""

from contextlib import suppress
from dataclasses import replace
from datetime import timedelta
from itertools import count

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from cxdesk.domain.errors import UserError
from cxdesk.domain.product import Product
from cxdesk.domain.purchase import Purchase, PurchaseKind, PurchaseLine

STOCK = 100
numbers = count()


@pytest.fixture
def yarn(desk):
    return desk.products.save(Product(0, "Linen yarn", price=400, stock=STOCK))


@pytest.fixture
def sell(desk, today):
    """Records a sale of so many skeins at 4.00 each, less a discount; gives the line as it can come back."""

    def record(product_id, quantity=3.0, discount=200, customer_id=None, **fields):
        amount = round(quantity * 400) - discount
        line = PurchaseLine("Linen yarn", quantity, 400, amount, product_id, discount=discount)
        sale = Purchase(0, today, PurchaseKind.SALE, 0, customer_id, lines=(line,), **fields)
        desk.purchases.record(sale)
        return desk.purchases.returnable(desk.purchases.latest(1)[0].lines[0].id)

    return record


@pytest.fixture
def give_back(desk, today):
    def record(*lines, customer_id=None):
        desk.purchases.record(Purchase(0, today, PurchaseKind.REFUND, 0, customer_id, lines=lines))

    return record


def test_a_part_of_a_discounted_line_and_then_the_rest(desk, yarn, sell, give_back, person):
    aino = person()
    old = sell(yarn, customer_id=aino)
    give_back(old.back(1, "Wrong colour"), customer_id=aino)
    (left,) = desk.purchases.returnables(aino)
    assert (left.left, left.refunded, desk.products.get(yarn).stock) == (2, 333, STOCK - 2)
    give_back(left.back(2), customer_id=aino)
    assert desk.purchases.returnables(aino) == []
    assert desk.customers.card(aino).spend == 0
    assert desk.products.get(yarn).stock == STOCK
    assert desk.purchases.latest(2)[1].lines[0].reason == "Wrong colour"


def test_an_exchange_is_one_receipt_and_may_cost_less_than_nothing(desk, yarn, sell, today, person):
    aino, old = person(), sell(yarn)
    hook = PurchaseLine("Hook", 1, 450, 450)
    exchange = Purchase(0, today, PurchaseKind.SALE, 0, aino, lines=(old.back(3), hook))
    desk.purchases.record(exchange)
    assert desk.customers.card(aino).purchases[0].total == -550
    assert desk.products.get(yarn).stock == STOCK


def test_never_more_than_was_bought(yarn, sell, give_back, rows):
    old = sell(yarn)
    back = old.back(2)
    before = rows()
    with pytest.raises(UserError, match="Of Linen yarn only 3 can still be returned"):
        give_back(back, back)
    with pytest.raises(UserError, match="more would be given back"):
        give_back(replace(back, amount=-1001))
    with pytest.raises(UserError, match="not what was bought"):
        give_back(replace(back, product_id=None))
    with pytest.raises(UserError, match="not there any more"):
        give_back(replace(back, returns=999))
    assert rows() == before


def test_a_sale_of_which_something_came_back_is_not_undone_alone(desk, yarn, sell, give_back):
    old = sell(yarn)
    sale = desk.history.changes(1)[0]
    give_back(old.back(1))
    with pytest.raises(UserError, match="cannot be undone alone"):
        desk.history.undo(sale.id)
    desk.history.undo()
    desk.history.undo()
    assert desk.products.get(yarn).stock == STOCK
    desk.history.redo()
    desk.history.redo()
    assert desk.purchases.returnable(old.line.id).left == 2


def test_found_by_words_of_the_customer_or_by_the_receipt_of_anybody(desk, yarn, sell, person):
    aino = person()
    sell(yarn, customer_id=aino)
    sell(yarn, receipt="100042", source="till")
    assert [old.receipt for old in desk.purchases.returnables(aino)] == [""]
    assert len(desk.purchases.returnables(aino, "YARN lin")) == 1
    assert desk.purchases.returnables(aino, "hook") == []
    assert [old.receipt for old in desk.purchases.returnables(None, " 100042 ")] == ["100042"]
    assert desk.purchases.returnables(None) == []


def test_a_cancelled_receipt_gives_nothing_back(desk, yarn, today, person):
    aino = person()
    line = PurchaseLine("Linen yarn", 1, 400, 400, yarn, PurchaseKind.CANCELLED)
    desk.purchases.record(Purchase(0, today - timedelta(1), PurchaseKind.CANCELLED, 0, aino, lines=(line,)))
    assert desk.purchases.returnables(aino) == []


STEPS = st.one_of(
    st.tuples(st.just("sell"), st.integers(1, 9), st.integers(0, 400)),
    st.tuples(st.just("return"), st.integers(0, 5), st.integers(1, 9)),
    st.tuples(st.just("undo"), st.just(0), st.just(0)),
    st.tuples(st.just("redo"), st.just(0), st.just(0)),
)


@settings(
    max_examples=settings.default.max_examples // 4,
    deadline=None,
    suppress_health_check=[HealthCheck.function_scoped_fixture],
)
@given(st.lists(STEPS, max_size=14))
def test_any_order_of_sales_returns_and_undoing(desk, sell, give_back, person, steps):
    aino = person(f"Aino {next(numbers)}", permits=None)
    yarn = desk.products.save(Product(0, f"Yarn {next(numbers)}", price=400, stock=STOCK))
    first = desk.history.changes(1)[0].id
    for step, which, quantity in steps:
        olds = desk.purchases.returnables(aino)
        if step == "sell":
            sell(yarn, which, quantity, customer_id=aino)
        elif step == "return" and olds:
            give_back(olds[which % len(olds)].back(quantity), customer_id=aino)
        elif step == "undo" and desk.history.changes(1)[0].id > first:
            with suppress(UserError):
                _undo_since(desk, first)
        elif step == "redo":
            with suppress(UserError):
                desk.history.redo()
    _check(desk, aino, yarn)


def _undo_since(desk, first):
    if any(c.id > first and c.undoes is None and not c.undone for c in desk.history.changes(50)):
        desk.history.undo()


def _check(desk, customer_id, product_id):
    lines = [line for bought in desk.customers.card(customer_id).purchases for line in bought.lines]
    sold = {line.id: line for line in lines if line.kind is PurchaseKind.SALE}
    for line_id, line in sold.items():
        back = [each for each in lines if each.returns == line_id]
        assert -sum(each.quantity for each in back) <= line.quantity
        assert 0 <= -sum(each.amount for each in back) <= line.amount
    assert {line.returns for line in lines} - {None} <= sold.keys()
    assert desk.products.get(product_id).stock == STOCK - sum(line.quantity for line in lines)
    assert desk.customers.card(customer_id).spend == sum(line.amount for line in lines)
