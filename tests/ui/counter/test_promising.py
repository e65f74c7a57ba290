"""What is promised at the counter, and promises that are due."""

from datetime import date, timedelta

import pytest

from cxdesk.domain.promise import Promise
from cxdesk.ui.tokens import Tone

from .conftest import NOW, YARN


def test_a_promise_goes_with_the_visit_and_its_purchase(counter, view, desk, kaisa):
    counter.meeting.choose(kaisa)
    counter.scanned(YARN)
    assert counter.promising.write(" Order ready ", "27.11.") == ""
    counter.save()
    (owed,) = desk.promises.open()
    assert (owed.promise.text, owed.promise.due, owed.name) == (
        "Order ready",
        date(2026, 11, 27),
        "Kaisa Virtanen",
    )
    assert owed.promise.purchase_id == desk.purchases.latest(1)[0].id
    view.toasts[-1][1]()
    assert desk.promises.open() == []
    assert view.form.basket.pledge.text == "Order ready"
    counter.save()
    assert len(desk.promises.open()) == 1


def test_a_promise_alone_is_enough_but_needs_somebody(counter, view, desk, kaisa):
    counter.promising.write("Call back", "1.12.2026")
    counter.save()
    assert view.error.startswith("A promise is given to somebody")
    assert view.form.basket.pledge
    counter.meeting.choose(kaisa)
    counter.save()
    assert view.toasts[-1][0] == "Saved: Kaisa Virtanen, promise"
    assert len(desk.promises.open()) == 1


def test_it_can_be_changed_and_taken_away(counter, view):
    counter.promising.write("Order ready", "27.11.")
    counter.promising.begin()
    assert view.asked == ("Order ready", "27/11/2026")
    counter.promising.drop()
    assert view.form.empty


@pytest.mark.parametrize(
    ("text", "due", "fault"),
    [
        ("", "27.11.", "Write what"),
        ("Ready", "", "no day"),
        ("Ready", "soon", "no day"),
        ("Ready", "20.11.2026", "before it was given"),
    ],
)
def test_what_is_wrong_is_said_at_the_line(counter, view, text, due, fault):
    assert fault in counter.promising.write(text, due)
    assert view.form is None


def test_the_next_such_day_is_meant(counter, view):
    counter.promising.write("Ready", "20.11.")
    assert view.form.basket.pledge.due == date(2027, 11, 20)


def test_who_comes_is_reminded_of_what_is_due(counter, view, desk, kaisa):
    for days, text in ((-2, "Repair done"), (0, "Order ready"), (4, "Call back")):
        _promised(desk, kaisa, text, NOW.date() + timedelta(days=days))
    counter.meeting.choose(kaisa)
    notices = [notice for notice in view.card.notices if notice.promise]
    assert [(notice.text, notice.tone) for notice in notices] == [
        ("Promised for Thu 19 Nov, late: Repair done", Tone.BAD),
        ("Promised for Sat 21 Nov: Order ready", Tone.WARN),
        ("Promised for Wed 25 Nov: Call back", Tone.INFO),
    ]
    counter.promising.keep(notices[0].promise)
    counter.refresh()
    assert len([notice for notice in view.card.notices if notice.promise]) == 2
    view.toasts[-1][1]()
    assert len(desk.promises.open()) == 3


def test_who_comes_is_told_what_has_arrived(counter, view, desk, kaisa):
    counter.meeting.choose(kaisa)
    counter.wishing.begin()
    counter.wishing.record("Silk", None, "1", "")
    desk.requests.arrive("silk", "Silk")
    counter.refresh()
    assert "Asked for it, and now it is there: Silk" in [notice.text for notice in view.card.notices]


def _promised(desk, customer_id, text, due):
    with desk.workplace.change("Visit recorded"):
        desk.promises.add(Promise(0, customer_id, text, due, date(2026, 11, 9)))
