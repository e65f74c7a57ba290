"""Today's decisions, seen by a view that only remembers."""

from dataclasses import replace
from datetime import date, datetime

import pytest

from cxdesk.domain.customer import Birthday
from cxdesk.domain.promise import Promise
from cxdesk.domain.request import Request
from cxdesk.ui.today.morning import read
from cxdesk.ui.today.presenter import AT_FIRST, Presenter


class Seen:
    def __init__(self):
        self.toasts, self.errors, self.reloads = [], [], 0
        self.lines = self.tally = self.nothing = self.head = self.side = self.said = self.kept = None

    def show_head(self, greeting, date):
        self.head = (greeting, date)

    def show_figures(self, *figures):
        self.figures = figures

    def show_lines(self, shown, tally):
        self.lines, self.tally, self.nothing = list(shown), tally, None

    def show_nothing(self, text, *, new_shop):
        self.lines, self.nothing = [], (text, new_shop)

    def show_side(self, birthdays, complaints, counts):
        self.side, self.beside = (birthdays, complaints), counts

    def show_waiting(self, calls, promised):
        self.waiting = (calls, promised)

    def count_unpermitted(self, then):
        self.counted = then

    def explain(self, title, sentences):
        self.said = (title, sentences)

    def list_kept(self, title, kept, nothing):
        self.kept = (title, kept, nothing)

    def toast(self, text, undo=None):
        self.toasts.append((text, undo))

    def fail(self, error):
        self.errors.append(error)

    def reload(self):
        self.reloads += 1


@pytest.fixture
def seen():
    return Seen()


@pytest.fixture
def presenter(desk, language, seen):
    return Presenter(desk, language, seen)


def refresh(presenter, desk):
    presenter.show(read(desk))


def test_who_waits_for_a_call_and_what_is_due(desk, shop, seen, language):
    aino = shop.customer(desk, "Aino Mäki")
    desk.requests.record(Request(0, "Silk", date(2026, 11, 2), aino))
    desk.requests.arrive("silk", "Silk")
    with desk.workplace.change("Visit recorded"):
        for day in (20, 21, 22):
            desk.promises.add(Promise(0, aino, "Ready", date(2026, 11, day), date(2026, 11, 9)))
    Presenter(desk, language, seen).show(read(desk))
    assert seen.waiting == ("1 request has arrived: call", "2 promises are due")


@pytest.mark.parametrize(
    ("hour", "greeting"),
    [(8, "Good morning, Aino"), (10, "Good day, Aino"), (17, "Good evening, Aino")],
)
def test_the_greeting_knows_the_hour_and_the_name(desk, presenter, seen, hour, greeting):
    desk.workplace.now = lambda: datetime(2026, 11, 21, hour)  # noqa: DTZ001 - a wall clock
    presenter.greet()
    assert seen.head == (greeting, "Saturday 21 November 2026")


def test_a_row_says_who_why_what_and_what_it_costs(desk, shop, presenter, seen):
    shop.customer(desk, "Kaisa Virtanen", birthday=Birthday(23, 11, 1976))
    refresh(presenter, desk)
    (line,) = seen.lines
    assert (line.title, line.cost, line.badge) == ("Birthday gift: Kaisa Virtanen", "€1.50", "")
    assert line.reason == "Turns 50 Mon 23 Nov. A coupon of 10%."


def test_done_takes_the_row_away_at_once_and_undo_brings_it_back(desk, shop, presenter, seen):
    shop.customer(desk, "Kaisa", birthday=shop.birthday_in(2))
    shop.customer(desk, "Timo", birthday=shop.birthday_in(3))
    refresh(presenter, desk)
    presenter.done(seen.lines[0].suggestion)
    assert [line.suggestion.customer.first_name for line in seen.lines] == ["Timo"]
    text, undo = seen.toasts[-1]
    assert text == "Done – Birthday gift: Kaisa"
    undo()
    refresh(presenter, desk)
    assert len(seen.lines) == 2


def test_a_later_change_does_not_lead_undo_astray(desk, shop, presenter, seen):
    shop.customer(desk, "Kaisa", birthday=shop.birthday_in(2))
    refresh(presenter, desk)
    presenter.snooze(seen.lines[0].suggestion)
    timo = shop.customer(desk, "Timo", letters=False)
    seen.toasts[-1][1]()
    assert desk.appreciation.waiting() == []
    assert desk.customers.get(timo).name == "Timo"


def test_snoozed_rows_are_listed_and_can_be_woken(desk, shop, presenter, seen):
    shop.customer(desk, "Kaisa", birthday=shop.birthday_in(2))
    refresh(presenter, desk)
    presenter.snooze(seen.lines[0].suggestion)
    refresh(presenter, desk)
    presenter.list_snoozed()
    _, (kept,), _ = seen.kept
    assert (kept.title, kept.detail) == ("Birthday gift: Kaisa", "comes back on Mon 23 Nov")
    presenter.wake(kept.wake)
    refresh(presenter, desk)
    assert len(seen.lines) == 1


