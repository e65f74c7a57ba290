"""The first run as a person sees it."""

import pytest
from PySide6.QtCore import Qt

from cxdesk.ui.start.page import StartPage
from cxdesk.ui.theme import theme


@pytest.fixture
def page(shown):
    return shown(StartPage("en"), 1100, 720)


def test_the_language_switches_at_once_and_the_name_stays(page, qtbot):
    page.form.name.setText("Ipak")
    qtbot.keyClick(page.form.languages.chip("uz"), Qt.Key.Key_Space)

    assert page.form.name.text() == "Ipak"
    assert page.form.budget_row.label.text().endswith("(UZS)")
    assert page.form.languages.value() == "uz"


def test_enter_begins(page, qtbot):
    page.form.name.setFocus()
    qtbot.keyClicks(page.form.name, "Villa")
    qtbot.keyClick(page.form.name, Qt.Key.Key_Return)

    assert page.beginning.shop.name == "Villa"
    assert not page.isVisible()


def test_without_a_name_the_focus_goes_there(page, qtbot):
    qtbot.keyClick(page.form.budget, Qt.Key.Key_Return)

    assert page.form.name_row.error
    assert page.beginning is None
    assert page.focusWidget() is page.form.name


@pytest.mark.parametrize("code", ["fi", "en", "uz"])
@pytest.mark.parametrize(("width", "height", "scale"), [(1280, 720, 1.0), (1366, 768, 1.0), (1366, 768, 2.0)])
def test_walk(shown, walk, code, width, height, scale):
    theme().set_scale(scale)

    assert walk(shown(StartPage(code), width, height)) == []


def test_a_file_of_another_till_begins_the_shop(shown, find, tmp_path):
    page = shown(StartPage("en", lambda _parent: str(tmp_path / "till.csv")), 1100, 720)
    page.form.name.setText("Villa")
    find(page, "import").click()

    assert page.beginning.file == tmp_path / "till.csv"
    assert not page.isVisible()
