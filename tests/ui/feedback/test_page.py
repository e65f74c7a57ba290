"""The feedback page in the real window."""

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication

from cxdesk.language.language import Language
from cxdesk.ui.changes import Changes
from cxdesk.ui.feedback.page import FeedbackPage
from cxdesk.ui.jobs import Jobs
from cxdesk.ui.screens import Group, Screen
from cxdesk.ui.theme import theme
from cxdesk.ui.window import Window

SCREENS = (Screen("feedback", "message-square", "Feedback", Group.DAILY, FeedbackPage),)


@pytest.fixture
def window(desk, shown):
    made = []

    def open_window(code="en", width=1366, height=768):
        changes = Changes()
        desk.workplace.announce = lambda change: changes.tell(change.tables)
        errors = []
        window = Window(desk, Language(code), SCREENS, changes, Jobs(desk.again), errors.append)
        window.errors = errors
        shown(window, width, height)
        window.go("feedback")
        made.append(window)
        return window

    yield open_window
    for window in made:
        assert window.errors == []
        window.close()


def test_arrows_walk_through_the_list_and_the_detail_follows(window, entries):
    page = window().page("feedback")
    assert QApplication.focusWidget() is page.table
    assert page.presenter.selected == entries[5]
    QTest.keyClick(page.table, Qt.Key.Key_Down)
    assert page.presenter.selected == entries[4]
    assert page.detail.answer.isVisible()


def test_answering_by_keyboard_and_undo(window, entries, desk, find):
    shown = window()
    page = shown.page("feedback")
    page.open("open")
    QTest.keyClick(page.table, Qt.Key.Key_Return)
    QTest.keyClicks(page.detail.answer, "Called")
    QTest.keyClick(find(page, "resolve"), Qt.Key.Key_Return)
    assert desk.feedback.get(entries[4]).resolution == "Called"
    assert find(page, "show-all").isVisible()
    find(shown, "toast-undo").click()
    assert desk.feedback.get(entries[4]).resolved is None
    assert page.table.isVisible()


def test_what_is_being_written_survives_a_change_elsewhere(window, entries, desk, kaisa):
    page = window().page("feedback")
    page.open(entries[4])
    page.detail.answer.setPlainText("Called")
    desk.customers.save(desk.customers.get(kaisa))
    page.reload()
    assert page.detail.answer.toPlainText() == "Called"


def test_chips_filter_with_their_counts(window, entries, find):
    page = window().page("feedback")
    chip = find(page, "filter-promoters")
    assert chip.text() == "Promoters 3"
    chip.click()
    assert page.presenter.ids() == [entries[5], entries[3], entries[1]]
    find(page, "period-all").click()
    assert page.filters.chip("promoters").text() == "Promoters 4"


def test_nothing_leads_to_a_page_that_is_not_there(window, entries, find):
    page = window().page("feedback")
    page.open(entries[4])
    assert not find(page, "correct").isVisible()
    assert not find(page, "open-customer").isVisible()


@pytest.mark.usefixtures("entries")
@pytest.mark.parametrize("code", ["fi", "en", "uz"])
@pytest.mark.parametrize(("scale", "width", "height"), [(1.0, 1280, 720), (1.0, 1366, 768), (2.0, 1366, 768)])
def test_the_walk(window, walk, code, scale, width, height):
    theme().set_scale(scale)
    shown = window(code, width, height)
    assert walk(shown) == []
    shown.page("feedback").open("open")
    assert walk(shown) == []


def test_the_walk_through_an_empty_shop(window, walk):
    assert walk(window()) == []
