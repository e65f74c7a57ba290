"""Files that claim to be a whole shop: damaged, newer, older, or made to do harm."""

import csv
import io
import json
import zipfile
from datetime import UTC, datetime
from random import Random

import pytest

from cxdesk.domain.errors import UserError
from cxdesk.domain.shop import Shop
from cxdesk.services.desk import found
from cxdesk.services.exports import is_export
from cxdesk.storage import migrations
from cxdesk.storage.check import check

NOW = datetime(2026, 5, 4, 12, tzinfo=UTC)
SETTINGS = {"columns": ["id", "key", "value"], "rows": [[1, "name", "Kerä"], [2, "language", "fi"]]}
CUSTOMERS = {"columns": ["id", "first_name", "since"], "rows": [[5, "Aino", "2020-01-31"], [9, "Eero", None]]}
PURCHASES = {
    "columns": ["id", "customer_id", "date", "time", "kind", "total"],
    "rows": [[1, 5, "2026-01-02", "12:30", "sale", 500]],
}
ENDINGS = (".json", ".xlsx", ".zip")


@pytest.fixture
def desk(tmp_path):
    desk = found(tmp_path / "shop.cxdesk", Shop("New", language="en"), lambda: NOW)
    yield desk
    desk.close()


@pytest.fixture
def file(tmp_path):
    """A file as another program may write it, indented and in ASCII, with some things put differently."""

    def write(*, head=None, **tables):
        path = tmp_path / "shop.json"
        known = {"settings": SETTINGS, "customers": CUSTOMERS, "purchases": PURCHASES} | tables
        kept = {name: table for name, table in known.items() if table is not None}
        shape = {"format": "cxdesk-shop", "schema": migrations.VERSION, "program": "0.1.0", "rows": {}} | (
            head or {}
        )
        path.write_text(json.dumps({**shape, "tables": kept}, indent=2), encoding="utf-8")
        return path

    return write


@pytest.fixture
def refused(desk):
    """The sentence with which a file is refused; the shop stays as it was."""

    def sentence(path):
        db = desk.workplace.db
        before = db.value("SELECT count(*) FROM history")
        with pytest.raises(UserError) as error:
            desk.exports.bring_back(path)
        assert db.value("SELECT count(*) FROM history") == before
        assert not db.connection.in_transaction
        assert check(db) == []
        assert desk.settings.shop().name == "New"
        return str(error.value)

    return sentence


def table(columns, *rows):
    return {"columns": columns, "rows": [list(row) for row in rows]}


def test_a_file_that_another_program_has_written_anew(desk, file):
    path = file()
    assert is_export(path)
    assert desk.exports.bring_back(path).rows == 5
    assert [(row.id, row.name, row.spend) for row in desk.customers.rows([5, 9])] == [
        (5, "Aino", 500),
        (9, "Eero", 0),
    ]
    assert desk.settings.shop().name == "Kerä"
    assert desk.workplace.staff_id is None


def test_a_newer_shop_and_an_older_one(desk, file, refused):
    assert "newer CX Desk" in refused(file(head={"schema": migrations.VERSION + 1}))
    strange = table(["id", "first_name", "gone"], [1, "Aino", "x"])
    assert "columns" in refused(file(customers=strange, purchases=None))
    older = file(head={"schema": migrations.VERSION - 1}, customers=strange, purchases=None)
    desk.exports.bring_back(older)
    assert desk.customers.get(1).first_name == "Aino"


