"""Feedback: kept as answered, refused in words; counts of filters, and the scores of a period."""

from dataclasses import replace
from datetime import date

import pytest

from cxdesk.domain.errors import UserError
from cxdesk.domain.feedback import Feedback
from cxdesk.domain.needs import Emotion, Need, Route

TODAY = date(2026, 11, 21)


def test_the_latest_feedback_is_the_one_recorded_last(desk):
    first = desk.feedback.record(Feedback(0, TODAY, nps=9))
    second = desk.feedback.record(Feedback(0, date(2026, 1, 2), nps=3))
    assert [entry.id for entry in desk.feedback.latest()] == [second, first]
    assert [entry.id for entry in desk.feedback.latest(1)] == [second]


def test_counts_of_every_filter_in_a_period(desk):
    for nps, follow_up in ((10, False), (9, False), (7, False), (6, True), (0, True)):
        desk.feedback.record(Feedback(0, TODAY, nps=nps, follow_up=follow_up))
    desk.feedback.record(Feedback(0, TODAY, comment="Kiva kauppa"))
    desk.feedback.record(Feedback(0, date(2025, 11, 20), nps=2, comment="Jono"))
    assert desk.feedback.counts(date(2025, 11, 21), TODAY) == {
        "all": 6,
        "open": 2,
        "promoters": 2,
        "passives": 1,
        "detractors": 2,
        "comments": 1,
    }
    assert desk.feedback.counts(date.min, TODAY)["detractors"] == 3


def test_scores_count_the_period_alone(desk):
    for nps in (10, 10, 10, 10, 0):
        desk.feedback.record(Feedback(0, TODAY, nps=nps))
    desk.feedback.record(Feedback(0, date(2025, 1, 1), nps=0))
    scores = desk.scores.between(TODAY, TODAY)
    assert scores.nps.n == 5
    assert scores.nps.score == 60.0  # (4 promoters - 1 detractor) of 5
    assert scores.csat is None


def test_zero_is_an_answer(desk, today):
    kept = desk.feedback.get(desk.feedback.record(Feedback(0, today, nps=0)))
    assert (kept.nps, kept.csat, kept.ces) == (0, None, None)
    assert not kept.empty


def test_feeling_wait_and_way_of_service_are_kept_and_corrected(desk, today):
    made = desk.feedback.record(Feedback(0, today, emotion=Emotion.ANGRY, waited=0, route=Route.PICKUP))
    kept = desk.feedback.get(made)
    assert (kept.emotion, kept.waited, kept.route) == (Emotion.ANGRY, 0, Route.PICKUP)
    desk.feedback.correct(replace(kept, emotion=None, waited=1440, route=None))
    kept = desk.feedback.get(made)
    assert (kept.emotion, kept.waited, kept.route) == (None, 1440, None)


def test_a_way_of_service_alone_is_no_answer(desk, today):
    with pytest.raises(UserError, match="at least one answer"):
        desk.feedback.record(Feedback(0, today, route=Route.COUNTER))


@pytest.mark.parametrize(
    "fields",
    [
        {"waited": -1},
        {"waited": 1441},
        {"nps": -1},
        {"nps": 11},
        {"csat": 0},
        {"csat": 6},
        {"ces": 0},
        {"ces": 8},
        {"comment": " \x00\n "},
        {"comment": "x" * 2**20},
        {"nps": 5, "customer_id": 77},
        {"nps": 5, "product_id": 77},
        {"nps": 5, "day": date(2026, 11, 22)},
        {},
    ],
)
def test_what_cannot_be_right_is_refused_and_nothing_is_saved(desk, today, rows, fields):
    before = rows()
    with pytest.raises(UserError):
        desk.feedback.record(Feedback(**({"id": 0, "day": today} | fields)))
    assert rows() == before


@pytest.mark.parametrize("fields", [{"nps": 10}, {"csat": 1}, {"csat": 5}, {"ces": 1}, {"ces": 7}])
def test_the_ends_of_each_scale(desk, today, fields):
    kept = desk.feedback.get(desk.feedback.record(Feedback(0, today, **fields)))
    assert {name: getattr(kept, name) for name in fields} == fields


def test_one_form_saved_twice_is_one_feedback(desk, today):
    form = Feedback(0, today, nps=8, needs=(Need.PRICE, Need.PRICE, Need.DESIGN), uuid="form-1")
    assert desk.feedback.record(form) == desk.feedback.record(form)
    (kept,) = desk.feedback.latest()
    assert kept.needs == (Need.PRICE, Need.DESIGN)


def test_corrected_resolved_and_undone(desk, today):
    made = desk.feedback.record(Feedback(0, today, nps=2, needs=(Need.PRICE,), follow_up=True))
    desk.feedback.correct(replace(desk.feedback.get(made), nps=0, needs=(Need.DESIGN,)))
    desk.feedback.resolve(made, "Called back")
    kept = desk.feedback.get(made)
    assert (kept.nps, kept.needs, kept.resolved, kept.resolution) == (0, (Need.DESIGN,), today, "Called back")
    assert desk.feedback.unresolved() == []
    desk.history.undo()
    desk.history.undo()
    kept = desk.feedback.get(made)
    assert (kept.nps, kept.needs, kept.resolved) == (2, (Need.PRICE,), None)
    with pytest.raises(UserError, match="no feedback number 77"):
        desk.feedback.correct(replace(kept, id=77))


def test_a_comment_is_kept_as_it_was_said(desk, today):
    said = "<b>Hyvä</b> & \U0001f600\nToinen rivi\x00\u202e"
    kept = desk.feedback.get(desk.feedback.record(Feedback(0, today, comment=said)))
    assert kept.comment == "<b>Hyvä</b> & \U0001f600\nToinen rivi"
