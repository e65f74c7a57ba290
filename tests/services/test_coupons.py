"""Coupons, gift cards and stamp cards at the till: what they give, once, and what comes back."""

from dataclasses import replace
from datetime import date, timedelta

import pytest

from cxdesk.domain.coupon import Coupon, CouponKind, CouponState
from cxdesk.domain.errors import UserError
from cxdesk.domain.giftcard import GiftCard, GiftCardKind
from cxdesk.domain.product import Product
from cxdesk.domain.programme import StampCard
from cxdesk.domain.purchase import Purchase, PurchaseKind, PurchaseLine, Redeemed

YARN = PurchaseLine("Yarn", 2, 1000, 2000, 1)
HOOK = PurchaseLine("Hook", 1, 505, 505, 2)


@pytest.fixture
def coupon(desk, today):
    """Makes a coupon that is valid for a month."""

    def make(kind=CouponKind.PERCENT, **fields):
        if kind is CouponKind.PERCENT:
            fields.setdefault("percent", 10)
        first = fields.pop("first", today)
        return desk.coupons.new(Coupon(kind, first, fields.pop("last", today + timedelta(days=30)), **fields))

    return make


@pytest.fixture(autouse=True)
def articles(desk):
    return [
        desk.products.save(Product(0, "Yarn", price=1000)),
        desk.products.save(Product(0, "Hook", price=505)),
    ]


@pytest.fixture
def sell(desk, today):
    def record(customer_id, *lines, **fields):
        made = Purchase(0, today, PurchaseKind.SALE, 0, customer_id, lines=lines or (YARN,), **fields)
        return desk.purchases.record(made)

    return record


def test_what_each_kind_takes_off(coupon):
    lines = (YARN, HOOK)
    assert coupon().off(lines) == [200, 51], (
        "250,50 rounded over the whole purchase, the rest on the last line"
    )
    assert coupon(percent=50, product_id=2).off(lines) == [0, 253]
    assert coupon(CouponKind.AMOUNT, amount=100).off(lines) == [79, 21]
    assert coupon(CouponKind.AMOUNT, amount=9000).off(lines) == [2000, 505]
    assert coupon(CouponKind.PRODUCT, product_id=1).off(lines) == [1000, 0]
    assert coupon(CouponKind.BOGO).off(lines) == [0, 505]
    assert coupon(CouponKind.BOGO, product_id=1).off(lines) == [1000, 0]
    assert coupon(CouponKind.BOGO, product_id=2).off(lines) == [0, 0]
    back = PurchaseLine("Yarn", -1, 1000, -1000, 1, PurchaseKind.REFUND)
    assert coupon().off((back,)) == [0]


def test_used_once_and_refused_with_when_and_where(desk, coupon, person, sell):
    aino, made = person(), coupon()
    sell(aino, receipt="A17", coupons=(Redeemed(made.code, 200),))
    with pytest.raises(UserError, match=rf"{made.code} was used on .*2026.*, with purchase A17"):
        sell(aino, coupons=(Redeemed(made.code, 200),))
    assert len(desk.purchases.latest()) == 1
    (issued,) = desk.coupons.every(CouponState.USED)
    assert (issued.used.amount, issued.used.purchase_id) == (200, 1)
    assert desk.papers.find(made.code).paper.redeemed
    desk.history.undo()
    assert desk.coupons.every()[0].state is CouponState.OPEN


def test_a_voided_sale_gives_the_coupon_back(desk, coupon, sell):
    made = coupon()
    desk.purchases.void(sell(None, coupons=(Redeemed(made.code, 200),)))
    assert desk.coupons.every()[0].state is CouponState.OPEN


