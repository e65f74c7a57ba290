"""Figures of the needs, worked out by hand."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from cxdesk.domain.needs import Need, Stage
from cxdesk.domain.needs_calculation import Count, Mention, Outcome, board, calculate, opportunity

MENTIONS = st.lists(
    st.builds(
        Mention,
        st.sampled_from(Need),
        st.none() | st.sampled_from(Stage),
        st.none() | st.integers(0, 10),
        st.none() | st.integers(1, 5),
        st.none() | st.integers(1, 10),
    ),
    max_size=40,
)


def _price(**answers):
    return Mention(Need.PRICE, **answers)


def _of_price(mentions):
    return calculate(mentions)[1]


@pytest.mark.parametrize(
    ("nps", "csat", "outcome"),
    [
        (None, None, None),
        (9, None, Outcome.MET),
        (8, None, Outcome.NEUTRAL),
        (7, None, Outcome.NEUTRAL),
        (6, None, Outcome.UNMET),
        (0, None, Outcome.UNMET),
        (None, 4, Outcome.MET),
        (None, 3, Outcome.NEUTRAL),
        (None, 2, Outcome.UNMET),
        (10, 1, Outcome.UNMET),  # a friend of the shop, badly served today
    ],
)
def test_outcome(nps, csat, outcome):
    assert _price(nps=nps, csat=csat).outcome is outcome


@pytest.mark.parametrize("answers", [{"csat": 0}, {"csat": 6}, {"nps": 11}])
def test_an_answer_off_the_scale_is_refused(answers):
    with pytest.raises(ValueError, match="no answer"):
        calculate([_price(**answers)])


@pytest.mark.parametrize(
    ("importance", "satisfaction", "score"), [(9.5, 3.2, 15.8), (6, 8, 6), (10, 0, 20), (5, 5, 5)]
)
def test_opportunity_counts_only_what_is_missing(importance, satisfaction, score):
    assert opportunity(importance, satisfaction) == pytest.approx(score)


def test_stated_importance_and_satisfaction():
    mentions = [_price(csat=csat, importance=9) for csat in (5, 4, 3, 2, 1, 1, 2, 5, 3, 2)]
    found = _of_price([*mentions, _price(), Mention(Need.DESIGN, csat=5)])
    assert found.count == Count(raised=11, met=3, neutral=2, unmet=5)
    assert (found.importance.score, found.importance.n, found.importance.stated) == (9, 10, True)
    # 3 of 10: Wilson 0.1078 … 0.6032 (Newcombe 1998); 9 + (9 - 3) = 15.
    assert (found.satisfaction.score, found.satisfaction.n) == (3, 10)
    assert (found.satisfaction.low, found.satisfaction.high) == pytest.approx((1.078, 6.032), abs=5e-4)
    assert found.opportunity == 15


def test_derived_importance_is_the_correlation_with_overall_satisfaction():
    # Five times (1, 0), three times (5, 8), twice (5, 4). Deviations from the means 3 and 3.2:
    # Sxy = 5·(-2)(-3.2) + 3·2·4.8 + 2·2·0.8 = 64, Sxx = 40, Syy = 5·10.24 + 3·23.04 + 2·0.64 = 121.6,
    # r = 64 / sqrt(40 · 121.6) = 0.917663.
    found = _of_price(5 * [_price(csat=1, nps=0)] + 3 * [_price(csat=5, nps=8)] + 2 * [_price(csat=5, nps=4)])
    assert not found.importance.stated
    assert found.importance.score == pytest.approx(9.17663, abs=1e-5)


def test_a_need_that_moves_against_the_whole_has_no_importance():
    found = _of_price(5 * [_price(csat=1, nps=9)] + 5 * [_price(csat=5, nps=3)])
    assert found.importance.score == 0


@pytest.mark.parametrize(
    "mentions",
    [
        4 * [_price(csat=5, importance=10)],
        9 * [_price(csat=5)],
        10 * [_price(csat=5, nps=9)],
        [*5 * [_price(csat=5, nps=9)], *5 * [_price(csat=1, nps=9)]],
        4 * [_price(csat=5, nps=9)] + 5 * [_price(csat=1, nps=1)],
    ],
)
def test_what_cannot_be_known_is_none(mentions):
    found = _of_price(mentions)
    assert found.importance is None
    assert found.opportunity is None
    assert (found.satisfaction is None) == (len(mentions) < 5)


@given(MENTIONS)
def test_figures_and_board_count_the_same(mentions):
    figures, cells = calculate(mentions), board(mentions)
    assert [each.need for each in figures] == list(Need)
    assert sum(each.count.raised for each in figures) == len(mentions)
    assert len(cells) == 64
    assert sum(cell.raised for cell in cells.values()) == sum(each.stage is not None for each in mentions)
    for each in figures:
        staged = [cells[each.need, stage] for stage in Stage]
        assert each.count.n <= each.count.raised
        assert sum(cell.unmet for cell in staged) <= each.count.unmet
        assert each.opportunity is None or 0 <= each.opportunity <= 20


def test_board_counts_outcomes_by_stage():
    cells = board([_price(stage=Stage.PURCHASE, csat=5), _price(stage=Stage.PURCHASE, nps=3), _price(csat=5)])
    assert cells[Need.PRICE, Stage.PURCHASE] == Count(raised=2, met=1, neutral=0, unmet=1)
    assert cells[Need.PRICE, Stage.AFTERCARE] == Count(0, 0, 0, 0)
