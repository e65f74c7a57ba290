"""Who is listed, in which columns and order, and what a row says."""

from datetime import date

import pytest

from cxdesk.domain.editing import Edit, Part
from cxdesk.domain.errors import UserError
from cxdesk.domain.fields import Field, FieldKind
from cxdesk.domain.listing import Column, Subject
from cxdesk.ui.customers.presenter import NEAREST, ORDER, Register


@pytest.fixture
def register(desk, language):
    return Register(desk, language)


@pytest.fixture
def people(desk, shop):
    names = ("Väinö Hämäläinen", "Anna Öhman", "Otkir Toʻxtayev")
    return {name.split()[0]: shop.customer(desk, name, phone="040 123 4567") for name in names}


def test_any_spelling_finds(register, people):
    for text, name in (("hamalainen", "Väinö"), ("To'xtayev", "Otkir"), ("ohman ann", "Anna")):
        register.search(text)
        assert register.find() == [people[name]]


def test_a_shared_phone_finds_all_who_share_it(register, people):
    register.search("+358 40 1234567")
    assert set(register.find()) == set(people.values())


def test_order_and_group_hold_for_what_was_found(register, desk, shop, people):
    shop.bought(desk, people["Anna"], date(2026, 11, 1), amount=100)
    shop.bought(desk, people["Väinö"], date(2026, 11, 1), amount=900)
    register.search("040 123 4567")
    register.group, register.order = "new", (Column.SPEND, True)
    assert register.find() == [people["Väinö"], people["Anna"]]
    register.order = (Column.SPEND, False)
    assert register.find() == [people["Anna"], people["Väinö"]]


def test_a_row_has_a_cell_for_each_column(register, desk, shop, people):
    shop.bought(desk, people["Anna"], date(2026, 11, 1), amount=1250)
    rows = register.rows([people["Anna"], people["Otkir"]])
    assert rows == [
        ("Anna Öhman", "040 123 4567", "", "01/11/2026", "1", "€12.50"),
        ("Otkir Toʻxtayev", "040 123 4567", "", "–", "0", "–"),
    ]


def test_columns_are_chosen_and_the_name_always_stays(register, people):
    register.order = (Column.SPEND, True)
    register.show(["birthday", "shoe size", "language", "birthday", "permission"])
    assert register.columns == ("name", "birthday", "language", "permission")
    assert register.order == ORDER
    assert register.rows([people["Anna"]]) == [("Anna Öhman", "", "English", "yes")]


def test_groups_say_their_counts(register, desk, people):
    assert register.groups()["all"] == "All"
    assert register.groups(desk.register.counts())["all"] == f"All {len(people)}"


def test_an_empty_list_says_why(register):
    assert register.nothing() == "Nobody is in this group at the moment."
    register.narrow("town", "Lahti")
    assert register.nothing() == "Nobody fulfils all of these conditions."
    register.search("xyz")
    assert register.nothing() == "Nobody is found for “xyz”."


def test_what_is_found_stands_nearest_first_until_an_order_is_asked_for(register, people):
    register.search("a")
    assert register.order == NEAREST
    nearest = register.find()
    register.order = ORDER
    assert set(nearest) == set(register.find()) <= set(people.values())
    register.group = "no_letters"
    register.order = NEAREST
    assert list(register.find()) == []
    register.search("")
    assert register.order == ORDER


def test_conditions_are_asked_for_in_words_and_taken_away(register, people):
    assert register.choices("language") == {"fi": "Finnish", "en": "English", "uz": "Uzbek"}
    assert register.choices("birthday_month")["11"] == "November"
    register.narrow("language", "en")
    register.narrow("language", "en")
    register.narrow("not_visited_for", "90")
    register.narrow("spend", "12,50")
    assert register.said() == ["Language: English", "Not seen for 90 days", "Bought for at least €12.50"]
    assert register.find() == []
    register.widen(2)
    register.widen(1)
    assert set(register.find()) == set(people.values())
    register.widen(0)
    assert not register.narrowed


@pytest.mark.parametrize(
    ("about", "typed"), [("town", "  "), ("visits", "many"), ("visits", "0"), ("spend", "x")]
)
def test_a_condition_that_cannot_be_is_refused_in_words(register, about, typed):
    with pytest.raises(UserError):
        register.narrow(about, typed)
    assert register.conditions == ()


def test_own_fields_can_be_columns_and_conditions(desk, language, people):
    desk.fields.save(Field(0, "Shoe size", FieldKind.NUMBER))
    desk.fields.save(Field(0, "Club", FieldKind.YES_NO))
    desk.editing.apply([people["Anna"]], Edit(Part.FIELD, "38.5", 1))
    desk.editing.apply([people["Anna"]], Edit(Part.FIELD, "yes", 2))
    register = Register(desk, language)
    register.show(["field:1", "field:2"])
    register.narrow("field:1", "38,50")
    assert register.subjects()["field:1"] == register.titles()["field:1"] == "Shoe size"
    assert register.said() == ["Shoe size: 38.5"]
    assert register.choices("field:2") == {"yes": "Yes", "no": "No"}
    assert register.rows(register.find()) == [("Anna Öhman", "38.5", "Yes")]
    with pytest.raises(UserError, match="no number"):
        register.narrow("field:1", "large")


def test_every_subject_can_be_asked_for(register):
    for about in register.subjects():
        assert register.choices(about) or register.used(about) == []
    assert set(register.subjects()) == set(Subject) - {Subject.GROUP, Subject.FIELD}
