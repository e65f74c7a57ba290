"""Customers' own goals: counted from purchases or by hand, congratulated once when they are reached."""

from dataclasses import replace
from datetime import date, timedelta

import pytest

from cxdesk.domain.appreciation import Basis, Gesture
from cxdesk.domain.errors import UserError
from cxdesk.domain.goal import Counts, Goal, progress
from cxdesk.domain.occasion import Occasion
from cxdesk.domain.product import Product
from cxdesk.domain.purchase import Purchase, PurchaseKind, PurchaseLine
from cxdesk.language import goals as words
from cxdesk.language import reasons


@pytest.fixture
def goal(today):
    return Goal(0, 1, today - timedelta(days=10), Counts.VISITS, 3, uuid="u")


def bought(desk, day, product_id=None, quantity=1.0, kind=PurchaseKind.SALE):
    line = PurchaseLine("Wool", quantity, 100, round(100 * quantity), product_id, kind)
    desk.purchases.record(Purchase(0, day, kind, line.amount, 1, lines=(line,)))


def done(desk):
    return [(each.done, each.reached) for each in desk.goals.of_customer(1)]


def test_days_with_a_purchase_are_visits_and_the_third_is_congratulated(desk, person, goal, today):
    person(permits=False)
    assert desk.goals.set(goal) == desk.goals.set(goal) == 1  # the same form
    for ago in (11, 10, 2, 2):  # before it was set, on that day, and twice on one day
        bought(desk, today - timedelta(days=ago))
    assert done(desk) == [(2, None)]
    assert desk.appreciation.day().suggestions == ()
    bought(desk, today)
    assert done(desk) == [(3, today)]
    (found,) = desk.appreciation.day().suggestions
    assert (found.kind, found.gesture, found.allowed.basis, found.cost) == (
        Occasion.GOAL,
        Gesture.WORD,
        Basis.COUNTER,
        0,
    )
    said = reasons.explain(desk.workplace.language(), found, today)
    assert said.startswith("Reached the goal “3 visits” on ")
    desk.appreciation.done(found)
    assert (done(desk), desk.appreciation.day().suggestions) == ([], ())
    desk.history.undo()
    assert [each.id for each in desk.appreciation.day().suggestions] == [found.id]
    desk.goals.celebrate(desk.goals.of_customer(1)[0].goal)
    assert done(desk) == []


def test_pieces_of_a_product_or_a_category_and_what_comes_back(desk, person, goal, today):
    person()
    wool = desk.products.save(Product(0, "Wool", category="Yarn"))
    linen = desk.products.save(Product(0, "Linen", category="Yarn"))
    pieces = replace(goal, counts=Counts.PIECES, target=10)
    desk.goals.set(replace(pieces, item="wool", uuid="p"))
    desk.goals.set(replace(pieces, item=" yarn", uuid="c"))
    bought(desk, today - timedelta(days=3), wool, 6.0)
    bought(desk, today - timedelta(days=2), linen, 4.5)
    assert done(desk) == [(6, None), (10.5, today - timedelta(days=2))]
    bought(desk, today, linen, -1.0, PurchaseKind.REFUND)
    assert done(desk) == [(6, None), (9.5, None)]
    first, second = (words.progress(desk.workplace.language(), each) for each in desk.goals.of_customer(1))
    assert (first, second) == ("6 of 10 Wool", "9.5 of 10 Yarn")
    for item in ("", "Silk"):
        with pytest.raises(UserError, match="No product or category"):
            desk.goals.set(replace(pieces, item=item, uuid=item or "none"))


def test_what_is_added_by_hand(desk, person, goal, today):
    person()
    desk.goals.set(replace(goal, counts=Counts.HAND, target=42.2, unit=" km ", text=" Marathon "))
    (each,) = desk.goals.of_customer(1)
    for uuid in ("a", "a", "b"):
        desk.goals.advance(each.goal, 20.1, uuid)
    assert (each.goal.text, done(desk)) == ("Marathon", [(40.2, None)])
    desk.goals.advance(each.goal, 2)
    assert done(desk) == [(42.2, today)]
    desk.history.undo()
    assert done(desk) == [(40.2, None)]
    for amount in (0, float("inf")):
        with pytest.raises(UserError, match="Write how many"):
            desk.goals.advance(each.goal, amount)
    desk.goals.drop(each.goal)
    assert done(desk) == []


@pytest.mark.parametrize("wrong", [{"target": 0}, {"target": float("nan")}, {"target": 2e6}])
def test_a_goal_that_cannot_be(desk, person, goal, wrong):
    person()
    with pytest.raises(UserError):
        desk.goals.set(replace(goal, **wrong))
    desk.goals.set(goal)
    with pytest.raises(UserError, match="counted from the purchases"):
        desk.goals.advance(desk.goals.of_customer(1)[0].goal, 1)


def test_reached_lost_and_reached_again_counts_from_the_last_time():
    days = [date(2026, 1, n) for n in (1, 2, 3, 4)]
    found = progress(Goal(1, 1, days[0], Counts.HAND, 5), zip(days, (5.0, -1.0, 0.5, 0.5), strict=True))
    assert (found.done, found.reached) == (5, days[3])
    assert progress(found.goal, []).share == 0
