import hashlib
import shutil
import subprocess
import sys
from contextlib import closing
from pathlib import Path

import pytest
import sqlcipher3

from cxdesk.domain.errors import UserError
from cxdesk.storage import history, migrations
from cxdesk.storage.connection import connect
from cxdesk.storage.database import Database

from .conftest import NOON, insert_row
from .test_triggers import schema

SAVED = Path(__file__).parents[1] / "shops" / "v001.db"
TABLES = {
    "actions", "changes", "consents", "contact_points", "customer_summary", "customers", "feedback", "feedback_needs",
    "history", "letters", "preferences", "products", "purchase_lines", "purchases", "settings", "staff",
}  # fmt: skip


def add_nickname(db):
    """A step as a later version may bring it: sqlite-utils makes the table anew."""
    db["customers"].add_column("nickname", str, not_null_default="")
    db["customers"].transform(defaults={"country": "FI"})


def fail_late(db):
    add_nickname(db)
    raise ZeroDivisionError


NEXT = (*migrations.STEPS, add_nickname)


def digest(path):
    return hashlib.sha256(path.read_bytes()).hexdigest()


def upgrade(path, steps):
    with closing(connect(path, new=not path.exists())) as connection:
        migrations.migrate(connection, steps)


def dump(path):
    """Schema and rows of a file, read without changing it."""
    with closing(connect(path, read_only=True)) as connection:
        names = [name for name in schema(connection) if name in TABLES]
        rows = {name: connection.execute(f"SELECT * FROM {name}").fetchall() for name in names}
        return connection.execute("PRAGMA user_version").fetchone()[0], schema(connection), rows


@pytest.fixture
def saved(tmp_path):
    """A copy of the shop file that the first version wrote."""
    return shutil.copyfile(SAVED, tmp_path / "shop.cxdesk")


@pytest.mark.parametrize("version", sorted(SAVED.parent.glob("v*.db")), ids=lambda path: path.stem)
def test_saved_file_of_every_version_opens_and_works(version, tmp_path):
    db = Database.open(shutil.copyfile(version, tmp_path / "shop.cxdesk"))
    if db.outdated:
        db.migrate()
    counts = {table: db.value(f"SELECT count(*) FROM {table}") for table in TABLES}
    assert min(counts.values()) > 0, counts
    assert db.rows("SELECT first_name, last_name FROM customers ORDER BY id") == [
        ("Aino", "Virtanen"),
        ("Yulduz", "Oʻrinova"),
    ]
    made = history.undo(db, history.last_to_undo(db).id, at=NOON)
    assert made.tables
    db.close()


def test_numbers_of_customers_go_to_the_systems_that_gave_them(saved):
    with closing(connect(saved)) as connection:
        connection.execute("PRAGMA query_only = 0")
        connection.execute("DELETE FROM history")  # a shop of the first version, written by hand
        connection.execute("UPDATE purchases SET source = 'till' WHERE customer_id = 1")
        migrations.migrate(connection)
        found = connection.execute("SELECT customer_id, source, value FROM external_ids").fetchall()
    assert found == [(1, "till", "K-1")]


def test_saved_file_has_the_schema_of_a_new_one(saved, path):
    """A released schema stays as it is, triggers included: whoever changes one adds a step, be it an empty one."""
    if migrations.VERSION > 1:
        upgrade(saved, migrations.STEPS)

    assert dump(saved)[1] == dump(path)[1]


def test_upgraded_file_has_the_schema_of_a_fresh_one(saved, tmp_path):
    upgrade(saved, NEXT)
    fresh = tmp_path / "fresh.cxdesk"
    upgrade(fresh, NEXT)

    version, upgraded, rows = dump(saved)
    assert (version, upgraded) == dump(fresh)[:2]
    assert "nickname" in upgraded["auto_customers_update"]
    assert len(rows["contact_points"]) == 2, "making customers anew takes no children along"


def test_what_a_step_writes_is_nobodys_change(saved):
    before = dump(saved)[2]
    upgrade(saved, (*migrations.STEPS, lambda u: u.conn.execute("UPDATE customers SET country = 'FI'")))
    after = dump(saved)[2]

    assert before["customers"] != after["customers"]
    assert before["history"] == after["history"]