@pytest.mark.parametrize(
    ("wrong", "said"),
    [
        ({"changes": table(["id", "at", "label"], [99, "x", "x"])}, "changes"),
        ({"sqlite_schema": table(["id", "type"], [1, "trigger"])}, "sqlite_schema"),
        ({"customer_search": table(["id", "search_key"], [1, "x"])}, "customer_search"),
        ({'customers" (id) SELECT 1; --': table(["id"], [1])}, "no table"),
        ({"customers": table(["id", "first_name) SELECT 1; --"], [1, "x"])}, "columns"),
        ({"customers": table(["id", "id"], [1, 1])}, "columns"),
        ({"customers": table(["first_name"], ["x"])}, "columns"),
        ({"customers": table([], [])}, "columns"),
        ({"customers": table(["id", ["x"]], [1, 1])}, "damaged"),
        ({"customers": {"columns": 5, "rows": []}}, "damaged"),
        ({"customers": table(["id", "first_name"], [1])}, "customers, row 1"),
        ({"customers": table(["id", "first_name"], [1, "x"], ["one", "x"])}, "customers, row 2"),
        ({"customers": table(["id", "first_name"], [1, "x"], [1, "y"])}, "customers, row 2"),
        ({"customers": table(["id", "first_name"], [1, {"a": 1}])}, "customers, row 1"),
        ({"customers": table(["id", "first_name"], [1, "\ud800"])}, "customers, row 1"),
        ({"customers": table(["id", "language"], [1, "xx"])}, "customers, row 1"),
        ({"customers": table(["id", "birth_day", "birth_month"], [1, 31, 2])}, "customers, id 1"),
        (
            {"customers": table(["id", "birth_day", "birth_month", "birth_year"], [1, 29, 2, 2023])},
            "customers, id 1",
        ),
        ({"customers": table(["id", "since"], [1, "7.3.2026"])}, "customers, id 1"),
        ({"customers": table(["id", "since"], [1, "2026-02-30"])}, "customers, id 1"),
        ({"customers": table(["id", "since"], [1, "now"])}, "customers, id 1"),
        ({"customers": table(["id"], [-1])}, "customers, id -1"),
        ({"customers": table(["id"], [2**63 - 1])}, "customers, row 1"),
        ({"customers": table(["id"], [10**400])}, "customers, row 1"),
        ({"customers": table(["id"], [1.5])}, "customers, row 1"),
        ({"customers": {"columns": ["id"], "rows": [{"id": 1}]}}, "damaged"),
        ({"customers": {"rows": [], "columns": ["id"]}}, "damaged"),
        (
            {"purchases": table(["id", "date", "kind", "total"], [1, "2026-01-02", "sale", "5,00"])},
            "purchases, row 1",
        ),
        (
            {"purchases": table(["id", "date", "kind", "total"], [1, "2026-01-02", "sale", None])},
            "purchases, row 1",
        ),
        (
            {"purchases": table(["id", "date", "kind", "total"], [1, "2026-01-02", "theft", 1])},
            "purchases, row 1",
        ),
        (
            {"purchases": table(["id", "date", "time", "kind", "total"], [1, "2026-01-02", "x", "sale", 1])},
            "“x”",
        ),
        ({"purchases": table(PURCHASES["columns"], [1, 7, "2026-01-02", None, "sale", 1])}, "customers"),
        ({"products": table(["id", "name", "stock"], [1, "x", float("inf")])}, "products, row 1"),
        ({"settings": table(["id", "key", "value"])}, "shop's name"),
        ({"settings": table(["id", "key", "value"], [1, "name", "x"], [2, "gift_limit", "x"])}, "settings"),
        ({"settings": table(["id", "key", "value"], [1, "name", "x"], [2, "language", "xx"])}, "settings"),
        ({"settings": table(["id", "key", "value"], [1, "name", "x"], [2, "window", "xx"])}, "settings"),
        ({"settings": table(["id", "key", "value"], [1, "name", "x"], [2, "theme", "xx"])}, "settings"),
        (
            {"settings": table(["id", "key", "value"], [1, "name", "x"], [2, "text_scale", "9999"])},
            "settings",
        ),
        (
            {"settings": table(["id", "key", "value"], [1, "name", "x"], [2, "letter_basis", "any"])},
            "settings",
        ),
    ],
)
def test_rows_and_names_that_cannot_be(file, refused, wrong, said):
    assert said in refused(file(**({"purchases": None} | wrong)))


def test_where_copies_go_is_not_for_a_file_to_say(desk, file):
    stolen = table(["id", "key", "value"], [1, "name", "x"], [2, "second_backup", "//evil/share"])
    desk.exports.bring_back(file(settings=stolen))
    assert desk.settings.shop().second_backup == ""


def test_spreadsheet_programs_make_numbers_and_dates_of_texts(desk, tmp_path):
    from datetime import date

    import xlsxwriter

    path = tmp_path / "edited.xlsx"
    with xlsxwriter.Workbook(path) as book:
        form = book.add_format({"num_format": "yyyy-mm-dd"})
        head, settings, customers = (book.add_worksheet(n) for n in ("cxdesk-shop", "settings", "customers"))
        lines = [
            ("format", "cxdesk-shop"),
            ("schema", 1),
            ("program", "1"),
            ("settings", 1),
            ("customers", 1),
        ]
        for number, line in enumerate(lines):
            head.write_row(number, 0, line)
        for number, row in enumerate([("id", "key", "value"), (1, "name", "Kerä")]):
            settings.write_row(number, 0, row)
        customers.write_row(0, 0, ("id", "first_name", "external_id", "since"))
        customers.write_row(1, 0, (1, "Aino", 1234))
        customers.write_datetime(1, 3, date(2026, 3, 7), form)
        customers.write(1, 6, "somebody's remark")
    desk.exports.bring_back(path)
    aino = desk.customers.get(1)
    assert (aino.first_name, aino.external_id, aino.since) == ("Aino", "1234", date(2026, 3, 7))


