"""What the window's keys do around the pages, on a real shop."""

from dataclasses import replace

import pytest
from PySide6.QtCore import QCoreApplication, QEvent, QTimer
from PySide6.QtWidgets import QApplication
from shiboken6 import isValid

from cxdesk.domain.shop import StaffMember
from cxdesk.ui.session import Session
from cxdesk.ui.theme import Scheme, theme
from cxdesk.ui.widgets.choices import ChipGroup


def said(session):
    return session.window._toast.label.text()


def test_undo_and_redo_say_what_they_did(session, desk):
    desk.settings.save(replace(desk.settings.shop(), town="Turku"))
    session.past.undo()
    assert (said(session), desk.settings.shop().town) == ("Undone: Settings changed", "Lahti")
    session.past.redo()
    assert (said(session), desk.settings.shop().town) == ("Done again: Settings changed", "Turku")


def test_nothing_left_to_redo_is_said_without_a_dialog(session):
    session.past.redo()

    assert said(session) == "There is nothing to redo."


def test_the_switch_of_the_bar_is_kept_in_the_shop_and_undone_like_all_else(session, desk):
    theme().set_scheme(Scheme.DARK)
    assert desk.settings.shop().theme == "dark"
    session.past.undo()
    assert theme().scheme is Scheme.LIGHT


@pytest.mark.usefixtures("session")
def test_text_size_works_at_once(desk):
    desk.settings.save(replace(desk.settings.shop(), text_scale=150))

    assert theme().scale == 1.5


def test_a_closed_window_is_let_go_of(session):
    session.close()
    QCoreApplication.sendPostedEvents(None, QEvent.Type.DeferredDelete.value)

    assert not isValid(session.window)


def test_no_page_is_made_ahead_in_a_window_that_was_closed_meanwhile(session, desk):
    session.window.close()
    desk.close()
    session._prepare("counter")
    assert "counter" not in session.window._pages


def test_a_language_chosen_before_the_first_page_is_seen_is_spoken_from_the_first(session, desk, qtbot):
    early = Session(desk, session._application)
    early.show()
    desk.settings.save(replace(desk.settings.shop(), language="fi"))
    qtbot.waitUntil(lambda: early.window.current == "today")
    assert early.window.windowTitle().startswith("Tänään")
    early.close()


def test_f4_changes_who_is_at_the_desk(session, desk):
    timo = desk.settings.save_staff(StaffMember(0, "Timo"))

    def choose():
        QApplication.activeModalWidget().findChild(ChipGroup).chip(str(timo)).click()

    QTimer.singleShot(0, session, choose)
    session._choose_staff()

    assert desk.workplace.staff_id == timo
    assert session.window.top._staff.text() == "Timo"


def test_who_was_never_added_is_not_at_the_desk(session, desk):
    timo = desk.settings.save_staff(StaffMember(0, "Timo"))
    desk.workplace.staff_id = timo
    session.past.undo()

    [aino] = desk.settings.staff()
    assert (desk.workplace.staff_id, session.window.top._staff.text()) == (aino.id, "Aino")
    desk.settings.save(replace(desk.settings.shop(), town="Turku"))
    assert desk.history.changes(1)[0].staff == "Aino"


def test_a_memory_full_of_nonsense_is_forgotten(session, desk, tmp_path):
    memory = tmp_path / "home" / "CX Desk" / "window.ini"
    memory.parent.mkdir(parents=True, exist_ok=True)
    memory.write_text(f"[General]\ngeometry=@Invalid()\n[staff]\n{desk.workplace.db.path.stem}=everybody\n")
    again = Session(desk, session._application)
    again.close()

    assert session.desk.workplace.staff_id == 1


def test_a_window_left_open_makes_a_backup_every_hour(session, desk, qtbot):
    session._care.begin()
    assert session._care.clock.isActive()
    assert session._care.clock.interval() == 60 * 60 * 1000
    session._care.clock.timeout.emit()
    qtbot.waitUntil(lambda: session.window.top._backup.text() == "Backup: today")
    assert len(desk.backups.listed()) == 1


def test_a_backup_that_fails_is_said_in_the_bar(session, desk, qtbot, tmp_path):
    blocked = tmp_path / "no folder"
    blocked.write_text("a file", encoding="utf-8")
    desk.settings.save(replace(desk.settings.shop(), second_backup=str(blocked / "copies")))
    session._care.back_up()
    qtbot.waitUntil(lambda: session.window.top._backup.text() == "The backup failed")
    assert session.window._toast.isVisible()
