"""A visit at the counter: one change, saved once."""

import pytest

from cxdesk.domain.errors import UserError
from cxdesk.domain.feedback import Feedback
from cxdesk.domain.product import Product
from cxdesk.domain.purchase import Purchase, PurchaseKind, PurchaseLine
from cxdesk.services.visits import Visit


@pytest.fixture
def visit(desk, person, today):
    """A visit of a new customer: two skeins of the six in stock, and an answer."""
    aino = person()
    yarn = desk.products.save(Product(0, "Yarn", price=890, stock=6))
    line = PurchaseLine("Yarn", 2, 890, 1780, yarn)
    bought = Purchase(0, today, PurchaseKind.SALE, 0, aino, uuid="purchase-1", lines=(line,))
    return Visit(bought, Feedback(0, today, aino, nps=0, comment="Slow", uuid="feedback-1"))


def test_one_change_and_one_undo_takes_both_back(desk, visit, rows):
    before, steps = rows(), len(desk.history.changes())
    desk.visits.record(visit)
    card = desk.customers.card(visit.purchase.customer_id)
    assert (card.spend, len(card.purchases), [f.nps for f in card.feedback]) == (1780, 1, [0])
    assert desk.products.scanned("") is None
    assert desk.products.search("yarn")[0].stock == 4
    assert card.feedback[0].purchase_id == card.purchases[0].id
    assert len(desk.history.changes()) == steps + 1
    desk.history.undo()
    undone = rows()
    assert {name: undone[name] for name in before} == before
    assert undone.get("purchases", []) == undone.get("feedback", []) == []
    desk.history.redo()
    assert desk.customers.card(visit.purchase.customer_id).spend == 1780


def test_saved_twice_is_one_visit(desk, visit, rows):
    desk.visits.record(visit)
    once = rows()
    desk.visits.record(visit)
    assert rows() == once


def test_the_half_that_is_missing_is_saved_on_the_second_try(desk, visit):
    desk.visits.record(Visit(visit.purchase))
    desk.visits.record(visit)
    card = desk.customers.card(visit.purchase.customer_id)
    assert (len(card.purchases), len(card.feedback)) == (1, 1)


def test_a_refused_half_saves_nothing(desk, visit, today, rows):
    before = rows()
    too_long = Feedback(0, today, comment="x" * 2**20, uuid="feedback-1")
    with pytest.raises(UserError, match="1048576 characters"):
        desk.visits.record(Visit(visit.purchase, too_long))
    assert rows() == before


def test_nothing_at_all_is_no_change(desk):
    steps = len(desk.history.changes())
    desk.visits.record(Visit())
    assert len(desk.history.changes()) == steps
