import pytest
from PySide6.QtWidgets import QWidget

from cxdesk.ui.widgets.buttons import Button
from cxdesk.ui.widgets.dialogs import Dialog
from cxdesk.ui.widgets.fields import TextArea

TITLE, TEXT = "Go back to this backup?", "The shop becomes as it was on Monday."


@pytest.fixture
def dialog(shown):
    def make(*parts, height=400):
        return shown(Dialog(None, TITLE, TEXT, Button("Stay"), Button("Go back"), parts=parts), 480, height)

    return make


def test_the_text_stands_close_under_its_title_however_tall_the_dialog(dialog, walk):
    made = dialog()
    title = next(child for child in made.findChildren(QWidget) if child.property("text") == TITLE)
    assert made.text.y() - title.geometry().bottom() < 40
    assert made.text.height() < 40
    assert walk(made) == []


def test_a_report_takes_the_room(dialog):
    report = TextArea("Report")
    assert dialog(report, height=600)
    assert report.height() > 300


def test_the_first_button_is_what_closing_means(dialog):
    made = dialog()
    made.reject()
    assert made.answer == 0
    made._choose(1)
    assert made.answer == 1