def test_why_not(desk, coupon, person, clock, today):
    aino, eero = person(), person("Eero")
    personal = coupon(customer_id=aino)
    with pytest.raises(UserError, match="is for Aino alone"):
        desk.coupons.usable(personal, eero)
    with pytest.raises(UserError, match="valid from"):
        desk.coupons.usable(coupon(first=today + timedelta(1)), aino)
    with pytest.raises(UserError, match=r"at least €30\.00"):
        desk.coupons.off(coupon(least=3000), (YARN,))
    with pytest.raises(UserError, match="is for Hook: add it first"):
        desk.coupons.off(coupon(CouponKind.PRODUCT, product_id=2), (YARN,))
    with pytest.raises(UserError, match="two are needed of Hook"):
        desk.coupons.off(coupon(CouponKind.BOGO, product_id=2), (HOOK,))
    desk.coupons.withdraw(personal.id)
    with pytest.raises(UserError, match="was withdrawn on"):
        desk.coupons.usable(desk.coupons.find(personal.code), aino)
    late = coupon()
    clock.forward(31)
    with pytest.raises(UserError, match="was valid until"):
        desk.coupons.usable(late, aino)
    desk.coupons.redeem(coupon(first=clock.now.date(), last=clock.now.date()).id)
    assert [each.state for each in desk.coupons.every(CouponState.USED, CouponState.WITHDRAWN)] == [
        "used",
        "withdrawn",
    ]


def test_any_way_of_typing_the_code_finds_it(desk, coupon):
    made = coupon(uuid="6f1d2a52-7d2c-4c93-8a0c-0c1d2e3f4a5b")
    assert desk.coupons.find(made.code.lower().replace("-", " ")) == made
    assert desk.coupons.find("nothing") is None
    assert coupon(uuid=made.uuid) == made
    assert len(desk.coupons.every()) == 1


@pytest.mark.parametrize(
    "wrong",
    [{"percent": 0}, {"percent": 101}, {"last": date(2026, 1, 1)}, {"product_id": 77}, {"customer_id": 77}],
)
def test_what_gives_nothing_is_refused(coupon, wrong):
    with pytest.raises(UserError):
        coupon(**wrong)


def test_a_gift_card_pays_what_is_on_it(desk, sell):
    card = desk.gift_cards.new(GiftCard("", 2500))
    sell(None, gift_cards=(Redeemed(card.code, 2000),))
    assert desk.gift_cards.find(card.code).balance == 500
    with pytest.raises(UserError, match=r"Only €5\.00 is left"):
        sell(None, gift_cards=(Redeemed(card.code, 2000),))
    sold = sell(None, gift_cards=(Redeemed(card.code, 500),))
    with pytest.raises(UserError, match="Nothing is left"):
        desk.gift_cards.usable(desk.gift_cards.find(card.code), date(2026, 11, 21))
    desk.purchases.void(sold)
    assert (desk.gift_cards.find(card.code).balance, desk.gift_cards.owed()) == (500, 500)


def test_a_return_as_store_credit_stays_on_one_card(desk, person, sell, today):
    aino = person()
    sold = desk.purchases.latest(sell(aino))[0]
    for _ in range(2):
        back = desk.purchases.returnable(sold.lines[0].id).back(1)
        credit = (Redeemed("", 1000),)
        desk.purchases.record(
            Purchase(0, today, PurchaseKind.REFUND, 0, aino, lines=(back,), gift_cards=credit)
        )
    (card,) = desk.gift_cards.of_customer(aino)
    assert (card.kind, card.balance) == (GiftCardKind.STORE_CREDIT, 2000)


def test_stamps_for_each_article_taken_back_with_it_and_a_reward_when_full(desk, person, sell, today):
    aino = person()
    desk.programme.save(StampCard(0, "Yarn card", 5, "One skein", product_id=1))
    sell(aino, YARN, HOOK)
    sold = desk.purchases.latest(1)[0]
    sell(aino, replace(YARN, quantity=4, amount=4000))
    (held,) = desk.stamps.of_customer(aino)
    assert (held.stamps, held.full) == (6, True)
    desk.stamps.reward(aino, held.card.id, uuid="once")
    desk.stamps.reward(aino, held.card.id, uuid="once")
    assert desk.stamps.of_customer(aino)[0].stamps == 1
    with pytest.raises(UserError, match="not full"):
        desk.stamps.reward(aino, held.card.id)
    back = desk.purchases.returnable(sold.lines[0].id).back(1)
    desk.purchases.record(Purchase(0, today, PurchaseKind.REFUND, 0, aino, lines=(back,)))
    assert desk.stamps.of_customer(aino) == []
