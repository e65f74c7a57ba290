"""Customers in the real window, by keyboard."""

import csv
from datetime import date

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QApplication

from cxdesk.domain.anniversary import Anniversary
from cxdesk.domain.customer import Birthday, PreferenceKind
from cxdesk.domain.errors import UserError
from cxdesk.domain.fields import Field, FieldKind
from cxdesk.domain.relations import Role
from cxdesk.language.language import Language
from cxdesk.ui.customers.page import CustomersPage
from cxdesk.ui.theme import Scheme, theme
from cxdesk.ui.widgets.labels import Label

KEYS, ALT, CTRL = Qt.Key, Qt.KeyboardModifier.AltModifier, Qt.KeyboardModifier.ControlModifier


@pytest.fixture
def people(desk, shop):
    made = [shop.customer(desk, name) for name in ("Anna Aalto", "Kaisa Hämäläinen", "Timo Öhman")]
    shop.bought(desk, made[1], date(2026, 9, 1), date(2026, 10, 1), date(2026, 11, 1))
    return made


@pytest.fixture
def window(desk, shop, language, shown):
    made = shop.window(desk, language, "customers", CustomersPage, ("today", "counter", "feedback"))
    shown(made, 1366, 768)
    yield made
    made.close()
    assert made.errors == []


@pytest.fixture
def page(window, people, qtbot):  # noqa: ARG001 - the people are in the shop
    window.go("customers")
    made = window.page("customers")
    qtbot.waitUntil(lambda: made.listing._head.line.text() == "3 customers")
    return made


def press(qtbot, page, key, modifier=Qt.KeyboardModifier.NoModifier):
    qtbot.keyClick(page.window().focusWidget(), key, modifier)


def shown_part(page):
    return page._stack.currentWidget()


def test_a_partner_is_found_noted_and_one_press_away(page, people, qtbot, find, desk):
    page.open(people[0])
    find(page.card, "new-person").click()
    find(page.card, "role").choose("partner")
    qtbot.keyClicks(find(page.card, "person-search"), "timo")
    qtbot.keyClick(find(page.card, "person-search"), KEYS.Key_Return)
    qtbot.waitUntil(lambda: bool(desk.customers.card(people[0]).relations))
    page.card.presenter.reload()
    find(page.card, f"person-{people[2]}").click()
    assert page.card._name.text() == "Timo Öhman"
    assert page.card.presenter.customer.id == people[2]


def test_a_new_customer_who_is_known_already_is_one_press_away(page, people, qtbot, find):
    press(qtbot, page, KEYS.Key_N, CTRL)
    qtbot.keyClicks(find(page.form, "first_name"), "Timo")
    assert page.form.alike.isHidden()
    qtbot.keyClicks(find(page.form, "last_name"), "ohman")
    find(page.form, f"alike-{people[2]}").click()
    assert shown_part(page) is page.card
    assert page.card._name.text() == "Timo Öhman"


def test_what_is_missing_is_one_press_from_where_it_is_noted(page, people, find):
    page.open(people[0])
    find(page.card, "missing-birthday").click()
    assert shown_part(page) is page.form
    assert page.window().focusWidget() is find(page.form, "day")


def test_a_photo_comes_from_a_file_and_what_is_none_is_told(page, people, find, desk, tmp_path):
    page.open(people[0])
    assert page.card.grab().save(str(tmp_path / "photo.png"))
    (tmp_path / "text.png").write_text("text")
    find(page.card, "photo").click()
    for name in ("text.png", "photo.png"):
        page.card.photo.ask_file = lambda _, name=name: str(tmp_path / name)
        find(page.card, "photo-file").click()
        assert page.card.note.isVisible() is (name == "text.png")
    assert desk.customers.card(people[0]).photo.startswith(b"\xff\xd8")
    page.card.presenter.reload()
    find(page.card, "photo").click()
    find(page.card, "photo-remove").click()
    assert desk.customers.card(people[0]).photo == b""


def test_typing_finds_and_enter_opens(page, qtbot):
    qtbot.keyClicks(page.window().focusWidget(), "hamal")
    press(qtbot, page, KEYS.Key_Return)
    assert shown_part(page) is page.card
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


def test_what_went_wrong_on_the_card_stands_there_and_goes_with_it(page, people):
    page.open(people[0])
    page.card.fail(UserError("There is no customer number {number}.", number=9))
    assert page.card.note.isVisible()
    page.open(people[1])
    assert not page.card.note.isVisible()


