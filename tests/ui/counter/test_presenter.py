"""What the counter decides, on a real shop with a view that only remembers."""

from dataclasses import replace
from datetime import timedelta

import pytest

from cxdesk.domain.asking import Question
from cxdesk.domain.customer import (
    Birthday,
    ContactChannel,
    ContactKind,
    ContactPoint,
    Customer,
    CustomerRow,
    Purpose,
)
from cxdesk.domain.feedback import Feedback
from cxdesk.domain.needs import Channel, Need
from cxdesk.domain.programme import StampCard
from cxdesk.domain.purchase import Purchase, PurchaseKind, PurchaseLine
from cxdesk.ui.counter.meeting import likeliest
from cxdesk.ui.counter.places import Place
from cxdesk.ui.tokens import Tone

from .conftest import NEEDLES, NOW, YARN


def saved(desk):
    return desk.feedback.rows(desk.feedback.ids())


def test_a_visit_of_three_answers(counter, view, desk, kaisa):
    counter.meeting.find("KAIS")
    assert view.people == ["Kaisa Virtanen"]
    counter.meeting.choose(kaisa)
    assert view.places[-1] is Place.NPS
    counter.answer(nps=10, csat=5, comment="Lovely", needs=(Need.EMPATHY,))
    counter.save()
    (entry,) = saved(desk)
    assert (entry.customer_id, entry.nps, entry.csat, entry.comment) == (kaisa, 10, 5, "Lovely")
    assert (entry.needs, entry.channel, entry.day) == ((Need.EMPATHY,), Channel.IN_PERSON, NOW.date())
    assert entry.follow_up is False
    assert view.toasts[-1][0] == "Saved: Kaisa Virtanen, NPS 10"
    assert view.form.empty
    assert view.places[-1] is Place.SEARCH


def test_a_zero_is_an_answer(counter, desk):
    counter.meeting.unnamed()
    counter.answer(nps=0)
    counter.save()
    (entry,) = saved(desk)
    assert entry.nps == 0
    assert entry.follow_up is True


def test_an_unhappy_customer_is_followed_up_unless_unticked(counter, view, desk):
    counter.answer(csat=2)
    assert view.form.wants_reply
    counter.answer(csat=3)
    assert not view.form.wants_reply
    counter.answer(nps=6)
    counter.answer(follow_up=False)
    counter.save()
    assert saved(desk)[0].follow_up is False


def test_a_purchase_alone_is_enough(counter, desk, view, kaisa):
    counter.meeting.choose(kaisa)
    counter.scanned(YARN)
    counter.scanned(YARN)
    counter.scanned(NEEDLES)
    counter.save()
    newest = desk.purchases.latest(1)[0]
    assert [(line.description, line.quantity, line.amount) for line in newest.lines] == [
        ("Linen yarn 50 g", 2, 1780),
        ("Needles 4 mm", 1, 1100),
    ]
    assert (newest.total, newest.customer_id, newest.time_of_day.hour) == (2880, kaisa, 14)
    assert desk.products.scanned(YARN).stock == 8
    assert saved(desk) == []
    assert view.toasts[-1][0] == "Saved: Kaisa Virtanen, €28.80"


def test_saving_twice_records_once(counter, desk):
    counter.answer(nps=9)
    form = counter.form
    counter.save()
    counter.save()
    counter.form = form
    counter.save()
    assert len(saved(desk)) == 1


def test_a_customer_alone_is_not_enough_and_stays(counter, view, kaisa):
    counter.meeting.choose(kaisa)
    counter.save()
    assert view.error == "Choose at least one answer or add a product."
    assert view.form.customer.id == kaisa
    counter.answer(nps=9)
    assert view.error == ""


def test_an_error_keeps_everything_typed(counter, view, desk):
    counter.answer(nps=9, comment="x" * 20_001)
    counter.scanned(YARN)
    counter.save()
    assert "20000" in view.error
    assert counter.form.nps == 9
    assert len(counter.form.basket.lines) == 1
    assert desk.purchases.latest() == []


