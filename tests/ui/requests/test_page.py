"""The page of promises and requests in the real window."""

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication

from cxdesk.language.language import Language
from cxdesk.ui.requests.page import RequestsPage
from cxdesk.ui.theme import theme


@pytest.fixture
def open_page(desk, shop, shown):
    made = []

    def open_one(code="en", size=(1366, 768), what=None):
        window = shop.window(desk, Language(code, currency="EUR"), "requests", RequestsPage)
        made.append(window)
        shown(window, *size)
        window.go("requests", what)
        return window, window.page("requests")

    yield open_one
    for window in made:
        assert window.errors == []
        window.close()


@pytest.mark.usefixtures("waiting")
def test_by_key_and_back(open_page, find, desk):
    window, page = open_page()
    row = QApplication.focusWidget()
    assert row is page.calls.rows[0]
    QTest.keyClick(row, Qt.Key.Key_B)
    assert [each.name for each in desk.requests.calls()] == [""]
    assert len(page.calls.rows) == 1
    find(window, "toast-undo").click()
    assert len(page.calls.rows) == 2


@pytest.mark.usefixtures("waiting")
def test_opened_on_what_is_promised(open_page, desk):
    _, page = open_page(what="promises")
    assert QApplication.focusWidget() is page.promises.rows[0]
    QTest.keyClick(page.promises.rows[0], Qt.Key.Key_Return)
    assert [each.promise.text for each in desk.promises.open()] == ["Order ready", "Call back"]


@pytest.mark.usefixtures("waiting")
def test_what_has_arrived_is_to_be_told(open_page, find):
    _, page = open_page()
    find(page, "arrived-1").click()
    assert page.wanted.main_control() is None
    assert len(page.calls.rows) == 2  # nobody has left a number for the coat


def test_nobody_waits(open_page, find):
    window, page = open_page()
    find(page, "open-counter").click()
    assert window.current == "counter"


@pytest.mark.parametrize("code", ["fi", "en", "uz"])
@pytest.mark.parametrize(("scale", "width"), [(1.0, 1280), (1.0, 1366), (2.0, 1366)])
@pytest.mark.usefixtures("waiting")
def test_walk(open_page, walk, code, scale, width):
    theme().set_scale(scale)
    window, _ = open_page(code, (width, 720))
    assert walk(window) == []
