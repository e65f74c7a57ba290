from PySide6.QtCore import Qt
from PySide6.QtGui import QAccessible

from cxdesk.ui.widgets.choices import ChipGroup

NEEDS = {"price": "Price", "choice": "Choice", "service": "Service"}


def press(qtbot, group, key):
    qtbot.keyClick(group.chip(key), Qt.Key.Key_Space)


def test_one_at_most(shown, qtbot):
    group = shown(ChipGroup("Need", NEEDS))
    press(qtbot, group, "price")
    press(qtbot, group, "service")
    assert group.value() == "service"
    press(qtbot, group, "service")
    assert group.value() == ""


def test_several_in_the_order_of_the_options(shown, qtbot):
    group = shown(ChipGroup("Need", NEEDS, several=True))
    press(qtbot, group, "service")
    press(qtbot, group, "price")
    assert group.values() == ("price", "service")


def test_always_one(shown, qtbot):
    group = shown(ChipGroup("Period", NEEDS, always=True))
    assert group.value() == "price"
    press(qtbot, group, "price")
    assert group.value() == "price"
    press(qtbot, group, "choice")
    assert group.values() == ("choice",)


def test_arrows_move_without_choosing_and_enter_chooses(shown, qtbot):
    group = shown(ChipGroup("Need", NEEDS))
    group.chip("price").setFocus()
    qtbot.keyClick(group.chip("price"), Qt.Key.Key_Left)
    assert group.chip("service").hasFocus()
    assert group.values() == ()
    with qtbot.waitSignal(group.changed):
        qtbot.keyClick(group.chip("service"), Qt.Key.Key_Return)
    assert group.values() == ("service",)


def test_other_options_keep_what_is_still_offered(shown):
    group = shown(ChipGroup("Need", NEEDS, several=True))
    group.choose("price", "service")
    group.set_options({"service": "Service", "speed": "Speed"})
    assert group.values() == ("service",)


def test_what_a_screen_reader_says_of_a_chip():
    one, several = ChipGroup("Need", NEEDS), ChipGroup("Need", NEEDS, several=True)
    said = [QAccessible.queryAccessibleInterface(group.chip("price")) for group in (one, several)]
    assert [each.role() for each in said] == [QAccessible.Role.RadioButton, QAccessible.Role.CheckBox]
    assert {each.text(QAccessible.Text.Description) for each in said} == {"Need"}
