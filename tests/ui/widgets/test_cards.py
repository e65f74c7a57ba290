"""Boxes with a title, or without."""

from PySide6.QtWidgets import QApplication

from cxdesk.ui.widgets.cards import Card
from cxdesk.ui.widgets.labels import Label


def test_a_box_without_a_title_leaves_nothing_beside_it(qtbot):
    before = set(QApplication.topLevelWidgets())
    box = Card("", Label("Words"))
    qtbot.addWidget(box)

    assert set(QApplication.topLevelWidgets()) - before == {box}
    assert [label.text() for label in box.findChildren(Label)] == ["Words"]
