import pytest
from PySide6.QtCore import Qt

from cxdesk.ui.theme import theme
from cxdesk.ui.tokens import DARK, LIGHT
from cxdesk.ui.widgets.buttons import Button, IconButton, Kind
from cxdesk.ui.widgets.layouts import boxed, column

CONTROL = Qt.KeyboardModifier.ControlModifier


@pytest.mark.parametrize("key", [Qt.Key.Key_Space, Qt.Key.Key_Return, Qt.Key.Key_Enter])
def test_space_and_both_enters_press(shown, qtbot, key):
    button, pressed = shown(Button("Save")), []
    button.clicked.connect(lambda: pressed.append(1))
    qtbot.keyClick(button, key)
    assert pressed == [1]


@pytest.mark.parametrize(
    ("name", "key"),
    [("Ctrl+Enter", Qt.Key.Key_Return), ("Ctrl+Enter", Qt.Key.Key_Enter), ("Ctrl+N", Qt.Key.Key_N)],
)
def test_a_key_presses_from_anywhere_in_the_window(shown, qtbot, name, key):
    button, pressed = Button("Save", key=name), []
    button.clicked.connect(lambda: pressed.append(1))
    root = shown(boxed(column(button)))
    qtbot.keyClick(root, key, CONTROL)
    assert pressed == [1]


def test_a_hidden_or_disabled_button_is_not_pressed_by_its_key(shown, qtbot):
    button, pressed = Button("Help", key="F1"), []
    button.clicked.connect(lambda: pressed.append(1))
    root = shown(boxed(column(button)))
    button.setEnabled(False)
    qtbot.keyClick(root, Qt.Key.Key_F1)
    button.setEnabled(True)
    button.hide()
    qtbot.keyClick(root, Qt.Key.Key_F1)
    assert pressed == []


def test_a_square_button_says_its_name(shown):
    button = shown(IconButton("printer", "Print", key="Ctrl+P"))
    assert button.accessibleName() == "Print"
    assert button.toolTip() == "<span>Print (Ctrl+P)</span>"
    assert button.accessibleDescription() == "Print (Ctrl+P)"  # not the tooltip with its marks
    assert button.sizeHint().width() == button.sizeHint().height() == 36


def test_colours_follow_the_scheme_at_once(shown):
    button = Button("Save", Kind.PRIMARY)
    _root = shown(boxed(column(None, button)))
    assert button.grab().toImage().pixelColor(6, 18).name() == LIGHT.accent.lower()
    theme().set_scheme(theme().scheme.DARK)
    assert button.grab().toImage().pixelColor(6, 18).name() == DARK.accent.lower()


def test_the_key_cap_gives_way_before_the_words_do(shown):
    button = Button("Save", Kind.PRIMARY, hint="Ctrl+Enter")
    full = button.sizeHint().width()
    assert full > Button("Save").sizeHint().width()
    button.setFixedWidth(full - 20)
    _root = shown(boxed(column(button)))
    button.grab()
    assert button.toolTip() == ""
