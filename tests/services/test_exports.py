"""The whole shop out in three formats, read by other readers, and back into an empty shop."""

import hashlib
from datetime import datetime
from zoneinfo import ZoneInfo

import pytest

from cxdesk.domain.shop import Shop, StaffMember
from cxdesk.services import demo
from cxdesk.services.desk import found
from cxdesk.services.exports import is_export
from cxdesk.storage.check import check

NOW = datetime(2026, 5, 4, 12, tzinfo=ZoneInfo("Europe/Helsinki"))
ENDINGS = (".json", ".xlsx", ".zip")
ODD = (
    "=cmd|' /C calc'!A0",
    "'",
    "''x",
    "+358",
    "-1",
    "@a",
    "\tx",
    "<r></r>",
    "1e5",
    "000123",
    "_x0041_",
    'a";\n,b',
    "😀 \u200f",
)


@pytest.fixture(scope="module")
def shop(tmp_path_factory):
    """The demo shop with texts that mean something to spreadsheets."""
    folder = tmp_path_factory.mktemp("exports")
    desk = found(folder / "demo.cxdesk", Shop("Kerä"), lambda: NOW)
    demo.make(desk.workplace.db, customers=60, years=1, now=NOW)
    db = desk.workplace.db
    with db.change("Odd", at=NOW):
        for text in ODD:
            db.write(
                "INSERT INTO customers (last_name, note, external_id, uuid) VALUES (?, ?, ?, NULL)",
                [text] * 3,
            )
        db.write("INSERT INTO customers (last_name, external_id) VALUES ('', '')")
        db.write("INSERT INTO products (name, code, stock) VALUES ('x', '', ?)", [0.1 + 0.2])
        db.write("INSERT INTO products (name, stock, price) VALUES ('y', 1e22, 999999999999999)")
    yield desk
    desk.close()


@pytest.fixture
def empty(tmp_path):
    desk = found(tmp_path / "empty.cxdesk", Shop("New"), lambda: NOW)
    desk.settings.save_staff(StaffMember(0, "Somebody"))
    yield desk
    desk.close()


def recorded(desk):
    """A hash of the rows of each recorded table, by SQL of the test's own."""
    db = desk.workplace.db
    names = [
        n
        for (n,) in db.rows(
            "SELECT DISTINCT name FROM sqlite_schema WHERE type = 'table' AND sql LIKE '%STRICT%'"
        )
    ]
    kept = set(names) - {"changes", "history", "customer_summary"}
    return {
        n: hashlib.sha256(repr(db.rows(f"SELECT * FROM {n} ORDER BY id")).encode()).hexdigest() for n in kept
    }


@pytest.mark.parametrize("ending", ENDINGS)
def test_the_demo_shop_goes_out_and_comes_back_row_by_row(shop, empty, tmp_path, ending):
    path = tmp_path / f"out{ending}"
    before = recorded(empty)
    rows = shop.exports.everything(path)
    assert is_export(path)
    assert rows == sum(shop.workplace.db.value(f"SELECT count(*) FROM {t}") for t in recorded(shop))

    done = empty.exports.bring_back(path)

    assert done.rows == rows
    assert recorded(empty) == recorded(shop)
    assert check(empty.workplace.db) == []
    summary = "SELECT * FROM customer_summary ORDER BY customer_id"
    assert empty.workplace.db.rows(summary) == shop.workplace.db.rows(summary)
    assert empty.customers.search("Kaisa") == shop.customers.search("Kaisa")
    empty.history.undo(done.change)
    assert recorded(empty) == before
    assert check(empty.workplace.db) == []
    empty.history.redo()
    assert recorded(empty) == recorded(shop)
