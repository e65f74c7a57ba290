"""The card's decisions, seen by a view that only remembers."""

from dataclasses import replace
from datetime import date, timedelta

import pytest

from cxdesk.domain.campaign import Campaign, CampaignKind
from cxdesk.domain.customer import ContactKind, ContactPoint, PreferenceKind
from cxdesk.domain.product import Product
from cxdesk.domain.purchase import Purchase, PurchaseKind, PurchaseLine
from cxdesk.domain.recommendations import Companion, Likes
from cxdesk.domain.relations import Role
from cxdesk.storage import invitations
from cxdesk.ui.customers.card.presenter import AT_FIRST, Presenter


class Seen:
    def __init__(self):
        self.toasts, self.errors, self.gone = [], [], False

    def show_head(self, name, chips, line):
        self.name, self.chips, self.line = name, chips, line

    def show_contact(self, customer, lines):
        self.contact = (customer, lines)

    def show_tags(self, tags):
        self.tags = [each.text for each in tags]
        self.raw_tags = tags

    def show_people(self, home, relations, near):
        self.home, self.relations, self.near = home, relations, near

    def show_completeness(self, known):
        self.missing = [str(each) for each in known.missing]

    def show_photo(self, jpeg):
        self.photo = jpeg

    def show_dates(self, lines):
        self.dates = lines

    def show_preferences(self, preferences):
        self.preferences = [each.text for each in preferences]
        self.raw = preferences

    def show_permissions(self, permissions, *, any_marketing):
        self.permissions, self.any_marketing = permissions, any_marketing

    def show_timeline(self, shown, words, hidden):
        self.shown, self.words, self.hidden = shown, words, hidden

    def show_next(self, suggestion, nothing):
        self.next, self.nothing = suggestion, nothing

    def show_ideas(self, waiting):
        self.ideas = [each.text for each in waiting]

    def show_goals(self, goals):
        self.goals = [(each.goal.text, each.done) for each in goals]

    def show_value(self, value, rhythm):
        self.value, self.rhythm = value, rhythm

    def show_likes(self, lines):
        self.likes = [(each.text, each.below) for each in lines]

    def look_beside(self, look):
        self.look = look

    def leave(self):
        self.gone = True

    def toast(self, text, undo=None):
        self.toasts.append((text, undo))

    def fail(self, error):
        self.errors.append(error)


@pytest.fixture
def seen():
    return Seen()


@pytest.fixture
def kaisa(desk, shop):
    return shop.customer(desk, "Kaisa Virtanen", birthday=shop.birthday_in(2))


@pytest.fixture
def card(desk, language, seen, kaisa):
    presenter = Presenter(desk, language, seen)
    presenter.open(kaisa)
    return presenter


def test_a_preference_is_noted_removed_and_brought_back(card, seen):
    assert card.noting.prefer(PreferenceKind.TASTE, "linen")
    assert card.noting.prefer(PreferenceKind.ALLERGY, "wool")
    card.reload()
    assert seen.preferences == ["wool", "linen"]
    card.noting.drop(seen.raw[0])
    card.reload()
    assert seen.preferences == ["linen"]
    seen.toasts[-1][1]()
    card.reload()
    assert seen.preferences == ["wool", "linen"]


def test_what_they_likely_buy_is_said_with_its_reason(card, seen, desk, shop, kaisa):
    silk, hook = (desk.products.save(Product(0, name, price=500)) for name in ("Silk", "Hook"))
    today = desk.workplace.today()
    for number in range(5):
        who = kaisa if number == 0 else shop.customer(desk, f"Nr {number}")
        lines = [PurchaseLine(str(i), 1, 500, 500, i) for i in ((silk,) if who == kaisa else (silk, hook))]
        desk.purchases.record(Purchase(0, today, PurchaseKind.SALE, 0, who, lines=tuple(lines)))
    card.reload()
    assert seen.likes == [("Silk", "bought 1 time, last today")]
    card.show_likes(
        kaisa, Likes((), (Companion(desk.products.get(hook), desk.products.get(silk), 12, 30, 15, 90),))
    )
    assert seen.likes == [("Hook", "12 of 30 who bought Silk have bought it too")]
    card.show_likes(kaisa + 1, Likes())
    assert seen.likes != []
    assert seen.look(desk).own[0].product.name == "Silk"


