import pytest
from PySide6.QtCore import Qt
from PySide6.QtGui import QAccessible

from cxdesk.ui.widgets.layouts import boxed, column
from cxdesk.ui.widgets.search import Found, ResultList, SearchField


@pytest.fixture
def picked():
    return []


@pytest.fixture
def search(shown, picked):
    field = SearchField("Name, phone or card", id="find")
    rows = ResultList(field)
    root = shown(boxed(column(field, rows, None)))
    names = ("Kaisa", "Kai", "Kaija")
    rows.show_found([Found(name, "040", lambda name=name: picked.append(name)) for name in names])
    field.setFocus()
    yield field, rows
    root.close()


def test_arrows_choose_while_the_focus_stays_in_the_field(search, picked, qtbot):
    field, rows = search
    for _ in range(5):
        qtbot.keyClick(field, Qt.Key.Key_Down)
    assert rows.chosen.title == "Kaija"
    qtbot.keyClick(field, Qt.Key.Key_Up)
    qtbot.keyClick(field, Qt.Key.Key_Return)
    assert picked == ["Kai"]
    assert field.hasFocus()


def test_a_click_picks_its_row(search, picked, qtbot):
    _field, rows = search
    qtbot.mouseClick(rows._rows[2], Qt.MouseButton.LeftButton)
    assert picked == ["Kaija"]


def test_enter_without_rows_does_nothing(search, picked, qtbot):
    field, rows = search
    rows.show_found([])
    qtbot.keyClick(field, Qt.Key.Key_Return)
    assert picked == []
    assert rows.chosen is None


def test_ctrl_enter_is_left_to_the_page(search, picked, qtbot):
    field, _rows = search
    qtbot.keyClick(field, Qt.Key.Key_Return, Qt.KeyboardModifier.ControlModifier)
    assert picked == []


def test_escape_empties_and_then_leaves(search, qtbot):
    field, _rows = search
    qtbot.keyClicks(field, "ka")
    with qtbot.waitSignal(field.typed) as told:
        qtbot.keyClick(field, Qt.Key.Key_Escape)
    assert told.args == [""]
    with qtbot.waitSignal(field.left):
        qtbot.keyClick(field, Qt.Key.Key_Escape)


def test_a_screen_reader_types_past_the_keyboard(search, qtbot):
    """It sets the text through Qt's own interface; what the program puts there is nobody's typing."""
    field, _rows = search
    with qtbot.assertNotEmitted(field.typed):
        field.setText("by the program")
    with qtbot.waitSignal(field.typed) as told:
        QAccessible.queryAccessibleInterface(field).setText(QAccessible.Text.Value, "kaisa")
    assert told.args == ["kaisa"]
