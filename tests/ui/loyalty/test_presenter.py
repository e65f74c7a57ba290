"""What the page of coupons and points says and does, without a window."""

from dataclasses import replace
from datetime import timedelta

import pikepdf
import pytest

from cxdesk.domain.coupon import CouponKind, CouponState
from cxdesk.domain.points import PointsEntry, PointsKind
from cxdesk.domain.product import Product
from cxdesk.domain.programme import EarnRule, Reward, StampCard, Tier
from cxdesk.ui.couponentry import CouponEntry
from cxdesk.ui.loyalty.accounting import Way
from cxdesk.ui.loyalty.drawing import DrawEntry


@pytest.fixture
def kaisa(desk, shop):
    return shop.customer(desk, "Kaisa Virtanen")


def write(page, key, **values):
    """What stands in the form, with other values."""
    return page.ruling.save(key, dict(page.ruling.view.form[2]) | values)


def test_points_are_given_taken_and_donated_with_a_reason(page, view, kaisa, desk):
    page.open(("points", kaisa))
    assert (view.half, view.account.name, view.account.balance) == ("points", "Kaisa Virtanen", "0 points")
    assert page.accounting.change(Way.GIVE, "30", "") == "Write why the points are corrected."
    assert page.accounting.change(Way.GIVE, "some", "Sorry") == "Write a whole number, such as 30."
    assert page.accounting.change(Way.GIVE, "30", "Sorry") == ""
    assert page.accounting.change(Way.TAKE, "5", "Typed twice") == ""
    assert page.accounting.change(Way.DONATE, "26", "Red Cross") == "Kaisa Virtanen has 25 points, not 26."
    assert page.accounting.change(Way.DONATE, "20", "Red Cross") == ""
    assert [text for text, _ in view.toasts][-1] == "Kaisa Virtanen: 20 points donated"
    page.reload()
    assert view.account.balance == "5 points"
    assert [(row.text, row.points) for row in view.account.entries] == [
        ("donated: Red Cross", "-20"),
        ("corrected: Typed twice", "-5"),
        ("corrected: Sorry", "+30"),
    ]
    assert [figure.value for figure in view.figures] == ["1", "€0.25", "0", "20"]
    view.toasts[-1][1]()
    assert desk.points.book(kaisa).balance(desk.workplace.today()) == 25


def test_the_reward_of_a_full_stamp_card_is_handed_over(page, view, kaisa, desk, shop):
    card = desk.programme.save(StampCard(0, "Coffee card", 2, "a coffee"))
    shop.bought(desk, kaisa, desk.workplace.today())
    page.open(("points", kaisa))
    (row,) = view.account.stamps
    assert (row.text, row.share, row.full) == ("Coffee card: 1 of 2 stamps", 0.5, False)
    shop.bought(desk, kaisa, desk.workplace.today())
    page.reload()
    assert view.account.stamps[0].text == "Coffee card is full: a coffee"
    page.accounting.hand_over(card)
    page.reload()
    assert view.account.stamps == ()
    view.toasts[-1][1]()
    assert desk.stamps.of_customer(kaisa)[0].full


def test_a_point_is_priced_and_switched_on(page, view, desk):
    page.turn("rules")
    assert (view.active, view.settings["points_months"]) == (False, "24")
    page.ruling.switch(on=True)
    assert page.ruling.price("point_value", "0,10") == ""
    assert "needs an amount" in page.ruling.price("money_per_point", "0")
    shop = desk.settings.shop()
    assert (shop.points_on, shop.point_value) == (1, 10)