def test_down_goes_into_the_table_and_alt_left_comes_back(page, qtbot):
    press(qtbot, page, KEYS.Key_Down)
    press(qtbot, page, KEYS.Key_Down)
    press(qtbot, page, KEYS.Key_Return)
    assert page.card._name.text() == "Kaisa Hämäläinen"
    press(qtbot, page, KEYS.Key_Left, ALT)
    assert shown_part(page) is page.listing


def test_a_card_opened_from_another_page_leads_back_there(window, page, people, qtbot):
    window.go("today")
    window.go("customers", people[2])
    assert page.card._name.text() == "Timo Öhman"
    press(qtbot, page, KEYS.Key_Left, ALT)
    assert window.current == "today"


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


def test_ctrl_n_type_enter_makes_a_customer_and_undo_leaves_the_card(page, qtbot, desk):
    press(qtbot, page, KEYS.Key_N, CTRL)
    assert shown_part(page) is page.form
    qtbot.keyClicks(page.window().focusWidget(), "Gulnora")
    press(qtbot, page, KEYS.Key_Return)
    assert page.card._name.text() == "Gulnora"
    desk.history.undo()
    assert shown_part(page) is page.listing
    assert page.listing.model.rowCount() == 3


def test_faults_stand_at_their_fields_and_the_text_is_kept(page, qtbot, find):
    press(qtbot, page, KEYS.Key_N, CTRL)
    find(page.form, "email").setText("kaisa")
    find(page.form, "save").click()
    assert page.form._rows["first_name"].error == "Write at least a first name or a last name."
    assert page.form._rows["email"].error == "An e-mail address looks like kaisa@example.com."
    assert page.form._rows["phone"].error == ""
    assert find(page.form, "email").text() == "kaisa"
    press(qtbot, page, KEYS.Key_Escape)
    assert shown_part(page) is page.listing


def test_what_the_shop_file_refuses_stands_in_the_form(page, qtbot, find, desk):
    press(qtbot, page, KEYS.Key_N, CTRL)
    qtbot.keyClicks(page.window().focusWidget(), "Gulnora")
    for field, text in (("day", "22"), ("month", "11"), ("year", "2026")):
        find(page.form, field).setText(text)
    page.form._today = date(2026, 11, 23)  # the clock was set back while the form stood open
    find(page.form, "save").click()
    assert page.form.note.label.text() == "The birthday lies in the future. Check the year."
    assert find(page.form, "first_name").text() == "Gulnora"
    assert len(desk.customers.ids()) == 3


def test_editing_keeps_the_card_open(page, people, qtbot, find):
    page.open(people[0])
    find(page.card, "edit").click()
    find(page.form, "phone").setText("040 123 4567")
    press(qtbot, page, KEYS.Key_Return, CTRL)
    assert shown_part(page) is page.card
    labels = [label.text() for label in page.card.contact.findChildren(type(page.card._name))]
    assert "040 123 4567" in labels


def test_esc_in_the_form_of_a_customer_goes_back_to_the_card(page, people, qtbot, find):
    page.open(people[0])
    find(page.card, "edit").click()
    press(qtbot, page, KEYS.Key_Escape)
    assert shown_part(page) is page.card


def test_a_preference_is_added_by_keyboard(page, people, qtbot, find, desk):
    page.open(people[0])
    find(page.card, "new-preference").click()
    find(page.card, "kind-allergy").click()
    qtbot.keyClicks(find(page.card, "preference"), "wool")
    qtbot.keyClick(find(page.card, "preference"), KEYS.Key_Return)
    (noted,) = desk.customers.card(people[0]).preferences
    assert (noted.kind, noted.text) == (PreferenceKind.ALLERGY, "wool")


def test_a_letter_from_the_card_is_printed_and_done(page, qtbot, find, desk, shop):
    kaisa = shop.customer(desk, "Birthday Child", birthday=shop.birthday_in(1))
    page.open(kaisa)
    find(page.card, "next-main").click()
    qtbot.waitUntil(lambda: page.card.previewing, timeout=20_000)
    press(qtbot, page, KEYS.Key_Escape)
    assert not page.card.previewing
    page.card.preview.printed.emit()
    assert len(desk.customers.card(kaisa).actions) == 1
    assert page.card.history.filters.chip("thanks").text() == "Thanks 1"


def test_rows_of_the_timeline_open(page, people, desk, shop, find):
    feedback = shop.said(desk, 9, date(2026, 11, 2), people[1])
    page.open(people[1])
    find(page.card, f"event-feedback-{feedback}").click()
    find(page.card, "event-message-square").click()
    assert page.window().page("feedback").asked == [feedback]
    page.card.history.timeline.fold()
    find(page.card, "event-purchase-1").click()
    _, content = page.card.history.timeline._unfolded
    assert [label.text() for label in content.findChildren(Label)] == ["Yarn", "€5.00"]
    find(page.card, "event-purchase-1").click()
    assert page.card.history.timeline._unfolded is None


