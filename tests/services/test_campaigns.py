"""Events in a real shop: who is invited, who comes, and what came of it."""

from dataclasses import replace
from datetime import timedelta

import pytest
from pypdfium2 import PdfDocument

from cxdesk.domain.campaign import Campaign, CampaignKind, Reply, Till
from cxdesk.domain.coupon import Coupon, CouponKind
from cxdesk.domain.errors import UserError
from cxdesk.domain.occasion import Occasion
from cxdesk.domain.paper import Mark
from cxdesk.domain.product import Product
from cxdesk.domain.programme import Tier
from cxdesk.domain.relations import Role


@pytest.fixture
def event(desk, today):
    day = today + timedelta(days=10)
    made = Campaign(
        0, CampaignKind.PARTY, " Knitting evening ", day, day, audience="best 20", budget=20000, uuid="u"
    )
    return desk.campaigns.save(made)


@pytest.fixture
def guests(person, buy, today):
    """Aino and Outi permit letters, Timo does not; all have bought."""
    found = [person("Aino"), person("Outi"), person("Timo", permits=False)]
    for each in found:
        buy(each, today - timedelta(days=100))
    return found


def test_the_same_form_twice_is_one_event(desk, event):
    known = desk.campaigns.get(event)
    assert desk.campaigns.save(replace(known, id=0)) == event
    assert [each.name for each in desk.campaigns.every()] == ["Knitting evening"]


def test_those_who_permit_letters_are_invited_once_and_again_with_the_same_code(
    desk, event, guests, tmp_path
):
    file = tmp_path / "event.pdf"
    assert desk.invitations.invite(event, file) == 2
    first = desk.invitations.to(event)
    assert [each.customer_id for each in first] == guests[:2]
    assert desk.papers.find(first[0].code).paper.invitation_id == first[0].id
    assert desk.invitations.invite(event, file) == 2
    assert desk.invitations.to(event) == first
    assert file.read_bytes().startswith(b"%PDF")


def test_nobody_is_invited_when_nobody_may_be(desk, event, person, tmp_path):
    person("Timo", permits=False)
    with pytest.raises(UserError, match="Nobody"):
        desk.invitations.invite(event, tmp_path / "event.pdf")
    assert desk.invitations.to(event) == []


def test_who_answers_comes_and_buys(desk, event, guests, buy, tmp_path, clock):
    desk.invitations.invite(event, tmp_path / "event.pdf")
    aino, outi = desk.invitations.to(event)
    desk.invitations.reply(aino, Reply.YES, 2)
    desk.invitations.reply(outi, Reply.NO)
    clock.forward(10)
    assert desk.invitations.came(aino.code.lower().replace("-", " ")).came == clock.now.date()
    desk.invitations.came(aino.code)
    buy(guests[0], clock.now.date(), price=2500)
    buy(guests[2], clock.now.date(), price=9900)  # was not invited
    found = desk.campaigns.turnout(event)
    assert (found.invited, found.yes, found.maybe, found.no, found.came, found.guests) == (2, 1, 0, 1, 1, 2)
    assert (found.buyers, found.sales) == (1, 2500)
    with pytest.raises(UserError, match="No invitation"):
        desk.invitations.came("22-2222")


def test_the_notice_says_what_when_where_and_what_it_brings(desk, event, tmp_path):
    paper = tmp_path / "papers" / "notice.pdf"
    told = replace(desk.campaigns.get(event), time="18:00", place="Back room", guests=2, percent=10)
    desk.campaigns.write_notice(told, paper)
    document = PdfDocument(paper)
    said = " ".join(document[0].get_textpage().get_text_bounded().split())
    pages = len(document)
    document.close()
    assert pages == 1
    assert "Kerä Party" in said
    assert "Knitting evening Tuesday 1 December 2026 18:00 Back room Regulars get 10% off." in said
    assert "Each may bring 2 friends." in said


@pytest.mark.usefixtures("guests")
def test_the_list_at_the_door_leaves_out_who_has_refused(desk, event, tmp_path, clock):
    paper = tmp_path / "papers" / "guests.pdf"
    with pytest.raises(UserError, match="Nobody is invited"):
        desk.invitations.write_list(event, paper)
    desk.invitations.invite(event, tmp_path / "event.pdf")
    aino, outi = desk.invitations.to(event)
    desk.invitations.reply(aino, Reply.YES, 2)
    desk.invitations.reply(outi, Reply.NO)
    clock.forward(10)
    desk.invitations.came(aino.code)
    desk.invitations.write_list(event, paper)
    document = PdfDocument(paper)
    said = " ".join(document[0].get_textpage().get_text_bounded().split())
    document.close()
    assert "Guest list: Knitting evening" in said
    assert f"Aino is coming +2 {aino.code} ☑" in said
    assert "Outi" not in said


@pytest.mark.parametrize(
    "wrong",
    [{"name": " "}, {"budget": -1}, {"days": -1}, {"time": "18.00"}, {"percent": 101}, {"guests": 21}],
)
def test_what_cannot_be_right_is_refused(desk, event, wrong):
    known = desk.campaigns.get(event)
    days = wrong.pop("days", 0)
    with pytest.raises(UserError):
        desk.campaigns.save(replace(known, last=known.last + timedelta(days=days), **wrong))


def test_the_best_customers_hear_of_an_early_access_first(desk, guests, today):
    day = today + timedelta(days=14)
    desk.campaigns.save(Campaign(0, CampaignKind.EARLY_ACCESS, "Spring sale", day, day))
    named = [(s.kind, s.customer.id) for s in desk.appreciation.day().suggestions]
    assert named == [(Occasion.EARLY_ACCESS, i) for i in guests[:2]]


