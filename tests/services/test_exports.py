"""The whole shop out in three formats, read by other readers, and back into an empty shop."""

import csv
import hashlib
import io
import json
import zipfile
from dataclasses import replace
from datetime import datetime
from zoneinfo import ZoneInfo

import pytest
from python_calamine import CalamineWorkbook

import cxdesk
from cxdesk.domain.errors import Cancelled, UserError
from cxdesk.domain.programme import Reward
from cxdesk.domain.shop import Shop, StaffMember
from cxdesk.language.language import Language
from cxdesk.services import demo
from cxdesk.services.desk import found
from cxdesk.services.exports import is_export
from cxdesk.storage import migrations, photos
from cxdesk.storage.check import check

NOW = datetime(2026, 5, 4, 12, tzinfo=ZoneInfo("Europe/Helsinki"))
ENDINGS = (".json", ".xlsx", ".zip")
PHOTO = bytes(range(256)) * 4
ODD = (
    *("=cmd|' /C calc'!A0", "'", "''x", "+358", "-1", "@a", "\tx", "<r></r>", "1e5", "000123", "_x0041_"),
    *('a";\n,b', "😀 \u200f", " x ", "x\r\ny", "\0", "null", "2026-01-01"),
)


@pytest.fixture(scope="module")
def shop(tmp_path_factory):
    """The demo shop with texts and numbers that mean something to spreadsheets."""
    desk = found(tmp_path_factory.mktemp("exports") / "demo.cxdesk", Shop("Kerä"), lambda: NOW)
    db = desk.workplace.db
    demo.make(db, customers=60, years=1, now=NOW)
    with db.change("Odd", at=NOW):
        for text in ODD:
            db.write("INSERT INTO customers (last_name, note, external_id) VALUES (?, ?, ?)", [text] * 3)
        db.write("INSERT INTO customers (last_name, external_id) VALUES ('', '')")
        db.write("INSERT INTO products (name, code, stock) VALUES ('x', '', ?)", [0.1 + 0.2])
        db.write("INSERT INTO products (name, stock, price) VALUES ('y', 1e22, 999999999999999)")
        photos.put(db, 1, PHOTO)
    yield desk
    desk.close()


@pytest.fixture
def empty(tmp_path):
    desk = found(
        tmp_path / "empty.cxdesk", Shop("New", language="en", second_backup="/mnt/stick"), lambda: NOW
    )
    desk.settings.save_staff(StaffMember(0, "Somebody"))
    yield desk
    desk.close()


def names(desk):
    """The tables of a shop file, by the test's own reckoning."""
    rows = desk.workplace.db.rows(
        "SELECT name FROM sqlite_schema WHERE type = 'table' AND sql LIKE '%STRICT%'"
    )
    return {name for (name,) in rows} - {"changes", "history", "customer_summary"}


def hashes(desk):
    db = desk.workplace.db
    rows = {n: db.rows(f"SELECT * FROM {n} ORDER BY id") for n in names(desk)}
    return {n: hashlib.sha256(repr(found).encode()).hexdigest() for n, found in rows.items()}


@pytest.mark.parametrize("ending", ENDINGS)
def test_the_demo_shop_goes_out_and_comes_back_row_by_row(shop, empty, tmp_path, ending):
    path = tmp_path / f"out{ending}"
    before, shares = hashes(empty), []
    rows = shop.exports.everything(path, shares.append)
    assert is_export(path)
    assert rows == sum(shop.workplace.db.value(f"SELECT count(*) FROM {n}") for n in names(shop))
    assert shares == sorted(shares)
    assert 0 < shares[-1] <= 1

    done = empty.exports.bring_back(path)

    assert done.rows == rows
    with empty.workplace.db.change("As there", at=NOW):  # where copies go belongs to this PC
        empty.workplace.db.write(
            "UPDATE settings SET value = '' WHERE key = 'second_backup' AND value = '/mnt/stick'"
        )
    assert hashes(empty) == hashes(shop)
    assert empty.photos.of(1) == PHOTO
    empty.history.undo()
    assert check(empty.workplace.db) == []
    summary = "SELECT * FROM customer_summary ORDER BY customer_id"
    assert empty.workplace.db.rows(summary) == shop.workplace.db.rows(summary)
    assert empty.customers.search("Virtanen") == shop.customers.search("Virtanen") != []
    after = hashes(empty)
    empty.history.undo(done.change)
    assert hashes(empty) == before
    empty.history.redo()
    assert hashes(empty) == after