def test_rules_are_sentences_and_every_value_can_be_written(page, view, desk):
    yarn = desk.products.save(Product(0, "Silk", category="Yarns", price=500))
    page.turn("rules")
    page.ruling.ask("earn")
    assert view.form[3] == ["Yarns"]
    wrong = write(page, "earn", name="Silk week", factor="two", first="monday")
    assert set(wrong) == {"factor", "first"}
    week = {"first": "23.11.2026", "last": "29.11.2026", "weekday": 1, "product_id": yarn}
    assert write(page, "earn", name="Silk week", factor="2", category="Yarns", **week) == {}
    (rule,) = desk.programme.every(EarnRule)
    assert (rule.product_id, rule.weekday, rule.last.isoformat()) == (yarn, 1, "2026-11-29")
    page.ruling.ask("tier")
    assert write(page, "tier", name="Gold", spend="300", factor="1,5", percent="5", vip=True) == {}
    page.ruling.ask("tier")
    assert "already" in write(page, "tier", name="Gold", spend="400")[""]
    page.ruling.ask("reward")
    assert write(page, "reward", name="Coffee", points="50", active=False) == {}
    page.ruling.ask("stamps")
    assert write(page, "stamps", name="Yarn card", reward="a ball", category="Yarns") == {}
    page.reload()
    assert view.rules == {
        "reward": [("Coffee", "50 points", "Out of use")],
        "tier": [
            (
                "Gold",
                "from €300.00 in 365 days · points × 1.5 · 5% off every purchase · hears of sales first",
                "0 customers",
            )
        ],
        "earn": [("Silk week", "points × 2 · Silk · Yarns · on Mondays · 23/11/2026–29/11/2026", "")],
        "stamps": [("Yarn card", "10 stamps: a ball · Yarns", "")],
    }
    page.ruling.ask("reward", 1)
    assert write(page, "reward", points="60") == {}
    assert desk.programme.every(Reward) == [Reward(1, "Coffee", 60, active=False)]
    page.ruling.drop("tier", 1)
    assert desk.programme.every(Tier) == []
    view.toasts[-1][1]()
    assert [tier.name for tier in desk.programme.every(Tier)] == ["Gold"]


def test_a_coupon_is_made_used_and_withdrawn(page, view, desk, kaisa):
    page.turn("coupons")
    assert (view.coupons, view.days) == ([], "60")
    assert page.couponing.make(CouponEntry(CouponKind.PERCENT, "lots", "30")) != ""
    assert page.couponing.make(CouponEntry(CouponKind.PERCENT, "15 %", "30", customer_id=kaisa)) == ""
    assert page.couponing.make(CouponEntry(CouponKind.AMOUNT, "5", "30", reason="Sorry")) == ""
    page.reload()
    five, fifteen = view.coupons
    until = desk.workplace.today() + timedelta(30)
    assert five.title == "€5.00 off the purchase"
    assert fifteen.detail == f"{fifteen.code} · Kaisa Virtanen · until {until:%d/%m/%Y}"
    page.couponing.use(five)
    page.couponing.withdraw(fifteen)
    assert [each.state for each in desk.coupons.every()] == [CouponState.USED, CouponState.WITHDRAWN]
    page.couponing.show(CouponState.USED)
    assert [(row.code, row.usable, row.open) for row in view.coupons] == [(five.code, False, False)]


def test_a_gift_card_is_sold_once(page, view):
    page.turn("coupons")
    assert page.couponing.sell("none", "12", "") != ""
    assert page.couponing.sell("25", "0", "for Eero") == ""
    page.reload()
    assert [(row.badge, row.title) for row in view.cards] == [("€25.00", "Gift card")]
    assert view.owed == "You hold €25.00 for others."
    page.couponing.print(view.cards[0])
    assert view.paper[1] == "Gift card"


def test_a_change_of_the_programme_is_noted_and_looked_at_again(page, view, desk):
    today = desk.workplace.today()
    assert page.log.note("", "", "") == "Write what was changed."
    assert page.log.note("Sock yarn earns twice", "It sells slowly", f"{today:%d.%m.%Y}") == ""
    page.turn("programme")
    (row,) = view.log
    assert (row.what, row.due, row.late) == ("Sock yarn earns twice", f"look again {today:%d/%m/%Y}", True)
    page.log.learn(row.key, "It helped")
    page.reload()
    assert (view.log[0].learned, view.log[0].due) == ("It helped", "")


