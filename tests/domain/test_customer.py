"""Birthdays, ages and names."""

from datetime import date

import pytest
from hypothesis import given
from hypothesis import strategies as st

from cxdesk.domain.customer import Birthday, ContactKind, ContactPoint, Customer, kept_in


@pytest.mark.parametrize(
    ("year", "kept"),
    [
        (2024, date(2024, 2, 29)),
        (2026, date(2026, 2, 28)),
        (1900, date(1900, 2, 28)),
        (2000, date(2000, 2, 29)),
    ],
)
def test_29_february_is_kept_on_the_28th_in_common_years(year, kept):
    assert Birthday(29, 2, 1996).on(year) == kept_in(year, 2, 29) == kept


@pytest.mark.parametrize(
    ("today", "following"),
    [
        (date(2026, 3, 7), date(2026, 3, 7)),
        (date(2026, 3, 8), date(2027, 3, 7)),
        (date(2026, 3, 6), date(2026, 3, 7)),
    ],
)
def test_the_next_birthday_may_be_today(today, following):
    assert Birthday(7, 3).next(today) == following


def test_over_new_year():
    assert Birthday(2, 1).next(date(2026, 12, 29)) == date(2027, 1, 2)


@given(st.dates(date(1900, 1, 1), date(2100, 12, 31)), st.dates(date(1900, 1, 1), date(2100, 12, 31)))
def test_the_next_birthday_is_within_a_year(born, today):
    following = Birthday(born.day, born.month, born.year).next(today)
    assert 0 <= (following - today).days <= 366
    assert following.month == born.month


def test_age_is_known_only_with_the_year():
    assert Birthday(7, 3, 1976).age(date(2026, 3, 7)) == 50
    assert Birthday(7, 3).age(date(2026, 3, 7)) is None


@pytest.mark.parametrize(
    ("day", "month", "year"), [(29, 2, 2025), (31, 4, None), (0, 1, None), (1, 13, 1980)]
)
def test_days_that_do_not_exist(day, month, year):
    with pytest.raises(ValueError, match=r"day|month"):
        Birthday(day, month, year)


def test_a_customer_known_by_number_alone():
    assert Customer(1, external_id="12433").name == "12433"
    assert Customer(1, "Aino", "", external_id="12433").name == "Aino"
    assert Customer(1, "Aino", "Oja").name == "Aino Oja"


def test_the_first_contact_of_a_kind():
    points = (ContactPoint(ContactKind.PHONE, "040 1"), ContactPoint(ContactKind.PHONE, "040 2"))
    assert Customer(1, contacts=points).contact(ContactKind.PHONE) == "040 1"
    assert Customer(1, contacts=points).contact(ContactKind.EMAIL) == ""


@pytest.mark.parametrize(
    ("today", "years"), [(date(2026, 11, 20), 17), (date(2026, 11, 21), 18), (date(2026, 11, 22), 18)]
)
def test_years_of_age_change_on_the_birthday(today, years):
    assert Birthday(21, 11, 2008).years(today) == years
    assert Birthday(21, 11).years(today) is None
