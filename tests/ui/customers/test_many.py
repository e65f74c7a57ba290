"""Many customers changed at once, in the real window."""

import pytest
from PySide6.QtCore import Qt

from cxdesk.ui.theme import theme

KEYS, CTRL = Qt.Key, Qt.KeyboardModifier.ControlModifier


def test_everybody_is_changed_at_once_and_that_is_taken_back(page, window, qtbot, find, desk, press):
    press(KEYS.Key_Down)
    press(KEYS.Key_A, CTRL)
    assert find(page, "edit-many").text() == "Change 3…"
    press(KEYS.Key_E, CTRL)
    assert page._stack.currentWidget() is page.many
    qtbot.keyClicks(find(page.many, "edit-text"), "Club")
    qtbot.waitUntil(find(page.many, "apply-edit").isEnabled)
    assert page.many.outcome.text() == "3 of 3 change."
    assert find(page.many, "edit-preview").texts()[0] == ["Anna Aalto", "–", "Club"]
    press(KEYS.Key_Return, CTRL)
    qtbot.waitUntil(lambda: page._stack.currentWidget() is page.listing)
    assert desk.tags.used() == ["Club"]
    assert window._toast.label.text() == "3 customers changed"
    window._toast.button.click()
    qtbot.waitUntil(lambda: desk.tags.used() == [])


def test_nothing_is_done_before_it_was_seen(page, qtbot, find, press):
    press(KEYS.Key_Down)
    press(KEYS.Key_Down, Qt.KeyboardModifier.ShiftModifier)
    find(page, "edit-many").click()
    assert not find(page.many, "apply-edit").isEnabled()
    find(page.many, "edit-part").choose("language")
    find(page.many, "edit-value").choose("en")
    qtbot.waitUntil(lambda: page.many.outcome.text().startswith("Nobody changes"))
    assert not find(page.many, "apply-edit").isEnabled()
    press(KEYS.Key_Escape)
    assert page._stack.currentWidget() is page.listing


@pytest.mark.parametrize("scale", [1.0, 2.0])
def test_changing_many_has_no_faults(page, qtbot, find, walk, scale, press):
    press(KEYS.Key_Down)
    press(KEYS.Key_A, CTRL)
    find(page, "edit-many").click()
    find(page.many, "edit-text").setText("Club")
    qtbot.waitUntil(find(page.many, "apply-edit").isEnabled)
    theme().set_scale(scale)
    assert walk(page.window()) == []
