"""What the monthly report counts of thanking, besides its scores."""

from datetime import timedelta

from cxdesk.domain.campaign import Campaign, CampaignKind
from cxdesk.domain.coupon import Coupon, CouponKind
from cxdesk.domain.giftcard import GiftCard
from cxdesk.domain.relations import Role


def test_what_the_shop_owes_is_points_open_coupons_and_cards(desk, person, today):
    who, later = person(), today + timedelta(days=30)
    desk.points.correct(who, 100, "to begin with")
    desk.coupons.new(Coupon(CouponKind.AMOUNT, today, later, amount=250))
    desk.coupons.new(Coupon(CouponKind.PERCENT, today, later, percent=10))
    used = desk.coupons.new(Coupon(CouponKind.AMOUNT, today, later, amount=900))
    desk.coupons.redeem(used.id)
    desk.gift_cards.new(GiftCard("", 2000))
    found = desk.reports.count(today.replace(day=1), desk.workplace.language())
    assert [(each.what, each.count, each.amount) for each in found.claims] == [
        ("Points", 100, 500),  # 5 cents each
        ("Coupons for money", 1, 250),
        ("Coupons of per cent or for a product", 1, None),
        ("Gift cards and store credit", 1, 2000),
    ]
    assert found.outcomes == (), "nobody was left out by lot"


def test_what_good_causes_got_in_the_month(desk, person, buy, today):
    told = Campaign(0, CampaignKind.CAUSE, "Socks", today, today, per_purchase=50)
    event, who = desk.campaigns.save(told), person()
    buy(who, today, today)
    desk.campaigns.close(desk.campaigns.get(event), 0, "")
    buy(who, today)  # too late for what is booked
    assert desk.campaigns.outcome(desk.campaigns.get(event)).collected == 100
    assert desk.history.changes(2)[1].detail == "Socks · €1.00"
    desk.points.correct(who, 100, "to begin with")
    desk.points.donate(who, 40, "Socks")
    month, say = today.replace(day=1), desk.workplace.language()
    found = [(each.what, each.amount, each.day) for each in desk.reports.count(month, say).donations]
    assert found == [("Socks", 100, today), ("40 points of customers", 200, None)]
    assert desk.reports.count(month.replace(month=10), say).donations == ()


def test_who_is_new_and_whom_a_friend_sent(desk, person, buy, today):
    aino, outi, eeva = (person(name) for name in ("Aino", "Outi", "Eeva"))
    for friend in (outi, eeva):
        desk.relations.add(friend, aino, Role.REFERRER)
    buy(aino, today - timedelta(days=60), today)
    buy(outi, today)  # Eeva has not bought yet
    month = today.replace(day=1)
    counts = desk.reports.count(month, desk.workplace.language()).customers
    assert (counts.new, counts.referred, counts.returning) == (1, 1, 1)
