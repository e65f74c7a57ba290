"""The timeline in words, of records made by the services."""

from datetime import date

import pytest

from cxdesk.domain.customer import ContactChannel, Purpose
from cxdesk.domain.needs import Need
from cxdesk.domain.promise import Promise
from cxdesk.domain.purchase import Purchase, PurchaseKind, PurchaseLine
from cxdesk.ui.customers import events
from cxdesk.ui.customers.happening import Group, filters


@pytest.fixture
def kaisa(desk, shop):
    return shop.customer(desk, "Kaisa", birthday=shop.birthday_in(2))


@pytest.fixture
def told(desk, kaisa, language):
    def tell():
        card, changes = desk.customers.card(kaisa), desk.history.of_customer(kaisa)
        today = desk.workplace.today()
        return events.timeline(language, card, changes, today, desk.workplace.now().tzinfo)

    return tell


def test_a_purchase_names_its_lines(desk, kaisa, told):
    lines = (PurchaseLine("Linen", 3, 500, 1500), PurchaseLine("Needles", 1, 950, 950))
    desk.purchases.record(Purchase(0, date(2026, 11, 17), PurchaseKind.SALE, 0, kaisa, lines=lines))
    event = next(each for each in told() if Group.PURCHASES in each.groups)
    assert (event.title, event.detail, event.figure) == (
        "Purchase: 2 products",
        "Linen × 3, Needles",
        "€24.50",
    )


def test_a_return_is_negative(desk, kaisa, told):
    line = PurchaseLine("Linen", -2, 500, -1000, kind=PurchaseKind.REFUND)
    desk.purchases.record(Purchase(0, date(2026, 11, 17), PurchaseKind.REFUND, 0, kaisa, lines=(line,)))
    event = next(each for each in told() if Group.RETURNS in each.groups)
    assert (event.title, event.detail, event.figure) == ("Return", "Linen × 2", "-€10.00")


def test_feedback_waits_is_answered_or_names_its_need(desk, shop, kaisa, told):
    waiting = shop.said(desk, 3, date(2026, 11, 1), kaisa, follow_up=True, comment="Late.")
    shop.said(desk, 9, date(2026, 11, 2), kaisa, needs=(Need.PRICE,))
    praise, complaint = (each for each in told() if Group.FEEDBACK in each.groups)
    assert (praise.figure, praise.badge) == ("9 / 10", "Price")
    assert (complaint.detail, complaint.badge, complaint.opens) == ("“Late.”", "waits for an answer", waiting)
    desk.feedback.resolve(waiting, "Called back.")
    complaint = [each for each in told() if Group.FEEDBACK in each.groups][-1]
    assert (complaint.detail, complaint.badge) == ("“Late.” · Called back.", "answered")


def test_a_letter_becomes_the_act_that_it_was_for(desk, kaisa, told):
    suggestion = desk.appreciation.next_for(kaisa)
    desk.letters.write(suggestion, desk.letters.file([suggestion]))
    (letter,) = (each for each in told() if Group.THANKS in each.groups)
    assert letter.title == "Letter: Birthday letter"
    desk.appreciation.done(suggestion)
    (act,) = (each for each in told() if Group.THANKS in each.groups)
    assert (act.title, act.figure) == ("Birthday gift", "-€1.50")


def test_permissions_are_events_of_their_local_day(desk, kaisa, told):
    desk.customers.consent(kaisa, Purpose.MARKETING, ContactChannel.ANY, given=False, source="phone")
    titles = [(each.title, each.detail, each.day) for each in told()]
    assert ("Permission withdrawn: All channels", "phone", date(2026, 11, 21)) in titles
    assert events.local("2026-11-20T23:30:00+00:00", desk.workplace.now().tzinfo) == date(2026, 11, 21)


