"""How the owner sets the rules, and whom a rule would have named."""

from dataclasses import replace
from datetime import timedelta

import pytest

from cxdesk.domain.errors import UserError
from cxdesk.domain.feedback import Feedback
from cxdesk.domain.occasion import Occasion, Setting
from cxdesk.domain.occasions import RULES


def test_switching_keeps_the_version_and_turning_begins_a_new_one(desk):
    assert [each.kind for each in desk.occasions.every()] == list(RULES)
    first = desk.occasions.get(Occasion.MILESTONE)
    desk.occasions.save(replace(first, active=False))
    assert desk.occasions.get(Occasion.MILESTONE) == replace(first, active=False)
    desk.occasions.save(replace(first, figures={"least": 3}, held_back=10))
    kept = desk.occasions.get(Occasion.MILESTONE)
    assert (kept["least"], kept["fresh"], kept.held_back, kept.version) == (3, 14, 10, 2)
    desk.history.undo(desk.history.changes(1)[0].id)
    assert desk.occasions.get(Occasion.MILESTONE) == replace(first, active=False)


@pytest.mark.parametrize(
    "wrong",
    [
        Setting(Occasion.MILESTONE, figures={"least": 1}),
        Setting(Occasion.MILESTONE, figures={"fresh": 61}),
        Setting(Occasion.MILESTONE, held_back=51),
        Setting(Occasion.BIRTHDAY, held_back=1),
    ],
)
def test_figures_stay_in_their_range_and_nobody_misses_a_birthday_by_lot(desk, wrong):
    with pytest.raises(UserError):
        desk.occasions.save(wrong)


def test_a_rule_that_is_switched_off_names_nobody(desk, person, buy, today):
    aino = person()
    buy(aino, *(today - timedelta(days=n) for n in (40, 30, 20, 10, 1)))
    assert [s.kind for s in desk.appreciation.day().suggestions] == [Occasion.MILESTONE]
    desk.occasions.save(Setting(Occasion.MILESTONE, active=False))
    assert desk.appreciation.day().suggestions == ()


def test_a_preview_looks_at_the_same_weeks_of_last_year(desk, person, buy, today):
    aino, outi = person("Aino"), person("Outi")
    buy(aino, today - timedelta(days=370))
    buy(outi, today - timedelta(days=100))
    seen = desk.occasions.preview(Occasion.WELCOME)
    # sampled every week up to 365 days ago: of day 370 on which she came, only the day 365 ago is within two weeks
    assert (seen.suggestions, seen.people, seen.names) == (1, 1, ("Aino",))
    assert (seen.last, seen.days) == (today - timedelta(days=365), 12)
    assert desk.occasions.preview(Occasion.FEEDBACK_GIVEN).people == 0
    desk.feedback.record(Feedback(0, today - timedelta(days=370), person("Silent", permits=None), nps=8))
    assert desk.occasions.preview(Occasion.FEEDBACK_GIVEN).names == ("Silent",)


def test_who_was_not_met_for_long_is_called(desk, person, buy, today):
    aino = person()
    desk.customers.save(replace(desk.workplace.customer(aino), keep_in_touch=90))
    buy(aino, today - timedelta(days=95))
    (found,) = desk.appreciation.day().suggestions
    assert (found.kind, found.gesture, found.cost) == (Occasion.KEEP_IN_TOUCH, "card", 150)
    desk.appreciation.done(found)
    assert desk.appreciation.day().suggestions == ()
