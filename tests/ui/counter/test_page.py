"""The counter in the real window, worked by keyboard."""

import pytest
from PySide6.QtWidgets import QApplication

from cxdesk.domain.feedback import Feedback
from cxdesk.domain.needs import Need
from cxdesk.domain.purchase import Purchase, PurchaseKind, PurchaseLine
from cxdesk.ui.theme import theme
from cxdesk.ui.widgets.notes import Note

from .conftest import NOW, YARN


def saved(desk):
    return desk.feedback.rows(desk.feedback.ids())


@pytest.mark.parametrize("ten", ["10", "+"])
def test_customer_nps_ten_csat_five_saved_in_ten_keystrokes(window, hands, desk, kaisa, ten):
    page = window().page("counter")
    hands.type("kai")
    hands.press("Return")
    hands.type(ten)
    hands.type("5")
    hands.press("Ctrl+Return")
    (entry,) = saved(desk)
    assert (entry.customer_id, entry.nps, entry.csat) == (kaisa, 10, 5)
    assert hands.count <= 10
    assert QApplication.focusWidget() is page.people.search
    assert page.presenter.form.empty


def test_a_slow_one_is_a_one_and_the_next_digit_is_the_next_answer(window, hands, desk):
    page = window().page("counter")
    hands.press("F6")
    hands.type("1")
    hands.type("4")
    hands.press("Ctrl+Return")
    assert [(entry.nps, entry.csat) for entry in saved(desk)] == [(1, 4)]
    assert page.answers.daily["nps"].scale.score is None


def test_a_double_save_records_once(window, hands, desk):
    window()
    hands.press("F6")
    hands.type("9")
    hands.press("Ctrl+Return", "Ctrl+Return")
    assert len(saved(desk)) == 1


def test_escape_clears_and_ctrl_z_brings_back(window, hands, kaisa):
    page = window().page("counter")
    hands.type("kaisa")
    hands.press("Return")
    hands.type("7")
    hands.press("Esc")
    assert page.presenter.form.empty
    hands.press("Ctrl+Z")
    assert page.presenter.form.nps == 7
    assert page.presenter.form.customer.id == kaisa


def test_ctrl_z_after_a_save_undoes_it(window, hands, desk):
    window()
    hands.press("F6")
    hands.type("8")
    hands.press("Ctrl+Return")
    assert len(saved(desk)) == 1
    hands.press("Ctrl+Z")
    assert saved(desk) == []


def test_a_scan_goes_to_the_purchase_whatever_has_the_focus(window, hands, desk, kaisa):
    page = window().page("counter")
    page.presenter.meeting.choose(kaisa)
    page.answers.comment.setFocus()
    hands.gap = 4
    hands.type(YARN)
    hands.press("Return")
    assert page.answers.comment.toPlainText() == ""
    hands.press("F3")
    hands.type(YARN)
    hands.press("Return")
    hands.press("Ctrl+Return")
    assert desk.purchases.latest(1)[0].total == 1780


def test_quantities_by_key(window, hands):
    page = window().page("counter")
    page.presenter.scanned(YARN)
    page.sale.purchase.rows[0].setFocus()
    hands.type("3")
    hands.type("+")
    page.scanner.release()
    QApplication.processEvents()
    assert page.presenter.form.basket.lines[0].quantity == 4
    assert page.sale.purchase.rows[0].hasFocus()
    hands.press("Del")
    assert page.presenter.form.basket.lines == ()
    assert page.sale.purchase.search.hasFocus()


def test_price_discount_and_warranty_by_key(window, hands, desk):
    page = window().page("counter")
    page.presenter.scanned(YARN)
    page.sale.purchase.search.setFocus()
    hands.press("Down", "Return")
    hands.type("10")
    hands.press("Tab")
    hands.type("5%")
    hands.press("Tab")
    hands.type("21.11.2028")
    hands.press("Return")
    QApplication.processEvents()
    assert page.sale.purchase.rows[0].hasFocus()
    hands.press("Ctrl+Return")
    (line,) = desk.purchases.latest(1)[0].lines
    assert (line.unit_price, line.discount, line.amount) == (1000, 50, 950)
    assert line.warranty_until.isoformat() == "2028-11-21"


def test_a_return_by_key(window, hands, desk, kaisa):
    page = window().page("counter")
    page.presenter.meeting.choose(kaisa)
    hands.press("F10", "Down", "Return")
    QApplication.processEvents()
    hands.type("2")
    hands.press("Return", "Tab")
    hands.type("Too thin")
    hands.press("Return", "Ctrl+Return")
    (line,) = desk.purchases.latest(1)[0].lines
    assert (line.quantity, line.amount, line.reason) == (-2, -1780, "Too thin")
    assert line.returns == desk.customers.card(kaisa).purchases[2].lines[0].id


def test_a_return_left_alone(window, hands):
    page = window().page("counter")
    hands.press("F10")
    hands.type("zzz")
    assert page.sale.purchase.returns.isVisible()
    hands.press("Esc", "Esc")
    assert not page.sale.purchase.returns.isVisible()
    assert page.sale.purchase.search.hasFocus()


def test_asked_for_and_not_in_stock_by_key(window, hands, desk, kaisa):
    page = window().page("counter")
    page.presenter.meeting.choose(kaisa)
    hands.press("F7")
    hands.type("silk")
    hands.press("Return")
    hands.type("3")
    hands.press("Return")
    assert [(each.text, each.quantity) for each in desk.requests.wanted()] == [("silk", 3)]
    assert page.sale.purchase.search.hasFocus()
    hands.press("Ctrl+Z")
    assert desk.requests.wanted() == []


