import ast
import re
import threading
from contextlib import closing
from datetime import datetime, timedelta, timezone
from pathlib import Path

import pytest
import sqlcipher3

from cxdesk import paths
from cxdesk.domain.errors import UserError
from cxdesk.storage import files, migrations
from cxdesk.storage.connection import PRAGMAS
from cxdesk.storage.database import Database
from cxdesk.storage.errors import GoneError

from .conftest import NOON, insert_purchase, insert_row

STORAGE = Path(__file__).parents[2] / "cxdesk" / "storage"


def test_each_pragma_reads_back_on_every_connection(db):
    second = db.again()
    read = [{name: c.value(f"PRAGMA {name}") for name in PRAGMAS} for c in (db, second)]
    second.close()

    expected = {
        "busy_timeout": 5000,
        "journal_mode": "wal",
        "synchronous": 2,
        "foreign_keys": 1,
        "secure_delete": 1,
        "trusted_schema": 0,
        "recursive_triggers": 1,
        "temp_store": 0,
        "cache_size": -65536,
        "analysis_limit": 1000,
        "query_only": 1,
    }
    assert read == [expected, expected]


def test_sqlite_utils_uses_the_module_that_opens_the_file(db):
    import sqlite_utils.utils

    assert sqlite_utils.utils.sqlite3 is sqlcipher3
    assert type(db.connection).__module__.startswith("sqlcipher3")
    assert tuple(map(int, sqlcipher3.sqlite_version.split("."))) >= (3, 51, 3)  # the WAL-reset bug is fixed


def test_file_says_what_it_is(path):
    header = path.read_bytes()[:100]

    assert header[68:72] == b"CXDS"
    assert int.from_bytes(header[60:64], "big") == migrations.VERSION


WRITE = "INSERT INTO settings (key, value) VALUES ('a', 'b')"


@pytest.mark.parametrize("how", ["rows", "row", "value", "write"])
def test_writing_outside_a_change_is_refused(db, how):
    with pytest.raises(RuntimeError, match="outside a change"):
        getattr(db, how)(WRITE)
    with pytest.raises(RuntimeError, match="outside a change"):
        list(db.each(WRITE))
    with pytest.raises(RuntimeError, match="outside a change"):
        db.write_many("INSERT INTO settings (key, value) VALUES (?, ?)", [("a", "b")])
    assert db.value("SELECT count(*) FROM settings") == 0


def test_the_engine_refuses_writes_past_the_gateway(db):
    from sqlite_utils import Database as SqliteUtils

    with pytest.raises(sqlcipher3.OperationalError, match="readonly"):
        db.connection.execute(WRITE)
    with pytest.raises(sqlcipher3.OperationalError, match="readonly"):
        SqliteUtils(db.connection, execute_plugins=False)["setings"].insert({"key": "a"})
    with db.change("A change opens the gate", at=NOON):
        db.write(WRITE)
    with pytest.raises(sqlcipher3.OperationalError, match="readonly"):
        db.connection.execute("DELETE FROM settings")
    assert not db.connection.in_transaction


def test_change_is_told_and_kept(db):
    helsinki = datetime(2026, 5, 4, 15, 0, 0, 250_000, tzinfo=timezone(timedelta(hours=3)))
    with db.change("Settings", at=helsinki, detail="name") as recording:
        db.write(WRITE)
        assert recording.made is None

    made = recording.made
    assert (made.id, made.at, made.label, made.detail) == (
        1,
        "2026-05-04T12:00:00.250+00:00",
        "Settings",
        "name",
    )
    assert made.tables == {"settings"}
    assert db.rows("SELECT id, label FROM changes") == [(1, "Settings")]


def test_change_without_effect_leaves_no_trace(db, customer):
    customer()
    with db.change("Nothing", at=NOON) as recording:
        db.write("UPDATE customers SET first_name = first_name")

    assert recording.made is None
    assert db.rows("SELECT label FROM changes") == [("New customer",)]
    assert db.value("SELECT seq FROM sqlite_sequence WHERE name = 'changes'") == 1


def test_exception_takes_everything_back(db):
    with pytest.raises(ZeroDivisionError), db.change("Half", at=NOON):
        db.write(WRITE)
        raise ZeroDivisionError

    assert db.value("SELECT count(*) FROM settings") == 0
    assert db.value("SELECT count(*) FROM changes") == 0
    assert not db.connection.in_transaction
    with db.change("Whole", at=NOON):
        db.write(WRITE)
    assert db.value("SELECT count(*) FROM settings") == 1


def test_what_belongs_to_something_that_is_gone_is_refused_in_words(db):
    with pytest.raises(GoneError, match="not there any more"), db.change("Orphan", at=NOON):
        insert_purchase(db, customer_id=99)
    assert db.value("SELECT count(*) FROM changes") == 0


def test_constraint_that_fails_only_at_the_end_takes_everything_back(db):
    with pytest.raises(GoneError, match="not there any more"), db.change("Orphan", at=NOON):
        db.write("PRAGMA defer_foreign_keys = 1")
        insert_purchase(db, customer_id=99)

    assert db.value("SELECT count(*) FROM purchases") == 0
    assert not db.connection.in_transaction


def test_nested_change_is_refused_and_the_outer_one_lives(db):
    with db.change("Outer", at=NOON):
        with pytest.raises(RuntimeError, match="already"), db.change("Inner", at=NOON):
            pass
        db.write(WRITE)

    assert db.rows("SELECT label FROM changes") == [("Outer",)]


