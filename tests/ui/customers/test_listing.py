"""The list of customers in the real window, by keyboard."""

import csv

import pytest
from PySide6.QtCore import Qt

from cxdesk.language.language import Language
from cxdesk.ui.customers.page import CustomersPage
from cxdesk.ui.theme import theme

KEYS = Qt.Key


def test_typing_finds_and_enter_opens(page, qtbot, press):
    qtbot.keyClicks(page.window().focusWidget(), "hamal")
    press(KEYS.Key_Return)
    assert page._stack.currentWidget() is page.card
    assert page.card._name.text() == "Kaisa Hämäläinen"


def test_a_search_takes_the_arrow_from_the_heading_until_it_is_over(page, qtbot):
    def title():
        return page.listing.model.headerData(0, Qt.Orientation.Horizontal)

    assert title() == "Name ▲"
    qtbot.keyClicks(page.listing.search, "ka")
    assert title() == "Name"
    page.listing.model.sort_by("name")
    qtbot.keyClicks(page.listing.search, "i")
    assert title() == "Name ▲"
    page.listing.search.clear()
    page.listing.search.typed.emit("")
    assert title() == "Name ▲"


def test_chips_count_and_filter(page, qtbot):
    qtbot.waitUntil(lambda: page.listing.filters.chip("regular").text() == "Regulars 1")
    page.listing.filters.chip("regular").click()
    assert page.listing.model.rowCount() == 1
    page.listing.filters.chip("silent").click()
    assert page.listing._nothing.title.text() == "Nobody is in this group at the moment."


def test_the_list_as_it_is_shown_becomes_a_file(page, qtbot, tmp_path, find):
    page.ask_target = lambda *_: (str(tmp_path / "list.csv"), "")
    qtbot.keyClicks(page.listing.search, "aal")
    find(page, "save-list").click()
    qtbot.waitUntil((tmp_path / "list.csv").exists)
    with (tmp_path / "list.csv").open(encoding="utf-8-sig", newline="") as file:
        rows = list(csv.DictReader(file))
    assert [row["Name"] for row in rows] == ["Anna Aalto"]


def test_no_place_for_the_file_is_no_file(page, tmp_path, find):
    page.ask_target = lambda *_: ("", "")
    find(page, "save-list").click()
    assert list(tmp_path.glob("*.csv")) == []


def test_an_empty_register_offers_the_first_step(window, qtbot):
    window.go("customers")
    page = window.page("customers")
    qtbot.waitUntil(lambda: page.listing._head.line.text() == "0 customers")
    assert page.listing._stack.currentWidget() is page.listing._nobody


def test_conditions_are_added_and_taken_away_by_keyboard(page, people, qtbot, find):
    find(page, "narrow").click()
    find(page, "condition-about").choose("visits")
    qtbot.keyClicks(find(page, "condition-text"), "3")
    qtbot.keyClick(find(page, "condition-text"), KEYS.Key_Return)
    assert page.listing.model.ids == [people[1]]
    assert find(page, "condition-0").text() == "At least 3 visits"
    assert page.listing._head.line.text() == "1 of 3 customers"
    qtbot.keyClicks(find(page, "condition-text"), "many")
    qtbot.keyClick(find(page, "condition-text"), KEYS.Key_Return)
    assert page.listing.new_condition.note.label.text() == "Write a whole number, such as 30."
    qtbot.keyClick(find(page, "condition-text"), KEYS.Key_Escape)
    assert not page.listing.new_condition.isVisible()
    qtbot.keyClick(find(page, "condition-0"), KEYS.Key_Return)
    assert len(page.listing.model.ids) == 3


def test_chosen_columns_are_remembered_and_are_those_of_the_file(page, window, qtbot, tmp_path, find, desk):
    menu = find(page, "columns")
    for action in menu.menu_.actions():
        if action.isChecked() != (action.data() in {"language", "visits"}):
            action.trigger()
    titles = [page.listing.model.headerData(at, Qt.Orientation.Horizontal) for at in range(3)]
    assert titles == ["Name ▲", "Language", "Visits"]
    assert CustomersPage(desk, window).listing.shown_columns == ("name", "language", "visits")
    page.ask_target = lambda *_: (str(tmp_path / "list.csv"), "")
    find(page, "save-list").click()
    qtbot.waitUntil((tmp_path / "list.csv").exists)
    with (tmp_path / "list.csv").open(encoding="utf-8-sig", newline="") as file:
        assert list(csv.reader(file))[:2] == [["Name", "Language", "Visits"], ["Anna Aalto", "English", "0"]]


def test_a_list_is_kept_chosen_renamed_and_deleted(page, people, qtbot, find, desk):
    page.listing._register.narrow("visits", "3")
    page.listing._show_listing()
    find(page, "keep").click()
    qtbot.keyClicks(find(page, "list-name"), "Best")
    qtbot.keyClick(find(page, "list-name"), KEYS.Key_Return)
    (saved,) = desk.lists.every()
    key = f"list:{saved.id}"
    qtbot.waitUntil(lambda: page.listing.filters.options()[key] == "Best 1")
    assert page.listing.filters.value() == key
    page.listing.filters.chip("all").click()
    assert (len(page.listing.model.ids), page.listing._register.conditions) == (3, ())
    page.listing.filters.chip(key).click()
    assert page.listing.model.ids == [people[1]]
    find(page, "keep").click()
    find(page, "list-name").setText("Very best")
    find(page, "rename-list").click()
    assert desk.lists.every()[0].name == "Very best"
    find(page, "keep").click()
    find(page, "delete-list").click()
    assert (desk.lists.every(), page.listing.filters.value()) == ([], "all")
    desk.history.undo()
    assert key in page.listing.filters.options()


def test_a_name_that_cannot_be_stands_where_it_is_written(page, find):
    find(page, "keep").click()
    find(page, "keep-list").click()
    assert page.listing.keep_list.note.label.text() == "Write a name for the list."


@pytest.mark.parametrize("code", ["fi", "uz"])
def test_the_list_at_work_has_no_faults(page, find, walk, desk, code):
    desk.lists.save("Kanta-asiakkaat Lahdessa", page.listing._register.listing)
    page.listing._language = Language(code)
    page.listing.reload()
    page.listing._register.narrow("visits", "1")
    page.listing._register.narrow("town", "Lahti")
    find(page, "narrow").click()
    found = {}
    for scale in (1.0, 2.0):
        theme().set_scale(scale)
        found[scale] = walk(page.window())
        find(page, "keep").click()
        found[scale, "keep"] = walk(page.window())
    assert found == {key: [] for key in found}