def test_a_note_on_a_change_of_the_rules_is_not_tied_to_a_change_of_the_new_shop(tmp_path, empty):
    """The history stays behind, and the numbers of its changes begin anew."""
    english, path = Language("en"), tmp_path / "old.json"
    old = found(tmp_path / "old.cxdesk", Shop("Old", language="en"), lambda: NOW)
    old.programme.save(Reward(0, "Coffee", 60))
    (made,) = old.programme.changes(english)
    assert made.change_id
    old.programme.tell(replace(made, why="Regulars asked"))
    old.exports.everything(path)
    old.close()
    for town in ("Turku", "Lahti"):
        empty.settings.save(replace(empty.settings.shop(), town=town, points_months=12))
    empty.exports.bring_back(path)
    (note,) = empty.programme.changes(english)
    assert (note.what, note.why, note.change_id) == (made.what, "Regulars asked", None)


def test_a_shop_as_json_is_read_by_any_program(shop, tmp_path):
    path = tmp_path / "shop.json"
    shop.exports.everything(path)
    read = json.loads(path.read_text(encoding="utf-8"))
    head = (read["format"], read["schema"], read["program"])
    assert head == ("cxdesk-shop", migrations.VERSION, cxdesk.__version__)
    assert read["tables"].keys() == names(shop) == read["rows"].keys()
    for name, table in read["tables"].items():
        rows = shop.workplace.db.rows(f"SELECT {', '.join(table['columns'])} FROM {name} ORDER BY id")
        assert [tuple(row) for row in table["rows"]] == rows
        assert read["rows"][name] == len(rows)


def test_a_shop_as_csv_is_read_by_any_program(shop, tmp_path):
    path = tmp_path / "shop.zip"
    shop.exports.everything(path)
    with zipfile.ZipFile(path) as archive:
        assert archive.testzip() is None
        assert set(archive.namelist()) == {"cxdesk-shop.json", *(f"{name}.csv" for name in names(shop))}
        text = io.TextIOWrapper(archive.open("customers.csv"), "utf-8-sig", newline="")
        rows = list(csv.DictReader(text))
    kept = shop.workplace.db.rows("SELECT id, last_name FROM customers ORDER BY id")
    assert [(int(row["id"]), row["last_name"]) for row in rows] == [
        (i, f"'{last}" if last.startswith(tuple("=+-@\t\r\n\0'")) else last) for i, last in kept
    ]
    assert not any(row["note"].startswith(("=", "+", "-", "@", "\t", "\r", "\0")) for row in rows)


def test_a_shop_as_a_spreadsheet_is_read_by_any_program(shop, tmp_path):
    path = tmp_path / "shop.xlsx"
    shop.exports.everything(path)
    with CalamineWorkbook.from_path(str(path)) as book:
        assert book.sheet_names[0] == "cxdesk-shop"
        assert set(book.sheet_names[1:]) == names(shop)
        head, *rows = book.get_sheet_by_name("purchases").iter_rows()
    totals = [total for (total,) in shop.workplace.db.rows("SELECT total FROM purchases ORDER BY id")]
    assert [row[head.index("total")] for row in rows] == totals


@pytest.mark.parametrize("ending", ENDINGS)
def test_a_shop_that_is_not_empty_stays_as_it_is(shop, tmp_path, ending):
    path = tmp_path / f"out{ending}"
    shop.exports.everything(path)
    before = hashes(shop)
    with pytest.raises(UserError, match="only be brought into an empty one"):
        shop.exports.bring_back(path)
    assert hashes(shop) == before


def test_export_and_return_can_be_cancelled(shop, empty, tmp_path):
    def stop(_share):
        raise Cancelled

    path, before = tmp_path / "out.json", hashes(empty)
    with pytest.raises(Cancelled):
        shop.exports.everything(path, stop)
    assert not [p for p in tmp_path.iterdir() if p.name.startswith("out")]
    shop.exports.everything(path)
    with pytest.raises(Cancelled):
        empty.exports.bring_back(path, stop)
    assert hashes(empty) == before
    assert empty.exports.bring_back(path).rows


def test_the_shop_file_is_never_written_over(shop, tmp_path):
    own = shop.workplace.db.path
    hard = tmp_path / "hard.csv"
    hard.hardlink_to(own)
    content = own.read_bytes()
    for write, path in ((shop.exports.everything, own), (shop.exports.customers, hard)):
        with pytest.raises(UserError, match="is the shop file"):
            write(path)
    assert own.read_bytes() == content


def test_what_is_written_meanwhile_is_not_in_the_export(shop, tmp_path):
    path, done = tmp_path / "out.json", []

    def write(_share):
        if not done:
            done.append(True)
            beside.history.undo(beside.history.changes(limit=1)[0].id)

    beside = shop.again()
    try:
        rows = shop.exports.everything(path, write)
        read = json.loads(path.read_text(encoding="utf-8"))
        assert sum(len(table["rows"]) for table in read["tables"].values()) == rows
        assert len(read["tables"]["customers"]["rows"]) == 60 + len(ODD) + 1
        assert shop.workplace.db.value("SELECT count(*) FROM customers") == 60
    finally:
        beside.history.redo()
        beside.close()
