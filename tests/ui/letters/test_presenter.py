"""What writing decides; the worker works at once."""

from dataclasses import replace

import pytest

from cxdesk.domain.campaign import Campaign, CampaignKind
from cxdesk.domain.coupon import CouponKind
from cxdesk.domain.customer import ContactChannel, ContactKind, ContactPoint, Purpose
from cxdesk.domain.formality import Formality
from cxdesk.domain.letter import LetterKind
from cxdesk.domain.listing import Listing
from cxdesk.domain.stationery import CARDS, Order
from cxdesk.ui.couponentry import CouponEntry
from cxdesk.ui.letters.presenter import Presenter


class Memory:
    """A view that remembers what it was last told."""

    def __init__(self):
        self.toasts, self.sheets, self.mistake, self.looked = [], [], "", None

    def show_wording(self, wording):
        self.wording = wording

    def show_sheet(self, pdf):
        self.sheets.append(pdf)

    def show_mistake(self, text):
        self.mistake = text

    def show_lists(self, lists):
        self.lists = lists

    def show_events(self, events):
        self.events = events

    def show_recipients(self, ready, problems):
        self.ready, self.problems = ready, problems

    def follow(self, job, text):
        self.followed = (job, text)

    def look(self, file, title):
        self.looked = (file, title)

    def show_folder(self, folder):
        self.folder = folder

    def ask_sent(self, text):
        self.asked = text

    def show_sent(self, text, undo):
        self.toasts.append((text, undo))

    def toast(self, text, undo=None):
        self.toasts.append((text, undo))

    def fail(self, error):
        raise error


class AtOnce:
    """The worker, without its thread."""

    def __init__(self, desk):
        self._desk = desk

    def run(self, work, done, failed):
        try:
            made = work(self._desk, lambda *_: None)
        except Exception as error:  # noqa: BLE001 - as the worker does
            failed(error)
        else:
            done(made)


@pytest.fixture
def view():
    return Memory()


@pytest.fixture
def page(desk, language, view, shop):
    shop.customer(desk, "Kaisa Virtanen")
    shop.customer(desk, "Olli", letters=False)
    desk.lists.save("All", Listing(order="name"))
    made = Presenter(desk, language, AtOnce(desk), view)
    made.load()
    return made


def test_a_wording_of_each_language_and_formality(page, view):
    page.choose(kind=LetterKind.NOTICE, language="fi", formality=Formality.FORMAL)
    assert "Teille" in view.wording.text
    assert view.wording.two_ways
    page.choose(formality=Formality.FAMILIAR)
    assert "sinulle" in view.wording.text
    page.choose(language="uz")
    assert not view.wording.two_ways
    assert view.sheets[-1].startswith(b"%PDF")
    assert len(view.sheets) == 4


def test_what_is_typed_stays_while_others_are_looked_at_and_is_kept_on_demand(page, view, desk):
    page.typed("Hello\n\n{{ salutation }}\n\nYours")
    assert view.wording.changed
    assert view.wording.own
    page.choose(kind=LetterKind.NOTICE)
    assert not view.wording.changed
    page.choose(kind=LetterKind.THANK_YOU)
    assert view.wording.text.startswith("Hello")
    page.keep()
    assert desk.templates.source(*page.key).startswith("Hello")
    assert not view.wording.changed
    page.restore()
    assert view.wording.text == desk.templates.original(*page.key)
    _, undo = view.toasts[-1]
    undo()
    page.show()
    assert view.wording.text.startswith("Hello")


def test_a_mistake_is_said_and_not_kept(page, view, desk):
    page.typed("Hello\n\n{{ nobody }}")
    page.draw()
    assert view.mistake == "Line 3 of the letter template: there is no field nobody."
    page.keep()
    assert not desk.templates.is_own(*page.key)
    assert view.wording.changed


def test_a_list_is_written_to_and_who_may_not_is_named(page, view, desk):
    page.choose(kind=LetterKind.INVITATION)
    page.say(event="Open evening")
    page.choose_list(next(iter(view.lists)))
    assert view.ready == 1
    assert [each.name for each in view.problems] == ["Olli"]
    page.write()
    file, title = view.looked
    assert title == "Invitation"
    assert file.read_bytes().startswith(b"%PDF")
    (slip,) = desk.papers.latest()
    assert (slip.name, slip.template) == ("Kaisa Virtanen", "invitation")
    page.write()
    assert len(desk.papers.latest()) == 1, "the same form makes the same letters"


def test_by_e_mail_only_to_who_permits_e_mail(page, view, desk):
    olli = desk.customers.search("Olli", 1)[0].id
    points = (ContactPoint(ContactKind.EMAIL, "olli@example.com"),)
    desk.customers.save(replace(desk.customers.get(olli), contacts=points))
    desk.customers.consent(olli, Purpose.MARKETING, ContactChannel.EMAIL, given=True, source="counter")
    page.choose(kind=LetterKind.NOTICE)
    page.choose_list(next(iter(view.lists)))
    page.print_on(Order("email"))
    assert view.ready == 1
    assert [each.name for each in view.problems] == ["Kaisa Virtanen"]
    page.write()
    (file,) = view.folder.iterdir()
    assert b"To: olli@example.com" in file.read_bytes()
    assert (view.asked, desk.papers.latest()) == ("They count as sent when you say so.", [])
    page.sent()
    text, undo = view.toasts[-1]
    assert (text, view.asked) == ("1 message is noted as sent.", "")
    assert [slip.name for slip in desk.papers.latest()] == ["Olli"]
    undo()
    assert desk.papers.latest() == []


def test_each_letter_carries_a_coupon_of_its_own_that_counts_towards_the_event(page, view, desk):
    today = desk.workplace.today()
    event = desk.campaigns.save(Campaign(0, CampaignKind.PARTY, "Open evening", today, today, cost=1000))
    page.load()
    assert view.events == {str(event): "Open evening"}
    page.choose(kind=LetterKind.INVITATION)
    page.choose_list(next(iter(view.lists)))
    page.belong(str(event))
    assert page.offer(CouponEntry(CouponKind.PERCENT, "many", "30")) == "Write a whole number, such as 30."
    page.write()
    assert desk.papers.latest() == [], "nothing goes out with half an offer"
    assert page.offer(CouponEntry(CouponKind.PERCENT, "20 %", "30")) == ""
    page.write()
    (coupon,) = desk.coupons.every()
    assert (coupon.coupon.percent, coupon.name, coupon.coupon.campaign_id) == (20, "Kaisa Virtanen", event)
    assert view.sheets


@pytest.mark.parametrize(
    ("paper", "title"),
    [
        ("L7160", "Labels L7160"),
        ("C5", "Envelopes C5"),
        ("A6", "Folded card, A5 to A6"),
        ("A4A6", "Folded card, A4 twice to A6"),
    ],
)
def test_other_papers_for_the_same_list(page, view, desk, paper, title):
    page.choose(kind=LetterKind.INVITATION)
    page.choose_list(next(iter(view.lists)))
    page.order = Order(paper, start=2)
    page.write()
    assert view.looked[1] == title
    assert view.looked[0].read_bytes().startswith(b"%PDF")
    assert len(desk.papers.latest()) == (1 if paper in CARDS else 0), "a card is a letter"
    page.test()
    assert view.looked[1] == "Test sheet"
