"""Whom to thank: each rule at its boundaries, and what goes before what."""

from datetime import date, timedelta

import pytest

from cxdesk.domain import occasions
from cxdesk.domain.appreciation import (
    Allowance,
    Basis,
    Decision,
    Ground,
    Rules,
    Status,
    due_in,
    never,
    settled,
)
from cxdesk.domain.customer import Birthday, Customer, CustomerSummary
from cxdesk.domain.feedback import Feedback
from cxdesk.domain.gift import Gift
from cxdesk.domain.known import Known
from cxdesk.domain.occasion import Occasion
from cxdesk.domain.occasions.proposal import within_budget
from cxdesk.domain.occasions.visits import missed_after

TODAY = date(2026, 11, 21)
RULES = Rules(contact_gap=30, letter_cost=150, coupon_percent=10)
PERMITTED = Allowance(Basis.OPT_OUT)


def known(number=1, *, born=None, since=None, restricted=False, **facts):
    customer = Customer(number, "Aino", birthday=born, since=since, restricted=restricted)
    return Known(customer, **({"allowed": PERMITTED} | facts))


def for_person(person, today, rules, settled=frozenset(), *, gift=None):
    found = occasions.for_person(person, today, rules, settled)
    return found and found.suggestion(rules, gift)


def suggest(people, left=0):
    return list(within_budget(occasions.name(people, TODAY, RULES).choices, RULES, {}, left))


def visits(days, last, first=date(2020, 6, 1), spend=0, gap=None):
    return CustomerSummary(first, last, days, days, spend, gap)


def kind(person, today=TODAY, **options):
    found = for_person(person, today, RULES, **options)
    return found and found.kind


def ago(days):
    return TODAY - timedelta(days=days)


BIRTHDAYS = [
    (Birthday(21, 11), TODAY, TODAY),
    (Birthday(28, 11), TODAY, date(2026, 11, 28)),
    (Birthday(29, 11), TODAY, None),
    (Birthday(20, 11), TODAY, None),
    (Birthday(2, 1), date(2026, 12, 26), date(2027, 1, 2)),
    (Birthday(2, 1), date(2026, 12, 25), None),
    (Birthday(29, 2), date(2026, 2, 21), date(2026, 2, 28)),
    (Birthday(29, 2), date(2026, 2, 28), date(2026, 2, 28)),
    (Birthday(29, 2), date(2026, 3, 1), None),
    (Birthday(29, 2), date(2028, 2, 21), None),
    (Birthday(29, 2), date(2028, 2, 22), date(2028, 2, 29)),
    (Birthday(29, 2), date(2028, 2, 29), date(2028, 2, 29)),
]


@pytest.mark.parametrize(("born", "today", "due"), BIRTHDAYS)
def test_birthdays_from_today_to_seven_days_ahead(born, today, due):
    found = for_person(known(born=born), today, RULES)
    assert (found and found.due) == due
    assert found is None or found.id == f"birthday-1-year-{due:%Y%m%d}"


def test_the_age_is_the_one_reached_on_the_day():
    over_new_year = for_person(known(born=Birthday(2, 1, 1976)), date(2026, 12, 30), RULES)
    assert over_new_year.reasons[0].facts == {"age": 51, "date": date(2027, 1, 2)}
    assert for_person(known(born=Birthday(21, 11)), TODAY, RULES).reasons[0].facts["age"] is None


def test_a_birthday_brings_the_gift_or_else_a_coupon():
    gift = Gift(7, "Yarn", 430, 5, 3.0)
    with_gift = for_person(known(born=Birthday(21, 11), basket=2500), TODAY, RULES, gift=gift)
    assert (with_gift.cost, with_gift.coupon_percent, with_gift.gift) == (580, 0, gift)
    assert [r.ground for r in with_gift.reasons] == [Ground.BIRTHDAY, Ground.FAVOURITE, Ground.STOCK]
    without = for_person(known(born=Birthday(21, 11), basket=2500), TODAY, RULES)
    assert (without.cost, without.coupon_percent) == (400, 10)


@pytest.mark.parametrize(("days_ago", "expected"), [(0, None), (1, "welcome"), (14, "welcome"), (15, None)])
def test_welcome_from_the_day_after_the_first_visit_for_two_weeks(days_ago, expected):
    day = ago(days_ago)
    found = for_person(known(summary=visits(1, day, first=day)), TODAY, RULES)
    assert (found and found.kind) == expected
    assert found is None or found.due == day + timedelta(days=1)


def test_who_came_twice_is_no_newcomer():
    assert kind(known(summary=visits(2, ago(1), first=ago(5)))) is None


@pytest.mark.parametrize("count", [5, 10, 25, 50, 100, 200, 500])
def test_milestones(count):
    found = for_person(known(summary=visits(count, TODAY)), TODAY, RULES)
    assert found.id == f"milestone-1-visit-{count}-20261121"
    assert found.reasons[0].facts == {"count": count, "date": TODAY}
    assert found.cost == 150


