"""Nothing is seen before it is laid out."""

from datetime import date

import pytest
from PySide6.QtCore import QEvent, QObject
from PySide6.QtWidgets import QApplication

from cxdesk.ui.today.page import TodayPage
from cxdesk.ui.widgets.actions import ActionRow


class Painted(QObject):
    """Notes the rows that are painted lower than their words need."""

    def __init__(self):
        super().__init__()
        self.rows, self.squashed = 0, []

    def eventFilter(self, watched, event):  # noqa: N802 - Qt's name
        if event.type() == QEvent.Type.Paint and isinstance(watched, ActionRow):
            self.rows += 1
            needed = watched.layout().heightForWidth(watched.width())
            if watched.height() < needed:
                self.squashed.append((watched.item.title, watched.height(), needed))
        return False


@pytest.fixture
def painted():
    made = Painted()
    QApplication.instance().installEventFilter(made)
    yield made
    QApplication.instance().removeEventFilter(made)


def test_rows_are_whole_whenever_they_are_painted(desk, shop, language, shown, qtbot, painted):
    for number in range(9):
        who = shop.customer(desk, f"Customer Number{number}", birthday=shop.birthday_in(number % 7))
        shop.bought(desk, who, date(2026, 10, 1 + number))
    window = shop.window(desk, language, "today", TodayPage)
    shown(window, 1366, 768)
    window.go("today")
    page = window.page("today")
    qtbot.waitUntil(lambda: bool(page.board.list.rows))
    qtbot.waitUntil(lambda: painted.rows > 0)
    page.presenter.why_these()
    qtbot.waitUntil(page.board.panel.isVisible)
    page.presenter.done(page.presenter.open_suggestions[0])
    page.presenter.more()
    seen = painted.rows
    page.update()
    page.board.update()
    qtbot.waitUntil(lambda: painted.rows > seen)
    assert painted.squashed == []
    window.close()
