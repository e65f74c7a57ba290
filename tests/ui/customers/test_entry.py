"""What is typed into the form, and the customer that it makes."""

from datetime import date

import pytest
from hypothesis import given
from hypothesis import strategies as st

from cxdesk.domain.customer import Birthday, ContactKind, ContactPoint, Customer
from cxdesk.language.language import Language
from cxdesk.ui.customers import entry

TODAY = date(2026, 11, 21)
ENGLISH = Language("en")
CARD = ContactPoint(ContactKind.CARD, "K-100")
PHONE, SECOND = ContactPoint(ContactKind.PHONE, "040 1234567"), ContactPoint(ContactKind.PHONE, "09 555 010")
KAISA = Customer(
    7, "Kaisa", "Virtanen", "fi", Birthday(29, 2, 1976), contacts=(CARD, PHONE, SECOND), restricted=True
)


def faults(**typed):
    texts = entry.texts(Customer(0)) | {"first_name": "Kaisa"} | typed
    return set(entry.faults(ENGLISH, texts, Customer(0), TODAY))


def test_a_customer_that_nobody_touched_stays_the_same():
    assert entry.filled(KAISA, entry.texts(KAISA)) == KAISA


def test_another_phone_takes_the_place_of_the_first_and_cards_stay():
    changed = entry.filled(KAISA, entry.texts(KAISA) | {"phone": "050 999 8887"})
    assert [point.value for point in changed.contacts] == ["K-100", "050 999 8887", "09 555 010"]


def test_an_emptied_phone_goes_and_an_email_is_added_last():
    changed = entry.filled(KAISA, entry.texts(KAISA) | {"phone": "", "email": "kaisa@example.com"})
    assert [point.value for point in changed.contacts] == ["K-100", "09 555 010", "kaisa@example.com"]


def test_a_name_is_needed_unless_there_is_a_number():
    assert faults(first_name=" ") == {"first_name"}
    texts = entry.texts(Customer(0))
    assert entry.faults(ENGLISH, texts, Customer(0, external_id="A-7"), TODAY) == {}


@pytest.mark.parametrize(
    ("day", "month", "year", "fine"),
    [
        ("29", "2", "", True),
        ("29", "2", "2000", True),
        ("29", "2", "1999", False),
        ("31", "4", "", False),
        ("7", "", "", False),
        ("", "", "1980", False),
        ("x", "2", "", False),
        ("1", "1", "76", False),
        ("22", "11", "2026", False),
        ("21", "11", "2026", True),
        ("", "", "", True),
    ],
)
def test_birthdays(day, month, year, fine):
    assert faults(day=day, month=month, year=year) == (set() if fine else {"birthday"})


@pytest.mark.parametrize(("phone", "fine"), [("", True), ("040 123 4567", True), ("1234", False)])
def test_phones(phone, fine):
    assert faults(phone=phone) == (set() if fine else {"phone"})


@pytest.mark.parametrize(
    ("email", "fine"),
    [("", True), ("kaisa@example.com", True), ("kaisa", False), ("a@b", False), ("a b@c.fi", False)],
)
def test_emails(email, fine):
    assert faults(email=email) == (set() if fine else {"email"})


@given(st.text(max_size=4), st.text(max_size=4), st.text(max_size=6))
def test_whatever_is_typed_into_the_birthday_is_a_fault_or_a_customer(day, month, year):
    texts = entry.texts(Customer(0)) | {"first_name": "A", "day": day, "month": month, "year": year}
    if not entry.faults(ENGLISH, texts, Customer(0), TODAY):
        assert entry.filled(Customer(0), texts).first_name == "A"