def test_undo_of_a_save_brings_the_form_back(counter, view, desk, kaisa):
    counter.meeting.choose(kaisa)
    counter.answer(nps=10, comment="Lovely")
    counter.scanned(YARN)
    counter.save()
    view.toasts[-1][1]()
    assert saved(desk) == []
    assert len(desk.purchases.latest()) == 3
    assert (view.form.nps, view.form.comment, len(view.form.basket.lines)) == (10, "Lovely", 1)
    counter.save()
    assert len(saved(desk)) == 1


def test_undo_of_a_save_leaves_the_next_visit_alone(counter, view, desk):
    counter.answer(nps=10)
    counter.save()
    undo = view.toasts[-1][1]
    counter.answer(nps=3)
    undo()
    assert saved(desk) == []
    assert view.form.nps == 3


def test_clear_can_be_taken_back(counter, view, kaisa):
    counter.meeting.choose(kaisa)
    counter.answer(nps=4, comment="Queue")
    counter.clear()
    assert view.form.empty
    assert view.card is None
    assert counter.restorable
    text, undo = view.toasts[-1]
    assert text == "The form was cleared"
    undo()
    assert (view.form.nps, view.form.comment, view.form.customer.id) == (4, "Queue", kaisa)
    assert view.card.name == "Kaisa Virtanen"


def test_clearing_nothing_says_nothing(counter, view):
    counter.clear()
    assert view.toasts == []


def test_a_late_zero_makes_the_ten(counter):
    counter.answer(nps=1)
    counter.asking.late_zero(Question.CSAT)
    assert counter.form.nps == 10
    counter.answer(nps=1, csat=3)
    counter.asking.late_zero(Question.CSAT)
    assert counter.form.nps == 1


def test_a_card_chooses_its_owner(counter, view, kaisa):
    counter.scanned("KANTA-0001")
    assert view.form.customer.id == kaisa


def test_a_card_of_two_asks_which(counter, view, desk, kaisa):
    son = desk.customers.get(kaisa)
    desk.customers.save(replace(son, id=0, first_name="Eero"))
    counter.scanned("KANTA-0001")
    assert view.people == ["Kaisa Virtanen", "Eero Virtanen"]
    assert counter.form.customer is None


def test_a_family_of_four_with_one_phone(counter, view, desk):
    phone = (ContactPoint(ContactKind.PHONE, "040 555 0123"),)
    for name in ("Anna", "Eero", "Liisa", "Pekka"):
        desk.customers.save(Customer(0, name, "Salo", contacts=phone))
    counter.meeting.find("0405550123")
    assert sorted(view.people) == ["Anna Salo", "Eero Salo", "Liisa Salo", "Pekka Salo"]
    assert counter.form.customer is None
    assert counter.meeting.alike("Olavi", "Salo", "040 555 0123") == []


@pytest.mark.parametrize(
    ("born", "said"),
    [
        (Birthday(21, 11, 1976), ["Turns 50 today."]),
        (Birthday(21, 11), ["Has a birthday today."]),
        (Birthday(20, 11, 1976), []),
    ],
)
def test_a_birthday_is_told_at_the_counter(counter, view, desk, born, said):
    counter.meeting.choose(desk.customers.save(Customer(0, "Kaisa", birthday=born)))
    assert [notice.text for notice in view.card.notices if notice.icon == "cake"] == said


def test_a_new_customer_is_chosen_at_once(counter, view, desk):
    counter.meeting.ask_new(" Aila Mäki ")
    assert view.asked == "Aila Mäki"
    assert counter.meeting.add("Aila", "Mäki", "050 123 4567", "fi") == ""
    assert view.form.customer.name == "Aila Mäki"
    assert counter.meeting.add("Aila", "Mäki", "050 123 4567", "fi") == ""
    assert len(desk.customers.ids()) == 1


