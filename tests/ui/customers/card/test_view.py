"""A customer's card in the real window."""

from datetime import date

from PySide6.QtCore import Qt

from cxdesk.domain.customer import PreferenceKind
from cxdesk.domain.errors import UserError
from cxdesk.ui.widgets.labels import Label

KEYS = Qt.Key


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


def test_a_household_gets_another_name_that_is_taken_back(page, people, qtbot, find, desk):
    desk.households.join(people[0], people[1])
    page.open(people[0])
    find(page.card, "rename-household").click()
    field = find(page.card, "household-name")
    assert field.text() == "Aalto"
    field.setText("")
    qtbot.keyClick(field, KEYS.Key_Return)
    assert page.card.note.label.text() == "Write a name for the household, such as: Virtanen."
    field.setText("Aalto and Hämäläinen")
    qtbot.keyClick(field, KEYS.Key_Return)
    assert desk.customers.card(people[1]).household.name == "Aalto and Hämäläinen"
    assert not field.isVisible()
    desk.history.undo()
    assert desk.customers.card(people[1]).household.name == "Aalto"


def test_what_is_missing_is_one_press_from_where_it_is_noted(page, people, find):
    page.open(people[0])
    find(page.card, "missing-birthday").click()
    assert page._stack.currentWidget() is page.form
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
    assert desk.photos.of(people[0]).startswith(b"\xff\xd8")
    page.card.presenter.reload()
    find(page.card, "photo").click()
    find(page.card, "photo-remove").click()
    assert desk.photos.of(people[0]) == b""


def test_what_went_wrong_on_the_card_stands_there_and_goes_with_it(page, people):
    page.open(people[0])
    page.card.fail(UserError("There is no customer number {number}.", number=9))
    assert page.card.note.isVisible()
    page.open(people[1])
    assert not page.card.note.isVisible()


def test_a_preference_is_added_by_keyboard(page, people, qtbot, find, desk):
    page.open(people[0])
    find(page.card, "new-preference").click()
    find(page.card, "kind-allergy").click()
    qtbot.keyClicks(find(page.card, "preference"), "wool")
    qtbot.keyClick(find(page.card, "preference"), KEYS.Key_Return)
    (noted,) = desk.customers.card(people[0]).preferences
    assert (noted.kind, noted.text) == (PreferenceKind.ALLERGY, "wool")


def test_a_letter_from_the_card_is_printed_and_done(page, qtbot, find, desk, shop, press):
    kaisa = shop.customer(desk, "Birthday Child", birthday=shop.birthday_in(1))
    page.open(kaisa)
    find(page.card, "next-main").click()
    qtbot.waitUntil(lambda: page.card.previewing, timeout=20_000)
    press(KEYS.Key_Escape)
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


def test_a_goal_is_set_in_a_line_and_comes_nearer(page, people, find, desk):
    page.open(people[1])
    find(page, "new-goal").click()
    find(page, "goal-counts-pieces").click()
    find(page, "goal-target").setText("3")
    find(page, "set-goal").click()
    assert page.card.goals.error.label.text().startswith("No product or category")
    find(page, "goal-counts-hand").click()
    find(page, "goal-what").setText("km")
    find(page, "set-goal").click()
    (goal,) = desk.goals.of_customer(people[1])
    more = find(page, f"more-{goal.goal.id}")
    more.setText("3")
    more.returnPressed.emit()
    find(page, f"celebrate-{goal.goal.id}").click()
    assert desk.goals.of_customer(people[1]) == []
