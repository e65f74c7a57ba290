"""The settings in the real window, by keyboard."""

import pytest
from PySide6.QtCore import Qt

from cxdesk.language.language import Language
from cxdesk.ui.settings.page import SettingsPage
from cxdesk.ui.settings.words import SECTIONS
from cxdesk.ui.theme import theme
from cxdesk.ui.widgets.buttons import Button

NOWHERE = []


def factory(desk, shell):
    return SettingsPage(desk, shell, NOWHERE.append)


@pytest.fixture
def window(desk, shop, language):
    made = shop.window(desk, language, "settings", factory)
    yield made
    made.close()
    assert made.errors == []


@pytest.fixture
def page(window, shown):
    shown(window, 1366, 768)
    window.go("settings")
    return window.page("settings")


def test_a_field_is_saved_by_enter_and_undo_brings_it_back(page, qtbot, desk):
    field = page.fields.rows["town"].field
    field.setFocus()
    field.selectAll()
    qtbot.keyClicks(field, "Turku")
    qtbot.keyClick(field, Qt.Key.Key_Return)
    assert desk.settings.shop().town == "Turku"

    desk.history.undo()
    assert field.text() == "Lahti"


def test_an_error_keeps_what_was_typed(page, qtbot, desk):
    page.open("thanking")
    field = page.fields.rows["gift_limit"].field
    field.setFocus()
    field.selectAll()
    qtbot.keyClicks(field, "dear")
    qtbot.keyClick(field, Qt.Key.Key_Return)
    page.fields.rows["contact_gap"].field.setText("14")
    page.fields.rows["contact_gap"].field.editingFinished.emit()

    assert page.fields.rows["gift_limit"].error
    assert (field.text(), desk.settings.shop().contact_gap) == ("dear", 14)


def test_a_new_colleague_appears_and_can_leave(page, qtbot, desk, find):
    page.open("staff")
    page.staff.field.setFocus()
    qtbot.keyClicks(page.staff.field, "Timo")
    qtbot.keyClick(page.staff.field, Qt.Key.Key_Return)
    timo = next(member for member in desk.settings.staff() if member.name == "Timo")
    find(page, f"staff-active-{timo.id}").click()

    assert page.staff.field.text() == ""
    assert [member.name for member in desk.settings.staff() if member.active] == ["Aino"]


def test_a_backup_is_made_and_listed_as_verified(page, qtbot, desk, find):
    page.open("data")
    find(page, "back-up").click()
    qtbot.waitUntil(lambda: bool(_ways_back(page)))
    [made] = desk.backups.listed()

    assert made.verified
    assert _ways_back(page) == [f"restore-{made.path.stem}"]


def _ways_back(page):
    seen = [button.accessibleIdentifier() for button in page.data.findChildren(Button) if button.isVisible()]
    return [key for key in seen if key.startswith("restore-")]


def test_a_change_of_the_past_is_undone_from_the_list(page, qtbot, desk):
    page.presenter.save("name", "Villa")
    page.open("history")
    page.past.table.selectRow(0)
    page.past.table.setFocus()
    qtbot.keyClick(page.past.table, Qt.Key.Key_Return)

    assert desk.settings.shop().name == "Kerä"


@pytest.mark.parametrize("code", ["fi", "en", "uz"])
@pytest.mark.parametrize(("width", "height", "scale"), [(1280, 720, 1.0), (1366, 768, 1.0), (1366, 768, 2.0)])
def test_walk(desk, shop, shown, walk, code, width, height, scale):
    theme().set_scale(scale)
    desk.backups.make()
    window = shop.window(desk, Language(code), "settings", factory)
    shown(window, width, height)
    window.go("settings")
    page = window.page("settings")
    for section in SECTIONS:
        page.open(section)
        assert walk(page) == [], section
    window.close()
