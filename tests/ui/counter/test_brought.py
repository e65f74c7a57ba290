"""A paper that a customer brings: its code opens it, and its customer has come."""

from dataclasses import replace

import pytest

from cxdesk.domain.campaign import Campaign, CampaignKind
from cxdesk.domain.customer import ContactChannel, Customer, Purpose
from cxdesk.domain.paper import Mark


@pytest.fixture
def code(desk, kaisa, tmp_path):
    desk.customers.consent(kaisa, Purpose.MARKETING, ContactChannel.LETTER, given=True, source="counter")
    return desk.letters.write(desk.appreciation.next_for(kaisa), tmp_path / "a.pdf").letter.code


def test_scanned_it_opens_and_is_marked(counter, view, desk, code, kaisa):
    counter.scanned(code)
    assert counter.form.customer.id == kaisa
    assert view.brought.paper.code == code
    counter.brought.mark(Mark.REDEEMED)
    text, undo = view.toasts[-1]
    assert text == "Redeemed: Birthday letter"
    assert desk.papers.find(code).paper.redeemed
    undo()
    counter.refresh()
    assert view.brought.paper.redeemed is None
    counter.clear()
    assert view.brought is None


def test_typed_it_is_found(counter, view, code):
    counter.meeting.find(code.replace("-", " ").lower())
    assert view.slip.paper.code == code


def test_scanned_in_the_window_its_buttons_mark_it(window, hands, find, desk, code):
    made = window()
    page, hands.gap = made.page("counter"), 5
    hands.type(code)
    hands.press("Return")
    assert page.people.brought.isVisible()
    find(page, "paper-delivered").click()
    assert desk.papers.find(code).paper.delivered


def test_an_invitation_says_that_its_guest_or_a_friend_has_come(counter, view, desk, kaisa, tmp_path):
    desk.customers.consent(kaisa, Purpose.MARKETING, ContactChannel.LETTER, given=True, source="counter")
    day, friend = desk.workplace.today(), desk.customers.save(Customer(0, "Eeva"))
    event = desk.campaigns.save(
        Campaign(0, CampaignKind.PARTY, "Evening", day, day, audience="best 20", guests=1)
    )
    desk.invitations.invite(event, tmp_path / "event.pdf")
    code = desk.invitations.to(event)[0].code
    desk.campaigns.save(replace(desk.campaigns.get(event), percent=20, everybody_percent=10))
    counter.meeting.choose(friend)
    assert "Evening today: 10% off." in [each.text for each in view.card.notices]
    counter.scanned(code)
    assert counter.form.customer.id == friend  # the friend stays chosen
    counter.brought.friend()
    assert view.toasts[-1][0] == "A friend of Kaisa Virtanen has come"
    counter.clear()
    counter.scanned(code)
    assert counter.form.customer.id == kaisa
    assert "Evening today: 20% off." in [each.text for each in view.card.notices]
    counter.brought.mark(Mark.REDEEMED)
    assert view.toasts[-1][0] == "Has come: Invitation"
    (found,) = desk.invitations.to(event)
    assert (found.came, found.guests) == (day, 1)