@pytest.mark.parametrize(
    "content",
    [
        b"", b"{", b'{"format": "cxdesk-shop"}', b'{"format": "cxdesk-shop", "tables": {}}', b"[" * 100_000,
        b'{"format": "cxdesk-shop", "schema": 1, "rows": {}, "tables": {"customers": {"columns": ["id"], "rows": [[1]',
        b'{"format":"cxdesk-shop","schema":1,"rows":{},"tables":{"customers":' + b"[" * 100_000,
        b'{"format":"cxdesk-shop","schema":1,"rows":{},"tables":{"a":{"columns":["id"],"rows":[' + b"[" * 100_000,
        b'{"format":"cxdesk-shop","schema":1,"rows":{},"tables":{"a":{"columns":["id"],"rows":[["' + b"x" * 40_000_000,
        b'{"format":"cxdesk-shop","schema":' + b"9" * 10_000 + b',"rows":{},"tables":{}}',
        b'{"format":"cxdesk-shop","schema":1,"rows":{},"tables":{"\xff":{}}}',
        b"PK\x05\x06" + bytes(18), b"PK\x03\x04 no zip", b"name;phone\nAino;1\n",
    ],
    ids=range(14),
)  # fmt: skip
def test_what_is_no_shop(tmp_path, refused, content):
    path = tmp_path / "odd.json"
    path.write_bytes(content)
    assert refused(path)


def test_what_is_not_even_a_file(tmp_path, refused):
    assert not is_export(tmp_path)
    assert not is_export(tmp_path / "nothing.json")
    refused(tmp_path)
    refused(tmp_path / "nothing.json")


def archive(path, members, compression=zipfile.ZIP_DEFLATED):
    head = {"format": "cxdesk-shop", "schema": 1, "program": "x", "rows": dict.fromkeys(members, 1)}
    with zipfile.ZipFile(path, "w", compression) as made:
        made.writestr("cxdesk-shop.json", json.dumps(head))
        for name, content in members.items():
            made.writestr(f"{name}.csv", content)
    return path


def test_archives_made_to_do_harm(tmp_path, refused):
    bomb = archive(tmp_path / "bomb.zip", {"customers": "id,note\n1," + "x" * 50_000_000})
    assert bomb.stat().st_size < 100_000
    assert "damaged" in refused(bomb)
    assert "no table" in refused(archive(tmp_path / "path.zip", {"../../customers": "id\n1\n"}))
    assert "damaged" in refused(archive(tmp_path / "lzma.zip", {"customers": "id\n1\n"}, zipfile.ZIP_LZMA))
    assert "columns" in refused(archive(tmp_path / "empty.zip", {"customers": ""}))
    assert "damaged" in refused(
        archive(tmp_path / "cell.zip", {"customers": "id,note\n1," + "abcdefghi" * 20_000 + str(range(999))})
    )
    missing = tmp_path / "missing.zip"
    with zipfile.ZipFile(missing, "w") as made:
        made.writestr(
            "cxdesk-shop.json", json.dumps({"format": "cxdesk-shop", "schema": 1, "rows": {"customers": 1}})
        )
    assert "damaged" in refused(missing)


def test_a_csv_of_the_archive_written_anew_with_everything_in_quotes(desk, tmp_path):
    text = io.StringIO()
    writer = csv.writer(text, quoting=csv.QUOTE_ALL, lineterminator="\n")
    writer.writerows(
        [["id", "first_name", "external_id", "note"], ["1", "", "'", "'=x"], [], ["2", "B", "", ""]]
    )
    settings = "id,key,value\n1,name,Kerä\n"
    desk.exports.bring_back(archive(tmp_path / "x.zip", {"customers": text.getvalue(), "settings": settings}))
    rows = desk.workplace.db.rows("SELECT id, first_name, external_id, note FROM customers ORDER BY id")
    assert rows == [(1, "", "", "=x"), (2, "B", None, "")]


@pytest.mark.parametrize("ending", ENDINGS)
def test_bytes_turned_over_never_harm_the_shop(desk, tmp_path, file, ending, times):
    desk.exports.bring_back(file())
    good = tmp_path / f"good{ending}"
    desk.exports.everything(good)
    desk.history.undo()
    random = Random(7)  # noqa: S311 - noise, no secret
    content, path = good.read_bytes(), tmp_path / f"bad{ending}"
    for _ in range(times(8, 100)):
        bad = bytearray(content)
        for _ in range(random.choice((1, 3, 100))):
            bad[random.randrange(len(bad))] = random.randrange(256)
        path.write_bytes(bad[: random.choice((len(bad), random.randrange(len(bad))))])
        try:
            desk.exports.bring_back(path)
        except UserError:
            assert desk.settings.shop().name == "New"
        else:
            desk.history.undo()
        assert check(desk.workplace.db) == []
