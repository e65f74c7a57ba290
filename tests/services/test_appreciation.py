"""The day's suggestions in a real shop, and what deciding about them does."""

from dataclasses import replace
from datetime import date, timedelta

import pytest

from cxdesk.domain.appreciation import Basis, Status
from cxdesk.domain.customer import Birthday, ContactChannel, PreferenceKind, Purpose
from cxdesk.domain.errors import UserError
from cxdesk.domain.feedback import Feedback
from cxdesk.domain.product import Product
from cxdesk.domain.purchase import Purchase, PurchaseKind, PurchaseLine
from cxdesk.domain.shop import LetterBasis

BORN = Birthday(23, 11, 1976)  # in two days


def open_acts(desk, day=None):
    return [(s.kind.value, s.customer.id) for s in desk.appreciation.day(day).suggestions]


def only(desk, day=None):
    (suggestion,) = desk.appreciation.day(day).suggestions
    return suggestion


def ago(today, *days):
    return [today - timedelta(days=n) for n in days]


def test_each_rule_finds_its_customer_in_the_shop_file(desk, person, buy, today):
    birthday = person("Birthday", birthday=BORN)
    newcomer, regular, missed = person("Newcomer"), person("Regular"), person("Missed")
    praised, blamed, since = person("Praised"), person("Blamed", permits=None), person("Since")
    buy(newcomer, *ago(today, 3))
    buy(regular, *ago(today, 40, 30, 20, 10, 1))
    buy(missed, *ago(today, 160, 130, 100))
    buy(since, date(2024, 11, 18))
    desk.feedback.record(Feedback(0, today, praised, nps=9))
    desk.feedback.record(Feedback(0, today, blamed, nps=0, follow_up=True))
    assert open_acts(desk) == [
        ("answer_feedback", blamed),
        ("birthday", birthday),
        ("welcome", newcomer),
        ("milestone", regular),
        ("praise", praised),
        ("anniversary", since),
        ("we_miss_you", missed),
    ]


def test_a_birthday_gift_is_what_the_customer_buys(desk, person, buy, today):
    aino = person(birthday=BORN)
    often = desk.products.save(Product(0, "Merinovilla", price=890, cost=430, stock=10))
    rare = desk.products.save(Product(0, "Pellava", price=700))
    buy(aino, *ago(today, 40, 20), product_id=often)
    buy(aino, *ago(today, 10), product_id=rare)
    gift = only(desk).gift
    assert (gift.name, gift.cost, gift.bought, gift.stock) == ("Merinovilla", 430, 2, 8)
    desk.customers.prefer(aino, PreferenceKind.ALLERGY, "Villalle")
    assert only(desk).gift.name == "Pellava"
    refund = PurchaseLine("Pellava", -1, 700, -700, rare, PurchaseKind.REFUND)
    desk.purchases.record(Purchase(0, today, PurchaseKind.REFUND, 0, aino, lines=(refund,)))
    assert only(desk).gift is None
    assert only(desk).coupon_percent == 10


def test_what_was_blamed_or_given_before_is_not_given(desk, person, buy, today, clock):
    aino = person(birthday=BORN)
    yarn = desk.products.save(Product(0, "Yarn", price=890))
    hook = desk.products.save(Product(0, "Hook", price=400))
    buy(aino, *ago(today, 9, 8), product_id=yarn)
    buy(aino, *ago(today, 7), product_id=hook)
    assert only(desk).gift.product_id == yarn
    desk.appreciation.done(only(desk))
    clock.forward(365)
    assert only(desk).gift.product_id == hook
    desk.feedback.record(Feedback(0, today, aino, csat=2, product_id=hook))
    assert only(desk).gift is None


def test_objecting_to_profiling_leaves_the_birthday_without_gift_and_nobody_missed(desk, person, buy, today):
    aino, missed = person("Aino", birthday=BORN), person("Missed")
    yarn = desk.products.save(Product(0, "Yarn", price=890))
    buy(aino, *ago(today, 9), product_id=yarn)
    buy(missed, *ago(today, 160, 130, 100))
    for customer_id in (aino, missed):
        desk.customers.consent(
            customer_id, Purpose.PROFILING, ContactChannel.ANY, given=False, source="letter"
        )
    assert open_acts(desk) == [("birthday", aino)]
    assert only(desk).gift is None


