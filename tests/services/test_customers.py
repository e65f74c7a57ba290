"""The register: found in any spelling, saved once, refused in words."""

from dataclasses import replace
from datetime import date, datetime

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from cxdesk.domain.customer import (
    Birthday,
    ContactChannel,
    ContactKind,
    ContactPoint,
    Customer,
    PreferenceKind,
    Purpose,
)
from cxdesk.domain.errors import UserError


def test_a_scanned_card_finds_all_who_carry_it(desk):
    card = (ContactPoint(ContactKind.CARD, "KANTA-0042"),)
    mother = desk.customers.save(Customer(0, "Aino", contacts=card))
    son = desk.customers.save(Customer(0, "Eino", contacts=card))
    numbered = desk.customers.save(Customer(0, "Outi", external_id="9001234"))
    assert [row.id for row in desk.customers.scanned(" kanta-0042 ")] == [mother, son]
    assert [row.id for row in desk.customers.scanned("9001234")] == [numbered]
    assert desk.customers.scanned("KANTA") == []
    assert desk.customers.scanned("  ") == []


def test_one_person_with_two_cards(desk, person):
    old, new = (ContactPoint(ContactKind.CARD, number) for number in ("KANTA-0042", "KANTA-0777"))
    kaisa = person("Kaisa", contacts=(old, new))
    again = person("Kaisa Virtanen", contacts=(ContactPoint(ContactKind.CARD, "KANTA-0900"),))
    assert [[row.id for row in desk.customers.scanned(card.value)] for card in (old, new)] == [
        [kaisa],
        [kaisa],
    ]
    assert [point.value for point in desk.customers.get(kaisa).contacts] == ["KANTA-0042", "KANTA-0777"]
    desk.duplicates.merge(kaisa, again)
    for number in ("KANTA-0042", "KANTA-0777", "KANTA-0900"):
        assert [row.id for row in desk.customers.scanned(number)] == [kaisa]


@pytest.mark.parametrize(
    ("today", "names"),
    [
        (
            date(2026, 12, 29),
            ["New Year’s Eve", "New Year’s Day", "Fourth"],
        ),  # seven days from today, over New Year
        (date(2026, 12, 28), ["New Year’s Eve", "New Year’s Day"]),
        (date(2027, 2, 28), ["Last of February", "Leap day"]),  # both on the 28th in a common year
        (date(2027, 3, 1), []),
        (date(2028, 2, 28), ["Last of February", "Leap day"]),
    ],
)
def test_whose_birthday_is_kept_this_week(desk, clock, person, today, names):
    born = {"Last of February": (28, 2), "Leap day": (29, 2, 1996), "New Year’s Eve": (31, 12, 1960)}
    born |= {"New Year’s Day": (1, 1), "Fourth": (4, 1, 2001)}
    for name, day in born.items():
        person(name, birthday=Birthday(*day))
    clock.now = datetime.combine(today, clock.now.timetz())
    assert [customer.name for customer, _ in desk.customers.birthdays()] == names


def test_found_in_any_spelling(desk, person):
    ozod = person("Oʻzod", last_name="Gʻaniyev")
    vaino = person("Väinö", last_name="Åström-Öhman")
    for typed in ("O'zod", "ozod", "Озод", "Ўзод", "oʼzod g‘aniyev", "GANIYEV"):
        assert [row.id for row in desk.customers.search(typed)] == [ozod], typed
    for typed in ("väinö", "VAINO", "astrom", "öhman", "  Väi "):
        assert [row.id for row in desk.customers.search(typed)] == [vaino], typed
    assert desk.customers.search("aino") == []


def test_a_family_shares_phone_and_email_and_stays_apart(desk, person):
    shared = (
        ContactPoint(ContactKind.PHONE, "040 123 4567"),
        ContactPoint(ContactKind.EMAIL, "perhe@example.fi"),
    )
    mother, son = person("Aino", contacts=shared), person("Eino", contacts=shared)
    for typed in ("0401234567", "+358 40 1234567", "040-123 4567", "perhe@example.fi", "PERHE@"):
        assert {row.id for row in desk.customers.search(typed)} == {mother, son}, typed
    assert len(desk.customers.ids()) == 2


def test_found_by_card_and_number_whatever_they_are_made_of(desk, person):
    card, number = (
        person("A", contacts=(ContactPoint(ContactKind.CARD, "AB-7"),)),
        person("B", external_id="K9"),
    )
    assert [row.id for row in desk.customers.search("ab-7")] == [card]
    assert [row.id for row in desk.customers.search("k9")] == [number]


