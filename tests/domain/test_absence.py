"""Customers against their own rhythm, worked out by hand, and one published count."""

from datetime import date, timedelta

import pytest
from hypothesis import given
from hypothesis import strategies as st

from cxdesk.domain.absence import Status, absence, gaps, purchase_days, shop_gap

START = date(2026, 1, 1)


def _days(*offsets):
    return [START + timedelta(offset) for offset in offsets]


def test_purchase_days_are_distinct_and_in_order():
    first, second, third = _days(0, 4, 9)
    assert purchase_days([(7, third), (8, second), (7, first), (7, third)]) == {
        7: [first, third],
        8: [second],
    }


def test_gaps():
    assert gaps(_days(0, 7, 8, 30)) == [7, 1, 22]
    assert gaps(_days(0)) == []


@pytest.mark.parametrize(
    ("away", "status"),
    [
        (0, Status.ON_TIME),
        (14, Status.ON_TIME),  # has been away for 14 days before
        (15, Status.LATE),
        (29, Status.LATE),
        (30, Status.INACTIVE),  # 3 x the median gap of 10
    ],
)
def test_an_own_rhythm(away, status):
    days = _days(0, 6, 16, 30)  # gaps 6, 10, 14
    found = absence(days, 3.0, days[-1] + timedelta(away))
    assert (found.days, found.usual, found.longest, found.limit) == (away, 10, 14, 30)
    assert found.status is status


@pytest.mark.parametrize(
    ("away", "status"), [(0, Status.ON_TIME), (39, Status.ON_TIME), (40, Status.INACTIVE)]
)
@pytest.mark.parametrize("days", [_days(0), _days(0, 2)])
def test_without_a_rhythm_the_shop_decides(days, away, status):
    found = absence(days, 40, days[-1] + timedelta(away))
    assert (found.usual, found.longest) == (None, None)
    assert found.status is status


def test_a_new_shop_does_not_know():
    assert absence(_days(0), None, START + timedelta(400)).status is Status.UNKNOWN


def test_the_ninetieth_percentile_of_the_shop():
    # Gaps 1, 2, … 11: ten steps, so that the percentiles fall on them; without the last one: 9 + 0.1.
    day, days = 0, [0]
    for gap in range(1, 12):
        day += gap
        days.append(day)
    assert shop_gap({1: _days(*days), 2: _days(5)}) == 10
    assert shop_gap({1: _days(*days[:-1])}) == pytest.approx(9.1)
    assert shop_gap({1: _days(*days[:-2])}) is None


@given(
    st.lists(st.integers(0, 2000), min_size=1, max_size=30, unique=True),
    st.integers(0, 2000),
    st.floats(1, 400),
)
def test_longer_away_is_never_better(offsets, away, shop):
    days = _days(*sorted(offsets))
    order = [Status.ON_TIME, Status.LATE, Status.INACTIVE]
    ranks = [
        order.index(absence(days, shop, days[-1] + timedelta(away + more)).status) for more in range(0, 60, 7)
    ]
    assert ranks == sorted(ranks)


def test_inactive_is_not_lost(cdnow):
    """Of the inactive, 9 to 17 % came back with no action at all; that is why nobody is called lost."""
    today = date(1997, 9, 30)
    whole = purchase_days((customer, day) for customer, day, _ in cdnow)
    known = purchase_days((customer, day) for customer, day, _ in cdnow if day <= today)
    gap = shop_gap(known)
    once = [
        c
        for c, days in known.items()
        if len(days) < 3 and absence(days, gap, today).status is Status.INACTIVE
    ]
    back = sum(whole[customer][-1] > today for customer in once)
    assert 0.09 < back / len(once) < 0.17