def test_permission_decides_and_is_named(desk, person):
    aino, silent = person("Aino", birthday=BORN), person("Silent", birthday=BORN, permits=None)
    day = desk.appreciation.day()
    assert [s.customer.id for s in day.suggestions] == [aino]
    assert (day.suggestions[0].allowed.basis, day.suggestions[0].allowed.consent.source) == (
        "consent",
        "counter",
    )
    assert desk.appreciation.unpermitted() == 1
    desk.settings.save(replace(desk.settings.shop(), letter_basis=LetterBasis.OPT_OUT))
    day = desk.appreciation.day()
    assert {s.customer.id: s.allowed.basis for s in day.suggestions} == {
        aino: Basis.CONSENT,
        silent: Basis.OPT_OUT,
    }
    assert desk.appreciation.unpermitted() == 0


def test_who_is_answered_is_not_counted_as_unpermitted(desk, person, today):
    blamed = person(permits=None)
    desk.feedback.record(Feedback(0, today, blamed, csat=1, follow_up=True))
    assert (len(desk.appreciation.day().suggestions), desk.appreciation.unpermitted()) == (1, 0)


def test_consent_withdrawn_after_the_suggestion(desk, person, tmp_path):
    aino = person(birthday=BORN)
    before = only(desk)
    desk.customers.consent(aino, Purpose.MARKETING, ContactChannel.ANY, given=False, source="phone")
    assert open_acts(desk) == []
    with pytest.raises(UserError, match="does not permit letters"):
        desk.letters.write(before, tmp_path / "letter.pdf")
    assert not (tmp_path / "letter.pdf").exists()
    assert desk.customers.card(aino).letters == ()
    with pytest.raises(UserError, match="not open"):
        desk.appreciation.find(before.id)


def test_a_withdrawal_counts_though_the_clock_was_set_back(desk, person, clock):
    clock.forward(365)
    aino = person(birthday=BORN)
    clock.forward(-365)
    desk.customers.consent(aino, Purpose.MARKETING, ContactChannel.LETTER, given=False, source="phone")
    assert open_acts(desk) == []


def test_restricted_customers_are_only_stored(desk, person):
    aino = person(birthday=BORN)
    desk.customers.save(replace(desk.customers.get(aino), restricted=True))
    assert open_acts(desk) == []


@pytest.mark.parametrize("act", ["birthday", "answer"])
def test_one_contact_of_any_kind_rests_the_customer_for_the_gap(desk, person, today, clock, act):
    aino = person(birthday=BORN if act == "birthday" else None)
    if act == "answer":
        desk.feedback.record(Feedback(0, today, aino, nps=2, follow_up=True))
    desk.appreciation.done(only(desk))
    clock.forward(29)
    desk.feedback.record(Feedback(0, clock.now.date(), aino, nps=10))
    assert open_acts(desk) == []
    clock.forward(1)
    assert open_acts(desk) == [("praise", aino)]


def test_done_is_noted_once_with_reason_cost_and_consent(desk, person):
    aino = person(birthday=BORN)
    suggestion = only(desk)
    desk.appreciation.done(suggestion)
    steps = len(desk.history.changes())
    desk.appreciation.done(suggestion)
    desk.appreciation.snooze(suggestion)
    assert len(desk.history.changes()) == steps
    (action,) = desk.customers.card(aino).actions
    assert (action.status, action.cost, action.day) == (Status.DONE, 150, date(2026, 11, 21))
    assert action.reason.startswith("Turns 50 ")
    assert action.consent == "Letters permitted on 21/11/2026: counter"
    assert desk.appreciation.budget().spent == 150
    assert open_acts(desk) == []


def test_undo_brings_a_done_suggestion_back_and_opens_its_feedback(desk, person, today):
    aino = person(permits=None)
    said = desk.feedback.record(Feedback(0, today, aino, nps=0, comment="Rude", follow_up=True))
    before = only(desk)
    desk.appreciation.done(before)
    assert desk.feedback.get(said).resolved == today
    assert open_acts(desk) == []
    desk.history.undo()
    assert desk.feedback.get(said).resolved is None
    assert only(desk) == before
    desk.history.redo()
    assert desk.feedback.get(said).resolved == today


def test_an_answer_that_was_written_down_stays(desk, person, today):
    said = desk.feedback.record(Feedback(0, today, person(), nps=0, follow_up=True))
    stale = only(desk)
    desk.feedback.resolve(said, "Called, new yarn sent")
    desk.appreciation.done(stale)
    assert desk.feedback.get(said).resolution == "Called, new yarn sent"


