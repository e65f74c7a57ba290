"""Whatever refers to a customer goes along in a merge, also from tables that a later schema adds."""

import pytest

from cxdesk.domain.customer import Customer
from cxdesk.domain.shop import Shop
from cxdesk.storage import customers, history, merging, triggers

from .conftest import NOON, insert_row

SHOP = Shop("Kerä")
LATER = (
    """CREATE TABLE moons (id INTEGER PRIMARY KEY, owner INTEGER NOT NULL REFERENCES customers(id) ON DELETE CASCADE,
        source TEXT, UNIQUE (owner, source)) STRICT""",
    "CREATE TABLE stars (id INTEGER PRIMARY KEY, who INTEGER REFERENCES customers(id), uuid TEXT UNIQUE) STRICT",
    "CREATE TRIGGER stars_are_events BEFORE UPDATE ON stars BEGIN SELECT raise(ABORT, 'never rewritten'); END",
)


@pytest.fixture
def later(db):
    """A shop file with tables that this program does not know."""
    db.connection.execute("PRAGMA query_only = 0")
    for statement in LATER:
        db.connection.execute(statement)
    triggers.install(db.connection)
    db.connection.execute("PRAGMA query_only = 1")
    return db


def rows(db):
    return {name: db.rows(f"SELECT * FROM {name} ORDER BY id") for name in triggers.recorded(db.connection)}


def test_tables_of_a_later_schema_are_merged(later):
    db = later
    with db.change("Two people", at=NOON):
        keep, drop = (customers.insert(db, Customer(0, "Maija"), SHOP) for _ in range(2))
        for owner, source in ((keep, "a"), (drop, "a"), (drop, "b")):
            insert_row(db, "moons", owner=owner, source=source)
        for who, uuid in ((keep, "x"), (drop, "y")):
            insert_row(db, "stars", who=who, uuid=uuid)
    before = rows(db)
    assert merging.counts(db, drop) == {"moons": 2, "stars": 1}
    with db.change("Merged", at=NOON) as merge:
        merging.merge(db, customers.get(db, keep), drop, [], SHOP, None)

    assert db.rows("SELECT owner, source FROM moons ORDER BY source") == [(keep, "a"), (keep, "b")]
    assert db.rows("SELECT who, uuid FROM stars ORDER BY uuid") == [(keep, "x"), (keep, "y")]
    history.undo(db, merge.id, at=NOON)
    assert rows(db) == before


def test_all_references_of_today_are_known(db):
    expected = {"actions", "consents", "contact_points", "feedback", "letters", "preferences", "purchases"}
    found = merging.references(db)

    assert {reference.table for reference in found} >= expected
    assert "consents" in {reference.table for reference in found if reference.fixed}
    assert "purchases" not in {reference.table for reference in found if reference.fixed}


def test_suggestions_are_told_under_the_kept_number(db):
    with db.change("Two people", at=NOON):
        keep, drop = (customers.insert(db, Customer(0, "Maija"), SHOP) for _ in range(2))
        act = {"kind": "birthday", "status": "done", "date": "2026-05-04"}
        for who, marks in ((drop, "2025-20250503 2026-20260503 never"), (keep, "2026-20260503")):
            for mark in marks.split():
                insert_row(db, "actions", suggestion=f"birthday-{who}-{mark}", customer_id=who, **act)
    with db.change("Merged", at=NOON):
        merging.merge(db, customers.get(db, keep), drop, [], SHOP, None)

    assert db.rows("SELECT suggestion FROM actions WHERE customer_id = ? ORDER BY id", [keep]) == [
        (f"birthday-{keep}-2025-20250503",),
        (f"birthday-{drop}-2026-20260503",),  # both were thanked: both acts stay
        (f"birthday-{keep}-never",),
        (f"birthday-{keep}-2026-20260503",),
    ]
