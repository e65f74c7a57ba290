"""The newest feedback, counts of filters, and the scores of a period."""

from datetime import UTC, date, datetime

import pytest

from cxdesk.domain.feedback import Feedback
from cxdesk.domain.shop import Shop
from cxdesk.services import desk as services

NOW = datetime(2026, 11, 21, 12, tzinfo=UTC)
TODAY = NOW.date()


@pytest.fixture
def desk(tmp_path):
    desk = services.found(tmp_path / "shop.cxdesk", Shop("Lanka"), lambda: NOW)
    yield desk
    desk.close()


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
