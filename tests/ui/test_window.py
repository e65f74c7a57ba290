import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QLineEdit

from cxdesk.ui.changes import Changes
from cxdesk.ui.jobs import Jobs
from cxdesk.ui.screens import Group, Page, Screen
from cxdesk.ui.theme import theme
from cxdesk.ui.topbar import Hooks
from cxdesk.ui.widgets.layouts import column
from cxdesk.ui.widgets.search import Found
from cxdesk.ui.window import Window


class Sheet(Page):
    tables = frozenset({"customer"})
    made = 0

    def __init__(self, _desk, _shell):
        super().__init__()
        Sheet.made += 1
        self.reloads, self.opened = 0, []
        self.field = QLineEdit()
        self.field.setAccessibleName("Main")
        self.setLayout(column(self.field, None))

    def reload(self):
        self.reloads += 1

    def open(self, what):
        self.opened.append(what)

    def main_control(self):
        return self.field


SCREENS = (
    Screen("today", "house", "Today", Group.DAILY, Sheet),
    Screen("counter", "scan-barcode", "Counter", Group.DAILY, Sheet),
    Screen("reports", "file-text", "Reports", Group.RUNNING, Sheet),
    Screen("help", "circle-help", "Help", Group.FOOT, Sheet),
    Screen("requests", "package-x", "Asked for", Group.WITHIN, Sheet, "counter"),
)


@pytest.fixture
def make(language, shown):
    def make_one(width=1366, height=768, **hooks):
        Sheet.made = 0
        window = Window(None, language, SCREENS, Changes(), Jobs(object), pytest.fail, Hooks(**hooks))
        return shown(window, width, height)

    return make_one


def test_pages_are_made_on_the_first_visit_and_get_the_focus(make, qtbot):
    window = make()
    assert Sheet.made == 0
    window.go("today")
    assert Sheet.made == 1
    qtbot.waitUntil(window.page("today").field.hasFocus)
    window.go("counter", 7)
    window.go("today")
    assert Sheet.made == 2
    assert window.page("counter").opened == [7]


def test_a_page_that_is_made_ahead_reads_when_it_is_visited(make):
    window = make()
    window.prepare("counter")
    made = window._pages["counter"]
    window.changes.tell({"customer"})
    assert (Sheet.made, made.reloads, window.current) == (1, 0, "")
    window.go("counter")
    assert (Sheet.made, made.reloads, window.page("counter")) == (1, 1, made)


def test_keys_lead_to_pages_and_back(make, qtbot):
    window = make()
    window.go("today")
    for key, modifier, screen in (
        (Qt.Key.Key_3, Qt.KeyboardModifier.ControlModifier, "reports"),
        (Qt.Key.Key_F2, Qt.KeyboardModifier.NoModifier, "counter"),
        (Qt.Key.Key_F1, Qt.KeyboardModifier.NoModifier, "help"),
        (Qt.Key.Key_Left, Qt.KeyboardModifier.AltModifier, "counter"),
        (Qt.Key.Key_Left, Qt.KeyboardModifier.AltModifier, "reports"),
    ):
        qtbot.keyClick(window, key, modifier)
        assert window.current == screen
    assert window.navigation.buttons["reports"].isChecked()


def test_a_screen_within_another_marks_it_and_a_press_on_the_mark_leads_there(make):
    window = make()
    window.go("today")
    window.go("requests")
    assert window.navigation.buttons["counter"].isChecked()
    window.navigation.buttons["counter"].click()
    assert (window.current, window.navigation.buttons["counter"].isChecked()) == ("counter", True)


def test_undo_and_redo_go_to_the_shop(make, qtbot):
    undone = []
    window = make(undo=lambda: undone.append("undo"), redo=lambda: undone.append("redo"))
    window.go("today")
    control, shift = Qt.KeyboardModifier.ControlModifier, Qt.KeyboardModifier.ShiftModifier
    qtbot.keyClick(window, Qt.Key.Key_Z, control)
    qtbot.keyClick(window, Qt.Key.Key_Z, control | shift)
    assert undone == ["undo", "redo"]


def test_a_stale_page_reloads_when_it_is_seen(make):
    window = make()
    window.go("today")
    window.go("counter")
    window.changes.tell({"customer"})
    assert (window.page("today").reloads, window.page("counter").reloads) == (1, 2)
    window.go("today")
    assert window.page("today").reloads == 2


@pytest.mark.parametrize(("width", "words"), [(1366, True), (1360, True), (1359, False), (1100, False)])
def test_navigation_shows_words_when_there_is_room(make, width, words):
    assert make(width).navigation.buttons["today"].collapsed is not words


def test_what_cannot_be_done_is_not_offered(make, find):
    window = make()
    assert not window.top.search.isVisible()
    assert not find(window, "staff").isVisible()


def test_search_everything_by_keyboard(make, qtbot):
    picked = []
    found = [
        Found("Kaisa", "040", lambda: picked.append("Kaisa")),
        Found("Kai", "050", lambda: picked.append("Kai")),
    ]
    window = make(search=lambda text: found if text == "ka" else ())
    window.go("today")
    qtbot.keyClick(window, Qt.Key.Key_K, Qt.KeyboardModifier.ControlModifier)
    qtbot.waitUntil(window.top.search.hasFocus)
    qtbot.keyClicks(window.top.search, "ka")
    assert window.top.results.isVisible()
    qtbot.keyClick(window.top.search, Qt.Key.Key_Down)
    qtbot.keyClick(window.top.search, Qt.Key.Key_Return)
    assert picked == ["Kai"]
    assert not window.top.results.isVisible()


def test_the_scheme_button_switches(make, find, qtbot):
    window = make()
    qtbot.mouseClick(find(window, "scheme"), Qt.MouseButton.LeftButton)
    assert theme().tokens.dark


def test_a_toast_undoes_once(make, find, qtbot):
    window, undone = make(), []
    window.toast("Saved", undo=lambda: undone.append(1))
    assert window._toast.isVisible()
    qtbot.mouseClick(find(window, "toast-undo"), Qt.MouseButton.LeftButton)
    assert undone == [1]
    assert not window._toast.isVisible()


@pytest.mark.parametrize("scale", [1.0, 1.5, 2.0])
@pytest.mark.parametrize("size", [(1366, 768), (1280, 720), (1920, 1080)])
def test_the_walk_finds_nothing_in_the_shell(make, walk, scale, size):
    theme().set_scale(scale)
    window = make(*size, search=lambda _text: (), staff=lambda: None)
    window.top.set_staff("Aino")
    window.go("today")
    assert walk(window) == []