def test_what_is_in_stock_after_all_is_said_at_once_and_can_be_noted(window, hands, desk):
    page = window().page("counter")
    hands.press("F7")
    page.presenter.scanned(YARN)
    line = page.sale.purchase.request.part
    assert line._there.label.text() == "In stock now: 16. It can be noted all the same."
    assert page.presenter.form.basket.lines == ()
    hands.press("Return")
    assert [each.text for each in desk.requests.wanted()] == ["Linen yarn 50 g"]


def test_enter_takes_the_product_and_one_further_the_receipt_of_that_number(window, hands, desk, kaisa):
    line = PurchaseLine("Linen yarn 50 g", 1, 890, 890, product_id=1)
    desk.purchases.record(Purchase(0, NOW.date(), PurchaseKind.SALE, 0, kaisa, receipt=YARN, lines=(line,)))
    page = window().page("counter")
    page.presenter.scanned(YARN)
    hands.press("Return")
    assert [line.description for line in page.presenter.form.basket.lines] == ["Linen yarn 50 g"]
    page.presenter.scanned(YARN)
    hands.press("Down", "Return")
    card = page.sale.purchase
    assert (card.returns.isVisible(), card.results.isVisible(), card.search.text()) == (True, False, "")
    assert page.presenter.form.customer.id == kaisa


def test_a_promise_by_key_is_kept_by_a_press(window, hands, desk, kaisa):
    page = window().page("counter")
    page.presenter.meeting.choose(kaisa)
    hands.press("Shift+F7")
    hands.type("Order ready")
    hands.press("Return")
    hands.type("21.11.")
    hands.press("Return", "Ctrl+Return")
    assert [each.promise.text for each in desk.promises.open()] == ["Order ready"]
    page.presenter.meeting.choose(kaisa)
    note = next(note for note in page.people.card.findChildren(Note) if "Order ready" in note.label.text())
    note.button.click()
    assert desk.promises.open() == []


def test_a_price_that_is_none_is_said_at_its_form(window, hands):
    page = window().page("counter")
    page.presenter.scanned(YARN)
    page.sale.purchase.open_line(0)
    hands.type("cheap")
    hands.press("Return")
    assert "amount" in page.sale.purchase.line_form.part.error.label.text()
    hands.press("Esc")
    assert page.sale.purchase.rows[0].hasFocus()
    assert page.presenter.form.basket.lines[0].unit_price == 890


def test_an_unknown_barcode_is_added_on_the_spot(window, hands):
    page = window().page("counter")
    page.presenter.scanned("4006381333931")
    hands.type("Marker")
    hands.press("Return")
    hands.type("2,50")
    hands.press("Return")
    assert [line.line.amount for line in page.presenter.form.basket.lines] == [250]
    assert not page.sale.purchase.form.isVisible()


def test_a_new_customer_by_keyboard(window, hands):
    page = window().page("counter")
    hands.type("Aila")
    hands.press("Return")
    assert page.people.form.part.first.text() == "Aila"
    hands.press("Tab")
    hands.type("Lehto")
    hands.press("Return")
    assert page.presenter.form.customer.name == "Aila Lehto"
    assert page.answers.daily["nps"].scale.isAncestorOf(QApplication.focusWidget())


def test_a_last_entry_is_corrected_by_a_press(window, desk, find):
    first = desk.feedback.record(Feedback(0, NOW.date(), nps=1))
    page = window().page("counter")
    find(page, f"latest-{first}").click()
    assert page.answers.daily["nps"].scale.score == 1
    page.answers.daily["nps"].scale.cells[10].click()
    find(page, "save").click()
    assert [(entry.id, entry.nps) for entry in saved(desk)] == [(first, 10)]


def test_the_rare_needs_and_channels_come_forward(window, find):
    page = window().page("counter")
    find(page, "need-more").click()
    find(page, "need-fairness").click()
    find(page, "channel-more").click()
    find(page, "channel-chat").click()
    assert [str(need) for need in page.presenter.form.needs] == ["fairness"]
    assert str(page.presenter.form.channel) == "chat"
    page.presenter.clear()
    assert page.answers.channel.value() == "in_person"


@pytest.mark.parametrize("code", ["fi", "en", "uz"])
@pytest.mark.parametrize(("scale", "width", "height"), [(1.0, 1280, 720), (1.0, 1366, 768), (2.0, 1366, 768)])
def test_the_walk(window, walk, kaisa, code, scale, width, height):
    theme().set_scale(scale)
    shown = window(code, width, height)
    page = shown.page("counter")
    assert walk(shown) == []
    page.presenter.meeting.choose(kaisa)
    page.presenter.answer(nps=3, csat=1, ces=2)
    page.presenter.scanned(YARN)
    page.sale.purchase.open_line(0)
    page.presenter.promising.write("Order ready", "1.12.")
    page.presenter.promising.begin()
    page.presenter.returning.begin()
    page.presenter.wishing.begin()
    page.presenter.wishing.find("linen")
    page.presenter.meeting.ask_new("Aila")
    page.presenter.scanned("4006381333931")
    assert walk(shown) == []


@pytest.mark.parametrize("code", ["fi", "uz"])
def test_an_ordinary_visit_fits_a_small_screen_and_save_stays_at_the_right(window, kaisa, code):
    shown = window(code)
    page = shown.page("counter")
    page.presenter.meeting.choose(kaisa)
    page.presenter.scanned(YARN)
    page.presenter.answer(nps=9, csat=5)
    QApplication.processEvents()
    assert page._scroll.verticalScrollBar().maximum() == 0
    page.presenter.answer(nps=3, csat=2, ces=2, needs=tuple(Need)[:6])
    QApplication.processEvents()
    at = page.foot.save.mapTo(page.foot, page.foot.save.rect().topRight())
    assert at.x() == page.foot.width() - 25  # the margin of 24 px
