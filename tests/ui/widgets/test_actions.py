import pytest
from PySide6.QtCore import Qt

from cxdesk.ui.theme import theme
from cxdesk.ui.tokens import Tone
from cxdesk.ui.widgets.actions import Act, ActionItem, ActionList
from cxdesk.ui.widgets.buttons import Kind


@pytest.fixture
def done():
    return []


@pytest.fixture
def items(done):
    def one(key):
        acts = (
            Act("Print letter", lambda: done.append(f"print {key}"), "printer"),
            Act("Done", lambda: done.append(f"done {key}"), "check", "D"),
            Act("Later", lambda: done.append(f"later {key}"), "alarm-clock", "L", square=True),
        )
        return ActionItem(
            key, "cake", Tone.GIFT, f"Gift {key}", "Turns 50 on Monday.", "12,00 €", "VIP", Tone.GIFT, acts
        )

    return [one("a"), one("b"), one("c")]


@pytest.fixture
def actions(shown, items):
    actions = shown(ActionList("Suggestions"), 800, 400)
    actions.show_items(items)
    actions.main_control().setFocus()
    return actions


def kinds(actions):
    return [row.buttons[0].kind for row in actions.rows]


def test_only_the_selected_row_has_the_filled_button(actions, qtbot):
    assert kinds(actions) == [Kind.PRIMARY, Kind.SECONDARY, Kind.SECONDARY]
    qtbot.keyClick(actions.rows[0], Qt.Key.Key_Down)
    assert kinds(actions) == [Kind.SECONDARY, Kind.PRIMARY, Kind.SECONDARY]
    assert actions.rows[1].hasFocus()


def test_arrows_stop_at_the_ends(actions, qtbot):
    qtbot.keyClick(actions.rows[0], Qt.Key.Key_Up)
    assert actions.main_control() is actions.rows[0]


def test_enter_and_letters_act_on_the_row_with_the_focus(actions, qtbot, done):
    qtbot.keyClick(actions.rows[0], Qt.Key.Key_Return)
    qtbot.keyClick(actions.rows[0], Qt.Key.Key_D)
    qtbot.keyClick(actions.rows[0], Qt.Key.Key_Down)
    qtbot.keyClick(actions.rows[1], Qt.Key.Key_L)
    assert done == ["print a", "done a", "later b"]


def test_letters_with_ctrl_do_nothing(actions, qtbot, done):
    qtbot.keyClick(actions.rows[0], Qt.Key.Key_D, Qt.KeyboardModifier.ControlModifier)
    assert done == []


def test_selection_and_focus_stay_when_a_row_goes(actions, items, qtbot):
    qtbot.keyClick(actions.rows[0], Qt.Key.Key_Down)
    actions.show_items([items[0], items[2]])
    assert actions.main_control().item.key == "c"
    assert actions.main_control().hasFocus()


def test_nothing_left_is_no_main_control(actions):
    actions.show_items([])
    assert actions.main_control() is None


def test_a_row_says_all_of_itself(actions):
    assert actions.rows[0].accessibleName() == "Gift a. VIP. Turns 50 on Monday.. 12,00 €"


@pytest.mark.parametrize("scale", [1.0, 1.5, 2.0])
@pytest.mark.parametrize("width", [480, 800, 1100])
def test_rows_fit(shown, items, walk, scale, width):
    theme().set_scale(scale)
    actions = shown(ActionList("Suggestions"), width, 1600)
    actions.show_items(items)
    assert walk(actions) == []
