from datetime import date, time

import pytest
from hypothesis import given
from hypothesis import strategies as st

from cxdesk.domain.errors import UserError
from cxdesk.language.language import Language

EN, FI = Language("en"), Language("fi")


def test_parameters_are_filled_in():
    assert EN.tr("Birthday gift: {name}", name="Kaisa") == "Birthday gift: Kaisa"
    assert EN.tr("Save") == "Save"
    assert EN.tr_c("verb", "Save {name}", name="Kaisa") == "Save Kaisa"


@given(st.text())
def test_what_a_person_typed_is_inserted_as_it_is(name):
    assert EN.tr("<{name}|{name}>", name=name) == f"<{name}|{name}>"


@pytest.mark.parametrize("name", ["{name}", "{", "}", "{0.__class__}", "{note}", "{{x}}", r"\1"])
def test_braces_in_a_name_expand_nothing(name):
    assert EN.tr("Dear {name}, {note}", name=name, note="n") == f"Dear {name}, n"


def test_only_plain_names_are_fields():
    assert EN.tr("{name.__class__}", name="x") == "{name.__class__}"


def test_a_missing_parameter_is_our_bug():
    with pytest.raises(KeyError):
        EN.tr("Dear {name}")


@pytest.mark.parametrize(
    ("n", "text"), [(0, "0 answers"), (1, "1 answer"), (2, "2 answers"), (1234, "1,234 answers")]
)
def test_only_one_is_singular(n, text):
    assert EN.tr_n("{n} answer", "{n} answers", n) == text


def test_counts_take_other_parameters_too():
    assert EN.tr_n("{n} gift for {name}", "{n} gifts for {name}", 3, name="Jari") == "3 gifts for Jari"


def test_errors_are_said():
    assert EN.error(UserError("{name} is not a shop file.", name="x{y}.db")) == "x{y}.db is not a shop file."


def test_dates_lists_and_reasons_in_errors_are_said():
    reason = UserError("the day {day} is closed", day=date(2026, 3, 7))
    outer = UserError("{who} at {at}: {reason}", who=["Ali", "Oya"], at=time(8, 5), reason=reason)
    assert EN.error(outer) == "Ali and Oya at 08:05: the day 07/03/2026 is closed"


def test_days():
    assert [EN.days(n) for n in (1, 3)] == ["1 day", "3 days"]
    assert [EN.ago(n) for n in (0, 1, 3)] == ["today", "yesterday", "3 days ago"]


def test_a_language_is_a_value():
    assert Language("fi", "EUR") == FI
    assert len({Language("fi"), FI, EN}) == 2
    assert (FI.code, FI.currency) == ("fi", "EUR")
