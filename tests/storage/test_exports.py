"""The tables of the open file, whatever they are, and what is read of them."""

from contextlib import closing

import pytest

from cxdesk.domain.errors import UserError
from cxdesk.domain.exports import Column
from cxdesk.storage import exports, migrations, triggers
from cxdesk.storage.check import check
from cxdesk.storage.connection import connect
from cxdesk.storage.database import Database

from .conftest import NOON, insert_row

VOUCHERS = """
CREATE TABLE vouchers (id INTEGER PRIMARY KEY AUTOINCREMENT, product_id INTEGER NOT NULL REFERENCES products(id),
    share REAL, date TEXT NOT NULL, twice REAL AS (2 * share)) STRICT;
"""


@pytest.fixture
def db(path):
    with closing(Database.open(path)) as db:
        yield db


@pytest.fixture
def newer(path):
    """A shop file of a later version, with a table of which nothing here knows."""
    steps = (*migrations.STEPS, lambda db: migrations.run(db.conn, VOUCHERS))
    with closing(connect(path)) as connection:
        migrations.migrate(connection, steps)
        connection.execute("PRAGMA query_only = 0")
        connection.execute(f"PRAGMA user_version = {migrations.VERSION}")
    with closing(Database.open(path)) as db:
        yield db


def test_every_recorded_table_stands_behind_those_to_which_it_refers(db):
    tables = list(exports.tables(db))
    assert set(tables) == triggers.recorded(db.connection).keys()
    assert {"changes", "history", "customer_summary"}.isdisjoint(tables)
    for child, parent in db.rows(
        'SELECT m.name, f."table" FROM sqlite_schema m, pragma_foreign_key_list(m.name) f'
    ):
        if child in tables and child != parent:
            assert tables.index(parent) < tables.index(child)


def test_a_table_that_is_new_needs_no_new_code(newer):
    assert exports.tables(newer)["vouchers"] == [
        Column("id", "INTEGER"),
        Column("product_id", "INTEGER", nullable=False),
        Column("share", "REAL"),
        Column("date", "TEXT", nullable=False),
    ]
    with newer.change("Put", at=NOON):
        assert (
            exports.put(newer, "vouchers", ["id", "product_id", "date"], [[7, 3, "2026-01-01"]], older=True)
            == 1
        )
        assert exports.put(newer, "products", ["id", "name"], [[3, "Yarn"]], older=True) == 1
        exports.check(newer)
    assert newer.rows("SELECT * FROM vouchers") == [(7, 3, None, "2026-01-01", None)]
    assert exports.filled(newer) == ["products", "vouchers"]


def test_the_order_of_the_tables_in_a_file_does_not_matter_but_their_rows_do(db):
    with (
        pytest.raises(UserError, match="the row of customers to which it refers is missing"),
        db.change("x", at=NOON),
    ):
        exports.put(
            db, "preferences", ["id", "customer_id", "kind", "text"], [[1, 5, "taste", "tea"]], older=False
        )
        exports.check(db)
    assert db.value("SELECT count(*) FROM preferences") == 0
    assert check(db) == []


def test_a_snapshot_sees_nothing_of_what_is_written_meanwhile(db):
    insert = "INSERT INTO settings (key, value) VALUES ('a', 'b')"
    with closing(db.again()) as beside:
        with exports.snapshot(db):
            before = exports.count(db, "settings")
            with beside.change("Meanwhile", at=NOON):
                beside.write(insert)
            assert exports.count(db, "settings") == before
        assert exports.count(db, "settings") == before + 1


def test_rows_come_in_the_order_of_their_ids(db):
    with db.change("Fill", at=NOON):
        for i in (5, 2, 9):
            insert_row(db, "customers", id=i, first_name=f"P{i}")
    assert list(exports.rows(db, "customers", [Column("id", "INTEGER"), Column("first_name", "TEXT")])) == [
        (2, "P2"), (5, "P5"), (9, "P9"),
    ]  # fmt: skip
