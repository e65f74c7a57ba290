import pytest

from cxdesk.storage.check import Fault, check
from cxdesk.storage.database import Database

from .conftest import NOON, insert_purchase


@pytest.fixture
def busy(db, customer):
    """A shop with a customer and purchases."""
    aino = customer()
    with db.change("Purchases", at=NOON):
        for total in (100, 200):
            insert_purchase(db, aino, total=total)
    return db


def spoil(db, *statements):
    db.connection.execute("PRAGMA query_only = 0")
    for statement in statements:
        db.connection.execute(statement)
    db.connection.execute("PRAGMA query_only = 1")


def found(db):
    return [(finding.fault, finding.detail) for finding in check(db)]


def test_whole_file_has_no_findings_and_is_left_as_it_is(busy):
    before = busy.rows("SELECT * FROM changes")

    assert found(busy) == []
    assert busy.rows("SELECT * FROM changes") == before


@pytest.mark.parametrize(
    ("statements", "expected"),
    [
        (["UPDATE customer_summary SET spend = 299"], (Fault.SUMMARY, "customer 1")),
        (["DELETE FROM customer_summary"], (Fault.SUMMARY, "customer 1")),
        (["DROP TRIGGER auto_customers_update"], (Fault.SCHEMA, "auto_customers_update")),
        (["CREATE TRIGGER evil AFTER INSERT ON staff BEGIN SELECT 1; END"], (Fault.SCHEMA, "evil")),
        (["CREATE VIEW spy AS SELECT * FROM customers"], (Fault.SCHEMA, "spy")),
        (["DROP INDEX purchases_date"], (Fault.SCHEMA, "purchases_date")),
        (["PRAGMA synchronous = 1"], (Fault.PRAGMA, "synchronous = 1")),
    ],
)
def test_each_fault_is_found_alone(busy, statements, expected):
    spoil(busy, *statements)

    assert found(busy) == [expected]


def test_row_that_refers_to_nothing_is_found(busy):
    spoil(busy, "PRAGMA foreign_keys = 0", "DELETE FROM customers", "PRAGMA foreign_keys = 1")

    assert (Fault.REFERENCE, "purchases 2 → customers") in found(busy)


def test_search_index_that_says_something_else_is_found(busy):
    spoil(busy, "DROP TRIGGER auto_search_update", "UPDATE customers SET search_key = 'eino'")

    assert Fault.SEARCH in {fault for fault, _ in found(busy)}


def test_damage_inside_is_found_and_never_raised(path):
    db = Database.open(path)
    with db.change("Fill", at=NOON):
        for n in range(2000):
            db.write("INSERT INTO settings (key, value) VALUES (?, ?)", [f"key {n}", "x" * 50])
    root = db.value("SELECT rootpage FROM sqlite_schema WHERE name = 'settings'")
    page = db.value("PRAGMA page_size")
    db.close()
    with path.open("rb+") as file:
        file.seek((root - 1) * page)
        file.write(bytes(page))
    db = Database.open(path)

    assert Fault.STRUCTURE in {finding.fault for finding in check(db)}
    db.close()