def test_no_part_shows_itself_as_a_window_of_its_own(window, page, people):
    page.open(people[0])
    page.open("new")
    assert [each for each in QApplication.topLevelWidgets() if each.isVisible()] == [window]


def test_an_empty_register_offers_the_first_step(window, qtbot):
    window.go("customers")
    page = window.page("customers")
    qtbot.waitUntil(lambda: page.listing._stack.currentWidget() is page.listing._nobody)


@pytest.mark.parametrize("code", ["fi", "en", "uz"])
@pytest.mark.parametrize(("width", "height", "scale"), [(1280, 720, 1.0), (1366, 768, 1.0), (1366, 768, 2.0)])
def test_walk(desk, shop, people, shown, walk, find, code, width, height, scale):
    theme().set_scheme(Scheme.DARK if width == 1280 else Scheme.LIGHT)
    theme().set_scale(scale)
    desk.customers.prefer(people[1], PreferenceKind.ALLERGY, "wool")
    desk.tags.add(people[1], "Neulekerho")
    desk.anniversaries.add(people[1], Anniversary("Hääpäivä", Birthday(28, 11, 2016)))
    desk.households.join(people[1], people[0])
    desk.relations.add(people[1], people[2], Role.REFERRER)
    number = desk.fields.save(Field(0, "Kengännumero", FieldKind.NUMBER))
    desk.customers.save(desk.customers.get(people[1]), held={number: "38.5"})
    shop.said(desk, 2, date(2026, 11, 18), people[1], follow_up=True, comment="Tilaus myöhässä.")
    window = shop.window(desk, Language(code), "customers", CustomersPage)
    shown(window, width, height)
    window.go("customers")
    page = window.page("customers")
    found = walk(page)
    page.open(people[1])
    page.card.preferences.adding.open()
    page.card.tags.adding.open()
    page.card.dates.adding.open()
    page.card.people.adding.open()
    find(page.card, "event-purchase-1").click()
    found += walk(page)
    page.open("new")
    page.form.profile.unfold(open_=True)
    found += walk(page)
    assert found == []
    window.close()


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


def test_everybody_is_changed_at_once_and_that_is_taken_back(page, window, qtbot, find, desk):
    press(qtbot, page, KEYS.Key_Down)
    press(qtbot, page, KEYS.Key_A, CTRL)
    assert find(page, "edit-many").text() == "Change 3…"
    press(qtbot, page, KEYS.Key_E, CTRL)
    assert shown_part(page) is page.many
    qtbot.keyClicks(find(page.many, "edit-text"), "Club")
    qtbot.waitUntil(find(page.many, "apply-edit").isEnabled)
    assert page.many.outcome.text() == "3 of 3 change."
    assert find(page.many, "edit-preview").texts()[0] == ["Anna Aalto", "–", "Club"]
    press(qtbot, page, KEYS.Key_Return, CTRL)
    qtbot.waitUntil(lambda: shown_part(page) is page.listing)
    assert desk.tags.used() == ["Club"]
    assert window._toast.label.text() == "3 customers changed"
    window._toast.button.click()
    qtbot.waitUntil(lambda: desk.tags.used() == [])


def test_nothing_is_done_before_it_was_seen(page, qtbot, find):
    press(qtbot, page, KEYS.Key_Down)
    press(qtbot, page, KEYS.Key_Down, Qt.KeyboardModifier.ShiftModifier)
    find(page, "edit-many").click()
    assert not find(page.many, "apply-edit").isEnabled()
    find(page.many, "edit-part").choose("language")
    find(page.many, "edit-value").choose("en")
    qtbot.waitUntil(lambda: page.many.outcome.text().startswith("Nobody changes"))
    assert not find(page.many, "apply-edit").isEnabled()
    press(qtbot, page, KEYS.Key_Escape)
    assert shown_part(page) is page.listing


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


@pytest.mark.parametrize("scale", [1.0, 2.0])
def test_changing_many_has_no_faults(page, qtbot, find, walk, scale):
    press(qtbot, page, KEYS.Key_Down)
    press(qtbot, page, KEYS.Key_A, CTRL)
    find(page, "edit-many").click()
    find(page.many, "edit-text").setText("Club")
    qtbot.waitUntil(find(page.many, "apply-edit").isEnabled)
    theme().set_scale(scale)
    assert walk(page.window()) == []
