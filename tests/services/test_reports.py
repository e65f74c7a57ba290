"""What the monthly report counts of thanking, besides its scores."""

from datetime import timedelta

from cxdesk.domain.coupon import Coupon, CouponKind
from cxdesk.domain.giftcard import GiftCard


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
        ("Coupons", 2, 250),
        ("Gift cards and store credit", 1, 2000),
    ]
    assert found.outcomes == (), "nobody was left out by lot"
