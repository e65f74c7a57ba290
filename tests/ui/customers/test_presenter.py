"""Who is listed, in which order, and what a row says."""

from datetime import date

import pytest

from cxdesk.ui.customers.presenter import COLUMNS, NEAREST, ORDER, Register


@pytest.fixture
def register(desk, language):
    return Register(desk, language)


@pytest.fixture
def people(desk, shop):
    names = ("Väinö Hämäläinen", "Anna Öhman", "Otkir Toʻxtayev")
    return {name.split()[0]: shop.customer(desk, name, phone="040 123 4567") for name in names}


def test_any_spelling_finds(register, people):
    for text, name in (("hamalainen", "Väinö"), ("To'xtayev", "Otkir"), ("ohman ann", "Anna")):
        register.text = text
        assert register.find(*ORDER) == [people[name]]


def test_a_shared_phone_finds_all_who_share_it(register, people):
    register.text = "+358 40 1234567"
    assert set(register.find(*ORDER)) == set(people.values())


def test_order_and_filter_hold_for_what_was_found(register, desk, shop, people):
    shop.bought(desk, people["Anna"], date(2026, 11, 1), amount=100)
    shop.bought(desk, people["Väinö"], date(2026, 11, 1), amount=900)
    register.text, register.filter_by = "040 123 4567", "new"
    assert register.find("spend", True) == [people["Väinö"], people["Anna"]]
    assert register.find("spend", False) == [people["Anna"], people["Väinö"]]


def test_a_row_has_a_cell_for_each_column(register, desk, shop, people):
    shop.bought(desk, people["Anna"], date(2026, 11, 1), amount=1250)
    rows = register.rows([people["Anna"], people["Otkir"]])
    assert rows == [
        ("Anna Öhman", "040 123 4567", "", "01/11/2026", "1", "€12.50"),
        ("Otkir Toʻxtayev", "040 123 4567", "", "–", "0", "–"),
    ]
    assert {len(row) for row in rows} == {len(COLUMNS)} == {len(register.titles())}


def test_filters_say_their_counts(register, desk, people):
    assert register.filters()["all"] == "All"
    assert register.filters(desk.customers.counts())["all"] == f"All {len(people)}"


def test_an_empty_list_says_why(register):
    assert register.nothing() == "Nobody is in this group at the moment."
    register.text = "xyz"
    assert register.nothing() == "Nobody is found for “xyz”."


def test_what_is_found_stands_nearest_first_until_an_order_is_asked_for(register, people):
    register.text = "a"
    nearest = register.find(*NEAREST)
    assert set(nearest) == set(register.find(*ORDER)) <= set(people.values())
    register.filter_by = "new"
    assert list(register.find(*NEAREST)) == [each for each in nearest if each in register.find(*ORDER)]
    register.text, register.filter_by = "", "all"
    assert list(register.find(*NEAREST)) == list(register.find(*ORDER))
