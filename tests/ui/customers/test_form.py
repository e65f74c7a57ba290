"""The form of a customer in the real window."""

from datetime import date

from PySide6.QtCore import Qt

KEYS, CTRL = Qt.Key, Qt.KeyboardModifier.ControlModifier


def test_a_new_customer_who_is_known_already_is_one_press_away(page, people, qtbot, find, press):
    press(KEYS.Key_N, CTRL)
    qtbot.keyClicks(find(page.form, "first_name"), "Timo")
    assert page.form.alike.isHidden()
    qtbot.keyClicks(find(page.form, "last_name"), "ohman")
    find(page.form, f"alike-{people[2]}").click()
    assert page._stack.currentWidget() is page.card
    assert page.card._name.text() == "Timo Öhman"


def test_ctrl_n_type_enter_makes_a_customer_and_undo_leaves_the_card(page, qtbot, desk, press):
    press(KEYS.Key_N, CTRL)
    assert page._stack.currentWidget() is page.form
    qtbot.keyClicks(page.window().focusWidget(), "Gulnora")
    press(KEYS.Key_Return)
    assert page.card._name.text() == "Gulnora"
    desk.history.undo()
    assert page._stack.currentWidget() is page.listing
    assert page.listing.model.rowCount() == 3


def test_faults_stand_at_their_fields_and_the_text_is_kept(page, find, press):
    press(KEYS.Key_N, CTRL)
    find(page.form, "email").setText("kaisa")
    find(page.form, "save").click()
    assert page.form._rows["first_name"].error == "Write at least a first name or a last name."
    assert page.form._rows["email"].error == "An e-mail address looks like kaisa@example.com."
    assert page.form._rows["phone"].error == ""
    assert find(page.form, "email").text() == "kaisa"
    press(KEYS.Key_Escape)
    assert page._stack.currentWidget() is page.listing


def test_what_the_shop_file_refuses_stands_in_the_form(page, qtbot, find, desk, press):
    press(KEYS.Key_N, CTRL)
    qtbot.keyClicks(page.window().focusWidget(), "Gulnora")
    for field, text in (("day", "22"), ("month", "11"), ("year", "2026")):
        find(page.form, field).setText(text)
    page.form._today = date(2026, 11, 23)  # the clock was set back while the form stood open
    find(page.form, "save").click()
    assert page.form.note.label.text() == "The birthday lies in the future. Check the year."
    assert find(page.form, "first_name").text() == "Gulnora"
    assert len(desk.customers.ids()) == 3


def test_editing_keeps_the_card_open(page, people, find, press):
    page.open(people[0])
    find(page.card, "edit").click()
    find(page.form, "phone").setText("040 123 4567")
    press(KEYS.Key_Return, CTRL)
    assert page._stack.currentWidget() is page.card
    labels = [label.text() for label in page.card.contact.findChildren(type(page.card._name))]
    assert "040 123 4567" in labels
