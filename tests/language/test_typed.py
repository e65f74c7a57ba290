"""Days as people type them."""

from contextlib import suppress
from datetime import date

import pytest
from hypothesis import given
from hypothesis import strategies as st

from cxdesk.domain.customer import Birthday
from cxdesk.domain.errors import UserError
from cxdesk.language import typed
from cxdesk.language.language import LANGUAGES, Language


@pytest.mark.parametrize(
    "text", ["12.6.2010", "12/6/2010", " 12. 6. 2010 ", "12-06-2010", "2010-06-12", "12.6.2010."]
)
def test_ways_to_write_a_day(text):
    assert typed.yearly(text) == Birthday(12, 6, 2010)
    assert typed.day(text) == date(2010, 6, 12)


@pytest.mark.parametrize("text", ["12.6.", "12.6", "12/6"])
def test_the_year_may_be_missing(text):
    assert typed.yearly(text) == Birthday(12, 6)
    with pytest.raises(UserError, match="with its year"):
        typed.day(text)


@pytest.mark.parametrize("text", ["", "31.4.", "29.2.2025", "12.13.2010", "12.6.10", "June", "1.2.3.4"])
def test_no_day(text):
    with pytest.raises(UserError, match="is no day"):
        typed.yearly(text)


@given(st.dates(date(1900, 1, 1), date(2200, 1, 1)), st.sampled_from(sorted(LANGUAGES)))
def test_what_a_language_writes_is_read(day, code):
    assert typed.day(Language(code).date(day)) == day


@given(st.text(max_size=12))
def test_any_text_is_a_day_or_told(text):
    with suppress(UserError):
        assert isinstance(typed.yearly(text), Birthday)
