"""Retention by the book, cohorts of the public CDNOW sample, and a small shop worked out by hand."""

from datetime import date, timedelta

import pytest
from hypothesis import given
from hypothesis import strategies as st

from cxdesk.domain.absence import purchase_days
from cxdesk.domain.retention import cohorts, movement, repeat_rate, retention_rate

START = date(2026, 1, 1)
VISITS = st.dictionaries(
    st.integers(0, 99),
    st.sets(st.integers(0, 700), min_size=1, max_size=9).map(
        lambda offsets: [START + timedelta(offset) for offset in sorted(offsets)]
    ),
    max_size=30,
)


@pytest.fixture(scope="session")
def cdnow_visits(cdnow):
    return purchase_days((customer, day) for customer, day, _ in cdnow)


def test_retention_rate():
    found = retention_rate(at_start=200, at_end=210, joined=40)
    assert (found.share, found.n) == (0.85, 200)
    assert retention_rate(0, 5, 5) is None


@pytest.mark.parametrize("counts", [(10, 12, 1), (10, 3, 4)])
def test_more_cannot_stay_than_were_there(counts):
    with pytest.raises(ValueError, match="is no share"):
        retention_rate(*counts)


def test_repeat_rate_of_cdnow(cdnow):
    known = purchase_days((customer, day) for customer, day, _ in cdnow if day <= date(1997, 9, 30))
    found = repeat_rate(known)
    assert (found.share, found.n) == (pytest.approx(0.401358, abs=5e-7), 2357)
    assert repeat_rate({}) is None


def test_cohorts_of_cdnow(cdnow_visits):
    january, february, march = cohorts(cdnow_visits, date(1998, 6, 30))
    assert january.month == date(1997, 1, 1)
    assert january.active[:8] == (781, 124, 95, 70, 65, 77, 65, 53)
    assert february.active[:6] == (857, 134, 110, 75, 77, 75)
    assert january.active[0] + february.active[0] + march.active[0] == 2357
    assert (len(january.active), len(february.active), len(march.active)) == (18, 17, 16)


def test_the_month_that_is_not_over_is_blank():
    visits = {1: [date(2025, 12, 31), date(2026, 2, 1)], 2: [date(2026, 1, 5)], 3: [date(2026, 2, 2)]}
    rows = {each.month: each.active for each in cohorts(visits, date(2026, 2, 28))}
    assert rows == {
        date(2025, 12, 1): (1, 0, None),
        date(2026, 1, 1): (1, None),
        date(2026, 2, 1): (None,),
    }
    assert cohorts(visits, date(2026, 3, 1))[0].active == (1, 0, 1, None)
    assert [each.month.month for each in cohorts(visits, date(2026, 1, 31))] == [12, 1]
    assert cohorts({}, START) == []


def test_movement_of_a_small_shop():
    visits = {
        # Every 10 days until 31 January, then never: inactive from 2 March on.
        1: [date(2026, 1, 1), date(2026, 1, 11), date(2026, 1, 21), date(2026, 1, 31)],
        # Every 30 days throughout.
        2: [date(2026, 1, 1), date(2026, 1, 31), date(2026, 3, 2), date(2026, 4, 1)],
        # Every 5 days in 2025, inactive on 28 February, came back on 20 March.
        3: [date(2025, 12, 1), date(2025, 12, 6), date(2025, 12, 11), date(2026, 3, 20)],
        # Three visits in January; on 31 March still within 3 x 28.5 days.
        4: [date(2025, 11, 28), date(2025, 12, 31), date(2026, 1, 24)],
        # For the first time in March, and for the first time in April.
        5: [date(2026, 3, 15)],
        6: [date(2026, 4, 15)],
    }
    found = movement(visits, date(2026, 3, 1), date(2026, 3, 31))
    assert (found.new, found.returning, found.inactive) == (1, 2, 1)
    # On 28 February 1, 2 and 4 are active; on 31 March 2, 4 and with them 3 and 5.
    assert (found.at_start, found.at_end, found.joined) == (3, 4, 2)
    assert found.retention.share == pytest.approx(2 / 3)


def test_a_filtered_range_makes_no_old_customer_new(cdnow_visits):
    # All 2,357 were acquired in the first quarter of 1997.
    found = movement(cdnow_visits, date(1997, 7, 1), date(1997, 9, 30))
    assert found.new == 0


@given(VISITS, st.integers(0, 700), st.integers(0, 700))
def test_movement_adds_up(visits, first, second):
    start, end = (START + timedelta(offset) for offset in sorted((first, second)))
    found = movement(visits, start, end)
    came = [days for days in visits.values() if any(start <= day <= end for day in days)]
    assert found.new + found.returning == len(came)
    assert found.at_end + found.inactive == sum(days[0] <= end for days in visits.values())
    assert 0 <= found.at_end - found.joined <= found.at_start
    assert found.retention is None or 0 <= found.retention.share <= 1


@given(VISITS)
def test_cohorts_add_up(visits):
    rows = cohorts(visits, date(2028, 1, 1))
    assert sum(each.active[0] for each in rows) == len(visits)
    assert all(count <= each.active[0] for each in rows for count in each.active[:-1])
    assert all(each.active[-1] is None for each in rows)