def test_newest_first_and_each_filter_counts_what_it_shows(desk, shop, kaisa, told, language):
    shop.bought(desk, kaisa, date(2026, 1, 5), date(2026, 3, 5))
    shop.said(desk, 9, date(2026, 2, 5), kaisa)
    days = [each.day for each in told()]
    assert days == sorted(days, reverse=True)
    assert filters(language, told()) == {
        "all": "All 5",
        "purchases": "Purchases 2",
        "feedback": "Feedback 1",
        "permissions": "Permissions 1",
        "changes": "Changes 1",
    }


def test_an_answered_case_stands_on_both_its_days(desk, shop, kaisa, told):
    said = shop.said(desk, 3, date(2026, 11, 1), kaisa, follow_up=True, comment="Late.")
    desk.feedback.resolve(said, "Called back.")
    cases = [(each.title, each.day) for each in told() if Group.CASES in each.groups]
    assert cases == [("Case answered", date(2026, 11, 21)), ("Feedback", date(2026, 11, 1))]


def test_promises_notes_requests_and_interviews(desk, kaisa, told):
    insert = {
        "promises": (
            "at, date, due, text",
            "'2026-11-01T10:00:00+00:00', '2026-11-01', '2026-11-20', 'Order ready'",
        ),
        "notes": (
            "at, date, kind, text",
            "'2026-11-02T10:00:00+00:00', '2026-11-02', 'call', 'Rang about yarn'",
        ),
        "requests": (
            "at, date, text, key",
            "'2026-11-03T10:00:00+00:00', '2026-11-03', 'Red wool', 'red wool'",
        ),
        "interviews": (
            "at, date, wishes, outcome",
            "'2026-11-04T10:00:00+00:00', '2026-11-04', 'warm', 'bought'",
        ),
    }
    with desk.workplace.change("Visit recorded", customer_id=kaisa):
        for table, (columns, values) in insert.items():
            desk.workplace.db.write(
                f"INSERT INTO {table} (customer_id, {columns}) VALUES (?, {values})", [kaisa]
            )
    found = [(each.title, each.detail, each.badge) for each in told() if each.day < date(2026, 11, 5)]
    assert found == [
        ("Interview of needs", "warm", "bought"),
        ("Asked for", "Red wool", "waits"),
        ("Call", "Rang about yarn", ""),
        ("Promise", "Order ready", "late since 20/11/2026"),
    ]


def test_changes_of_the_entry_stand_among_the_rest(desk, kaisa, told):
    desk.tags.add(kaisa, "course")
    titles = [(each.title, each.icon) for each in told() if Group.CHANGES in each.groups]
    assert titles == [("Tag added: course", "pencil"), ("Customer added", "user-plus")]
    desk.history.undo()
    assert [each.title for each in told() if Group.CHANGES in each.groups] == ["Customer added"]


@pytest.mark.parametrize(("kept", "said"), [(True, "kept 21/11/2026"), (False, "not kept")])
def test_how_a_promise_ended(desk, kaisa, told, kept, said):
    day = desk.workplace.today()
    with desk.workplace.change("Visit recorded"):
        promise = desk.promises.add(Promise(0, kaisa, "Order ready", day, day))
    desk.promises.close(promise, kept=kept)
    assert [(event.detail, event.badge) for event in told() if event.icon == "hourglass"] == [
        ("Order ready", said)
    ]


def test_an_exchange_says_what_came_back_and_why(desk, kaisa, told):
    back = PurchaseLine("Needles", -1, 950, -950, kind=PurchaseKind.REFUND, reason="Too thin")
    sold = PurchaseLine("Linen", 1, 500, 500, warranty_until=date(2028, 11, 21))
    desk.purchases.record(Purchase(0, date(2026, 11, 17), PurchaseKind.SALE, 0, kaisa, lines=(sold, back)))
    event = next(each for each in told() if Group.PURCHASES in each.groups)
    assert event.detail == "Linen (warranty until 21/11/2028), Needles came back (Too thin)"