def test_put_off_it_returns_on_its_day(desk, person, today, clock):
    aino = person(permits=None)
    desk.feedback.record(Feedback(0, today, aino, csat=1, follow_up=True))
    desk.appreciation.snooze(only(desk), 7)
    assert desk.appreciation.day().snoozed == 1
    clock.forward(6)
    assert open_acts(desk) == []
    clock.forward(1)
    assert open_acts(desk) == [("answer_feedback", aino)]
    assert desk.appreciation.day().snoozed == 0


def test_never_again_is_for_this_kind_and_customer_and_can_be_undone(desk, person, clock):
    aino, outi = person("Aino", birthday=BORN), person("Outi", birthday=BORN)
    desk.appreciation.never(desk.appreciation.next_for(aino))
    assert open_acts(desk) == [("birthday", outi)]
    clock.forward(365)  # a year after both became customers
    assert open_acts(desk) == [("birthday", outi), ("anniversary", aino)]
    clock.forward(-365)
    desk.history.undo()
    assert open_acts(desk) == [("birthday", aino), ("birthday", outi)]


def test_next_years_birthday_is_another_one(desk, person, clock):
    aino = person(birthday=BORN)
    desk.appreciation.done(only(desk))
    clock.forward(365)
    assert open_acts(desk) == [("birthday", aino)]


def test_a_past_day_is_judged_by_what_was_known_then(desk, person, buy):
    aino = person()
    buy(aino, *(date(2026, 5, d) for d in (1, 2, 3, 4, 5)))
    buy(aino, *(date(2026, month, 1) for month in (7, 8, 9, 10, 11)))
    desk.feedback.record(Feedback(0, date(2026, 11, 1), aino, nps=0, follow_up=True))
    on_the_fifth = only(desk, date(2026, 5, 6))
    assert on_the_fifth.id == f"milestone-{aino}-visit-5-20260505"
    assert open_acts(desk, date(2026, 4, 30)) == []
    assert only(desk, date(2026, 5, 27)).kind == "we_miss_you"  # daily until 5 May, then 22 days of silence
    assert only(desk).kind == "answer_feedback"


def test_an_id_carries_its_day(desk, person, buy):
    aino = person(birthday=Birthday(10, 5))
    buy(aino, *(date(2026, 3, d) for d in (1, 2, 3, 4, 5)))
    for day in (date(2026, 3, 12), date(2026, 4, 30), date(2026, 5, 4)):
        suggestion = only(desk, day)
        assert desk.appreciation.find(suggestion.id).id == suggestion.id
        assert desk.appreciation.find(suggestion.id, day) == suggestion


def test_an_id_is_found_though_its_customer_rested_on_the_due_day(desk, person, clock):
    aino = person()
    clock.now = clock.now.replace(month=10, day=30)
    said = desk.feedback.record(Feedback(0, date(2026, 10, 30), aino, nps=1, follow_up=True))
    desk.appreciation.done(only(desk))
    assert desk.feedback.get(said).resolved
    clock.now = clock.now.replace(month=11, day=21)
    desk.feedback.record(Feedback(0, date(2026, 11, 21), aino, nps=9))
    later = only(desk, date(2026, 11, 29))  # thirty days after the answer
    assert later.due == date(2026, 11, 21)
    assert desk.appreciation.find(later.id) == later


@pytest.mark.parametrize(
    "suggestion",
    [
        "",
        "x",
        "birthday-1-year-99991231",
        "birthday-1-year-00010101",
        "birthday-99-year-20261123",
        "birthday-²-year-20261123",
        "birthday-99999999999999999999-year-20261123",
        "thank_you-1-\x00",
        "%s-{id}-1",
    ],
)
def test_ids_that_are_none(desk, person, suggestion):
    person(birthday=BORN)
    with pytest.raises(UserError, match="not open"):
        desk.appreciation.find(suggestion)


def test_the_months_budget_counts_what_was_done_in_it(desk, person):
    desk.settings.save(replace(desk.settings.shop(), monthly_budget=200))
    aino, outi = person("Aino", birthday=BORN), person("Outi", birthday=BORN)
    assert [s.over_budget for s in desk.appreciation.day().suggestions] == [0, 100]
    desk.appreciation.done(desk.appreciation.next_for(aino))
    assert desk.appreciation.next_for(outi).over_budget == 100
    assert desk.appreciation.budget().left == 50
    assert desk.appreciation.budget(date(2026, 12, 1)).left == 200
    assert desk.appreciation.budget(date(2024, 2, 29)).left == 200
