"""The page of coupons and points in the real window."""

from datetime import timedelta

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest

from cxdesk.domain.coupon import Coupon, CouponKind, CouponState
from cxdesk.domain.draw import Draw
from cxdesk.domain.programme import Reward, StampCard
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


def test_rules_are_written_by_hand(open_page, find, desk):
    window, page = open_page(what="rules")
    page.rules.settings.active.click()
    write(page.rules.settings.fields["point_value"], "0,10")
    write(page.rules.settings.fields["points_months"], "many")
    assert page.rules.settings.forms["points_months"].error
    assert (desk.settings.shop().points_on, desk.settings.shop().point_value) == (1, 10)
    find(window, "new-reward").click()
    assert find(window, "reward-name").hasFocus()
    find(window, "reward-name").setText("Coffee")
    write(find(window, "reward-points"), "some")
    assert page.rules.cards["reward"].form.isVisible()
    write(find(window, "reward-points"), "50")
    assert not page.rules.cards["reward"].form.isVisible()
    find(window, "edit-reward-1").click()
    assert find(window, "reward-name").text() == "Coffee"
    QTest.keyClick(find(window, "reward-name"), Qt.Key.Key_Escape)
    assert page.rules.cards["reward"].new.hasFocus()
    find(window, "drop-reward-1").click()
    assert desk.programme.every(Reward) == []
    find(window, "toast-undo").click()
    assert desk.programme.every(Reward) == [Reward(1, "Coffee", 50)]


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
    page.coupons.new_card.worth.setText("25")
    find(window, "card-make").click()
    assert page.coupons.cards.rows[0].item.badge == "€25.00"


def test_a_change_is_noted_with_its_reason(open_page, find, desk):
    window, page = open_page(what="programme")
    page.log.what.setText("Sock yarn earns twice")
    find(window, "change-note").click()
    (noted,) = desk.programme.changes(window.language)
    write(find(window, f"learned-note-{noted.id}"), "It helped")
    assert desk.programme.changes(window.language)[0].learned == "It helped"
    desk.programme.save(Reward(0, "Coffee", 100))
    made, *_ = desk.programme.changes(window.language)
    find(window, f"why-change-{made.change_id}").setText("They asked for it")
    find(window, f"tell-change-{made.change_id}").click()
    assert desk.programme.changes(window.language)[0].why == "They asked for it"


def test_an_account_is_found_corrected_and_printed(open_page, find, desk, shop):
    kaisa = shop.customer(desk, "Kaisa Virtanen")
    window, page = open_page()
    assert not page.points.change.isVisible()
    QTest.keyClicks(page.points.customer.field, "kai")
    QTest.keyClick(page.points.customer.field, Qt.Key.Key_Return)
    find(window, "points-way-donate").click()
    page.points.change.number.setText("5")
    find(window, "points-book").click()
    assert page.points.change.error.label.text() == "Write what the points are given to."
    find(window, "points-way-give").click()
    write(page.points.change.reason, "Sorry")
    assert desk.points.book(kaisa).balance(desk.workplace.today()) == 5
    find(window, "statement-show").click()
    assert page.preview.isVisible()
    assert page.preview.head.title.text() == "Statement: Kaisa Virtanen"
    assert page.back()
    find(window, "account-open").click()
    assert window.page("customers").asked == [kaisa]


def test_a_draw_is_announced_and_its_paper_shown(open_page, find, desk):
    window, page = open_page(what="draws")
    write(page.draws.name, "Autumn draw")
    find(window, "draw-announce").click()
    assert page.draws.error.isVisible()
    page.draws.last.setText("30.11.2026")
    find(window, "draw-announce").click()
    assert [draw.name for draw in desk.draws.every()] == ["Autumn draw"]
    page.draws.list.rows[0].setFocus()
    QTest.keyClick(page.draws.list.rows[0], Qt.Key.Key_P)
    assert page.preview.isVisible()


@pytest.mark.parametrize(("code", "size", "scale"), [("fi", (1280, 720), 1), ("uz", (1366, 768), 2)])
def test_nothing_is_cut_or_nameless(open_page, find, desk, shop, code, size, scale):
    today, kaisa = desk.workplace.today(), shop.customer(desk, "Kaisa Virtanen")
    desk.programme.save(Reward(0, "Kahvi ja pulla", 50))  # stands in the log, without a reason yet
    desk.programme.save(StampCard(0, "Kahvikortti", 2, "kahvi ja pulla"))
    shop.bought(desk, kaisa, today, today)
    desk.points.correct(kaisa, 40, "Anteeksi, että jouduit odottamaan")
    desk.coupons.new(Coupon(CouponKind.BOGO, today, today + timedelta(9), reason="Neulepäivät"))
    desk.programme.note("Pisteet vanhenevat", "Liian lyhyt", today)
    desk.draws.announce(Draw("Syksyn palautearvonta", today, today, "", "50 euron lahjakortti"))
    theme().set_scale(scale)
    window, page = open_page(code, size, ("points", kaisa))
    assert walk.faults(window) == []
    for half in ("coupons", "rules", "draws", "programme"):
        page.open(half)
        if half == "rules":
            find(window, "new-earn").click()
        assert walk.faults(window) == []