def test_a_preference_is_reworded_in_place(card, seen):
    card.noting.prefer(PreferenceKind.TASTE, "linnen")
    card.reload()
    card.noting.reword(replace(seen.raw[0], kind=PreferenceKind.WISH, text="linen"))
    card.reload()
    assert [(each.kind, each.text) for each in seen.raw] == [(PreferenceKind.WISH, "linen")]
    seen.toasts[-1][1]()
    card.reload()
    assert seen.preferences == ["linnen"]


def test_what_is_missing_goes_as_it_is_noted(card, seen, desk, shop):
    assert seen.missing == ["taste", "met"]
    card.noting.prefer(PreferenceKind.ALLERGY, "wool")
    shop.said(desk, 9, customer_id=card.customer.id)
    card.reload()
    assert seen.missing == ["taste"]
    card.noting.prefer(PreferenceKind.USUAL, "linen")
    card.reload()
    assert seen.missing == []


def test_a_tag_is_put_on_once_taken_off_and_brought_back(card, seen):
    assert card.noting.tag("Häät")
    assert card.noting.tag("haat")
    card.reload()
    assert seen.tags == ["Häät"]
    card.noting.untag(seen.raw_tags[0])
    card.reload()
    assert seen.tags == []
    seen.toasts[-1][1]()
    card.reload()
    assert seen.tags == ["Häät"]


def test_a_date_is_noted_as_it_was_typed_and_says_what_comes(card, seen):
    assert card.noting.date("Wedding day", "28.11.2016")
    assert not card.noting.date("Name day", "31.11.")
    card.reload()
    assert [(each.name, said) for each, said in seen.dates] == [
        ("Wedding day", "28/11/2016 · 10 years on Sat 28 Nov")
    ]
    assert len(seen.errors) == 1
    card.noting.undate(seen.dates[0][0])
    card.reload()
    assert seen.dates == []


def test_people_are_found_joined_and_related(card, seen, desk, shop):
    pekka = shop.customer(desk, "Pekka Virtanen")
    assert [row.id for row in card.noting.found("virtanen")] == [pekka]
    assert card.noting.live_together(pekka, "Pekka Virtanen")
    assert card.noting.relate(pekka, "Pekka Virtanen", Role.PARTNER)
    card.reload()
    assert [member.name for member in seen.home.members] == ["Kaisa Virtanen", "Pekka Virtanen"]
    assert [(each.role, each.other_id) for each in seen.relations] == [(Role.PARTNER, pekka)]
    card.noting.part(pekka, "Pekka Virtanen")
    card.noting.unrelate(seen.relations[0])
    card.reload()
    assert (seen.home, seen.relations) == (None, ())


def test_what_cannot_be_noted_is_told(card, seen):
    assert not card.noting.prefer(PreferenceKind.TASTE, "  ")
    assert len(seen.errors) == 1


def test_a_permission_is_withdrawn_and_given_again(card, seen):
    card.permit(seen.permissions[0])
    card.reload()
    assert (seen.permissions[0].allowed, seen.next) == (False, None)
    assert seen.nothing == "Letters are not permitted, so nothing is suggested."
    card.permit(seen.permissions[0])
    card.reload()
    assert seen.permissions[0].allowed
    assert seen.permissions[0].wording == "“Kerä may send me thanks and offers: Letters and cards.”"
    assert seen.next is not None


def test_all_marketing_stops_at_once_and_undo_brings_it_back(card, seen):
    assert seen.any_marketing
    card.stop_marketing()
    card.reload()
    assert not seen.any_marketing
    seen.toasts[-1][1]()
    card.reload()
    assert seen.any_marketing


def test_done_moves_from_the_next_act_to_the_timeline(card, seen):
    card.done(seen.next)
    card.reload()
    assert seen.next is None
    assert seen.words["thanks"] == "Thanks 1"


def test_put_off_is_not_suggested(card, seen):
    card.snooze(seen.next)
    card.reload()
    assert (seen.next, seen.nothing) == (None, "Nothing is due today.")


def test_a_filter_shows_its_kind_and_a_long_past_comes_in_parts(card, seen, desk, shop, kaisa):
    days = [date(2026, 11, 20) - timedelta(days=n) for n in range(AT_FIRST + 5)]
    shop.bought(desk, kaisa, *days)
    card.reload()
    card.choose("purchases")
    assert {each.groups for each in seen.shown} == {("purchases",)}
    assert (len(seen.shown), seen.hidden) == (AT_FIRST, 5)
    card.more()
    assert (len(seen.shown), seen.hidden) == (AT_FIRST + 5, 0)
    card.choose("permissions")
    assert (len(seen.shown), seen.hidden) == (1, 0)


