import json
from dataclasses import replace

import pytest
from hypothesis import given
from hypothesis import strategies as st

from cxdesk.domain.listing import CHOICES, NUMBERS, Column, Condition, Listing, Subject, field_of

texts = st.text(min_size=1, max_size=200).map(str.strip).filter(bool)


@st.composite
def conditions(draw):
    subject = draw(st.sampled_from(Subject))
    if subject in CHOICES:
        return Condition(subject, draw(st.sampled_from(CHOICES[subject])))
    if subject in NUMBERS:
        return Condition(subject, str(draw(st.integers(1, 10**12 - 1))))
    return Condition(subject, draw(texts), draw(st.integers(1, 10**6)) if subject is Subject.FIELD else 0)


columns = st.sampled_from(Column) | st.integers(1, 10**6).map("field:{}".format)
listings = st.builds(
    Listing,
    st.lists(conditions(), max_size=5).map(tuple),
    st.lists(columns, min_size=1, max_size=20, unique=True).map(tuple),
    columns | st.just(""),
    st.booleans(),
)


@given(listings)
def test_a_list_comes_back_as_it_was_written(listing):
    assert Listing.read(listing.written()) == listing


@given(st.text() | st.recursive(st.none() | st.booleans() | st.text(), st.lists).map(json.dumps))
def test_nonsense_is_refused(text):
    with pytest.raises(ValueError):  # noqa: PT011 - what it says is for nobody
        Listing.read(text)


GOOD = {"conditions": [], "columns": ["name"], "order": "name", "descending": False}


@pytest.mark.parametrize(
    "wrong",
    [
        {"columns": []},
        {"columns": "name"},
        {"columns": ["name", "name"]},
        {"columns": ["shoe"]},
        {"columns": ["field:0"]},
        {"columns": [""]},
        {"order": "name; DROP TABLE customers"},
        {"conditions": {"about": "town", "value": "Lahti"}},
        {"conditions": [{"about": "colour", "value": "red"}]},
        {"conditions": [{"about": "town", "value": 7}]},
        {"conditions": [{"about": "field", "value": "red"}]},
        {"conditions": [{"about": "field", "value": "red", "field": True}]},
        {"conditions": [{"about": "town", "value": "Lahti", "field": 3}]},
    ],
)
def test_a_list_that_cannot_be_is_refused(wrong):
    assert Listing.read(json.dumps(GOOD)) == Listing(columns=("name",))
    with pytest.raises(ValueError):  # noqa: PT011 - what it says is for nobody
        Listing.read(json.dumps(GOOD | wrong))


@pytest.mark.parametrize(
    ("subject", "value"),
    [
        (Subject.TOWN, ""),
        (Subject.TOWN, " Lahti"),
        (Subject.TOWN, "x" * 201),
        (Subject.VISITS, "0"),
        (Subject.VISITS, "-1"),
        (Subject.VISITS, "²"),
        (Subject.SPEND, "1" + 12 * "0"),
        (Subject.BIRTHDAY_MONTH, "13"),
        (Subject.PERMISSION, "any"),
    ],
)
def test_a_condition_that_cannot_be_is_refused(subject, value):
    with pytest.raises(ValueError, match="cannot be"):
        Condition(subject, value)


def test_own_fields_have_numbers():
    assert [field_of(key) for key in ("field:12", "name", "field:", "field:x")] == [12, 0, 0, 0]
    assert replace(Listing(), order="field:7").order == "field:7"
