"""The duplicates in the real window."""

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication

from cxdesk.language.language import Language
from cxdesk.ui.duplicates.page import DuplicatesPage
from cxdesk.ui.theme import Scheme, theme


@pytest.fixture
def open_page(desk, shop, shown, qtbot):
    made = []

    def open_one(code="en", size=(1366, 768)):
        window = shop.window(desk, Language(code, currency="EUR"), "duplicates", DuplicatesPage)
        made.append(window)
        shown(window, *size)
        window.go("duplicates")
        page = window.page("duplicates")
        qtbot.waitUntil(page.again.isEnabled, timeout=30_000)
        return window, page

    yield open_one
    for window in made:
        assert window.errors == []
        window.close()


@pytest.mark.usefixtures("doubled")
def test_choose_merge_and_undo_by_keyboard(open_page, find, desk):
    window, page = open_page()
    page.table.setFocus()
    QTest.keyClick(page.table, Qt.Key.Key_Down)
    drop = find(page, "name-drop")
    assert find(page, "name-keep").isChecked()
    drop.setFocus()
    QTest.keyClick(drop, Qt.Key.Key_Space)
    again = find(page, "name-drop")
    assert again.isChecked()
    assert QApplication.focusWidget() is again
    page.table.setFocus()
    QTest.keyClick(page.table, Qt.Key.Key_Return)
    assert QApplication.focusWidget() is page.compare.merge
    QTest.keyClick(page.compare.merge, Qt.Key.Key_Return)
    assert desk.customers.get(2).name == "Maija Virtanen"
    assert page.table.model().rowCount() == 1

    find(window, "toast-undo").click()
    assert page.table.model().rowCount() == 2
    assert desk.customers.get(1).name == "Maija Virtanen"


@pytest.mark.usefixtures("doubled")
def test_until_nothing_is_left(open_page, find):
    _, page = open_page()
    find(page, "skip").click()
    assert page.table.current_id == 1
    find(page, "apart").click()
    find(page, "merge").click()

    assert not page.table.isVisible()
    assert page._content.currentWidget().title.text() == "No duplicates found"


def test_an_empty_register(open_page):
    _, page = open_page()

    assert page._content.currentWidget().title.text() == "No duplicates found"


@pytest.mark.usefixtures("doubled")
def test_a_customer_changed_elsewhere_shows_at_once(open_page, desk):
    from dataclasses import replace

    _, page = open_page()
    desk.customers.save(replace(desk.customers.get(3), first_name="Oltin"))

    assert page.table.model().index(0, 0).data() == "Oltin Gʻulomov"


@pytest.mark.usefixtures("doubled")
@pytest.mark.parametrize("scheme", [Scheme.LIGHT, Scheme.DARK])
@pytest.mark.parametrize("code", ["fi", "en", "uz"])
@pytest.mark.parametrize(("width", "height", "scale"), [(1280, 720, 1.0), (1366, 768, 1.0), (1366, 768, 2.0)])
def test_walk(open_page, walk, code, width, height, scale, scheme):
    theme().set_scheme(scheme)
    theme().set_scale(scale)
    _, page = open_page(code, (width, height))
    page.select(1)

    assert walk(page) == []