@pytest.mark.parametrize("count", [2, 4, 6, 9, 11, 26, 499, 501])
def test_no_milestones(count):
    assert kind(known(summary=visits(count, TODAY))) is None


@pytest.mark.parametrize(("days_ago", "fresh"), [(-1, False), (0, True), (14, True), (15, False)])
def test_milestones_and_praise_are_fresh_for_two_weeks(days_ago, fresh):
    day = ago(days_ago)
    assert (kind(known(summary=visits(5, day))) == "milestone") is fresh
    assert (kind(known(praise=Feedback(3, day, nps=9))) == "praise") is fresh


ANNIVERSARIES = [
    (date(2025, 11, 21), TODAY, (1, date(2026, 11, 21))),
    (date(2016, 11, 7), TODAY, (10, date(2026, 11, 7))),
    (date(2025, 11, 6), TODAY, None),
    (date(2025, 11, 22), TODAY, None),
    (date(2026, 11, 21), TODAY, None),
    (date(2024, 12, 28), date(2027, 1, 3), (2, date(2026, 12, 28))),
    (date(2026, 12, 28), date(2027, 1, 3), None),
    (date(2024, 2, 29), date(2026, 2, 28), (2, date(2026, 2, 28))),
    (date(2024, 2, 29), date(2026, 2, 27), None),
    (date(2024, 2, 29), date(2028, 2, 28), None),
    (date(2024, 2, 29), date(2028, 2, 29), (4, date(2028, 2, 29))),
]


@pytest.mark.parametrize(("since", "today", "expected"), ANNIVERSARIES)
def test_anniversaries_of_the_first_day(since, today, expected):
    by_register = for_person(known(since=since), today, RULES)
    by_purchase = for_person(known(summary=visits(3, since, first=since)), today, RULES)
    assert by_register == by_purchase or (by_register.id, by_register.due) == (
        by_purchase.id,
        by_purchase.due,
    )
    if expected is None:
        assert by_register is None
    else:
        years, due = expected
        assert by_register.reasons[0].facts == {"years": years, "date": due}
        assert by_register.id == f"anniversary-1-years-{years}-{due:%Y%m%d}"


def test_the_first_visit_counts_when_it_came_before_the_registration():
    person = known(since=date(2026, 11, 1), summary=visits(3, date(2025, 12, 1), first=date(2024, 11, 20)))
    assert for_person(person, TODAY, RULES).reasons[0].facts["years"] == 2


@pytest.mark.parametrize(
    ("gap", "silence"), [(1.0, 21), (7.0, 21), (7.5, 23), (8.0, 24), (8.5, 26), (30.0, 90), (365.0, 1095)]
)
def test_missed_after_three_own_gaps_but_never_before_three_weeks(gap, silence):
    assert missed_after(gap) == silence


@pytest.mark.parametrize(
    ("days", "expected"), [(89, None), (90, "we_miss_you"), (150, "we_miss_you"), (151, None), (400, None)]
)
def test_we_miss_you_for_sixty_days(days, expected):
    person = known(summary=visits(4, ago(days), spend=40000, gap=30.0), basket=10000)
    found = for_person(person, TODAY, RULES)
    assert (found and found.kind) == expected
    if found:
        assert found.reasons[0].facts == {"gap": 30, "silent": days, "date": ago(days)}
        assert (found.coupon_percent, found.cost) == (10, 150 + 1000)


def test_of_who_objects_to_profiling_no_visits_are_counted():
    for visited in (visits(1, ago(3), first=ago(3)), visits(10, TODAY)):
        assert kind(known(summary=visited)) in {Occasion.WELCOME, Occasion.MILESTONE}
        assert kind(known(summary=visited, profiling=False)) is None


def test_nobody_without_a_rhythm_or_who_objected_to_profiling_is_missed():
    assert kind(known(summary=visits(2, ago(90), gap=None))) is None
    assert kind(known(summary=visits(4, ago(90), gap=30.0), profiling=False)) is None


@pytest.mark.parametrize("said", [Feedback(8, ago(40), nps=0), Feedback(8, ago(40), csat=2)])
def test_an_open_complaint_is_answered_without_permission_or_gap_and_blocks_every_thank_you(said):
    person = known(
        born=Birthday(21, 11), unhappy=said, allowed=None, thanked=TODAY, praise=Feedback(9, TODAY, nps=9)
    )
    found = for_person(person, TODAY, RULES)
    assert (found.kind, found.allowed.basis, found.cost) == (Occasion.ANSWER_FEEDBACK, Basis.SERVICE, 0)
    assert (found.id, found.feedback_id) == ("answer_feedback-1-8-20261012", 8)
    assert found.reasons[0].facts["nps"] == said.nps
    assert for_person(person, TODAY, RULES, {found.id}) is None


