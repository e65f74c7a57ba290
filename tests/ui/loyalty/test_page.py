"""The page of coupons and points in the real window."""

from datetime import timedelta

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest

from cxdesk.domain.coupon import Coupon, CouponKind, CouponState
from cxdesk.domain.programme import Reward, Tier
from cxdesk.language.language import Language
from cxdesk.ui.loyalty.page import LoyaltyPage
from cxdesk.ui.theme import theme
from tests.ui import walk


@pytest.fixture
def open_page(desk, shop, shown):
    made = []

    def open_one(code="en", size=(1366, 768), what=None):
        window = shop.window(desk, Language(code, currency="EUR"), "loyalty", LoyaltyPage)
        made.append(window)
        shown(window, *size)
        window.go("loyalty", what)
        return window, window.page("loyalty")

    yield open_one
    for window in made:
        assert window.errors == []
        window.close()


def write(field, text):
    field.setFocus()
    field.setText(text)
    QTest.keyClick(field, Qt.Key.Key_Return)


def test_points_are_switched_on_and_priced_in_place(open_page, find, desk):
    window, page = open_page()
    page.points.active.click()
    write(page.points.fields["point_value"], "0,10")
    write(page.points.fields["points_months"], "12")
    shop = desk.settings.shop()
    assert (shop.points_on, shop.point_value, shop.points_months) == (1, 10, 12)
    write(page.points.fields["money_per_point"], "0")
    assert "needs an amount" in page.points._forms["money_per_point"].error
    find(window, "toast-undo").click()
    assert desk.settings.shop().points_months == 24


def test_a_reward_is_added_changed_and_removed(open_page, find, desk):
    window, page = open_page()
    find(window, "new-reward").click()
    find(window, "reward-name-0").setText("Coffee")
    write(find(window, "reward-points-0"), "50")
    assert desk.programme.every(Reward) == [Reward(1, "Coffee", 50)]
    write(find(window, "reward-points-1"), "fifty")
    assert page.points.rules[0].error.isVisible()
    write(find(window, "reward-points-1"), "60")
    assert desk.programme.every(Reward)[0].points == 60
    find(window, "drop-reward-1").click()
    assert desk.programme.every(Reward) == []
    find(window, "new-tier").click()
    find(window, "tier-name-0").setText("Gold")
    find(window, "tier-factor-0").setText("1,5")
    write(find(window, "tier-spend-0"), "300")
    assert desk.programme.every(Tier) == [Tier(1, "Gold", 30000, 1.5)]


def test_a_coupon_is_made_and_withdrawn(open_page, find, desk, shop):
    kaisa = shop.customer(desk, "Kaisa Virtanen")
    window, page = open_page(what="coupons")
    assert page.coupons.nothing.isVisible()
    new = page.coupons.new
    new.worth.setText("15")
    QTest.keyClicks(new.customer.field, "kai")
    QTest.keyClick(new.customer.field, Qt.Key.Key_Return)
    find(window, "coupon-make").click()
    (issued,) = desk.coupons.every(CouponState.OPEN)
    assert (issued.coupon.percent, issued.coupon.customer_id) == (15, kaisa)
    row = page.coupons.list.rows[0]
    row.setFocus()
    QTest.keyClick(row, Qt.Key.Key_W)
    assert desk.coupons.every()[0].state is CouponState.WITHDRAWN
    find(window, "coupon-make").click()
    assert new.error.isVisible()
    new.kind.chip("bogo").click()
    find(window, "coupon-make").click()
    assert len(desk.coupons.every(CouponState.OPEN)) == 1


def test_a_gift_card_is_sold(open_page, find, desk):
    window, page = open_page(what="coupons")
    page.coupons.new_card.worth.setText("25")
    find(window, "card-make").click()
    assert [card.balance for card in desk.gift_cards.every()] == [2500]
    assert page.coupons.cards.rows[0].item.badge == "€25.00"


def test_a_change_is_noted_with_its_reason(open_page, find, desk):
    window, page = open_page(what="programme")
    page.programme.what.setText("Sock yarn earns twice")
    page.programme.review.setText("1.1.2027")
    find(window, "change-note").click()
    (noted,) = desk.programme.changes()
    assert (noted.what, noted.review.isoformat()) == ("Sock yarn earns twice", "2027-01-01")
    write(find(window, f"learned-{noted.id}"), "It helped")
    assert desk.programme.changes()[0].learned == "It helped"


def test_a_statement_is_shown_and_left(open_page, find, desk, shop):
    kaisa = shop.customer(desk, "Kaisa Virtanen")
    window, page = open_page()
    QTest.keyClicks(page.points.statement.customer.field, "kai")
    QTest.keyClick(page.points.statement.customer.field, Qt.Key.Key_Return)
    find(window, "statement-show").click()
    assert page.preview.isVisible()
    assert page.preview.head.title.text() == "Statement: Kaisa Virtanen"
    assert page.back()
    window.go("loyalty", ("statement", kaisa))
    assert page.preview.isVisible()


@pytest.mark.parametrize(("code", "size", "scale"), [("fi", (1280, 720), 1), ("uz", (1366, 768), 2)])
@pytest.mark.parametrize("half", ["points", "coupons", "programme"])
def test_nothing_is_cut_or_nameless(open_page, desk, code, size, scale, half):
    today = desk.workplace.today()
    desk.programme.save(Reward(0, "Kahvi ja pulla", 50))
    desk.coupons.new(Coupon(CouponKind.BOGO, today, today + timedelta(9), reason="Neulepäivät"))
    desk.programme.note("Pisteet vanhenevat", "Liian lyhyt", today)
    theme().set_scale(scale)
    window, _ = open_page(code, size, half)
    assert walk.faults(window) == []