def test_a_change_of_the_entry_unfolds_to_old_and_new_and_the_newest_is_undone(card, seen, desk):
    kaisa = card.customer
    desk.customers.save(replace(kaisa, town="Lahti"))
    desk.customers.save(
        replace(kaisa, town="Turku", contacts=(ContactPoint(ContactKind.PHONE, "040 1234567"),))
    )
    card.reload()
    card.choose("changes")
    newest, older, added = seen.shown
    assert [tuple(each) for each in card.lines(newest)] == [
        ("Town", "Lahti → Turku"),
        ("Phone", "– → 040 1234567"),
    ]
    assert card.lines(older) == [("Town", "– → Lahti")]
    assert (card.undoable(newest), card.undoable(older)) == (True, False)
    card.undo(newest)
    card.reload()
    assert desk.customers.get(kaisa.id).town == "Lahti"
    assert [each.change for each in seen.shown] == [older.change, added.change]
    assert ("First name", "– → Kaisa") in card.lines(added)
    card.undo(older)
    card.reload()
    assert [each.title for each in seen.shown] == ["Customer added"]


def test_a_customer_that_was_undone_is_left(card, seen, desk):
    for _ in range(2):  # the permission, then the customer
        desk.history.undo()
    card.reload()
    assert seen.gone


def test_an_idea_waits_for_its_day_and_is_dropped(card, seen, desk):
    assert card.ideas.begin() == "21/11/2026"
    assert card.ideas.write("Thank you for the cake", "1.12.", "word") == ""
    card.reload()
    assert seen.ideas == ["Thank you for the cake"]
    card.ideas.drop(card.ideas.waiting()[0])
    card.reload()
    assert (seen.ideas, desk.ideas.every()) == ([], [])


def test_a_goal_is_set_brought_nearer_and_celebrated(card, seen, desk, kaisa):
    assert card.goals.set("hand", "many", "km", "") == "Write the quantity as a number, such as 2 or 0,35."
    assert card.goals.set("pieces", "3", "Silk", "").startswith("No product or category is called “Silk”")
    assert card.goals.set("hand", "42,2", "km", "Marathon") == ""
    card.reload()
    (each,) = card.goals.of_customer()
    assert card.goals.advance(each.goal, "42.2") == ""
    card.reload()
    assert (seen.goals, [text for text, _ in seen.toasts]) == (
        [("Marathon", 42.2)],
        ["Goal: Marathon", "Marathon: 42.2 more"],
    )
    assert seen.next.kind == "birthday"  # what is more pressing comes first
    card.goals.celebrate(each.goal)
    card.reload()
    assert seen.goals == []
    seen.toasts[-1][1]()
    card.goals.drop(each.goal)
    assert desk.goals.of_customer(kaisa) == []


def test_what_they_like_is_offered_once_a_day(card, seen, desk, kaisa):
    silk = desk.products.save(Product(0, "Silk", price=500))
    today = desk.workplace.today()
    for _ in range(2):
        card.offer(silk)
    (coupon,) = desk.coupons.open_for(kaisa)
    assert (coupon.percent, coupon.product_id, coupon.last) == (10, silk, today + timedelta(days=60))
    assert seen.toasts[0][0] == "Coupon: 10% off Silk"
    seen.toasts[0][1]()
    assert [each.coupon.withdrawn for each in desk.coupons.every()] == []


def test_an_event_that_they_came_to_is_on_the_timeline(card, seen, desk, kaisa):
    today = desk.workplace.today()
    event = desk.campaigns.save(Campaign(0, CampaignKind.COMMUNITY, "Knitting run", today, today, guests=2))
    with desk.workplace.change("Invitations written"):
        invitations.insert(desk.workplace.db, event, kaisa, "22-2222", today)
    card.reload()
    assert not any(each.key.startswith("event") for each in seen.shown)
    desk.invitations.came("22-2222")
    desk.invitations.friend("22-2222")
    card.reload()
    (came,) = [each for each in seen.shown if each.key.startswith("event")]
    assert (came.title, came.detail, came.day) == ("Came to Knitting run", "with 1 friend", today)
