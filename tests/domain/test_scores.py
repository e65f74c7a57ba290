"""Golden numbers of NPS, CSAT, CES and CSI, and what must hold for any answers."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from cxdesk.domain.scores import (
    FEW,
    MINIMUM,
    Group,
    adjusted_wald,
    ces,
    change,
    csat,
    csi,
    group,
    nps,
    nps_from_counts,
)

NPS_ANSWERS = st.lists(st.integers(0, 10) | st.none(), max_size=60)


def test_groups():
    assert [group(answer) for answer in range(11)] == [Group.DETRACTOR] * 7 + [Group.PASSIVE] * 2 + [
        Group.PROMOTER
    ] * 2
    assert [str(each) for each in Group] == ["promoter", "passive", "detractor"]


@pytest.mark.parametrize("answer", [-1, 11, 6.5])
def test_an_answer_off_the_scale_is_refused(answer):
    with pytest.raises(ValueError, match="0 to 10"):
        group(answer)
    with pytest.raises(ValueError, match="0 to 10"):
        nps([9, 9, 9, 9, 9, answer])


@pytest.mark.parametrize(
    ("counts", "score", "low", "high"),
    [
        ((60, 25, 15), 45, 29.34, 58.04),
        ((6, 2, 1), 55.56, 0.29, 83.04),
        ((5, 0, 0), 100, 17.49, 107.51),
        ((40, 30, 30), 10, -6.27, 25.69),
    ],
)
def test_nps_golden(counts, score, low, high):
    assert adjusted_wald(*counts) == pytest.approx((low, high), abs=0.005)
    found = nps_from_counts(*counts)
    assert (found.score, found.low, found.high) == pytest.approx((score, low, min(high, 100)), abs=0.005)
    assert (found.promoters, found.passives, found.detractors) == counts


def test_zero_is_an_answer_and_not_asked_is_none():
    found = nps([0, None, 10, 10, 10, 10, None])
    assert (found.n, found.detractors, found.score) == (5, 1, 60)


def test_no_headline_under_the_minimum():
    assert (MINIMUM, FEW) == (5, 10)
    assert nps([10] * 4) is None
    assert csat([5] * 4 + [None]) is None
    assert ces([7] * 4) is None
    assert nps([]) is csat([]) is ces([]) is None


@given(NPS_ANSWERS)
def test_nps_holds_together(answers):
    found = nps(answers)
    asked = [answer for answer in answers if answer is not None]
    assert (found is None) == (len(asked) < MINIMUM)
    if found:
        assert found.promoters + found.passives + found.detractors == found.n == len(asked)
        assert -100 <= found.low <= found.score <= found.high <= 100
        assert found.low < found.high


@given(st.lists(st.integers(1, 5), min_size=5, max_size=60))
def test_csat_lies_within_its_interval(answers):
    found = csat(answers)
    assert 0 <= found.low <= found.share <= found.high <= 1
    assert found.mean == pytest.approx(sum(answers) / len(answers))


@given(st.lists(st.integers(1, 7), min_size=5, max_size=60))
def test_ces_lies_within_its_interval(answers):
    found = ces(answers)
    assert 1 <= found.low <= found.mean <= found.high <= 7
    assert 0 <= found.easy_share <= 1


def test_csat_golden():
    found = csat([5, 5, 5, 5, 4, 4, 4, 4, 3, 1, None])
    assert (found.share, found.n, found.mean) == (0.8, 10, 4)
    assert (found.low, found.high) == pytest.approx((0.490162, 0.943318), abs=1e-6)


def test_ces_golden():
    found = ces([7, 6, 5, 7, 4, 6, 7, 3, 6, 5])
    assert (found.mean, found.n, found.easy_share) == (5.6, 10, 0.8)
    assert (found.low, found.high) == pytest.approx((4.6343, 6.5657), abs=5e-5)


@pytest.mark.parametrize("answer", [0, 6])
def test_csat_off_the_scale(answer):
    with pytest.raises(ValueError, match="1 to 5"):
        csat([answer])


@pytest.mark.parametrize("answer", [0, 8])
def test_ces_off_the_scale(answer):
    with pytest.raises(ValueError, match="1 to 7"):
        ces([answer])


def test_csi_golden():
    found = csi([(9, 8.2), (7, 6.5), (8, 9.0), (6, 7.4)])
    assert (found.score, found.percent) == pytest.approx((7.856667, 76.1852), abs=5e-5)
    assert found.attributes == 4


def test_csi_leaves_out_what_was_not_asked():
    assert csi([(9, 8.0), (7, None), (None, 2.0)]) == csi([(9, 8.0)])
    assert csi([(5, None)]) is None


@pytest.mark.parametrize("pair", [(0, 5), (-1, 5), (5, 0.5), (5, 10.5)])
def test_csi_refuses_what_is_off_the_scale(pair):
    with pytest.raises(ValueError, match="importance must be above 0"):
        csi([pair])


def test_no_clear_change_between_wide_intervals():
    # 55.56 (0.29 … 83.04) to 45 (29.34 … 58.04):
    # low -10.56 - sqrt(15.66² + 27.48²) = -42.19, high -10.56 + sqrt(13.04² + 55.27²) = 46.23.
    found = change(nps_from_counts(6, 2, 1), nps_from_counts(60, 25, 15))
    assert (found.difference, found.low, found.high) == pytest.approx((-10.56, -42.19, 46.23), abs=0.01)
    assert not found.clear


def test_a_clear_rise():
    # 10 (-6.27 … 25.69) to 45 (29.34 … 58.04): low 35 - sqrt(15.66² + 15.69²) = 12.83.
    found = change(nps_from_counts(40, 30, 30), nps_from_counts(60, 25, 15))
    assert (found.difference, found.low) == pytest.approx((35, 12.83), abs=0.01)
    assert found.clear


def test_change_of_csat_is_newcombes():
    before, after = csat([5] * 48 + [1] * 32), csat([4] * 56 + [3] * 14)
    found = change(before, after)
    assert (found.difference, found.low, found.high) == pytest.approx((0.2, 0.0524, 0.3339), abs=5e-5)
    assert found.clear


def test_change_of_ces_adds_the_t_intervals():
    # Each period: mean 3 and 4, sd sqrt(2.5), n 5, half width 1.9632; sqrt(2) · 1.9632 = 2.7764.
    found = change(ces([1, 2, 3, 4, 5]), ces([2, 3, 4, 5, 6]))
    assert (found.difference, found.low, found.high) == pytest.approx((1, -1.7764, 3.7764), abs=5e-4)
    assert not found.clear


@given(NPS_ANSWERS, NPS_ANSWERS)
def test_change_turns_round(first, second):
    before, after = nps(first), nps(second)
    if before and after:
        there, back = change(before, after), change(after, before)
        assert there.low <= there.difference <= there.high
        assert (there.low, there.high) == pytest.approx((-back.high, -back.low))
        assert there.clear == back.clear
