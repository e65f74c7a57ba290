"""The finder against the rule: whoever compares everybody with everybody finds no more."""

from itertools import combinations

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from cxdesk.domain.customer import Birthday, ContactKind, ContactPoint, Customer
from cxdesk.domain.duplicates import Degree, likeness
from cxdesk.domain.shop import Shop
from cxdesk.storage import customers, duplicates

from .conftest import NOON

SHOP = Shop("Kerä")
POINTS = [
    ContactPoint(kind, value)
    for kind, value in (
        (ContactKind.PHONE, "040 123 4567"),
        (ContactKind.PHONE, "1234567"),
        (ContactKind.PHONE, "0000000"),
        (ContactKind.EMAIL, "maija@example.fi"),
        (ContactKind.CARD, "7"),
    )
]
people = st.lists(
    st.builds(
        Customer,
        st.just(0),
        st.sampled_from(["Maija", "Matti", "M.", ""]),
        st.sampled_from(["Virtanen", "Wirtanen", "Maija", ""]),
        birthday=st.sampled_from([None, Birthday(3, 5), Birthday(3, 5, 1970), Birthday(4, 6, 1998)]),
        street=st.sampled_from(["", "Katu 1", "KATU 1"]),
        postcode=st.sampled_from(["", "20100"]),
        contacts=st.lists(st.sampled_from(POINTS), max_size=2).map(tuple),
    ),
    min_size=2,
    max_size=8,
)


@settings(suppress_health_check=[HealthCheck.function_scoped_fixture])
@given(people)
def test_blocks_miss_no_pair(db, register):
    with db.change("Everybody", at=NOON):
        db.write("DELETE FROM customers")
        known = {i: customers.get(db, i) for i in [customers.insert(db, person, SHOP) for person in register]}
    everybody = {i: duplicates.person(person) for i, person in known.items()}
    expected = {
        (a, b) for a, b in combinations(sorted(known), 2) if likeness(everybody[a], everybody[b]).degree
    }
    found = duplicates.find(db)

    assert {(pair.first, pair.second) for pair in found} == expected
    assert [pair.likeness.rank for pair in found] == sorted((p.likeness.rank for p in found), reverse=True)


@pytest.fixture
def save(db):
    def insert(*names, **fields):
        with db.change("New", at=NOON):
            return [customers.insert(db, Customer(0, name, **fields), SHOP) for name in names]

    return insert


def test_a_name_on_forty_people_is_a_crowd(db, save):
    save(*["Asiakas"] * duplicates.CROWD)
    assert len(duplicates.find(db)) == duplicates.CROWD * (duplicates.CROWD - 1) / 2
    save("asiakas")
    assert duplicates.find(db) == []


def test_what_was_set_apart_moves_with_who_is_merged(db, save):
    one, other, third = save("Maija", "Maija", "Maija")
    with db.change("Apart", at=NOON):
        duplicates.set_apart(db, third, other)
        duplicates.set_apart(db, other, third)
    assert [(f.first, f.second, f.likeness.degree) for f in duplicates.find(db)] == [
        (one, other, Degree.PROBABLE),
        (one, third, Degree.PROBABLE),
    ]
    with db.change("Merged", at=NOON):
        duplicates.hand_over(db, other, one)
    assert [(f.first, f.second) for f in duplicates.find(db)] == [(one, other), (other, third)]
    with db.change("Merged", at=NOON):
        duplicates.hand_over(db, third, one)
    assert db.value("SELECT count(*) FROM settings WHERE key LIKE 'not-%'") == 0