def test_transaction_that_was_ended_inside_a_change_is_noticed(db):
    with pytest.raises(RuntimeError, match="outside"), db.change("Broken", at=NOON):
        db.write("ROLLBACK")
        db.write(WRITE)
    with pytest.raises(RuntimeError, match="outside"), db.change("Broken", at=NOON):
        db.write("COMMIT")

    assert db.value("SELECT count(*) FROM settings") == 0


def test_closing_in_the_middle_of_a_change_is_refused(db):
    with db.change("Open", at=NOON):
        with pytest.raises(RuntimeError, match="middle"):
            db.close()
        db.write(WRITE)


def test_second_connection_sees_what_is_saved_and_writes_too(db):
    worker = db.again()
    with db.change("Window", at=NOON):
        db.write(WRITE)
        assert worker.rows("SELECT key FROM settings") == []
    assert worker.rows("SELECT key FROM settings") == [("a",)]

    def work():
        with worker.change("Worker", at=NOON):
            insert_row(worker, "settings", key="c", value="d")

    thread = threading.Thread(target=work)
    thread.start()
    thread.join()
    assert db.rows("SELECT key FROM settings ORDER BY key") == [("a",), ("c",)]
    worker.close()


def test_reader_beside_the_owner_reads_and_never_writes(db, path):
    with db.change("Owner", at=NOON):
        db.write(WRITE)
    reader = Database.open(path, lock=False)

    assert reader.rows("SELECT key FROM settings") == [("a",)]
    with pytest.raises(UserError, match="write-protected"), reader.change("Reader", at=NOON):
        insert_row(reader, "settings", key="c", value="d")
    reader.close()


def test_new_shop_never_takes_the_place_of_another(tmp_path, path):
    with pytest.raises(UserError, match="already exists"):
        Database.create(path)
    stray = tmp_path / "gone.cxdesk-wal"
    stray.write_bytes(b"the log of a file that somebody deleted")
    with pytest.raises(UserError, match=r"gone\.cxdesk-wal already exists"):
        Database.create(tmp_path / "gone.cxdesk")
    assert stray.exists()


def test_leftover_of_an_interrupted_creation_does_not_matter(tmp_path):
    (tmp_path / "shop.cxdesk.part").write_bytes(b"half")
    (tmp_path / "shop.cxdesk.part-wal").write_bytes(b"half")
    Database.create(tmp_path / "shop.cxdesk").close()

    assert [p.name for p in files.members(tmp_path / "shop.cxdesk")] == ["shop.cxdesk"]
    assert files.members(tmp_path / "shop.cxdesk.part") == []


def test_creation_that_fails_leaves_nothing(tmp_path, monkeypatch):
    (tmp_path / "resources" / "schema").mkdir(parents=True)
    (tmp_path / "resources" / "schema" / "001.sql").write_text("CREATE TABLE a (b);\nCREATE TABLE a (b);")
    monkeypatch.setattr(paths, "resources", lambda: tmp_path / "resources")
    with pytest.raises(sqlcipher3.OperationalError):
        Database.create(tmp_path / "shop.cxdesk")

    assert sorted(p.name for p in tmp_path.iterdir()) == ["resources", "shop.cxdesk.lock"]


WRITERS = {"database.py", "migrations.py", "triggers.py", "imports.py"}  # imports: its staging file
SQL_WRITE = re.compile(r"\s*(?:INSERT|UPDATE|DELETE|REPLACE|CREATE|DROP|ALTER)\b", re.IGNORECASE)
READS = {"rows", "row", "value", "each", "execute", "executemany", "executescript"}


def writes_past_the_gateway(text):
    """Calls that hand a writing statement to anything but `write` and `write_many`."""
    for node in ast.walk(ast.parse(text)):
        if (
            isinstance(node, ast.Call)
            and isinstance(node.func, ast.Attribute)
            and node.func.attr in READS
            and node.args
        ):
            first = node.args[0]
            first = first.values[0] if isinstance(first, ast.JoinedStr) else first
            if isinstance(first, ast.Constant) and SQL_WRITE.match(str(first.value)):
                yield node.lineno


def test_storage_writes_through_the_gateway_alone():
    sources = [p for p in STORAGE.glob("*.py") if p.name not in WRITERS]
    found = [f"{p.name}:{line}" for p in sources for line in writes_past_the_gateway(p.read_text("utf-8"))]

    assert len(sources) > 8
    assert found == []
    assert list(writes_past_the_gateway("db.rows(f'insert into {a} values (1) returning id')"))
    assert not list(writes_past_the_gateway("db.write('INSERT INTO a VALUES (1)')"))


@pytest.mark.parametrize("bulk", [False, True])
def test_closing_leaves_statistics_for_the_next_time_but_nobodys_name(path, bulk):
    db = Database.open(path)
    with db.change("Work", at=NOON, bulk=bulk):
        for n in range(200):
            insert_row(db, "customers", first_name=f"Aino {n}", sort_key=f"aino {n}", search_key=f"aino {n}")
    db.rows("SELECT id FROM customers WHERE sort_key > 'b'")
    db.close()
    with closing(sqlcipher3.connect(str(path))) as connection:
        counted = dict(connection.execute("SELECT idx, stat FROM sqlite_stat1 WHERE tbl = 'customers'"))
        samples = connection.execute("SELECT count(*) FROM sqlite_stat4").fetchone()
    assert counted["customers_sort"].startswith("200 ")
    assert samples == (0,)


def test_reading_alone_leaves_the_file_as_it_was(path):
    before = path.read_bytes()
    db = Database.open(path)
    db.rows("SELECT * FROM customers")
    db.close()
    assert path.read_bytes() == before
