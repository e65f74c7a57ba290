from contextlib import closing

import pytest
import sqlcipher3

from cxdesk.storage import triggers
from cxdesk.storage.connection import connect

from .conftest import NOON, insert_purchase, insert_row


def schema(connection):
    """Everything that makes up the file, by name."""
    return dict(connection.execute("SELECT name, sql FROM sqlite_schema WHERE sql IS NOT NULL").fetchall())


def summary(db, customer_id):
    return db.row(
        "SELECT first_day, last_day, days, purchases, spend, gap FROM customer_summary WHERE customer_id = ?",
        [customer_id],
    )


def found(db, word):
    return [i for (i,) in db.rows("SELECT rowid FROM customer_search WHERE customer_search MATCH ?", [word])]


def test_every_table_but_the_derived_ones_is_recorded(db):
    assert set(triggers.recorded(db.connection)) == {
        "actions", "anniversaries", "assignments", "campaigns", "consents", "contact_points", "coupons",
        "customer_lists", "customers", "draws", "earn_rules", "external_ids", "feedback", "feedback_needs",
        "field_values", "fields", "gestures", "gift_card_entries", "gift_cards", "gifts", "goal_steps", "goals",
        "household_members", "households", "ideas", "interviews", "invitations", "letter_templates", "letters", "notes",
        "occasions", "papers", "photos", "pictures", "points", "preferences", "products", "programme_changes",
        "promises", "purchase_lines", "purchases", "redemptions", "relations", "requests", "rewards", "settings",
        "staff", "stamp_cards", "stamps", "tags", "tiers",
    }  # fmt: skip
    assert "tail" not in triggers.recorded(db.connection)["contact_points"], "generated columns hold nothing"


def test_summary_counts_days_of_sales_and_takes_refunds_off(db, customer):
    aino = customer()
    with db.change("Purchases", at=NOON):
        insert_purchase(db, aino, day="2026-01-10", total=1000)
        insert_purchase(db, aino, day="2026-01-10", total=500)
        insert_purchase(db, aino, day="2026-03-01", total=250)
        insert_purchase(db, aino, day="2026-04-01", total=-500, kind="refund")
        insert_purchase(db, aino, day="2026-05-01", total=9999, kind="cancelled")
        insert_purchase(db, None, day="2026-05-02", total=77)

    assert summary(db, aino) == ("2026-01-10", "2026-03-01", 2, 3, 1250, None)
    assert db.value("SELECT count(*) FROM customer_summary") == 1


@pytest.mark.parametrize("bulk", [False, True])
def test_summary_knows_the_median_gap_between_days_of_sales(db, customer, bulk):
    aino, eino = customer(), customer(name="Eino")
    with db.change("Purchases", at=NOON, bulk=bulk):
        for day in ("2024-02-28", "2024-03-02", "2024-03-02", "2024-03-12", "2024-04-12"):
            insert_purchase(db, aino, day=day)
        insert_purchase(db, aino, day="2024-03-05", kind="refund")
        for day in ("2024-04-01", "2024-03-11", "2024-03-01", "2024-03-22", "2024-03-29"):
            insert_purchase(db, eino, day=day)

    assert summary(db, aino)[-1] == 10  # of 3, 10 and 31 days
    assert summary(db, eino)[-1] == 8.5  # of 3, 7, 10 and 11 days


def test_summary_follows_a_purchase_to_another_customer_and_goes_with_the_last_one(db, customer):
    aino, eino = customer(), customer(name="Eino")
    with db.change("Purchase", at=NOON):
        purchase = insert_purchase(db, aino)
    with db.change("It was Eino", at=NOON):
        db.write("UPDATE purchases SET customer_id = ? WHERE id = ?", [eino, purchase])
    assert (summary(db, aino), summary(db, eino)) == (None, ("2026-05-04", "2026-05-04", 1, 1, 500, None))

    with db.change("Nobody's", at=NOON):
        db.write("UPDATE purchases SET customer_id = NULL")
    assert summary(db, eino) is None


def test_search_finds_what_is_there_now(db, customer):
    aino = customer()
    assert found(db, "aino") == [aino]
    with db.change("New name", at=NOON):
        db.write("UPDATE customers SET search_key = 'eino'")
    assert (found(db, "aino"), found(db, "eino")) == ([], [aino])
    with db.change("Gone", at=NOON):
        db.write("DELETE FROM customers")
    assert found(db, "eino") == []


def test_replacing_a_row_is_noted_as_a_deletion_and_a_new_row(db):
    with db.change("Setting", at=NOON):
        insert_row(db, "settings", key="a", value="1")
    with db.change("Replaced", at=NOON):
        db.write("INSERT OR REPLACE INTO settings (key, value) VALUES ('a', '2')")

    assert sorted(db.rows("SELECT operation FROM history WHERE change_id = 2")) == [("delete",), ("insert",)]


@pytest.mark.parametrize("table", ["customers", "purchases", "consents", "products"])
def test_triggers_that_transform_drops_are_back_after_install(path, table):
    from sqlite_utils import Database as SqliteUtils

    with closing(connect(path)) as connection:
        before = schema(connection)
        connection.execute("PRAGMA query_only = 0")
        connection.execute("PRAGMA foreign_keys = 0")
        SqliteUtils(connection, execute_plugins=False)[table].transform(types={"id": int})
        lost = before.keys() - schema(connection).keys()
        connection.execute("BEGIN")
        triggers.install(connection)
        connection.execute("COMMIT")
        after = schema(connection)

    assert {f"auto_{table}_{verb}" for verb in ("insert", "update", "delete")} <= lost
    assert {name: sql for name, sql in before.items() if name.startswith("auto_")} == {
        name: sql for name, sql in after.items() if name.startswith("auto_")
    }


def test_installing_twice_changes_nothing(path):
    with closing(connect(path)) as connection:
        before = schema(connection)
        connection.execute("PRAGMA query_only = 0")
        triggers.install(connection)
        assert schema(connection) == before


def test_rows_of_one_statement_are_noted_as_if_one_by_one(db):
    def bring(write):
        with db.change("Brought", at=NOON, bulk=True) as made:
            write('INSERT INTO products (name) SELECT value FROM json_each(\'["a", "b", "c"]\')')
        return db.rows(
            "SELECT table_name, operation, old, row_id - (SELECT min(row_id) FROM history WHERE change_id = ?1) "
            "FROM history WHERE change_id = ?1 ORDER BY id",
            [made.id],
        )

    one_by_one = bring(db.write)
    at_once = bring(lambda sql: db.insert_all("products", sql))
    assert at_once == one_by_one == [("products", "insert", None, n) for n in range(3)]


def test_the_trigger_is_back_after_rows_that_could_not_be_noted(db):
    with db.change("Brought", at=NOON):
        with pytest.raises(sqlcipher3.IntegrityError):
            db.insert_all("products", "INSERT INTO products (name) SELECT NULL")
        db.write("INSERT INTO products (name) VALUES ('Tea')")
    assert db.rows(
        "SELECT table_name, operation FROM history WHERE change_id = (SELECT max(id) FROM changes)"
    ) == [("products", "insert")]
