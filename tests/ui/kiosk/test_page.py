"""The way from the counter to the customer's screen and back, in the real window."""

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication
from shiboken6 import isValid

from cxdesk.language.language import Language
from cxdesk.ui.application import Application
from cxdesk.ui.kiosk.page import KioskPage
from cxdesk.ui.session import Session


@pytest.fixture
def session(desk, tmp_path, monkeypatch):
    monkeypatch.setenv("XDG_DATA_HOME", str(tmp_path / "home"))
    desk.workplace.code = ""
    application, failed = Application("en"), []
    application.errors.show = failed.append
    made = Session(desk, application)
    made.window.resize(1366, 768)
    made.window.show()
    made.window.go("counter")
    yield made
    made.close()
    assert failed == []


def test_f9_lets_the_customer_answer_for_the_visit_at_the_counter(session, desk, shop, qtbot):
    kaisa = shop.customer(desk, "Kaisa Virtanen")
    counter = session.window.page("counter")
    counter.presenter.meeting.choose(kaisa)
    QTest.keyClick(QApplication.focusWidget() or counter, Qt.Key.Key_F9)

    kiosk = session.window.page("kiosk").kiosk
    kiosk.presenter.answer(10)
    kiosk.presenter.idle()
    assert session.window.current == "counter"
    assert counter.presenter.form.nps == 10
    qtbot.waitUntil(lambda: not isValid(kiosk))
    assert desk.feedback.ids() == []


def test_f9_with_nobody_at_the_counter_explains_the_screen_first(session, desk, find):
    QTest.keyClick(session.window.page("counter"), Qt.Key.Key_F9)
    assert session.window.current == "kiosk"
    page = session.window.page("kiosk")
    find(page, "show-kiosk").click()
    page.kiosk.presenter.answer(9)
    page.kiosk.presenter.wants_out()
    assert [entry.customer_id for entry in desk.feedback.latest(9)] == [None]


def test_the_screen_ends_with_the_window_and_what_was_answered_counts(session, desk, find, qtbot):
    session.window.go("kiosk")
    page = session.window.page("kiosk")
    find(page, "show-kiosk").click()
    kiosk = page.kiosk
    kiosk.presenter.answer(9)
    session.window.close()
    qtbot.waitUntil(lambda: not isValid(kiosk))
    assert [entry.nps for entry in desk.feedback.latest(9)] == [9]


@pytest.mark.parametrize(
    ("code", "width", "height", "scale"), [("fi", 1280, 720, 1.0), ("uz", 1366, 768, 2.0)]
)
def test_walk(desk, shop, shown, walk, code, width, height, scale):
    from cxdesk.ui.theme import theme

    theme().set_scale(scale)
    window = shop.window(desk, Language(code, currency="EUR"), "kiosk", KioskPage)
    shown(window, width, height)
    window.go("kiosk")
    assert walk(window) == []
    window.close()


def test_the_code_is_a_press_away(session, find):
    session.window.go("kiosk")
    find(session.window.page("kiosk"), "kiosk-settings").click()
    assert session.window.current == "settings"
    assert session.window.page("settings").chips.value() == "look"
