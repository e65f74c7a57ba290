import pytest
from PySide6.QtCore import Qt
from PySide6.QtGui import QKeySequence, QShortcut

from cxdesk.ui.theme import theme
from cxdesk.ui.widgets.fields import Choice, TextArea, TextField
from cxdesk.ui.widgets.forms import FormRow
from cxdesk.ui.widgets.layouts import boxed, column
from cxdesk.ui.widgets.ticks import Radio, Tick

CONTROL = Qt.KeyboardModifier.ControlModifier


def test_undo_passes_through_a_field_with_nothing_to_undo(shown, qtbot):
    field, passed = TextField("Name", id="name"), []
    root = shown(boxed(column(field)))
    QShortcut(QKeySequence("Ctrl+Z"), root).activated.connect(lambda: passed.append(1))
    field.setFocus()
    qtbot.keyClick(field, Qt.Key.Key_Z, CONTROL)
    assert passed == [1]
    qtbot.keyClicks(field, "abc")
    qtbot.keyClick(field, Qt.Key.Key_Z, CONTROL)
    assert passed == [1]
    assert field.text() == ""


def test_an_error_stands_at_its_field_in_place_of_the_hint(shown):
    row = shown(FormRow("E-mail", TextField("", id="mail"), "Optional"))
    assert row.field.accessibleName() == "E-mail"
    assert row.field.accessibleDescription() == "Optional"
    row.set_error("The @ is missing.")
    assert row.error == "The @ is missing."
    assert row._error.isVisible()
    assert not row._hint.isVisible()
    assert row.field.accessibleDescription() == "The @ is missing."
    row.set_error("")
    assert not row._error.isVisible()
    assert row._hint.isVisible()


def test_a_choice_speaks_in_keys(shown):
    choice = shown(Choice("Language", {"fi": "Suomi", "en": "English"}))
    choice.choose("en")
    assert choice.value() == "en"
    assert choice.currentText() == "English"


def test_tab_leaves_a_text_area(shown, qtbot):
    area, field = TextArea("Comment"), TextField("Next")
    _root = shown(boxed(column(area, field)))
    area.setFocus()
    qtbot.keyClick(area, Qt.Key.Key_Tab)
    assert field.hasFocus()
    assert area.toPlainText() == ""


@pytest.mark.parametrize("kind", [Tick, Radio])
def test_words_are_part_of_the_target_and_wrap(shown, qtbot, walk, kind):
    theme().set_scale(2.0)
    tick = kind("Take a backup every day and ask for the stick when the shop closes", id="tick")
    root = shown(boxed(column(tick, None)), 300, 500)
    qtbot.mouseClick(tick, Qt.MouseButton.LeftButton, pos=tick.rect().center())
    assert tick.isChecked()
    assert tick.height() >= 4 * 28
    assert walk(root) == []
