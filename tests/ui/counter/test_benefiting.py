"""Points, rewards, coupons and gift cards at the counter."""

from dataclasses import replace
from datetime import timedelta

import pytest

from cxdesk.domain.coupon import Coupon, CouponKind
from cxdesk.domain.giftcard import GiftCard
from cxdesk.domain.programme import Reward, StampCard, Tier

from .conftest import NOW, YARN

LAST = NOW.date() + timedelta(days=30)


@pytest.fixture
def regular(desk, kaisa):
    """Kaisa with 100 points, each worth 5 cents."""
    desk.settings.save(replace(desk.settings.shop(), points_on=1))
    desk.points.correct(kaisa, 100, "Opening")
    return kaisa


def coupon(desk, **fields):
    return desk.coupons.new(Coupon(CouponKind.PERCENT, NOW.date(), LAST, percent=10, **fields))


def test_a_sale_earns_and_says_so(counter, view, desk, regular):
    counter.meeting.choose(regular)
    counter.scanned(YARN)
    counter.save()
    assert view.toasts[-1][0] == "Saved: Kaisa Virtanen, €8.90 · 8 points earned, 108 in all"
    view.toasts[-1][1]()
    assert desk.points.book(regular).balance(NOW.date()) == 100


def test_as_many_points_as_the_customer_wants(counter, view, desk, regular):
    counter.meeting.choose(regular)
    counter.scanned(YARN)
    counter.benefiting.begin()
    assert view.typed == "100"
    assert counter.benefiting.write("101") == "Kaisa Virtanen has 100 points, not 101."
    assert counter.benefiting.write("40") == ""
    assert (view.form.basket.total, view.used[0].money) == (690, "-€2.00")
    counter.save()
    assert desk.points.book(regular).balance(NOW.date()) == 100 - 40 + 6
    assert desk.purchases.latest(1)[0].total == 690


def test_no_more_points_than_there_is_to_pay(counter, view, desk, regular):
    desk.points.correct(regular, 900, "More")
    counter.meeting.choose(regular)
    counter.scanned(YARN)
    assert counter.benefiting.write("200") == "At most 178 points can be used on this purchase."
    counter.benefiting.write("178")
    counter.benefiting.drop("points")
    assert (view.used, view.form.basket.total) == ([], 890)


def test_a_reward_is_free_and_costs_its_points(counter, view, desk, regular):
    reward = Reward(0, "A skein", 60, 1)
    reward = replace(reward, id=desk.programme.save(reward))
    counter.meeting.choose(regular)
    counter.benefiting.begin()
    assert view.held.standing.rewards == (reward,)
    counter.benefiting.take_reward(reward)
    counter.scanned(YARN)
    assert [line.line.amount for line in view.form.basket.lines] == [0, 890]
    counter.save()
    assert desk.points.book(regular).balance(NOW.date()) == 48


def test_a_coupon_is_scanned_and_its_owner_has_come(counter, view, desk, regular):
    made = coupon(desk, customer_id=regular)
    counter.scanned(made.code)
    assert view.form.customer.id == regular
    assert view.used[0].fault.startswith("Add a product first")
    counter.scanned(YARN)
    assert (view.form.basket.total, view.used[0].money) == (801, "-€0.89")
    counter.save()
    counter.scanned(made.code)
    assert "was used on 21/11/2026, with purchase" in view.error
    assert view.used == []


def test_a_code_typed_among_the_products_is_recognised(counter, view, desk):
    made = coupon(desk)
    counter.find_product(made.code.lower())
    assert view.code == (made.code.lower(), f"Coupon {made.code}: 10% off the purchase")
    counter.use_code(made.code)
    assert view.form.basket.coupons == (made,)
    counter.benefiting.drop(made.code)
    assert view.form.empty


def test_a_gift_card_pays_a_part(counter, view, desk):
    card = desk.gift_cards.new(GiftCard("", 500))
    counter.scanned(card.code)
    counter.scanned(YARN)
    assert view.form.basket.total == 390
    counter.save()
    assert desk.gift_cards.find(card.code).balance == 0
    assert desk.purchases.latest(1)[0].total == 890
    counter.scanned(card.code)
    assert view.error.startswith("Nothing is left")


def test_a_return_as_store_credit(counter, desk, regular):
    counter.meeting.choose(regular)
    counter.returning.take(desk.purchases.returnables(regular)[0])
    counter.benefiting.keep_credit()
    counter.save()
    assert [card.balance for card in desk.gift_cards.of_customer(regular)] == [890]


def test_who_comes_is_told_what_they_have(counter, view, desk, regular):
    desk.programme.save(Reward(0, "A skein", 150))
    desk.programme.save(StampCard(0, "Yarn card", 5, "One skein", product_id=1))
    coupon(desk, customer_id=regular)
    counter.meeting.choose(regular)
    counter.scanned(YARN)
    counter.save()
    counter.meeting.choose(regular)
    told = [notice.text for notice in view.card.notices]
    assert "108 points · A skein: 42 points to go" in told
    assert "Yarn card: 1 of 5 stamps" in told
    assert any(text.startswith("Coupon until") for text in told)


def test_points_belong_to_somebody(counter, view):
    counter.benefiting.begin()
    assert view.error.startswith("Choose the customer first")
    assert counter.form.empty


def test_a_tier_takes_its_per_cent_off_unless_somebody_leaves_it_out(counter, view, desk, regular):
    desk.programme.save(Tier(0, "Gold", 5000, percent=10))
    counter.meeting.choose(regular)
    assert "100 points · Gold: 10% off every purchase" in [notice.text for notice in view.card.notices]
    counter.scanned(YARN)
    assert [(used.text, used.money) for used in view.used] == [("Gold: 10%", "-€0.89")]
    assert view.form.basket.total == 801
    counter.benefiting.use_coupon(coupon(desk))
    assert view.form.basket.total == 801 - 80
    counter.benefiting.drop("tier")
    assert view.form.basket.total == 801
    counter.meeting.choose(regular)
    counter.meeting.drop()
    assert (view.form.basket.tier, view.form.basket.total) == (None, 801)
