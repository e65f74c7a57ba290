"""A day in the shop, by keyboard through the real window."""

from dataclasses import replace

from PySide6.QtCore import Qt
from PySide6.QtPrintSupport import QPrinter
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication

from cxdesk.domain.scores import MINIMUM

KEY, CONTROL = Qt.Key, Qt.KeyboardModifier.ControlModifier


def type_at(window, *keys):
    """Press keys, as slowly as a person, wherever the focus is."""
    scanner = window.page("counter").scanner
    for key in keys:
        QApplication.processEvents()
        scanner.release()
        sign, modifier = key if isinstance(key, tuple) else (key, Qt.KeyboardModifier.NoModifier)
        QTest.keyClick(window.focusWidget(), sign, modifier)


def test_counter_search_answer_save_undo(session, desk):
    window = session.window
    window.go("counter")
    type_at(window, "k", "a", "i", KEY.Key_Return, "1", "0", "5", (KEY.Key_Return, CONTROL))
    [said] = [entry for entry in desk.feedback.latest() if entry.customer_id]

    assert (desk.customers.get(said.customer_id).first_name, said.nps, said.csat) == ("Kaisa", 10, 5)
    session.past.undo()
    assert desk.feedback.latest() == []
    session.past.redo()
    assert [entry.nps for entry in desk.feedback.latest()] == [10]
    assert desk.scores.between(said.day, said.day).nps is None, f"a score from under {MINIMUM} answers"


def test_today_print_letter_done_undo(session, desk, qtbot, tmp_path):
    window = session.window
    page = window.page("today")
    qtbot.waitUntil(lambda: len(page.board.list.rows) == 1)
    [row] = page.board.list.rows
    assert row.item.title == "Birthday gift: Kaisa Virtanen"

    def choose(_parent, _pages):
        printer = QPrinter()
        printer.setOutputFormat(QPrinter.OutputFormat.PdfFormat)
        printer.setOutputFileName(str(tmp_path / "printed.pdf"))
        return printer

    page.letters.preview._choose_printer = choose
    row.setFocus()
    type_at(window, KEY.Key_Return)
    qtbot.waitUntil(lambda: page.letters.previewing, timeout=20_000)
    type_at(window, KEY.Key_Return)
    qtbot.waitUntil(lambda: page.board.list.rows == [])
    kaisa = desk.customers.search("kaisa")[0].id

    assert (tmp_path / "printed.pdf").read_bytes().startswith(b"%PDF")
    assert len(desk.customers.card(kaisa).actions) == 1
    session.past.undo()
    qtbot.waitUntil(lambda: len(page.board.list.rows) == 1)
    assert desk.customers.card(kaisa).actions == ()


def test_every_screen_opens_and_the_language_switches_at_once(session, desk):
    for key in session.window.navigation.buttons:
        session.window.go(key)
        assert session.window.current == key
    session.window.go("settings")
    desk.settings.save(replace(desk.settings.shop(), language="fi"))
    QApplication.processEvents()

    assert session.window.language.code == "fi"
    assert session.window.current == "settings"


def test_a_found_customer_is_opened_from_the_top(session):
    session.window.go("help")
    [found] = session._find("kaisa")
    found.pick()

    assert session.window.current == "customers"
