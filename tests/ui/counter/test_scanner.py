"""Scans and typing, told apart by the time between keys; the tests hold the clock."""

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QLineEdit, QPlainTextEdit, QPushButton, QVBoxLayout, QWidget

from cxdesk.ui.counter.scanner import Scanner


class Bench:
    """A page with a comment, a line and a button, and somebody who types at it."""

    def __init__(self, shown):
        self.page = QWidget()
        self.comment, self.line, self.button = QPlainTextEdit(), QLineEdit(), QPushButton("Save")
        layout = QVBoxLayout(self.page)
        for widget in (self.comment, self.line, self.button):
            layout.addWidget(widget)
        self.now = 1000.0
        self.scanner = Scanner(self.page, lambda _: self.now)
        self.scans = []
        self.scanner.scanned.connect(self.scans.append)
        shown(self.page)

    def type(self, target, text, gap):
        """Type with `gap` ms before each key; \\n is Enter."""
        target.setFocus()
        for sign in text:
            self.now += gap
            if sign == "\n":
                QTest.keyClick(target, Qt.Key.Key_Return)
            else:
                QTest.keyClick(target, sign)


@pytest.fixture
def bench(shown):
    return Bench(shown)


def test_a_scan_is_told_and_leaks_nothing(bench):
    bench.type(bench.comment, "6412345678908\n", gap=8)
    assert bench.scans == ["6412345678908"]
    assert bench.comment.toPlainText() == ""


def test_typing_by_hand_reaches_the_field(bench):
    bench.type(bench.comment, "Kiitos!", gap=120)
    bench.scanner.release()
    assert bench.comment.toPlainText() == "Kiitos!"
    assert bench.scans == []


def test_typing_is_let_through_by_itself(bench, qtbot):
    bench.type(bench.comment, "a", gap=120)
    assert bench.comment.toPlainText() == ""
    qtbot.waitUntil(lambda: bench.comment.toPlainText() == "a", timeout=1000)


def test_a_short_burst_with_enter_is_typing(bench):
    bench.type(bench.comment, "12345\n", gap=8)
    assert bench.scans == []
    assert bench.comment.toPlainText() == "12345\n"


def test_six_signs_at_the_limit_are_a_scan_and_beyond_it_are_not(bench):
    bench.type(bench.line, "ABC-12\n", gap=35)
    assert bench.scans == ["ABC-12"]
    bench.type(bench.line, "ABC-12\n", gap=36)
    assert bench.scans == ["ABC-12"]
    assert bench.line.text() == "ABC-12"


@pytest.mark.parametrize(
    ("fast", "pause", "scans"), [("641", 120, 1), ("641", 121, 0), ("64", 36, 0), ("64", 35, 1)]
)
def test_a_busy_machine_may_pause_once_three_signs_came_fast(bench, fast, pause, scans):
    bench.type(bench.line, fast, gap=4)
    bench.now += pause - 4
    bench.type(bench.line, "2345", gap=4)
    QTest.keyClick(bench.line, Qt.Key.Key_Return)
    assert len(bench.scans) == scans


def test_keys_that_wait_to_be_read_come_before_the_end_of_the_wait(bench):
    """The machine was busy: the wait is over, and the next sign, pressed in time, stands in the queue."""
    bench.type(bench.line, "64", gap=4)
    bench.scanner._rest.timeout.emit()
    bench.type(bench.line, "12345\n", gap=4)
    QApplication.processEvents()
    assert (bench.scans, bench.line.text()) == (["6412345"], "")


def test_what_was_typed_before_a_scan_stays(bench):
    bench.type(bench.comment, "Kiva", gap=100)
    bench.now += 400
    bench.type(bench.comment, "6412345678908\n", gap=5)
    assert bench.comment.toPlainText() == "Kiva"
    assert bench.scans == ["6412345678908"]


def test_an_enter_that_comes_late_ends_no_scan(bench):
    bench.type(bench.line, "123456789", gap=5)
    bench.now += 200
    QTest.keyClick(bench.line, Qt.Key.Key_Return)
    assert bench.scans == []
    assert bench.line.text() == "123456789"


def test_a_shortcut_finds_everything_typed_before_it(bench):
    bench.type(bench.line, "5", gap=100)
    QTest.keyClick(bench.line, Qt.Key.Key_A, Qt.KeyboardModifier.ControlModifier)
    assert bench.line.selectedText() == "5"


def test_space_still_presses_a_button(bench, qtbot):
    pressed = []
    bench.button.clicked.connect(lambda: pressed.append(1))
    bench.button.setFocus()
    QTest.keyClick(bench.button, Qt.Key.Key_Space)
    qtbot.waitUntil(lambda: bool(pressed))  # the scanner lets go of a key that nothing follows
    assert pressed == [1]


def test_capitals_come_with_shift(bench):
    bench.line.setFocus()
    for sign in "KANTA7":
        bench.now += 4
        QTest.keyPress(bench.line, Qt.Key.Key_Shift)
        QTest.keyClick(bench.line, sign, Qt.KeyboardModifier.ShiftModifier)
        QTest.keyRelease(bench.line, Qt.Key.Key_Shift)
    bench.now += 4
    QTest.keyClick(bench.line, Qt.Key.Key_Enter)
    assert bench.scans == ["KANTA7"]
    assert bench.line.text() == ""


def test_a_scan_while_a_button_has_the_focus(bench):
    pressed = []
    bench.button.clicked.connect(lambda: pressed.append(1))
    bench.type(bench.button, "6412345678908\n", gap=8)
    assert bench.scans == ["6412345678908"]
    assert pressed == []


def test_nothing_is_watched_while_the_page_is_hidden(bench, qtbot):
    bench.page.hide()
    other = QLineEdit()
    qtbot.addWidget(other)
    other.show()
    bench.type(other, "6412345678908\n", gap=8)
    assert other.text() == "6412345678908"
    assert bench.scans == []
