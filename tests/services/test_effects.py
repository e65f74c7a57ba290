"""The lot in a real shop: who is left out, what is kept, and what comes of it."""

from datetime import timedelta

import pytest

from cxdesk.domain.effect import Verdict, needed
from cxdesk.domain.occasion import Occasion, Setting
from cxdesk.storage import assignments
from cxdesk.storage.assignments import Assignment

MISSED = Setting(Occasion.WE_MISS_YOU, held_back=50)


@pytest.fixture
def missed(desk, person, buy, today):
    """Twelve regulars who have stayed away, half of whom, about, the lot leaves out."""
    desk.occasions.save(MISSED)
    made = [person(f"Aino {n}") for n in range(12)]
    for each in made:
        buy(each, *(today - timedelta(days=n) for n in (160, 130, 100)))
    return made


def test_the_lot_leaves_some_out_for_good_and_looking_writes_nothing(desk, missed, clock):
    day = desk.appreciation.day()
    named, left_out = {s.customer.id for s in day.suggestions}, {s.customer.id for s in day.left_out}
    assert named | left_out == set(missed)
    assert min(len(named), len(left_out)) >= 2
    changes = len(desk.history.changes(1000))
    assert desk.appreciation.day() == day
    assert all(desk.appreciation.next_for(i) is None for i in left_out)
    assert len(desk.history.changes(1000)) == changes
    clock.forward(1)
    assert {s.customer.id for s in desk.appreciation.day().left_out} == left_out


def test_arms_are_kept_once_and_not_undone_by_who_undoes_what_they_did(desk, missed):
    day = desk.appreciation.day()
    last = desk.history.changes(1)[0]
    desk.appreciation.draw(day)
    desk.appreciation.draw(day)
    assert desk.workplace.db.value("SELECT count(*) FROM assignments") == len(missed)
    assert desk.history.next_undo() == last.id
    assert desk.workplace.db.value("SELECT sum(held_back) FROM assignments") == len(day.left_out)


@pytest.mark.usefixtures("missed")
def test_who_was_drawn_stays_in_their_arm_when_the_share_is_changed(desk):
    day = desk.appreciation.day()
    desk.appreciation.draw(day)
    desk.occasions.save(Setting(Occasion.WE_MISS_YOU, held_back=1))
    assert desk.appreciation.day().left_out == day.left_out


@pytest.fixture
def trial(desk, person, buy, today):
    """40 were thanked 100 days ago, of whom 20 came; 20 left out, of whom 4 came, two of them too late."""
    setting = desk.occasions.get(Occasion.WE_MISS_YOU)
    begun, drawn = today - timedelta(days=100), []
    for n in range(60):
        i, held = person(f"Aino {n}"), n >= 40
        drawn.append(Assignment(f"s{n}", "we_miss_you", setting.version, i, begun, held))
        if n < 20 or 40 <= n < 42:
            buy(i, begun + timedelta(days=60))
        if 42 <= n < 44:
            buy(i, begun + timedelta(days=61))
        if n == 59:
            buy(i, begun)  # on the very day does not count
    with desk.workplace.change("Trial"):
        assignments.insert(desk.workplace.db, drawn)


@pytest.mark.usefixtures("trial")
def test_a_trial_counts_by_the_lot_and_within_its_days(desk, clock):
    found = desk.effects.trial(Occasion.WE_MISS_YOU)
    assert (found.effect.thanked.came, found.effect.thanked.people) == (20, 40)
    assert (found.effect.left_out.came, found.effect.left_out.people) == (2, 20)
    assert (found.effect.gain.difference, found.final) == (pytest.approx(0.4), False)
    assert found.effect.verdict is Verdict.HELPS
    assert (found.cost, found.per_visit) == (0, 0)
    assert (found.worth.thanked.total, found.worth.left_out.total) == (20 * 500, 2 * 500)  # of 5 € each
    assert (found.worth.thanked.mean, found.worth.left_out.mean) == (250, 50)
    # 10 % came anyway: 20 % held back asks for 121 + 484 people to see a tenth more
    assert found.needed == sum(needed(0.1, 0.2, 4)) - 60
    assert [each.setting.kind for each in desk.effects.trials()] == [Occasion.WE_MISS_YOU]
    clock.forward(26 * 7 + 60)
    assert desk.effects.trial(Occasion.WE_MISS_YOU).final


@pytest.mark.usefixtures("trial")
def test_turning_a_rule_begins_a_new_trial(desk):
    desk.occasions.save(Setting(Occasion.WE_MISS_YOU, figures={"gaps": 4}, held_back=20))
    assert desk.effects.trials() == []


def test_nobody_misses_what_is_for_everybody(desk, person, today):
    person(birthday=None)
    assert desk.effects.trials() == []
    assert desk.appreciation.day(today).left_out == ()
