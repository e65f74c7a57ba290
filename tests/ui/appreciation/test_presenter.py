"""The page of appreciation without a window."""

from dataclasses import replace
from datetime import timedelta

import pytest

from cxdesk.domain.campaign import Campaign, CampaignKind
from cxdesk.domain.errors import UserError
from cxdesk.domain.gift import CatalogueGift, GiftKind
from cxdesk.domain.occasion import Occasion
from cxdesk.domain.product import Product
from cxdesk.ui.appreciation.presenter import Presenter


class Memory:
    """A page and all its sections: it remembers what it was last told, and works at once."""

    def __init__(self, desk):
        self.desk, self.toasts, self.failed, self.section = desk, [], [], ""

    def toast(self, text, undo=None):
        self.toasts.append((text, undo))

    def fail(self, error):
        self.failed.append(error)

    def show_section(self, key):
        self.section = key

    def show_settings(self, settings):
        self.settings = {each.kind: each for each in settings}

    def look_back(self, kind, look):
        self.seen = (kind, look(self.desk))

    def show_budget(self, spent, part):
        self.budget, self.part = [(each.words, each.share) for each in spent], part

    def show_gifts(self, rows):
        self.gifts = rows

    def show_given(self, rows):
        self.given = rows

    def show_goodwill(self, log, today):
        self.goodwill = (log.given, today)

    def show_events(self, rows, lists):
        self.events, self.lists = rows, lists

    def edit_event(self, event):
        self.edited = event

    def show_coupons(self):
        self.section = "coupons"

    def write(self, work, done):
        try:
            done(work(self.desk))
        except UserError as error:
            self.fail(error)

    def show_paper(self, file, title):
        self.paper = (file, title)

    def show_trials(self, rows):
        self.trials = rows

    def show_unmeasured(self, why):
        self.unmeasured = dict(why)


@pytest.fixture
def view(desk):
    return Memory(desk)


@pytest.fixture
def page(desk, language, view):
    made = Presenter(desk, language, view)
    for part in made.parts.values():
        part.view = view
    return made


def test_a_rule_is_switched_off_and_back_and_looks_back(page, view, desk):
    page.reload()
    page.tuning.save(replace(view.settings[Occasion.MILESTONE], active=False))
    assert not desk.occasions.get(Occasion.MILESTONE).active
    text, undo = view.toasts[-1]
    undo()
    assert (text, desk.occasions.get(Occasion.MILESTONE).active) == ("Saved: Thanks for many visits", True)
    page.tuning.look(Occasion.WELCOME)
    assert (view.seen[0], view.seen[1].people) == (Occasion.WELCOME, 0)


def test_gifts_with_their_facts_and_what_is_spent(page, view, desk):
    desk.settings.save(replace(desk.settings.shop(), yearly_budget=100_00, yearly_percent=2))
    page.stocking.save(CatalogueGift(0, "Mug", GiftKind.SWAG, 450, stock=12))
    linen = desk.products.save(Product(0, "Linen", price=890, cost=430, stock=7))
    page.stocking.save(CatalogueGift(0, "Linen", GiftKind.USEFUL, 430, product_id=linen))
    page.open("gifts")
    assert (view.section, view.given, view.goodwill[0]) == ("gifts", [], ())
    assert view.budget == [
        ("€0.00 of €20.00 spent this month.", 0),
        ("€0.00 of €100.00 spent this year.", 0),
    ]
    assert view.part == "Nothing was sold in 2025, so 2% of it is no limit."
    assert [(each.gift.name, each.facts) for each in view.gifts] == [
        ("Linen", "Useful · €4.30 · In stock: 7. · a product of the shop"),
        ("Mug", "With the shop's name · €4.50 · In stock: 12."),
    ]
    page.stocking.turn(view.gifts[1].gift)
    assert [each.open for each in view.gifts] == [False, True]
    page.stocking.retire(view.gifts[1].gift)
    page.reload()
    assert [each.gift.active for each in view.gifts] == [True, False]


def test_an_event_from_the_plan_to_its_end(page, view, desk, shop):
    today, kaisa = desk.workplace.today(), shop.customer(desk, "Kaisa Virtanen")
    shop.bought(desk, kaisa, today)
    told = Campaign(0, CampaignKind.PARTY, "Evening", today, today, audience="best 20", percent=10, guests=1)
    page.hosting.save(told)
    page.open("events")
    (row,) = view.events
    page.hosting.invite(row.event)
    assert view.paper[1] == "Evening: 1 letter"
    page.hosting.print_list(row.event)
    assert view.paper[0].read_bytes().startswith(b"%PDF")
    assert view.paper[1] == "Guest list: Evening"
    page.hosting.print_notice(row.event)
    assert view.paper[0].read_bytes().startswith(b"%PDF")
    assert view.paper[1] == "Notice for the board: Evening"
    page.hosting.turn(row.event)
    ((guest,),) = (each.guests for each in view.events)
    page.hosting.reply(guest, "yes")
    assert view.toasts[-1][0] == "Kaisa Virtanen: is coming"
    assert page.hosting.arrive("22-2222") == "No invitation bears the code 22-2222."
    assert page.hosting.arrive(guest.code) == page.hosting.bring(guest.code) == ""
    assert [text for text, _ in view.toasts[-2:]] == [
        "Kaisa Virtanen has come",
        "A friend of Kaisa Virtanen has come",
    ]
    page.hosting.coupon(row.event)
    assert view.section == "coupons"
    page.hosting.close_event(row.event, 1250, "More chairs")
    page.reload()
    assert (view.events[0].event.cost, view.events[0].event.closed, view.events[0].over) == (
        1250,
        True,
        False,
    )
    later = desk.campaigns.save(replace(told, last=today + timedelta(days=2), uuid="later"))
    with pytest.raises(UserError, match="goes on until"):
        page.hosting.close_event(desk.campaigns.get(later), 0, "")


def test_what_is_not_measured_says_why(page, view):
    page.open("effect")
    assert view.trials == []
    (drawn,) = [what for why, what in view.unmeasured.items() if "20%" in why]
    assert drawn == "We miss you · Come again"
    page.open("nowhere")
    assert view.section == "effect"
