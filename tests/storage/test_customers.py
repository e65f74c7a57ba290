from datetime import date

import pytest

from cxdesk.domain.customer import Birthday, ContactKind, ContactPoint, Customer
from cxdesk.domain.shop import Shop
from cxdesk.storage import customers

from .conftest import NOON

SHOP = Shop("Kielo")
PHONE = ContactPoint(ContactKind.PHONE, "040 123 4567", "+358401234567")
MAIL = ContactPoint(ContactKind.EMAIL, "Aino@Example.com", "aino@example.com")
AINO = Customer(
    1, "Aino", "Virtanen", "fi", Birthday(29, 2, 1980), date(2020, 1, 2), "Katu 1", "20100", "Turku", "FI",
    "Likes roses", "K-1", restricted=False, contacts=(PHONE, MAIL),
)  # fmt: skip


@pytest.fixture
def save(db):
    """A function that saves a new customer in a change of its own and gives the id."""

    def insert(customer, uuid=""):
        with db.change("New customer", at=NOON):
            return customers.insert(db, customer, SHOP, uuid)

    return insert


def test_customer_comes_back_as_given(db, save):
    saved = save(AINO, "u-1")

    assert customers.get(db, saved) == AINO
    assert customers.get(db, 99) is None
    assert customers.id_of(db, uuid="u-1") == customers.id_of(db, external_id="K-1") == saved
    assert customers.id_of(db, uuid="u-2") is None
    assert customers.id_of(db) is None


def test_update_notes_only_what_changed(db, save):
    from dataclasses import replace

    save(AINO)
    changed = replace(AINO, town="Oulu", contacts=(MAIL,))
    with db.change("Moved", at=NOON) as recording:
        customers.update(db, changed, SHOP)

    assert customers.get(db, 1) == changed
    noted = db.rows("SELECT table_name, operation FROM history WHERE change_id = ?", [recording.id])
    assert sorted(noted) == [("contact_points", "delete"), ("customers", "update")]


@pytest.mark.parametrize(
    "text",
    [
        "aino",
        "VIRTA",
        "virt ai",
        "040 123 4567",
        "0401234567",
        "+358 40 1234567",
        "aino@exam",
        "K-1",
        "turku",
    ],
)
def test_search_finds_by_what_people_type(db, save, text):
    save(Customer(0, "Eino", "Mäkelä", town="Oulu"))
    aino = save(AINO)

    assert customers.search(db, text, "FI") == [aino]


@pytest.mark.parametrize("text", ["", "  ", "\"'*", "OR AND NOT", "(", "a" * 10_000, "%", "@", "ainö x"])
def test_search_for_odd_text_finds_nobody_and_never_fails(db, save, text):
    save(AINO)

    assert customers.search(db, text, "FI") == []


def test_rows_of_the_list_come_in_the_order_asked(db, save):
    first, second = save(AINO), save(Customer(0, external_id="17"))
    rows = customers.rows(db, [second, 99, first])

    assert [(row.id, row.name, row.phone) for row in rows] == [
        (second, "17", ""),
        (first, "Aino Virtanen", "040 123 4567"),
    ]
