"""The customer's screen in a real window on a real shop."""

from dataclasses import replace

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication
from shiboken6 import isValid

from cxdesk.domain.needs import Channel
from cxdesk.language.language import Language
from cxdesk.ui.kiosk.presenter import Answers, Step
from cxdesk.ui.kiosk.screen import KioskScreen
from cxdesk.ui.theme import theme
from cxdesk.ui.widgets.labels import Label
from cxdesk.ui.widgets.scale import ScoreScale


class Shell:
    """Where errors would be told."""

    def __init__(self, code):
        self.language, self.errors = Language(code, currency="EUR"), []

    def fail(self, error):
        self.errors.append(error)


@pytest.fixture
def kiosk(desk, qtbot):
    """Opens the screen in a language; what `hand` gets stays with the caller."""
    made = []

    def open_one(hand=None, code="en", size=(1366, 768)):
        made.append(KioskScreen(desk, Shell(code), hand))
        made[-1].resize(*size)
        with qtbot.waitActive(made[-1]):
            made[-1].show()
            made[-1].activateWindow()
        return made[-1]

    yield open_one
    for each in made:
        if isValid(each):
            each.leave()


def words(screen):
    return [label.text() for label in screen.asked.findChildren(Label)]


def press(screen, score):
    """Press a cell, and let the time pass that the answer is seen."""
    screen.asked.findChild(ScoreScale).cells[score].click()
    screen.asked.answered.emit(score)


def test_answers_are_kept_without_a_name_and_the_next_customer_begins_anew(kiosk, desk, find):
    screen = kiosk()
    assert "How likely are you to recommend us to a friend?" in words(screen)
    press(screen, 9)
    press(screen, 4)
    find(screen.asked, "kiosk-comment").setPlainText("  Lovely yarn ")
    find(screen.asked, "kiosk-send").click()

    [entry] = desk.feedback.latest(9)
    assert (entry.nps, entry.csat, entry.comment, entry.customer_id) == (9, 4, "Lovely yarn", None)
    assert (entry.channel, entry.follow_up) == (Channel.SELF_SERVICE, False)
    assert "Thank you!" in words(screen)
    screen.presenter.thanked()
    assert screen.presenter.step is Step.NPS
    assert screen.asked.findChild(ScoreScale).score is None


def test_it_asks_the_questions_of_the_day(kiosk, desk, find):
    desk.settings.save(replace(desk.settings.shop(), questions="ces csat"))
    screen = kiosk()
    assert "Question 1 of 3 · answering is voluntary" in words(screen)
    press(screen, 2)
    assert words(screen)[0] == "How easy was it to get what you came for?"
    assert list(screen.asked.findChild(ScoreScale).cells) == [1, 2, 3, 4, 5, 6, 7]
    press(screen, 6)
    find(screen.asked, "kiosk-skip").click()
    [entry] = desk.feedback.latest(9)
    assert (entry.nps, entry.csat, entry.ces, entry.follow_up) == (None, 2, 6, True)
    desk.settings.save(replace(desk.settings.shop(), questions="nps"))
    screen.presenter.thanked()
    assert screen.presenter.step is Step.NPS  # for the next customer at once


def test_by_key_one_and_zero_is_ten(kiosk, qtbot, desk, find):
    screen = kiosk()
    QTest.keyClicks(QApplication.focusWidget(), "1")
    QTest.keyClicks(QApplication.focusWidget(), "0")
    qtbot.waitUntil(lambda: screen.presenter.step is Step.CSAT)
    QTest.keyClicks(QApplication.focusWidget(), "2")
    qtbot.waitUntil(lambda: screen.presenter.step is Step.COMMENT)
    find(screen.asked, "kiosk-skip").click()
    [entry] = desk.feedback.latest(9)
    assert (entry.nps, entry.csat, entry.follow_up) == (10, 2, True)


