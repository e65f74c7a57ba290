"""The rules besides birthdays and visits: each at its boundaries, by which gesture, and on whose permission."""

from datetime import date, timedelta

import pytest

from cxdesk.domain.anniversary import Anniversary
from cxdesk.domain.appreciation import Allowance, Basis, Coming, Rules
from cxdesk.domain.customer import Birthday, Customer, CustomerSummary
from cxdesk.domain.feedback import Feedback
from cxdesk.domain.known import Aim, Friend, Known, Warranty
from cxdesk.domain.occasion import AT_FIRST, FOR_EVERYBODY, Occasion, Setting, known_figures
from cxdesk.domain.occasions import RULES, for_person
from cxdesk.domain.request import Request

TODAY = date(2026, 11, 21)
OPT_OUT = Allowance(Basis.OPT_OUT)


def person(**facts):
    keep = facts.pop("keep_in_touch", None)
    return Known(Customer(1, "Aino", keep_in_touch=keep), **({"allowed": OPT_OUT} | facts))


def rules(*settings, **coming):
    return Rules(settings={each.kind: each for each in settings}, **coming)


def named(known, today=TODAY, limits=None, **options):
    found = for_person(known, today, limits or rules(), **options)
    return found and (found.kind.value, found.gesture.value)


def ago(days):
    return TODAY - timedelta(days=days)


def test_every_occasion_but_staffs_own_idea_has_a_rule_and_a_switch():
    assert set(RULES) == set(Occasion)
    for kind in RULES:
        assert not known_figures(kind) or AT_FIRST[kind].held_back in {0, 20}
        for figure in known_figures(kind).values():
            assert figure.low <= figure.default <= figure.high
    assert all(AT_FIRST[kind].held_back == 0 for kind in FOR_EVERYBODY)


@pytest.mark.parametrize(("days", "asked"), [(6, False), (7, True), (21, True), (22, False)])
def test_a_week_after_a_solution_somebody_asks_whether_it_helped_whatever_was_permitted(days, asked):
    solved = Feedback(4, ago(40), nps=2, follow_up=True, resolved=ago(days), resolution="New yarn")
    found = named(person(solved=solved, allowed=None, thanked=ago(days)))
    assert found == (("follow_up", "call") if asked else None)


def test_what_has_come_is_told_without_permission_or_rest():
    here = Request(3, "Linen", ago(20), customer_id=1)
    assert named(person(arrived=here, allowed=None, thanked=TODAY)) == ("back_in_stock", "call")


@pytest.mark.parametrize(("day", "near"), [(21, True), (28, True), (29, False), (20, False)])
def test_a_day_that_the_customer_keeps(day, near):
    kept = Anniversary("Wedding", Birthday(day, 11, 2001), 5)
    assert named(person(days=(kept,))) == (("remembered_day", "card") if near else None)
    assert named(person(days=(kept,), phone=OPT_OUT)) == (("remembered_day", "call") if near else None)


@pytest.mark.parametrize(("days", "fresh"), [(0, True), (30, True), (31, False), (-1, False)])
def test_who_sent_a_friend_is_thanked(days, fresh):
    assert named(person(friend=Friend(2, "Outi", ago(days)))) == (("referral", "card") if fresh else None)


@pytest.mark.parametrize(("have", "near"), [(79, False), (80, True), (130, True)])
def test_a_reward_that_is_near_is_told_at_the_counter_only(have, near):
    known = person(aim=Aim(1, "Coffee", have, 100))
    assert named(known) is None
    assert named(known, here=True) == (("reward", "word") if near else None)


@pytest.mark.parametrize(("days", "near"), [(30, True), (31, False), (0, True)])
def test_a_warranty_that_ends(days, near):
    ending = Warranty(9, "Needles", TODAY + timedelta(days=days))
    assert named(person(warranty=ending)) == (("warranty", "card") if near else None)
    assert named(person(warranty=ending, allowed=None)) is None


@pytest.mark.parametrize(("met", "due"), [(89, False), (90, True), (400, True)])
def test_whoever_was_not_met_for_as_long_as_the_shop_wants(met, due):
    known = person(keep_in_touch=90, met=ago(met), phone=OPT_OUT)
    assert named(known) == (("keep_in_touch", "call") if due else None)
    assert named(person(met=ago(met))) is None


@pytest.mark.parametrize(("days", "called"), [(44, False), (45, True), (59, True), (60, False)])
def test_first_timers_are_called_back_in_other_words_than_regulars(days, called):
    few = CustomerSummary(ago(days), ago(days), 2, 2, 4000)
    found = for_person(person(summary=few, basket=2000), TODAY, rules())
    assert (found is not None) is called
    if found:
        suggestion = found.suggestion(rules())
        assert (found.kind, suggestion.template, suggestion.cost) == (Occasion.COME_AGAIN, "welcome", 350)


def test_early_access_and_holidays_are_for_the_best_customers():
    early = Coming("campaign-1", "Spring sale", TODAY + timedelta(days=14), ("campaigns", 1))
    greeting = Coming("christmas", "Christmas", TODAY + timedelta(days=10))
    limits = rules(Setting(Occasion.HOLIDAY, active=True), early=early, holiday=greeting)
    assert named(person(best=20), limits=limits) == ("early_access", "letter")
    assert named(person(best=21), limits=limits) is None
    assert named(person(), limits=limits) is None
    only_holiday = rules(Setting(Occasion.HOLIDAY, active=True), holiday=greeting)
    assert named(person(best=1), limits=only_holiday) == ("holiday", "card")
    assert named(person(best=1), ago(1), only_holiday) is None


def test_thanks_for_feedback_wait_for_the_next_visit_and_are_off_at_first():
    known, on = person(said=Feedback(3, ago(2), csat=4)), rules(Setting(Occasion.FEEDBACK_GIVEN))
    assert named(known, here=True) is None
    assert named(known, limits=on, here=True) == ("feedback_given", "word")
    assert named(known, limits=on) is None


def test_the_owner_turns_figures_and_switches_rules_off():
    visits = CustomerSummary(ago(300), TODAY, 3, 3, 0)
    third = rules(Setting(Occasion.MILESTONE, figures={"least": 3}))
    assert named(person(summary=visits)) is None
    assert named(person(summary=visits), limits=third) == ("milestone", "letter")
    off = rules(Setting(Occasion.MILESTONE, active=False, figures={"least": 3}))
    assert named(person(summary=visits), limits=off) is None
    praise = person(praise=Feedback(3, TODAY, nps=8))
    assert named(praise) is None
    assert named(praise, limits=rules(Setting(Occasion.PRAISE, figures={"score": 8}))) == ("praise", "letter")
