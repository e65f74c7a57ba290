import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QLineEdit, QPushButton, QScrollArea, QWidget

from cxdesk.ui.widgets.buttons import Button
from cxdesk.ui.widgets.labels import Label
from cxdesk.ui.widgets.layouts import boxed, column, row


def good():
    return boxed(column(Label("A text"), Button("Save", id="save"), None))


def test_good_widgets_pass(shown, walk):
    assert walk(shown(good())) == []


def test_a_field_without_name_is_found(shown, walk):
    root = shown(boxed(column(QLineEdit(), None)))
    assert any("no accessible name" in fault for fault in walk(root))


def test_a_tiny_target_is_found(shown, walk):
    button = QPushButton("x")
    button.setAccessibleName("x")
    button.setFixedSize(20, 20)
    assert any("20 x 20" in fault for fault in walk(shown(boxed(row(button, None)))))


def test_a_squeezed_text_is_found(shown, walk):
    label = Label("Words", lines=0)
    label.setFixedHeight(5)
    assert any("needs" in fault for fault in walk(shown(boxed(column(label, None)))))


def test_a_cut_button_is_found(shown, walk):
    button = Button("A button with very many words on it", id="long")
    button.setFixedWidth(90)
    assert any("is cut" in fault for fault in walk(shown(boxed(row(button, None)))))


def test_a_page_that_scrolls_sideways_is_found(shown, walk):
    area, wide = QScrollArea(), QWidget()
    wide.setMinimumWidth(900)
    area.setWidget(wide)
    area.setFocusPolicy(Qt.FocusPolicy.NoFocus)
    assert any("900 px wide" in fault for fault in walk(shown(boxed(column(area)))))


def test_something_out_of_its_holder_is_found(shown, walk):
    root = QWidget()
    child = Label("x")
    child.setParent(root)
    child.setGeometry(350, 10, 200, 30)
    assert any("reaches out" in fault for fault in walk(shown(root)))


@pytest.mark.parametrize("backwards", [False, True])
def test_tab_jumping_up_is_found(shown, walk, backwards):
    root = QWidget()
    for row_, name in enumerate(("first", "second")):
        button = Button(name, id=name)
        button.setParent(root)
        button.setGeometry(0, (1 - row_ if backwards else row_) * 50, 90, 36)
    assert any("Tab jumps up" in fault for fault in walk(shown(root))) is backwards