def test_where_a_tier_makes_vips_they_alone_hear_first(desk, guests, buy, today):
    buy(guests[1], today - timedelta(days=90))
    day = today + timedelta(days=14)
    desk.campaigns.save(Campaign(0, CampaignKind.EARLY_ACCESS, "Spring sale", day, day))
    spent = desk.points.standing(guests[1]).spend
    desk.programme.save(Tier(0, "Gold", spent, vip=True))
    named = [(s.kind, s.customer.id) for s in desk.appreciation.day().suggestions]
    assert named == [(Occasion.EARLY_ACCESS, guests[1])]
    desk.programme.save(Tier(1, "Gold", spent + 1, vip=True))
    assert not desk.appreciation.day().suggestions


def test_friends_come_with_the_code_as_many_as_may_and_are_noted_as_brought(
    desk, event, guests, person, tmp_path, clock
):
    desk.campaigns.save(replace(desk.campaigns.get(event), guests=2))
    desk.invitations.invite(event, tmp_path / "event.pdf")
    code, eeva = desk.invitations.to(event)[0].code, person("Eeva")
    clock.forward(10)
    assert desk.invitations.friend(code, eeva).guests == 1
    brought = [(each.role, each.other_id) for each in desk.customers.card(eeva).relations]
    assert brought == [(Role.REFERRER, guests[0])]
    assert desk.invitations.friend(code, eeva).guests == 2  # known already: only counted
    with pytest.raises(UserError, match="all of them have come"):
        desk.invitations.friend(code)
    assert desk.invitations.to(event)[0].came is None  # the friend came, not the host


def test_an_invitation_that_is_scanned_says_that_its_guest_came(desk, event, guests, tmp_path, clock):
    desk.invitations.invite(event, tmp_path / "event.pdf")
    aino, outi = desk.invitations.to(event)
    clock.forward(10)
    desk.papers.mark(desk.papers.find(aino.code).paper.id, Mark.REDEEMED)
    desk.invitations.came(outi.code)
    assert desk.campaigns.turnout(event).came == len(guests[:2])
    assert desk.papers.find(outi.code).paper.redeemed == clock.now.date()


def test_a_day_is_measured_against_its_weekday_in_the_weeks_before(desk, person, buy, today, clock):
    """An event of a Saturday and a Sunday; the shop has been open for three weeks."""
    aino, first = person(), today + timedelta(days=7)
    assert first.weekday() == 5
    for weeks, price in ((1, 1000), (2, 2000), (3, 3000)):
        buy(aino, first - timedelta(weeks=weeks), price=price)
    buy(aino, first - timedelta(days=13), price=600)  # one of three Sundays
    clock.forward(9)
    told = Campaign(0, CampaignKind.CAUSE, "Socks", first, first + timedelta(days=1), per_purchase=50)
    event = desk.campaigns.get(desk.campaigns.save(replace(told, cause_percent=10, percent=20)))
    buy(aino, first, first, price=4000)
    buy(person("Outi"), first + timedelta(days=1), price=500)
    found = desk.campaigns.outcome(event)
    assert found.till == Till(3, 8500)
    assert found.usual == Till(1, 2000 + 200)  # Saturdays one purchase of 20 € each, Sundays a third of one
    assert (found.extra, found.newcomers, found.collected) == (6300, 1, 3 * 50 + 850)
    coupon = desk.campaigns.coupon(event)
    assert desk.campaigns.coupon(event).code == coupon.code
    assert (coupon.percent, coupon.first, coupon.customer_id) == (20, first, None)
    with pytest.raises(UserError, match="was valid until"):
        desk.coupons.redeem(coupon.id)


def test_a_coupon_for_all_is_counted_by_its_uses(desk, person, today):
    event = desk.campaigns.save(Campaign(0, CampaignKind.PARTNER, "Café Silta", today, today, percent=10))
    coupon = desk.campaigns.coupon(desk.campaigns.get(event))
    for who in (person("Aino"), person("Outi")):
        desk.coupons.redeem(coupon.id, who)
    assert (desk.campaigns.turnout(event).used, desk.campaigns.turnout(event).redeemed) == (2, 0)


def test_a_present_by_coupon_is_part_of_what_an_event_costs(desk, today):
    event = desk.campaigns.save(Campaign(0, CampaignKind.PARTY, "Evening", today, today))
    mug = desk.products.save(Product(0, "Mug", price=1250, cost=400))
    for given in (
        {"kind": CouponKind.PRODUCT, "product_id": mug},
        {"kind": CouponKind.AMOUNT, "amount": 300},
    ):
        made = desk.coupons.new(Coupon(first=today, last=today, campaign_id=event, **given))
        desk.coupons.redeem(made.id)
    assert desk.campaigns.turnout(event).redeemed == 1550


def test_an_event_is_closed_when_it_is_over(desk, event, clock):
    with pytest.raises(UserError, match="goes on until"):
        desk.campaigns.close(desk.campaigns.get(event), 100, "")
    clock.forward(10)
    with pytest.raises(UserError):
        desk.campaigns.close(desk.campaigns.get(event), -1, "")
    desk.campaigns.close(desk.campaigns.get(event), 12300, " More chairs ")
    found = desk.campaigns.get(event)
    assert (found.closed, found.cost, found.result) == (True, 12300, "More chairs")
    desk.history.undo()
    assert not desk.campaigns.get(event).closed