def test_nothing_answered_leaves_nothing(kiosk, desk, find):
    screen = kiosk()
    for _ in range(3):
        find(screen.asked, "kiosk-skip").click()
    assert screen.presenter.step is Step.NPS
    assert desk.feedback.latest(9) == []


def test_who_goes_away_halfway_has_still_answered(kiosk, desk):
    screen = kiosk()
    press(screen, 6)
    screen.presenter.idle()
    assert [entry.nps for entry in desk.feedback.latest(9)] == [6]
    assert screen.presenter.step is Step.NPS


def test_back_shows_what_was_answered(kiosk, desk, find):
    screen = kiosk()
    press(screen, 3)
    find(screen.asked, "kiosk-back").click()
    assert screen.asked.findChild(ScoreScale).score == 3
    press(screen, 8)
    screen.presenter.idle()
    assert [entry.nps for entry in desk.feedback.latest(9)] == [8]


def test_the_language_changes_at_once_and_only_for_this_customer(kiosk):
    screen = kiosk(code="fi")
    assert "Kuinka todennäköisesti suosittelisit meitä ystävälle?" in words(screen)
    screen.languages.chip("uz").click()
    assert "Bizni doʻstingizga tavsiya qilish ehtimolingiz qanday?" in words(screen)
    screen.presenter.idle()
    assert "Kuinka todennäköisesti suosittelisit meitä ystävälle?" in words(screen)


def test_answers_go_to_the_visit_at_the_counter(kiosk, desk, find, qtbot):
    handed = []
    screen = kiosk(lambda **said: handed.append(said))
    press(screen, 10)
    find(screen.asked, "kiosk-skip").click()
    find(screen.asked, "kiosk-skip").click()
    assert handed == [{"nps": 10}]
    screen.presenter.thanked()
    qtbot.waitUntil(lambda: not isValid(screen))
    assert desk.feedback.latest(9) == []


def test_only_who_holds_the_key_gets_out(kiosk, qtbot):
    screen = kiosk()
    screen.close()
    assert screen.isVisible()
    QTest.keyPress(screen, Qt.Key.Key_Escape)
    assert screen.held.isActive()
    QTest.keyRelease(screen, Qt.Key.Key_Escape)
    assert not screen.held.isActive()
    screen.held.timeout.emit()
    qtbot.waitUntil(lambda: not isValid(screen))


def test_the_name_held_down_is_the_way_out_of_a_touch_screen(kiosk):
    screen = kiosk()
    window, at = screen.windowHandle(), screen.name.mapTo(screen, screen.name.rect().center())
    QTest.mousePress(window, Qt.MouseButton.LeftButton, Qt.KeyboardModifier.NoModifier, at)
    assert screen.held.isActive()
    QTest.mouseRelease(window, Qt.MouseButton.LeftButton, Qt.KeyboardModifier.NoModifier, at)
    assert not screen.held.isActive()


def test_with_a_code_only_staff_get_out(kiosk, desk, find, qtbot):
    desk.settings.save(replace(desk.settings.shop(), kiosk_code="2468"))
    screen = kiosk()
    screen.presenter.wants_out()
    screen.code.field.setText("1234")
    QTest.keyClick(screen.code.field, Qt.Key.Key_Return)
    assert "That is not the code." in [label.text() for label in screen.code.findChildren(Label)]
    find(screen.code, "kiosk-stay").click()
    assert screen.presenter.step is Step.NPS
    screen.presenter.wants_out()
    screen.code.field.setText("2468")
    find(screen.code, "kiosk-leave").click()
    qtbot.waitUntil(lambda: not isValid(screen))


@pytest.mark.parametrize(
    ("code", "width", "height", "scale"), [("fi", 1280, 720, 1.0), ("uz", 1366, 768, 2.0)]
)
def test_walk(kiosk, walk, code, width, height, scale):
    theme().set_scale(scale)
    screen = kiosk(None, code, (width, height))
    for step in Step:
        screen.show_step(step, Answers(7, 4, 7, "Hyvä"), 1, 4)
        assert walk(screen) == []
