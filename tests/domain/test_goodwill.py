"""Limits of goodwill, and what came of it month by month."""

from datetime import date, timedelta

import pytest

from cxdesk.domain.goodwill import Given, Goodwill, GoodwillMonth, Purse, months

TODAY = date(2026, 11, 21)


def given(day, cost=100, again=None, customer_id=1):
    return Given(Goodwill(0, day, "Coffee", cost=cost, customer_id=customer_id), again=again)


@pytest.mark.parametrize(
    ("purse", "left"),
    [(Purse(3000, 1200), 1800), (Purse(0, 0), 0), (Purse(1000, 1500), 0), (Purse(None, 9), None)],
)
def test_what_is_left_of_a_limit(purse, left):
    assert purse.left == left


def test_a_month_counts_whom_it_knows_enough_of():
    september, october = date(2026, 9, 10), date(2026, 10, 30)
    log = [
        given(october, 250),  # has 60 days until 29 December: nothing is known yet
        given(october, 50, again=date(2026, 11, 3)),  # came, so it is known
        given(september, 100, again=september + timedelta(days=60)),
        given(september, 100, again=september + timedelta(days=61)),  # too late
        given(september, 100),
        given(september, 100, customer_id=None),  # nobody knows who that was
    ]
    assert months(log, TODAY) == [
        GoodwillMonth(date(2026, 10, 1), 2, 300, 1, 1),
        GoodwillMonth(date(2026, 9, 1), 4, 400, 3, 1),
    ]