def test_a_change_of_a_rule_stands_in_the_log_by_itself(page, view, desk):
    today = desk.workplace.today()
    coffee = Reward(0, "Coffee", 100)
    coffee = replace(coffee, id=desk.programme.save(coffee))
    desk.programme.save(replace(coffee, name="Coffee and bun", points=120))
    desk.settings.save(replace(desk.settings.shop(), point_value=4, points_months=12, gift_limit=900))
    desk.programme.save(replace(coffee, name="Coffee and bun", points=120, active=False))
    desk.history.undo()
    page.turn("programme")
    assert [row.what for row in view.log] == [
        "A point is worth: €0.05 → €0.04; Valid for so many months (0: for ever): 24 → 12",
        "Coffee → Coffee and bun: 100 points → 120 points",
        "New: Coffee (100 points)",
    ]
    assert all(row.open and row.detail == f"{today:%d/%m/%Y}" for row in view.log)
    key = view.log[1].key
    assert page.log.explain(key, "Coffee has got dearer", "1.1.2020").startswith(
        "The day of the review has gone by"
    )
    assert page.log.explain(key, "Coffee has got dearer", "") == ""
    page.reload()
    assert (view.log[1].open, view.log[1].detail) == (False, f"{today:%d/%m/%Y} · Coffee has got dearer")
    page.log.learn(key, "Nobody minded")
    page.reload()
    assert [row.learned for row in view.log] == ["", "Nobody minded", ""]
    desk.programme.drop(desk.programme.every(Reward)[0])
    page.reload()
    assert view.log[0].what == "Removed: Coffee and bun"


def test_a_statement_is_a_paper(page, view, kaisa):
    page.print_statement(kaisa)
    assert view.paper[0].read_bytes().startswith(b"%PDF")
    assert view.paper[1] == "Statement: Kaisa Virtanen"
    page.print_statement(99)
    assert "no customer number" in str(view.failed[0])


def test_who_has_gone_has_no_account(page, view, kaisa, desk):
    page.open(("points", kaisa))
    desk.history.undo()
    desk.history.undo()
    page.reload()
    assert (view.account, page.accounting.customer_id) == (None, None)


def test_points_that_a_return_has_taken_are_owed(page, view, kaisa, desk):
    page.accounting.choose(kaisa)
    page.accounting.change(Way.GIVE, "10", "Sorry")
    with desk.workplace.change("Points corrected"):
        desk.earning.write(PointsEntry(-14, PointsKind.REVERSED, desk.workplace.today(), kaisa))
    page.reload()
    assert view.account.balance == "0 points"
    assert view.account.owed.startswith("4 points were spent")


def test_a_draw_is_announced_drawn_and_told(page, view, kaisa, desk, shop):
    today = desk.workplace.today()
    entry = DrawEntry("Autumn", "A gift card", "1.11.2026", f"{today - timedelta(1):%d.%m.%Y}", "1")
    assert "too early" in page.drawing.announce(entry)
    desk.workplace.now = lambda: shop.NOW - timedelta(days=5)
    assert page.drawing.announce(entry) == ""
    shop.said(desk, 9, today - timedelta(days=5), kaisa)
    page.turn("draws")
    assert (view.draws[0].badge, view.draws[0].due) == ("Goes on", False)
    desk.workplace.now = lambda: shop.NOW
    page.reload()
    (row,) = view.draws
    seed = desk.draws.every()[0].seed
    told = f"01/11/2026–20/11/2026 · A gift card · 1 takes part · 1 winner · seed {seed}"
    assert (row.detail, row.badge, row.due) == (told, "Can be drawn", True)
    page.drawing.draw(row.id)
    page.reload()
    assert "won by Kaisa Virtanen" in view.draws[0].detail
    page.drawing.print(row.id)
    assert view.paper[1] == "Prize draw: Autumn"
    with pikepdf.open(view.paper[0]) as document:
        assert str(document.docinfo["/Title"]).endswith("– Autumn")
    assert [won.name for won in desk.customers.card(kaisa).won] == ["Autumn"]
