"""RFM on the public CDNOW sample, and what must hold for any customers."""

from collections import Counter, defaultdict
from datetime import date, timedelta

import pytest
from hypothesis import given
from hypothesis import strategies as st

from cxdesk.domain.value import MINIMUM_CUSTOMERS, Rfm, Segment, rfm, rule_of_thumb

TODAY = date(2026, 11, 21)
AS_OF = date(1997, 9, 30)
CUSTOMERS = st.lists(
    st.tuples(
        st.integers(0, 900).map(lambda days: TODAY - timedelta(days)),
        st.integers(1, 30),
        st.integers(-500, 10**6),
    ),
    min_size=MINIMUM_CUSTOMERS,
    max_size=80,
)


@pytest.fixture(scope="session")
def cdnow_customers(cdnow):
    days, spend = defaultdict(set), Counter()
    for customer, day, cents in cdnow:
        if day <= AS_OF:
            days[customer].add(day)
            spend[customer] += cents
    return [(customer, max(seen), len(seen), spend[customer]) for customer, seen in days.items()]


def _per_score(scores):
    counts = Counter(scores)
    return [counts[score] for score in range(1, 6)]


def test_scores_of_cdnow(cdnow_customers):
    found = rfm(cdnow_customers, AS_OF).values()
    assert _per_score(each.recency for each in found) == [480, 478, 459, 475, 465]
    assert _per_score(each.frequency for each in found) == [1411, 0, 439, 214, 293]
    assert _per_score(each.money for each in found) == [480, 464, 471, 471, 471]
    assert sum(spend for *_, spend in cdnow_customers) == 173_115_55


def test_segments_of_cdnow(cdnow_customers):
    assert Counter(each.segment for each in rfm(cdnow_customers, AS_OF).values()) == {
        Segment.CHAMPIONS: 398,
        Segment.LOST: 379,
        Segment.HIBERNATING: 350,
        Segment.ABOUT_TO_SLEEP: 331,
        Segment.LOYAL: 294,
        Segment.POTENTIAL: 245,
        Segment.AT_RISK: 220,
        Segment.NEEDS_ATTENTION: 83,
        Segment.PROMISING: 48,
        Segment.CANT_LOSE: 9,
    }


def test_the_segments_share_out_all_25_cells():
    cells = Counter(Rfm(recency, score, score).segment for recency in range(1, 6) for score in range(1, 6))
    assert cells == {
        Segment.CHAMPIONS: 2,
        Segment.LOYAL: 4,
        Segment.POTENTIAL: 4,
        Segment.NEW: 1,
        Segment.PROMISING: 1,
        Segment.NEEDS_ATTENTION: 1,
        Segment.ABOUT_TO_SLEEP: 2,
        Segment.AT_RISK: 4,
        Segment.CANT_LOSE: 2,
        Segment.HIBERNATING: 2,
        Segment.LOST: 2,
    }
    assert set(cells) == set(Segment)


def test_half_points_of_frequency_and_money_count_upwards():
    assert [Rfm(5, 1, money).frequency_money for money in range(1, 6)] == [1, 2, 2, 3, 3]


@given(CUSTOMERS)
def test_equal_behaviour_gets_equal_scores_and_better_never_lower(customers):
    found = rfm(((number, *facts) for number, facts in enumerate(customers)), TODAY)
    assert len(found) == len(customers)
    for position, name in enumerate(("recency", "frequency", "money")):
        pairs = sorted(
            (facts[position], getattr(found[number], name)) for number, facts in enumerate(customers)
        )
        assert all(1 <= score <= 5 for _, score in pairs)
        assert [score for _, score in pairs] == sorted(score for _, score in pairs)
        assert len(set(pairs)) == len({value for value, _ in pairs})


def test_too_few_customers_get_no_scores():
    customers = [(number, TODAY, 1, number) for number in range(MINIMUM_CUSTOMERS)]
    assert rfm(customers[1:], TODAY) is None
    # 50 different spends: ten in each fifth.
    assert _per_score(each.money for each in rfm(customers, TODAY).values()) == [10] * 5


def test_a_day_in_the_future_counts_as_today():
    customers = [(number, TODAY + timedelta(number % 2), 1, 100) for number in range(60)]
    assert len(set(rfm(customers, TODAY).values())) == 1


def test_rule_of_thumb():
    assert rule_of_thumb(2450, 3.2, 4, 0.35) == 109_76


@pytest.mark.parametrize(
    "factors", [(-1, 1, 1, 0.5), (1, -1, 1, 0.5), (1, 1, -1, 0.5), (1, 1, 1, -0.5), (1, 1, 1, 1.5)]
)
def test_rule_of_thumb_refuses_nonsense(factors):
    with pytest.raises(ValueError, match="negative"):
        rule_of_thumb(*factors)
