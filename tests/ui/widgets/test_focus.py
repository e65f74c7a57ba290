import pytest
from PySide6.QtCore import Qt

from cxdesk.ui.widgets.buttons import Button
from cxdesk.ui.widgets.columns import ScrollPage
from cxdesk.ui.widgets.fields import TextField
from cxdesk.ui.widgets.focus import FocusRing
from cxdesk.ui.widgets.layouts import boxed, column


@pytest.fixture
def stage(shown):
    one, two, field = Button("One", id="one"), Button("Two", id="two"), TextField("Name")
    root = shown(boxed(column(one, two, field, None, margins=(20, 20, 20, 20))))
    ring = FocusRing(root)
    one.setFocus()
    yield root, ring, one, two, field
    root.close()


def test_the_ring_comes_with_the_keyboard_and_goes_with_the_mouse(stage, qtbot):
    _root, ring, one, two, _field = stage
    assert not ring.isVisible()
    qtbot.keyClick(one, Qt.Key.Key_Tab)
    assert two.hasFocus()
    assert ring.isVisible()
    qtbot.mouseClick(one, Qt.MouseButton.LeftButton)
    assert not ring.isVisible()


def test_the_ring_lies_four_px_outside_and_follows(stage, qtbot):
    root, ring, one, two, _field = stage
    qtbot.keyClick(one, Qt.Key.Key_Tab)
    assert ring.geometry() == two.geometry().adjusted(-4, -4, 4, 4)
    root.resize(600, 400)
    qtbot.waitUntil(lambda: ring.geometry() == two.geometry().adjusted(-4, -4, 4, 4))


def test_a_field_shows_its_focus_itself(stage, qtbot):
    _root, ring, one, two, field = stage
    qtbot.keyClick(one, Qt.Key.Key_Tab)
    qtbot.keyClick(two, Qt.Key.Key_Tab)
    assert field.hasFocus()
    assert not ring.isVisible()


def test_no_ring_around_what_is_scrolled_away(shown, qtbot):
    buttons = [Button(str(number), id=str(number)) for number in range(40)]
    page = ScrollPage(*buttons)
    root = shown(boxed(column(page)))
    ring = FocusRing(root)
    buttons[0].setFocus()
    qtbot.keyClick(buttons[0], Qt.Key.Key_Tab)
    assert ring.isVisible()
    page.verticalScrollBar().setValue(page.verticalScrollBar().maximum())
    qtbot.waitUntil(lambda: not ring.isVisible())