def test_a_new_customer_needs_a_name(counter):
    counter.meeting.ask_new()
    assert counter.meeting.add(" ", "", "050 123 4567", "fi") == "Write at least a first name or a last name."


def test_a_new_customer_needs_a_number_that_can_be_called(counter, desk):
    before = desk.customers.ids()
    assert counter.meeting.add("Timo", "", "0401", "fi") == "This number is too short to call."
    assert desk.customers.ids() == before


def test_correcting_puts_the_form_aside(counter, view, desk, kaisa):
    first = desk.feedback.record(Feedback(0, NOW.date(), kaisa, nps=1, comment="Typo", follow_up=True))
    counter.answer(nps=7)
    counter.correcting.begin(first)
    assert (view.form.nps, view.form.comment, view.form.customer.id) == (1, "Typo", kaisa)
    counter.scanned(YARN)
    assert view.form.basket.lines == ()
    counter.answer(nps=10, follow_up=False)
    counter.save()
    assert [(entry.id, entry.nps, entry.follow_up) for entry in saved(desk)] == [(first, 10, False)]
    assert view.toasts[-1][0] == "Corrected: Kaisa Virtanen, NPS 10"
    assert view.form.nps == 7
    view.toasts[-1][1]()
    assert saved(desk)[0].nps == 1


def test_a_correction_for_another_page_goes_back_there(counter, view, desk):
    first = desk.feedback.record(Feedback(0, NOW.date(), nps=1))
    counter.correcting.begin(first, visitor=True)
    counter.clear()
    assert view.left == 1
    assert saved(desk)[0].nps == 1
    assert view.form.empty
    counter.correcting.begin(first)
    counter.clear()
    assert view.left == 1


def test_a_customer_from_another_page_takes_nobodys_answers(counter, view, desk, kaisa):
    aino = desk.customers.save(Customer(0, "Aino"))
    first = desk.feedback.record(Feedback(0, NOW.date(), kaisa, nps=1))
    counter.meeting.choose(kaisa)
    counter.answer(nps=4)
    counter.correcting.begin(first, visitor=True)
    counter.arrive(aino)
    assert (view.form.customer.id, view.form.nps, view.form.corrects) == (aino, None, None)
    assert view.left == 0
    assert desk.feedback.get(first).customer_id == kaisa
    view.toasts[-1][1]()
    assert (view.form.customer.id, view.form.nps) == (kaisa, 4)


def test_a_feedback_that_is_gone_is_an_error_not_a_crash(counter, view):
    counter.correcting.begin(99)
    assert view.error == "There is no feedback number 99."


def test_the_arrival_card_warns_first(counter, view, kaisa, desk):
    desk.feedback.record(Feedback(0, NOW.date(), kaisa, nps=3, follow_up=True))
    counter.meeting.choose(kaisa)
    notices = view.card.notices
    assert [notice.icon for notice in notices] == [
        "triangle-alert",
        "message-square-warning",
        "cake",
        "heart",
        "star",
        "clock",
    ]
    assert notices[0].text == "Allergy: Wool"
    assert notices[0].tone is Tone.WARN
    assert notices[2].text == "Turns 50 Mon 23 Nov."
    assert notices[4].text == "The usual: Linen yarn 50 g"
    assert notices[5].text == "Last visit: 12 days ago"
    assert view.card.asked == 0


def test_the_arrival_card_tells_what_is_suggested(counter, view, kaisa, desk):
    desk.customers.consent(kaisa, Purpose.MARKETING, ContactChannel.LETTER, given=True, source="form")
    counter.meeting.choose(kaisa)
    gift = next(notice for notice in view.card.notices if notice.icon == "gift")
    assert gift.text == "Birthday gift: Linen yarn 50 g"


def test_the_last_entries_in_words(counter, view, desk, kaisa):
    desk.feedback.record(Feedback(0, NOW.date(), kaisa, nps=9))
    desk.feedback.record(Feedback(0, NOW.date(), csat=2))
    counter.refresh()
    assert [(e.nps, e.csat, e.name, e.when) for e in view.latest] == [
        (None, 2, "Anonymous", "just now"),
        (9, None, "Kaisa Virtanen", "just now"),
    ]


