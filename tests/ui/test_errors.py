import logging

import pytest
from PySide6.QtCore import QTimer
from PySide6.QtWidgets import QApplication

from cxdesk.domain.errors import UserError
from cxdesk.ui.errors import Errors
from cxdesk.ui.widgets.dialogs import Dialog
from cxdesk.ui.widgets.fields import TextArea


@pytest.fixture
def answered():
    """Shows an error and presses the only button; gives title, text and report of the dialog."""

    def show(errors, error):
        seen = []

        def look():
            dialog = QApplication.activeModalWidget()
            assert isinstance(dialog, Dialog)
            seen.append(
                (
                    dialog.windowTitle(),
                    dialog.text.text(),
                    [a.toPlainText() for a in dialog.findChildren(TextArea)],
                )
            )
            dialog.accept()

        QTimer.singleShot(0, look)
        errors.show(error)
        return seen[0]

    return show


def test_the_worlds_fault_is_said_in_a_sentence(language, tmp_path, answered, caplog):
    title, text, report = answered(
        Errors(language, tmp_path), UserError("{name} is not a shop file.", name="a.txt")
    )
    assert text == "a.txt is not a shop file."
    assert title == "That did not work"
    assert report == []
    assert caplog.records == []


def test_our_fault_is_reported_and_logged(language, tmp_path, answered, caplog):
    with caplog.at_level(logging.ERROR, "cxdesk"):
        _title, text, report = answered(Errors(language, tmp_path), ZeroDivisionError("boom"))
    assert str(tmp_path) in text
    assert report == ["ZeroDivisionError: boom"]
    assert caplog.records[0].exc_info[1].args == ("boom",)
