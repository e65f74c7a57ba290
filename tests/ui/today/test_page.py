"""Today in the real window, by keyboard."""

from dataclasses import replace
from datetime import date

import pytest
from PySide6.QtCore import QCoreApplication, QEvent, Qt
from PySide6.QtPrintSupport import QPrinter

from cxdesk.domain.errors import UserError
from cxdesk.language.language import Language
from cxdesk.ui.theme import Scheme, theme
from cxdesk.ui.today.page import TodayPage

KEYS = Qt.Key


@pytest.fixture
def window(desk, shop, language):
    made = shop.window(desk, language, "today", TodayPage)
    yield made
    made.close()
    assert made.errors == []


@pytest.fixture
def people(desk, shop):
    kaisa = shop.customer(desk, "Kaisa Virtanen", birthday=shop.birthday_in(2))
    timo = shop.customer(desk, "Timo Nieminen", birthday=shop.birthday_in(3))
    return kaisa, timo


@pytest.fixture
def page(window, people, shown, qtbot):  # noqa: ARG001 - the people are in the shop
    shown(window, 1366, 768)
    window.go("today")
    made = window.page("today")
    qtbot.waitUntil(lambda: len(made.board.list.rows) == 2)
    return made


def titles(page):
    return [row.item.title for row in page.board.list.rows]


def press(qtbot, page, key):
    qtbot.keyClick(page.window().focusWidget(), key)


def test_the_first_row_has_the_focus_and_d_is_done(page, qtbot, desk):
    assert page.window().focusWidget() is page.board.list.rows[0]
    press(qtbot, page, KEYS.Key_D)
    qtbot.waitUntil(lambda: titles(page) == ["Birthday gift: Timo Nieminen"])
    desk.history.undo()
    qtbot.waitUntil(lambda: len(titles(page)) == 2)
    assert "Birthday gift: Timo Nieminen" in titles(page)


def test_arrows_choose_l_puts_off_and_the_link_lists_it(page, qtbot, find):
    press(qtbot, page, KEYS.Key_Down)
    press(qtbot, page, KEYS.Key_L)
    qtbot.waitUntil(page.board.snoozed.isVisible)
    page.board.snoozed.click()
    assert len(titles(page)) == 1
    find(page, "wake").click()
    qtbot.waitUntil(lambda: len(titles(page)) == 2)


def test_k_opens_the_customer(page, qtbot, people):
    press(qtbot, page, KEYS.Key_K)
    assert page.window().page("customers").asked == [people[0]]


def test_enter_makes_the_letter_and_printing_marks_it_done(page, qtbot, tmp_path, desk, people):
    target = tmp_path / "out.pdf"

    def choose(_parent, _pages):
        printer = QPrinter()
        printer.setOutputFormat(QPrinter.OutputFormat.PdfFormat)
        printer.setOutputFileName(str(target))
        return printer

    page.letters.preview._choose_printer = choose
    press(qtbot, page, KEYS.Key_Return)
    qtbot.waitUntil(lambda: page.letters.previewing, timeout=20_000)
    assert page.letters.preview.sheet.pages == 1
    press(qtbot, page, KEYS.Key_Return)
    assert target.read_bytes().startswith(b"%PDF")
    qtbot.waitUntil(lambda: titles(page) == ["Birthday gift: Timo Nieminen"])
    kaisa = desk.customers.card(people[0])
    assert (len(kaisa.letters), len(kaisa.actions)) == (1, 1)


def test_esc_closes_the_preview_and_nothing_is_done(page, qtbot):
    press(qtbot, page, KEYS.Key_Return)
    qtbot.waitUntil(lambda: page.letters.previewing, timeout=20_000)
    press(qtbot, page, KEYS.Key_Escape)
    assert not page.letters.previewing
    assert len(titles(page)) == 2


def test_a_preview_closes_though_the_rows_were_read_again_meanwhile(page, qtbot, desk, people):
    press(qtbot, page, KEYS.Key_Return)
    qtbot.waitUntil(lambda: page.letters.previewing, timeout=20_000)
    rows = page.board.list.rows
    desk.customers.save(replace(desk.customers.get(people[1]), note="Likes tea"))
    page.reload()
    qtbot.waitUntil(lambda: page.board.list.rows is not rows)
    QCoreApplication.sendPostedEvents(None, QEvent.Type.DeferredDelete.value)
    page.letters.close_preview()
    assert not page.letters.previewing


def test_all_letters_are_one_batch(page, qtbot, desk, people):
    page.board.print_all.click()
    qtbot.waitUntil(lambda: page.letters.previewing, timeout=20_000)
    assert page.letters.preview.sheet.pages == 2
    page.letters.preview.printed.emit()
    qtbot.waitUntil(lambda: page.side.isVisible() and not page.board.isVisible())
    assert [len(desk.customers.card(i).actions) for i in people] == [1, 1]


def test_a_complaint_opens_the_feedback(page, qtbot, desk, shop):
    third = shop.customer(desk, "Anna", letters=False)
    feedback = shop.said(desk, 2, date(2026, 11, 18), third, follow_up=True)
    qtbot.waitUntil(lambda: len(titles(page)) == 3)
    page.board.list.rows[0].setFocus()
    press(qtbot, page, KEYS.Key_Return)
    assert page.window().page("feedback").asked == [feedback]


def test_each_tile_opens_the_rows_behind_it(page):
    for tile in page.tiles:
        tile.click()
    assert page.window().page("feedback").asked == [
        ("all", date(2026, 8, 24), date(2026, 11, 21)),
        ("all", date(2026, 8, 24), date(2026, 11, 21)),
        ("open", None, None),
    ]
    assert page.board.panel.title.text() == "Done this month"


def test_what_went_wrong_stands_above_the_suggestions_until_something_works(page):
    page.fail(UserError("There is no customer number {number}.", number=9))
    assert page.letters.note.isVisible()
    assert page.letters.note.label.text() == "There is no customer number 9."
    page.presenter.snooze(page.presenter.open_suggestions[0])
    assert not page.letters.note.isVisible()


def test_a_shop_that_cannot_be_read_offers_to_try_again(window, page, qtbot, find):
    page._failed(OSError("gone"))
    window.errors.clear()
    find(page, "try-again").click()
    qtbot.waitUntil(lambda: page._loadable.currentWidget() is page._content)
    assert page._morning is not None


@pytest.mark.parametrize("code", ["fi", "en", "uz"])
@pytest.mark.parametrize(("width", "height", "scale"), [(1280, 720, 1.0), (1366, 768, 1.0), (1366, 768, 2.0)])
def test_walk(desk, shop, people, shown, qtbot, walk, code, width, height, scale):
    theme().set_scheme(Scheme.DARK if width == 1280 else Scheme.LIGHT)
    theme().set_scale(scale)
    shop.said(
        desk,
        2,
        date(2026, 11, 18),
        people[0],
        follow_up=True,
        comment="Tilaus myöhässä, kukaan ei ilmoittanut.",
    )
    window = shop.window(desk, Language(code), "today", TodayPage)
    shown(window, width, height)
    window.go("today")
    page = window.page("today")
    qtbot.waitUntil(lambda: len(page.board.list.rows) == 2)
    page.presenter.why_these()
    qtbot.waitUntil(page.board.panel.isVisible)
    assert walk(page) == []
    window.close()