def test_never_again_for_this_customer(desk, shop, presenter, seen):
    shop.customer(desk, "Kaisa", birthday=shop.birthday_in(2))
    refresh(presenter, desk)
    presenter.never(seen.lines[0].suggestion)
    refresh(presenter, desk)
    assert seen.lines == []
    assert seen.toasts[-1][0] == "Not suggested any more – Birthday gift: Kaisa"


def test_over_the_budget_the_row_stays_and_says_by_how_much(desk, shop, presenter, seen):
    desk.settings.save(replace(desk.settings.shop(), monthly_budget=100))
    shop.customer(desk, "Kaisa", birthday=shop.birthday_in(2))
    refresh(presenter, desk)
    assert seen.lines[0].badge == "exceeds the budget by €0.50"


def test_without_an_address_it_is_handed_over(desk, shop, presenter, seen):
    shop.customer(desk, "Kaisa", birthday=shop.birthday_in(2), street="")
    refresh(presenter, desk)
    assert seen.lines[0].badge == "No address: hand it over"


def test_a_complaint_comes_first_and_is_no_letter_of_the_batch(desk, shop, presenter, seen):
    kaisa = shop.customer(desk, "Kaisa", birthday=shop.birthday_in(1))
    timo = shop.customer(desk, "Timo", letters=False)
    shop.said(desk, 3, date(2026, 11, 18), timo, follow_up=True, comment="Late.")
    refresh(presenter, desk)
    first, second = seen.lines
    assert (first.answers, first.badge) == (True, "3 days late")
    assert [each.customer.id for each in presenter.printable] == [kaisa] == [second.suggestion.customer.id]


def test_only_the_first_rows_are_built(desk, shop, presenter, seen):
    for number in range(AT_FIRST + 3):
        shop.customer(desk, f"Kaisa {number}", birthday=shop.birthday_in(2))
    refresh(presenter, desk)
    assert (len(seen.lines), seen.tally.hidden) == (AT_FIRST, 3)
    presenter.more()
    assert (len(seen.lines), seen.tally.hidden, seen.reloads) == (AT_FIRST + 3, 0, 0)


def test_all_are_counted_though_only_the_first_are_worked_out(desk, shop, presenter, seen):
    for number in range(AT_FIRST + 3):
        shop.customer(desk, f"Kaisa {number}", birthday=shop.birthday_in(2))
    presenter.show(read(desk, AT_FIRST + 1))
    assert (len(seen.lines), seen.tally.suggestions, seen.tally.hidden) == (AT_FIRST, AT_FIRST + 3, 3)
    presenter.more()
    assert (len(seen.lines), seen.tally.hidden, seen.reloads) == (AT_FIRST + 1, 2, 1)
    presenter.done(*presenter.open_suggestions)
    assert (seen.lines, seen.tally.hidden, seen.nothing) == ([], 2, None)


def test_an_empty_shop_and_a_day_on_which_all_is_done(desk, shop, presenter, seen):
    refresh(presenter, desk)
    assert seen.nothing[1] is True
    shop.customer(desk, "Timo Nieminen", letters=False, birthday=Birthday(26, 11))
    refresh(presenter, desk)
    text, new_shop = seen.nothing
    assert new_shop is False
    assert text.endswith("Next: Timo Nieminen, birthday on Thu 26 Nov.")


def test_why_these_counts_whom_it_left_out(desk, shop, presenter, seen):
    shop.customer(desk, "Timo", letters=False, birthday=shop.birthday_in(2))
    refresh(presenter, desk)
    presenter.why_these()
    seen.counted(desk.appreciation.unpermitted())
    assert "1 customer was left out: they have not permitted letters." in seen.said[1]


def test_why_one_names_the_permission(desk, shop, presenter, seen):
    shop.customer(desk, "Kaisa", birthday=shop.birthday_in(2))
    refresh(presenter, desk)
    presenter.why(seen.lines[0].suggestion)
    assert "Letters permitted on 21/11/2026: counter" in seen.said[1][0]


def test_birthdays_say_who_may_not_be_written_to(desk, shop, presenter, seen):
    shop.customer(desk, "Kaisa", birthday=Birthday(21, 11, 1976))
    shop.customer(desk, "Timo", letters=False, birthday=Birthday(26, 11))
    refresh(presenter, desk)
    kaisa, timo = seen.side[0]
    assert seen.beside == (2, 0)
    assert (kaisa.badge, kaisa.detail) == ("today", "Sat 21 Nov · turns 50")
    assert timo.detail == "Thu 26 Nov · no letter permission"


def test_the_months_acts_stand_behind_the_budget(desk, shop, presenter, seen):
    shop.customer(desk, "Kaisa", birthday=shop.birthday_in(2))
    refresh(presenter, desk)
    presenter.done(seen.lines[0].suggestion)
    refresh(presenter, desk)
    presenter.list_spent()
    _, (kept,), _ = seen.kept
    assert (kept.title, kept.detail) == ("Birthday gift: Kaisa", "Sat 21 Nov · €1.50")


def test_an_undo_that_is_not_possible_any_more_is_told(desk, shop, presenter, seen):
    shop.customer(desk, "Kaisa", birthday=shop.birthday_in(2))
    refresh(presenter, desk)
    presenter.done(seen.lines[0].suggestion)
    undo = seen.toasts[-1][1]
    undo()
    undo()
    assert len(seen.errors) == 1
