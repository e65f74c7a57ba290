"""Golden numbers: Newcombe's hybrid and Wilson intervals, as in the methods chapter."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from cxdesk.domain.intervals import difference, share, t_interval, wilson


@pytest.mark.parametrize(
    ("successes", "n", "low", "high"),
    [
        (8, 10, 0.490162, 0.943318),
        (0, 10, 0, 0.277533),
        (10, 10, 0.722467, 1),
        (81, 263, 0.2553, 0.3662),  # Newcombe 1998, table I
        (15, 148, 0.0624, 0.1605),
    ],
)
def test_wilson(successes, n, low, high):
    digits = 1e-6 if n == 10 else 5e-5
    assert wilson(successes, n) == pytest.approx((low, high), abs=digits)


@pytest.mark.parametrize(("successes", "n"), [(1, 0), (0, 0), (-1, 5), (6, 5)])
def test_wilson_refuses_what_is_no_share(successes, n):
    with pytest.raises(ValueError, match="is no share"):
        wilson(successes, n)


@given(st.integers(1, 100_000).flatmap(lambda n: st.tuples(st.integers(0, n), st.just(n))))
def test_a_share_lies_within_its_interval(counts):
    found = share(*counts)
    assert 0 <= found.low <= found.share <= found.high <= 1
    assert found.low < found.high


def test_t_interval_is_students():
    # Five values 1..5: mean 3, sd sqrt(2.5), t(4, .975) = 2.776445 from printed tables: 3 ± 1.963.
    assert t_interval(3, 2.5**0.5, 5) == pytest.approx((1.0368, 4.9632), abs=5e-5)


@pytest.mark.parametrize(
    ("after", "before", "change", "low", "high"),
    [
        ((56, 70), (48, 80), 0.2, 0.0524, 0.3339),  # Newcombe 1998 (Stat Med 17:873), table II
        ((9, 10), (3, 10), 0.6, 0.1705, 0.8090),
        ((10, 10), (0, 20), 1, 0.6791, 1),
        ((34, 120), (9, 60), 0.1333, 0.0004, 0.244),
        ((52, 160), (10, 40), 0.075, -0.091, 0.207),
    ],
)
def test_difference_of_shares_is_newcombes(after, before, change, low, high):
    found = difference(share(*before), share(*after))
    digits = 5e-5 if low in (0.0524, 0.1705, 0.6791) else 5e-4
    assert (found.difference, found.low, found.high) == pytest.approx((change, low, high), abs=digits)
    assert found.clear == (low > 0)


def test_a_clear_fall_is_clear_too():
    found = difference(share(9, 10), share(3, 10))
    assert found.clear
    assert found.high < 0