def test_a_sale_among_the_last_entries_is_cancelled(counter, view, desk, kaisa):
    counter.meeting.choose(kaisa)
    counter.scanned(YARN)
    counter.save()
    counter.refresh()
    (sold,) = view.latest
    assert (sold.amount, sold.name, sold.when) == ("€8.90", "Kaisa Virtanen", "just now")
    counter.correcting.cancel(sold.id)
    counter.refresh()
    assert view.latest == []
    assert desk.products.get(1).stock == 16 - 6
    view.toasts[-1][1]()
    counter.refresh()
    assert view.latest == [sold]


def test_what_is_due_again_by_its_own_rhythm(counter, view, desk, kaisa):
    line = PurchaseLine("Needles 4 mm", 1, 1100, 1100, 2)
    for ago in (90, 60, 30):
        day = NOW.date() - timedelta(days=ago)
        desk.purchases.record(Purchase(0, day, PurchaseKind.SALE, 0, kaisa, lines=(line,)))
    counter.meeting.choose(kaisa)
    due = [notice.text for notice in view.card.notices if notice.icon == "refresh-cw"]
    assert due == ["Due again: Needles 4 mm (bought 3 times, last 30 days ago; usually every 30 days)"]


def test_a_full_stamp_card_is_rewarded_where_it_is_seen(counter, view, desk, kaisa):
    card = desk.programme.save(StampCard(0, "Yarn card", 2, "a ball"))
    counter.meeting.choose(kaisa)
    counter.scanned(YARN)
    counter.buying.many(0, 2)
    counter.save()
    counter.meeting.choose(kaisa)
    (due,) = [notice for notice in view.card.notices if notice.stamp_card]
    assert (due.text, due.stamp_card) == ("Yarn card is full: a ball", card)
    counter.benefiting.hand_over(card)
    assert desk.stamps.of_customer(kaisa) == []


def test_the_likeliest_come_first():
    kaija, kaisa, kai = (
        CustomerRow(1, "Kaija Lahti", days=3),
        CustomerRow(2, "Kaisa Virtanen", days=9),
        CustomerRow(3, "Kai Nurmi", days=1),
    )
    assert likeliest([kaija, kai, kaisa], "kai") == [kai, kaisa, kaija]


def test_somebody_else_after_all(counter, view, desk):
    aino = desk.customers.save(Customer(0, "Aino"))
    counter.meeting.choose(aino)
    counter.meeting.drop()
    assert view.form.empty
    assert view.card is None
    assert view.places[-1] is Place.SEARCH


def test_a_customer_whose_adding_is_undone_has_not_come(counter, view, desk):
    counter.meeting.add("Uusi", "", "", "fi")
    counter.answer(nps=9)
    desk.history.undo()
    counter.refresh()

    assert (counter.form.customer, counter.form.nps, view.card) == (None, 9, None)
    assert view.error == "There is no customer number 1."
    counter.save()
    assert [entry.nps for entry in desk.feedback.latest()] == [9]


def test_what_the_customer_answered_on_their_screen_joins_the_visit(counter, desk, kaisa):
    counter.meeting.choose(kaisa)
    counter.answer(csat=3, comment="said at the counter")
    counter.answer(nps=10)
    counter.save()
    [entry] = desk.feedback.latest(9)
    assert (entry.nps, entry.csat, entry.comment) == (10, 3, "said at the counter")
    assert entry.customer_id == kaisa


def test_who_may_be_meant_while_a_new_customer_is_typed(counter, kaisa):
    assert [row.id for row in counter.meeting.alike("Kaisa", "", "+358401234567")] == [kaisa]
    assert counter.meeting.alike("Liisa", "Virtanen", "0401234567") == []  # another of the family
