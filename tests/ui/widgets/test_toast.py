import pytest
from PySide6.QtWidgets import QWidget

from cxdesk.ui.theme import theme
from cxdesk.ui.widgets.toast import STAYS_MS, Toast


@pytest.fixture
def toast(shown):
    window = shown(QWidget(), 900, 600)
    yield Toast(window, "Undo")
    window.close()


def test_a_toast_stays_ten_seconds(toast):
    assert STAYS_MS == 10_000
    toast.say("Saved", lambda: None)
    assert toast.isVisible()
    assert toast._clock.remainingTime() > 9_000
    toast._clock.timeout.emit()
    assert not toast.isVisible()


def test_one_at_a_time_and_only_the_last_is_undone(toast):
    undone = []
    toast.say("First", lambda: undone.append(1))
    toast.say("Second", lambda: undone.append(2))
    assert toast.label.text() == "Second"
    toast.button.click()
    toast.button.click()
    assert undone == [2]


def test_it_waits_for_someone_whose_focus_is_on_undo(toast):
    toast.say("Saved", lambda: None)
    toast.button.setFocus()
    toast._clock.timeout.emit()
    assert toast.isVisible()


def test_without_undo_there_is_no_button(toast):
    toast.say("Saved")
    assert not toast.button.isVisible()


def test_it_grows_with_the_text(toast, walk):
    toast.say("Saved: Kaisa Virtanen", print)
    theme().set_scale(2.0)
    assert walk(toast) == []


def test_it_stays_inside_a_narrow_window(toast, walk):
    toast.say(
        "A long sentence that tells what was saved, for whom, and what it will do tomorrow morning at nine",
        print,
    )
    toast.parentWidget().resize(420, 500)
    assert toast.geometry().left() >= 0
    assert toast.geometry().right() < 420
    assert walk(toast) == []
