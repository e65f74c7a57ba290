import pytest
from PySide6.QtCore import Qt

from cxdesk.ui.widgets.checkmenu import CheckMenu

KEYS = Qt.Key
opens_a_menu = pytest.mark.qt_log_ignore("This plugin does not support")


@pytest.fixture
def menu(shown):
    made = CheckMenu("Columns", icon="table")
    made.set_options({"a": "Aa", "b": "B & b", "c": "Cc"}, {"b"})
    shown(made)
    made.click()
    return made


@opens_a_menu
def test_it_is_ticked_by_keyboard_and_stays_open(menu, qtbot):
    with qtbot.waitSignal(menu.changed):
        qtbot.keyClick(menu.menu_, KEYS.Key_Space)
    assert menu.ticked() == ("a", "b")
    qtbot.keyClick(menu.menu_, KEYS.Key_Down)
    qtbot.keyClick(menu.menu_, KEYS.Key_Return)
    assert menu.ticked() == ("a",)
    assert menu.menu_.isVisible()
    qtbot.keyClick(menu.menu_, KEYS.Key_Escape)
    assert not menu.menu_.isVisible()


@opens_a_menu
def test_a_click_ticks_and_the_menu_stays_open(menu, qtbot):
    last = menu.menu_.actions()[2]
    qtbot.mouseClick(menu.menu_, Qt.MouseButton.LeftButton, pos=menu.menu_.actionGeometry(last).center())
    assert menu.ticked() == ("b", "c")
    assert menu.menu_.isVisible()


@opens_a_menu
def test_the_same_options_change_only_their_ticks(menu):
    before = menu.menu_.actions()
    menu.set_options({"a": "Aa", "b": "B & b", "c": "Cc"}, {"c"})
    assert (menu.menu_.actions(), menu.ticked()) == (before, ("c",))
    menu.set_options({"c": "Cc"}, {"a"})
    assert (len(menu.menu_.actions()), menu.ticked()) == (1, ())