@given(st.text(st.characters(), max_size=40))
@settings(suppress_health_check=[HealthCheck.function_scoped_fixture])
def test_anything_may_be_typed_into_the_search(desk, text):
    assert desk.customers.search(text) == []


def test_the_search_is_not_capped_when_everybody_is_asked_for(desk, person):
    for number in range(60):
        person(f"Aino {number}", permits=None)
    assert len(desk.customers.search("aino")) == 50
    assert len(desk.customers.search("aino", limit=1000)) == 60


def test_one_form_saved_twice_is_one_customer(desk):
    assert desk.customers.save(Customer(0, "Aino"), "form-1") == desk.customers.save(
        Customer(0, "Aino"), "form-1"
    )
    assert desk.customers.save(Customer(0, "Aino"), "form-2") != 1
    assert len(desk.customers.ids()) == 2


@pytest.mark.parametrize(
    "fields",
    [
        {"first_name": " "},
        {"first_name": "x" * 201},
        {"last_name": "\x00"},
        {"note": "x" * 4001},
        {"street": "x" * 10_000},
        {"contacts": (ContactPoint(ContactKind.EMAIL, "x" * 201),)},
        {"birthday": Birthday(22, 11, 2026)},
        {"birthday": Birthday(1, 1, 2027)},
        {"birthday": Birthday(31, 12, 1899)},
        {"since": date(2026, 11, 22)},
        {"id": 77},
    ],
)
def test_what_cannot_be_right_is_refused_in_words(desk, rows, fields):
    before = rows()
    first = {"last_name": "Oja"} if fields.get("last_name") is None and "first_name" not in fields else {}
    with pytest.raises(UserError):
        desk.customers.save(replace(Customer(0, **first), **fields))
    assert rows() == before


@pytest.mark.parametrize(
    "birthday", [Birthday(21, 11, 2026), Birthday(22, 11), Birthday(1, 1, 1900), Birthday(29, 2, 2024)]
)
def test_birthdays_that_can_be(desk, birthday):
    saved = desk.customers.save(Customer(0, "Aino", birthday=birthday))
    assert desk.customers.get(saved).birthday == birthday


def test_a_number_belongs_to_one_customer(desk):
    first = desk.customers.save(Customer(0, "Aino", external_id="17"))
    with pytest.raises(UserError, match="17 belongs to Aino"):
        desk.customers.save(Customer(0, "Eino", external_id=" 17 "))
    desk.customers.save(replace(desk.customers.get(first), note="tall"))


def test_changed_contacts_and_undo(desk, person):
    phone, mail = ContactPoint(ContactKind.PHONE, "040 1234567"), ContactPoint(ContactKind.EMAIL, "a@b.fi")
    aino = person(contacts=(phone, phone, ContactPoint(ContactKind.CARD, " ")))
    assert [p.value for p in desk.customers.get(aino).contacts] == ["040 1234567"]
    desk.customers.save(replace(desk.customers.get(aino), contacts=(mail,)))
    assert desk.customers.search("0401234567") == []
    desk.history.undo()
    assert [row.id for row in desk.customers.search("0401234567")] == [aino]


def test_saving_what_is_there_leaves_no_trace(desk, person):
    aino = person()
    steps = len(desk.history.changes())
    desk.customers.save(desk.customers.get(aino))
    assert len(desk.history.changes()) == steps


def test_a_country_is_kept_as_its_code(desk, person):
    assert [desk.customers.get(person(country=c)).country for c in ("Ruotsi", "se", "Narnia", "")] == [
        "SE",
        "SE",
        "Narnia",
        "",
    ]


def test_wishes_and_permissions_are_of_customers_that_exist(desk, rows):
    before = rows()
    with pytest.raises(UserError, match="no customer number 77"):
        desk.customers.prefer(77, PreferenceKind.TASTE, "green")
    with pytest.raises(UserError, match="no customer number 77"):
        desk.customers.consent(77, Purpose.MARKETING, ContactChannel.ANY, given=True, source="")
    assert rows() == before


def test_names_are_kept_as_they_are_written(desk, person):
    aino = person("<b>Aino</b> & 🧶", last_name="O'Hara; DROP TABLE--", note="eka\r\ntoka\x00")
    kept = desk.customers.get(aino)
    assert (kept.first_name, kept.last_name, kept.note) == (
        "<b>Aino</b> & 🧶",
        "O'Hara; DROP TABLE--",
        "eka\ntoka",
    )
