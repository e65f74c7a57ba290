"""A file comes in through the window."""

import pytest

from cxdesk.language.language import Language
from cxdesk.ui.settings.page import SettingsPage
from cxdesk.ui.theme import theme

TILL = """InvoiceNo,StockCode,Description,Quantity,InvoiceDate,UnitPrice,CustomerID,Country
1,A1,Yarn,2,2025-12-01 08:26:00,2.50,17850,Finland
1,A2,Hook,1,2025-12-01 08:26:00,4.00,17850,Finland
2,A1,Yarn,1,2025-12-02 09:00:00,2.50,13047,Norway
3,A1,Yarn,much,2025-12-03 09:00:00,2.50,13047,Norway
"""


@pytest.fixture
def file(tmp_path):
    path = tmp_path / "till.csv"
    path.write_text(TILL, encoding="utf-8")
    return path


@pytest.fixture
def window(desk, shop, shown):
    made = []

    def open_window(code="en", width=1366, height=768):
        window = shop.window(
            desk, Language(code), "settings", lambda desk, shell: SettingsPage(desk, shell, made.append)
        )
        made.append(window)
        return shown(window, width, height)

    yield open_window
    for each in made:
        each.close()
        assert each.errors == []


def come_in(window, file, qtbot):
    window.go("settings", file)
    card = window.page("settings").data.importing
    qtbot.waitUntil(lambda: card.progress.isHidden() and bool(card.note.label.text()))
    return card


def test_what_came_in_is_told_and_can_be_taken_back(window, desk, file, qtbot, find):
    card = come_in(window(), file, qtbot)
    assert card.note.label.text() == "4 rows read. Added: 2 customers, 2 products and 2 purchases."
    refused = [card._refused.itemAt(at).widget().text() for at in range(card._refused.count())]
    assert refused[0] == "1 row was refused:"
    assert refused[1].startswith("Line 5: ")
    assert len(desk.customers.ids()) == 2
    find(card, "undo-import").click()
    qtbot.waitUntil(lambda: card.note.label.text() == "The import was taken back.")
    assert desk.customers.ids() == []


def test_a_file_of_no_known_system_is_told_at_the_place(window, desk, tmp_path, qtbot):
    path = tmp_path / "other.csv"
    path.write_text("a,b\n1,2\n", encoding="utf-8")
    card = come_in(window(), path, qtbot)
    assert card.note.label.text().startswith("other.csv is of no system that CX Desk knows.")
    assert card.choose.isEnabled()
    assert desk.customers.ids() == []


def test_the_button_asks_for_the_file(window, desk, file, qtbot):
    shown = window()
    shown.go("settings", "data")
    card = shown.page("settings").data.importing
    card._ask = lambda _parent: ""
    card.choose.click()
    assert card.choose.isEnabled()
    card._ask = lambda _parent: str(file)
    card.choose.click()
    qtbot.waitUntil(lambda: len(desk.customers.ids()) == 2)
    qtbot.waitUntil(card.choose.isEnabled)


@pytest.mark.parametrize(("code", "scale"), [("fi", 1.0), ("en", 2.0), ("uz", 2.0)])
def test_walk(window, file, qtbot, walk, code, scale):
    theme().set_scale(scale)
    shown = window(code)
    come_in(shown, file, qtbot)
    assert walk(shown.page("settings")) == []
