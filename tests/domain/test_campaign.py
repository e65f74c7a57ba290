"""What an event would have brought anyway, worked out by hand."""

from datetime import date, timedelta

import pytest

from cxdesk.domain.campaign import Campaign, CampaignKind, Till, usual, weekdays_before

SATURDAY = date(2026, 11, 21)
WEEKS_BEFORE = [SATURDAY - timedelta(weeks=n) for n in range(1, 9)]
LONG_AGO = date(2020, 1, 1)


def event(days=1, **figures):
    return Campaign(0, CampaignKind.CAUSE, "Socks", SATURDAY, SATURDAY + timedelta(days=days - 1), **figures)


def test_the_same_weekdays_of_eight_weeks_are_looked_at():
    assert weekdays_before(event()) == sorted(WEEKS_BEFORE)
    assert len(weekdays_before(event(2))) == 16
    assert len(weekdays_before(event(30))) == 56  # every day, and none of the event itself


def test_a_day_without_a_sale_counts_and_one_before_the_shop_was_there_does_not():
    tills = {WEEKS_BEFORE[0]: Till(4, 8000), WEEKS_BEFORE[1]: Till(2, 4000), SATURDAY: Till(99, 99000)}
    assert usual(event(), [SATURDAY], tills, LONG_AGO) == Till(round(6 / 8), 12000 // 8)
    assert usual(event(), [SATURDAY], tills, WEEKS_BEFORE[2]) == Till(2, 4000)  # of three Saturdays
    assert usual(event(), [SATURDAY], tills, SATURDAY) is None
    assert usual(event(), [SATURDAY], tills, None) is None
    assert usual(event(), [], tills, LONG_AGO) is None  # it has not begun


@pytest.mark.parametrize(
    ("figures", "collected"),
    [
        ({"per_purchase": 50}, 150),
        ({"cause_percent": 10}, 856),
        ({"per_purchase": 50, "cause_percent": 10}, 1006),
    ],
)
def test_what_a_cause_gets_of_three_purchases(figures, collected):
    assert event(**figures).collected(Till(3, 8555)) == collected
