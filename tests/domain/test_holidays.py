"""The days of the calendar, against those that were kept."""

from datetime import date

import pytest

from cxdesk.domain.holidays import coming, easter
from cxdesk.services.holidays import calendar

KNOWN = {each.key: each for each in calendar()}


@pytest.mark.parametrize(
    ("year", "day"),
    [
        (2000, date(2000, 4, 23)),
        (2008, date(2008, 3, 23)),
        (2024, date(2024, 3, 31)),
        (2025, date(2025, 4, 20)),
        (2026, date(2026, 4, 5)),
        (2038, date(2038, 4, 25)),
    ],
)
def test_easter(year, day):
    assert easter(year) == day


@pytest.mark.parametrize(
    ("key", "day"),
    [
        ("midsummer", date(2026, 6, 20)),
        ("all_saints", date(2026, 10, 31)),
        ("mothers", date(2026, 5, 10)),
        ("fathers", date(2026, 11, 8)),
        ("fathers_gb", date(2026, 6, 21)),
        ("mothering_sunday", date(2026, 3, 15)),
        ("ascension", date(2026, 5, 14)),
        ("navroz", date(2026, 3, 21)),
        ("christmas", date(2026, 12, 25)),
    ],
)
def test_days_of_2026(key, day):
    assert KNOWN[key].on(2026) == day


def test_every_holiday_has_a_name_in_every_language_and_comes_round_every_year():
    for each in calendar():
        assert set(each.names) == {"fi", "en", "uz"}
        assert all(each.on(year).year == year for year in range(1990, 2100))


def test_what_comes_next_is_of_the_shops_country_and_over_new_year():
    next_finnish = coming(calendar(), "FI", date(2026, 12, 27))
    assert [each.key for each, _ in next_finnish[:2]] == ["new_year", "friends"]
    assert next_finnish[0][1] == date(2027, 1, 1)
    assert "navroz" in {each.key for each, _ in coming(calendar(), "UZ", date(2026, 12, 27))}
