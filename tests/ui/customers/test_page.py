"""Customers in the real window, by keyboard."""

from datetime import date

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QApplication

from cxdesk.domain.anniversary import Anniversary
from cxdesk.domain.customer import Birthday, PreferenceKind
from cxdesk.domain.fields import Field, FieldKind
from cxdesk.domain.relations import Role
from cxdesk.language.language import Language
from cxdesk.ui.customers.page import CustomersPage
from cxdesk.ui.theme import Scheme, theme

KEYS, ALT = Qt.Key, Qt.KeyboardModifier.AltModifier


def test_down_goes_into_the_table_and_alt_left_comes_back(page, press):
    press(KEYS.Key_Down)
    press(KEYS.Key_Down)
    press(KEYS.Key_Return)
    assert page.card._name.text() == "Kaisa Hämäläinen"
    press(KEYS.Key_Left, ALT)
    assert page._stack.currentWidget() is page.listing


def test_a_relatives_card_leads_back_to_the_card_before_and_then_to_the_list(page, people, find, desk, press):
    anna, kaisa, timo = people
    desk.households.join(anna, kaisa)
    desk.relations.add(kaisa, timo, Role.FRIEND)
    page.listing.opened.emit(anna)
    find(page.card, f"person-{kaisa}").click()
    find(page.card, f"person-{timo}").click()
    assert page.card._name.text() == "Timo Öhman"
    press(KEYS.Key_Left, ALT)
    assert page.card._name.text() == "Kaisa Hämäläinen"
    find(page.card, "edit").click()
    press(KEYS.Key_Left, ALT)
    assert page._stack.currentWidget() is page.card
    find(page.card, "back").click()
    assert page.card._name.text() == "Anna Aalto"
    find(page.card, "back").click()
    assert page._stack.currentWidget() is page.listing


def test_back_goes_past_a_customer_who_is_gone(window, page, people, find, desk):
    anna, kaisa, timo = people
    window.go("today")
    window.go("customers", timo)
    page.card.wanted.emit(anna)
    page.card.wanted.emit(kaisa)
    desk.duplicates.merge(kaisa, anna)
    find(page.card, "back").click()
    assert page.card._name.text() == "Timo Öhman"
    find(page.card, "back").click()
    assert window.current == "today"


def test_a_card_opened_from_another_page_leads_back_there(window, page, people, press):
    window.go("today")
    window.go("customers", people[2])
    assert page.card._name.text() == "Timo Öhman"
    press(KEYS.Key_Left, ALT)
    assert window.current == "today"


def test_esc_in_the_form_of_a_customer_goes_back_to_the_card(page, people, find, press):
    page.open(people[0])
    find(page.card, "edit").click()
    press(KEYS.Key_Escape)
    assert page._stack.currentWidget() is page.card


def test_no_part_shows_itself_as_a_window_of_its_own(window, page, people):
    page.open(people[0])
    page.open("new")
    assert [each for each in QApplication.topLevelWidgets() if each.isVisible()] == [window]


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


def test_a_register_that_cannot_be_read_says_so_and_tries_again(window, page, people, find, desk):
    db = desk.workplace.db
    db.connection.execute("PRAGMA wal_checkpoint(TRUNCATE)")
    whole = db.path.read_bytes()
    db.path.write_bytes(whole[:4096] + bytes(len(whole) - 4096))  # as a failing disk gives it back
    db.connection.execute("PRAGMA shrink_memory")
    page.reload()
    panel = page._readable.currentWidget()
    assert panel.title.text() == "The register could not be read"
    assert "is damaged" in panel.text.text()
    assert window.focusWidget() is find(page, "try-again")
    db.path.write_bytes(whole)
    db.connection.execute("PRAGMA shrink_memory")
    find(page, "try-again").click()
    assert page._readable.currentWidget() is page._stack
    assert len(page.listing.model.ids) == len(people)