def test_who_may_only_be_stored_is_never_named():
    assert kind(known(born=Birthday(21, 11), restricted=True)) is None
    assert kind(known(unhappy=Feedback(8, TODAY, nps=0), restricted=True)) is None


@pytest.mark.parametrize(("days", "resting"), [(0, True), (29, True), (30, False), (-1, True)])
def test_nobody_is_contacted_twice_within_the_gap(days, resting):
    assert (kind(known(born=Birthday(21, 11), thanked=ago(days))) is None) is resting


def test_nobody_is_written_to_without_permission():
    assert kind(known(born=Birthday(21, 11), allowed=None)) is None


def test_one_suggestion_for_each_person_the_most_pressing_first():
    newcomer = visits(1, ago(3), first=ago(3))
    people = [
        known(1, summary=visits(4, ago(90), gap=30.0)),
        known(2, praise=Feedback(5, TODAY, nps=10)),
        known(3, summary=newcomer),
        known(4, born=Birthday(23, 11), summary=newcomer, praise=Feedback(6, TODAY, nps=10)),
        known(5, born=Birthday(22, 11)),
        known(6, unhappy=Feedback(7, TODAY, nps=3)),
    ]
    assert [(s.kind, s.customer.id) for s in suggest(people)] == [
        ("answer_feedback", 6),
        ("birthday", 5),
        ("birthday", 4),
        ("welcome", 3),
        ("praise", 2),
        ("we_miss_you", 1),
    ]


def test_what_is_settled_makes_room_for_the_next_reason():
    first = date(2025, 11, 20)
    person = known(summary=visits(5, ago(12), first=first), praise=Feedback(5, ago(1), nps=10))
    seen = set()
    for ident in (
        "milestone-1-visit-5-20261109",
        "praise-1-praise-5-20261120",
        "anniversary-1-years-1-20261120",
    ):
        found = for_person(person, TODAY, RULES, seen)
        assert found.id == ident
        seen.add(found.id)
    assert for_person(person, TODAY, RULES, seen) is None


def test_never_again_rules_out_the_whole_kind_and_in_older_files_every_thank_you():
    person = known(summary=visits(5, TODAY), praise=Feedback(5, TODAY, nps=10))
    assert kind(person, settled={never(Occasion.MILESTONE, 1)}) == "praise"
    assert for_person(person, TODAY, RULES, {never(Occasion.THANK_YOU, 1)}) is None
    assert kind(person, settled={never(Occasion.THANK_YOU, 2)}) == "milestone"


def test_a_decision_holds_for_ever_or_until_its_day():
    decisions = [
        Decision("done", Status.DONE, ago(300)),
        Decision("never", Status.NEVER, ago(300)),
        Decision("tomorrow", Status.SNOOZED, ago(3), TODAY + timedelta(days=1)),
        Decision("today", Status.SNOOZED, ago(3), TODAY),
    ]
    assert settled(decisions, TODAY) == {"done", "never", "tomorrow"}


def test_the_budget_marks_what_no_longer_fits_and_lets_smaller_acts_through():
    people = [known(n, born=Birthday(21, 11), basket=basket) for n, basket in ((1, 2000), (2, 9000), (3, 0))]
    people.append(known(4, unhappy=Feedback(7, TODAY, nps=3)))
    marked = suggest(people, 600)
    # 600 left: the answer is free, 150 + 200 fits, 150 + 900 exceeds 250 by 800, 150 fits
    assert [(s.customer.id, s.over_budget) for s in marked] == [(4, 0), (1, 0), (2, 800), (3, 0)]


def test_an_overspent_month_marks_all_that_costs():
    (marked,) = suggest([known(born=Birthday(21, 11))], -500)
    assert marked.over_budget == 150


@pytest.mark.parametrize(
    ("suggestion", "due"),
    [
        ("birthday-1-year-20261121", TODAY),
        ("milestone-1-visit-5-20260228", date(2026, 2, 28)),
        ("birthday-1-never", None),
        ("birthday-1-year-20260230", None),
        ("", None),
    ],
)
def test_the_day_in_an_id(suggestion, due):
    assert due_in(suggestion) == due


@pytest.mark.parametrize(
    ("born", "expected"),
    [
        (Birthday(22, 11, 2008), None),  # turns 18 tomorrow: still a child today
        (Birthday(21, 11, 2008), Occasion.BIRTHDAY),  # turns 18 today
        (Birthday(22, 11), Occasion.BIRTHDAY),  # the year is not known
    ],
)
def test_no_marketing_to_children(born, expected):
    assert kind(known(born=born)) == expected


def test_a_childs_complaint_is_answered():
    unhappy = Feedback(7, TODAY, 1, nps=2, follow_up=True)
    assert kind(known(born=Birthday(1, 1, 2015), unhappy=unhappy)) is Occasion.ANSWER_FEEDBACK