def test_new_column_gets_its_default_when_an_old_deletion_is_undone(path):
    db = Database.open(path)
    for label, write in (
        ("New", "INSERT INTO settings (key, value) VALUES ('a', 'b')"),
        ("Gone", "DELETE FROM settings"),
    ):
        with db.change(label, at=NOON):
            db.write(write)
    db.close()
    upgrade(
        path, (*migrations.STEPS, lambda u: u["settings"].add_column("origin", str, not_null_default="hand"))
    )
    with closing(connect(path)) as connection:
        history.undo(Database(path, connection), 2, at=NOON)
        assert connection.execute("SELECT key, value, origin FROM settings").fetchall() == [
            ("a", "b", "hand")
        ]


def test_current_file_is_not_outdated_and_an_old_one_is(db, monkeypatch):
    assert not db.outdated
    monkeypatch.setattr(migrations, "VERSION", migrations.VERSION + 1)
    assert db.outdated


def test_migrating_a_current_file_changes_no_row(db):
    with db.change("Setting", at=NOON):
        insert_row(db, "settings", key="a", value="b")
    db.migrate()

    assert db.rows("SELECT key FROM settings") == [("a",)]
    assert db.value("PRAGMA foreign_keys") == db.value("PRAGMA query_only") == 1


def test_failed_step_leaves_all_as_before(saved):
    before = dump(saved)
    with closing(connect(saved)) as connection, pytest.raises(ZeroDivisionError):
        migrations.migrate(connection, (*migrations.STEPS, fail_late))

    assert dump(saved) == before


def test_step_that_leaves_orphans_is_taken_back(saved):
    before = dump(saved)
    steps = (*migrations.STEPS, lambda u: u.conn.execute("DELETE FROM customers"))
    with closing(connect(saved)) as connection, pytest.raises(RuntimeError, match="refers to nothing"):
        migrations.migrate(connection, steps)

    assert dump(saved) == before


def test_newer_file_is_refused_untouched(saved):
    upgrade(saved, NEXT)
    before = digest(saved)
    with pytest.raises(UserError, match="newer CX Desk"):
        Database.open(saved)

    assert digest(saved) == before


def test_newer_file_is_refused_untouched_even_when_only_its_log_tells(saved, tmp_path):
    connection = connect(saved)
    migrations.migrate(connection, NEXT)
    copy = tmp_path / "copy.cxdesk"
    for suffix in ("", "-wal"):
        shutil.copyfile(saved.with_name(saved.name + suffix), copy.with_name(copy.name + suffix))
    connection.close()
    assert copy.read_bytes()[60:64] == b"\0\0\0\1"
    before = digest(copy), digest(tmp_path / "copy.cxdesk-wal")
    with pytest.raises(UserError, match="newer CX Desk"):
        Database.open(copy)

    assert (digest(copy), digest(tmp_path / "copy.cxdesk-wal")) == before


def test_statement_by_statement_inside_one_transaction(path):
    with closing(connect(path)) as connection:
        connection.execute("PRAGMA query_only = 0")
        connection.execute("BEGIN")
        migrations.run(
            connection, "CREATE TABLE a (b);\nCREATE TRIGGER t INSERT ON a BEGIN\n DELETE FROM a;\nEND;\n"
        )
        assert connection.in_transaction
        connection.execute("ROLLBACK")
        assert connection.execute("SELECT count(*) FROM sqlite_schema WHERE name = 'a'").fetchone() == (0,)


UPGRADE_AND_DIE = """
import os, signal, sys
from pathlib import Path
from cxdesk.storage import migrations
from cxdesk.storage.connection import connect
left = int(sys.argv[2])
def tick():
    global left
    left -= 1
    if left <= 0:
        os.kill(os.getpid(), signal.SIGKILL)
def step(db):
    db["customers"].add_column("nickname", str, not_null_default="")
    db["customers"].transform(defaults={"country": "FI"})
connection = connect(Path(sys.argv[1]))
connection.set_progress_handler(lambda: tick(), 200)
migrations.migrate(connection, (*migrations.STEPS, step))
"""


@pytest.mark.skipif(sys.platform == "win32", reason="no SIGKILL")
@pytest.mark.parametrize("instant", [1, 20, 80, 150, 10_000])
def test_upgrade_killed_on_its_way_is_all_or_nothing(saved, tmp_path, instant):
    before = dump(saved)
    target = shutil.copyfile(saved, tmp_path / "target.cxdesk")
    done = subprocess.run(
        [sys.executable, "-c", UPGRADE_AND_DIE, target, str(instant)], check=False, timeout=60
    )
    upgrade(saved, NEXT)

    assert done.returncode in (-9, 0)
    assert dump(target)[:2] == (before if done.returncode else dump(saved))[:2]
    with closing(sqlcipher3.connect(str(target))) as connection:
        assert connection.execute("PRAGMA integrity_check").fetchone() == ("ok",)
