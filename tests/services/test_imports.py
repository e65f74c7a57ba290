"""Files of another system: added up independently, imported twice, undone, redone, refused, cancelled."""

import csv
import hashlib
from collections import Counter
from decimal import ROUND_HALF_UP, Decimal

import pytest

from cxdesk.domain.consent import may_contact
from cxdesk.domain.customer import ContactChannel, ContactKind, PreferenceKind
from cxdesk.domain.errors import Cancelled, UserError
from cxdesk.services.imports import Plan
from cxdesk.storage.imports.counts import Counts

HEADER = "InvoiceNo,StockCode,Description,Quantity,InvoiceDate,UnitPrice,CustomerID,Country"
NOTHING = Counts()


@pytest.fixture
def file(tmp_path):
    """Writes a file of rows under the header of UCI Online Retail; gives its path."""

    def write(*rows, name="till.csv", header=HEADER):
        path = tmp_path / name
        path.write_text("\n".join([header, *rows]) + "\n", encoding="utf-8")
        return path

    return write


@pytest.fixture
def sums(desk):
    """Net spend in cents of every customer by external number."""

    def read():
        ids = desk.customers.ids()
        rows = [
            row for part in range(0, len(ids), 500) for row in desk.customers.rows(ids[part : part + 500])
        ]
        return {row.external_id: desk.customers.card(row.id).spend for row in rows}

    return read


@pytest.fixture
def digest(desk):
    """One hash over every row of every table but the history's own."""

    def read():
        db, seen = desk.workplace.db, hashlib.sha256()
        names = [
            n
            for (n,) in db.rows(
                "SELECT name FROM sqlite_schema WHERE type = 'table' AND name NOT LIKE 'sqlite_%' ORDER BY name"
            )
            if n not in {"changes", "history"} and not n.startswith("customer_search")
        ]
        for name in names:
            for row in db.rows(f"SELECT * FROM {name} ORDER BY 1"):
                seen.update(repr((name, row)).encode())
        return seen.hexdigest()

    return read


def row(receipt="1", code="85123", quantity="2", price="8.90", customer="17.0", **cells):
    day, name = cells.get("day", "2011-03-07 14:05:00"), cells.get("name", "YARN")
    return f"{receipt},{code},{name},{quantity},{day},{price},{customer},{cells.get('country', 'Norway')}"


def counted(path):
    """Cents by customer, straight from the cells: exact price times quantity, rounded line by line."""
    totals = Counter()
    with path.open(encoding="utf-8", newline="") as lines:
        for cells in csv.DictReader(lines):
            cents = Decimal(cells["Quantity"]) * Decimal(cells["UnitPrice"]) * 100
            if cells["CustomerID"]:
                totals[cells["CustomerID"].removesuffix(".0")] += int(cents.to_integral_value(ROUND_HALF_UP))
    return dict(totals)


@pytest.mark.parametrize(
    ("name", "lines", "customers"),
    [
        ("uci_online_retail_nordic.csv", 2814, 40),
        pytest.param("uci_online_retail_10pct_customers.csv", 35099, 459, marks=pytest.mark.long),
    ],
)
def test_real_files_to_the_cent_again_undone_and_redone(
    desk, data_folder, sums, digest, name, lines, customers
):
    empty = digest()
    path = data_folder / name
    trial = desk.imports.run(path, dry_run=True)
    assert (digest(), trial.change) == (empty, None)
    done = desk.imports.run(path)
    assert (done.rows, done.added.lines, done.added.customers, done.refused) == (lines, lines, customers, ())
    assert (trial.added, done.updated, done.unchanged) == (done.added, NOTHING, NOTHING)
    assert sums() == counted(path)
    full = digest()
    again = desk.imports.run(path)
    assert (again.added, again.updated, again.unchanged, again.change) == (NOTHING, NOTHING, done.added, None)
    assert digest() == full
    desk.history.undo(done.change)
    assert digest() == empty
    desk.history.redo()
    assert digest() == full


def test_overlapping_files_add_what_is_new(desk, file, sums):
    first = desk.imports.run(file(row("1"), row("2"), name="a.csv"))
    second = desk.imports.run(file(row("2"), row("3", customer="18.0"), name="b.csv"))
    assert (first.added, second.added) == (Counts(1, 1, 2, 2), Counts(1, 0, 1, 1))
    assert second.unchanged == Counts(1, 1, 1, 1)
    assert sums() == {"17": 3560, "18": 1780}


def test_a_grown_receipt_updates_its_total(desk, file, sums):
    desk.imports.run(file(row("1"), row("2")))
    grown = desk.imports.run(file(row("1"), row("1", code="85124", quantity="1", price="4.50"), row("2")))
    assert (grown.added, grown.updated, grown.unchanged) == (
        Counts(0, 1, 0, 1),
        Counts(0, 0, 1, 0),
        Counts(1, 1, 1, 2),
    )
    assert sums() == {"17": 1780 + 450 + 1780}
    desk.history.undo()
    assert sums() == {"17": 3560}


def test_interleaved_receipts_with_lines_that_are_alike(desk, file, sums):
    mixed = [row("1"), row("2"), row("1"), row("2"), row("1")]
    desk.imports.run(file(*mixed))
    assert sums() == {"17": 5 * 1780}
    for order in (sorted(mixed), sorted(mixed, reverse=True), mixed[::-1]):
        assert desk.imports.run(file(*order)).added == NOTHING
    more = desk.imports.run(file(*mixed, row("2")))
    assert (more.added.lines, sums()) == (1, {"17": 6 * 1780})


def test_names_and_countries_corrected_since_do_not_double_the_lines(desk, file, sums):
    desk.imports.run(file(row()))
    again = desk.imports.run(file(row(name="YARN WOOL", country="Sweden")))
    assert (again.added, sums()) == (NOTHING, {"17": 1780})


def test_refunds_cancelled_and_lines_without_customer(desk, file, sums):
    done = desk.imports.run(
        file(row("1"), row("C2", quantity="-1"), row("3", customer=""), row("A4", customer=""))
    )
    assert (done.added.purchases, done.added.customers) == (4, 1)
    assert sums() == {"17": 1780 - 890}
    (card,) = (desk.customers.card(i) for i in desk.customers.ids())
    assert {p.receipt: (p.kind.value, p.total) for p in card.purchases} == {
        "1": ("sale", 1780),
        "C2": ("refund", -890),
    }
    assert card.summary.days == 1


def test_the_name_most_often_sold_under_and_the_last_price(desk, file):
    desk.imports.run(
        file(
            row("1", name="yarn?"),
            row("2", name="YARN WHITE"),
            row("3", name="YARN WHITE"),
            row("4", name="YARN RED", price="9.50"),
            row("5", name="damaged", price="0", quantity="-9", customer=""),
            row("6", name="damaged", price="0", quantity="-9", customer=""),
            row("7", name="damaged", price="0", quantity="-9", customer=""),
            row("8", code="POST", name="POSTAGE", price="18"),
        )
    )
    yarn, post = desk.products.scanned("85123"), desk.products.scanned("POST")
    assert (yarn.name, yarn.price, yarn.goods) == ("YARN WHITE", 950, True)
    assert (post.name, post.price, post.goods) == ("POSTAGE", 1800, False)


def test_customers_get_country_codes_and_their_first_day(desk, file):
    desk.imports.run(
        file(
            row("1", country="Norway"),
            row("2", country="EIRE", customer="18.0"),
            row("3", country="Channel Islands", customer="19.0"),
            row("4", country="Sweden", day="2010-12-01 09:00:00"),
            row("5", country="Unspecified"),
        )
    )
    found = {c.external_id: c for c in map(desk.customers.get, desk.customers.ids())}
    assert {number: c.country for number, c in found.items()} == {
        "17": "SE",
        "18": "IE",
        "19": "Channel Islands",
    }
    assert found["17"].since.isoformat() == "2010-12-01"


def test_rows_that_cannot_go_in_are_listed_and_the_rest_goes_in(desk, file, sums):
    done = desk.imports.run(
        file(
            row("1"),
            row("2", day="30.2.2011"),
            row("3", quantity="two"),
            row("4", price="NaN"),
            row("5", quantity="1e400"),
            row(""),
            row("6", code=""),
            row("7") + ",extra",
            row("8", day="2011-02-29 10:00:00"),
            row("9", customer="18.0"),
        )
    )
    assert [refusal.line for refusal in done.refused] == [3, 4, 5, 6, 7, 8, 9, 10]
    columns = [
        "InvoiceDate",
        "Quantity",
        "UnitPrice",
        "Quantity",
        "InvoiceNo",
        "StockCode",
        "",
        "InvoiceDate",
    ]
    assert [refusal.column for refusal in done.refused] == columns
    assert all(str(refusal.reason) for refusal in done.refused)
    assert (done.rows, sums()) == (10, {"17": 1780, "18": 1780})


@pytest.mark.parametrize(
    ("content", "message"),
    [
        (b"", r"."),
        (b"\x00\x01\x02\xff" * 100, r"."),
        (b"Colour,Shape\nred,round\n", "of no system that CX Desk knows"),
        (HEADER.replace("InvoiceNo", "Number").encode() + b"\n", "of no system"),
        (b"PK\x03\x04broken", r"."),
    ],
)
def test_files_that_are_none_of_ours(desk, tmp_path, digest, content, message):
    path, before = tmp_path / "odd.csv", digest()
    path.write_bytes(content)
    with pytest.raises(UserError, match=message):
        desk.imports.run(path)
    assert digest() == before


def test_missing_files_folders_and_profiles(desk, tmp_path, file):
    for path in (tmp_path / "none.csv", tmp_path):
        with pytest.raises(UserError):
            desk.imports.run(path)
    with pytest.raises(UserError, match="no import profile “Nothing”"):
        desk.imports.run(Plan(file(row()), profile="Nothing"))
    assert desk.imports.run(Plan(file(row()), profile="uci online retail")).added.lines == 1


def test_cancelled_nothing_is_left_and_the_whole_file_still_comes_in(desk, data_folder, digest, sums):
    path, before = data_folder / "uci_online_retail_10pct_customers.csv", digest()
    for least in (0.1, 0.8):  # while the file is read, and while its rows are applied

        def stop(share, least=least):
            if share > least:
                raise Cancelled

        with pytest.raises(Cancelled):
            desk.imports.run(path, progress=stop)
        assert digest() == before
    assert desk.history.changes()[0].label == "Settings changed"
    shares = []
    added = desk.imports.run(path, progress=shares.append).added
    assert (added.lines, added.customers, sums()) == (35099, 459, counted(path))
    assert shares == sorted(shares)
    assert len([share for share in shares if 0 < share < 0.6]) > 1
    assert len([share for share in shares if 0.6 < share < 1]) > 5


def test_an_import_is_one_step_and_stays_under_later_work(desk, file):
    done = desk.imports.run(file(row()))
    assert (desk.history.changes()[0].id, desk.history.changes()[0].detail) == (done.change, "till.csv")
    (customer_id,) = desk.customers.ids()
    desk.customers.prefer(customer_id, PreferenceKind.TASTE, "green")
    with pytest.raises(UserError, match="came after it"):
        desk.history.undo(done.change)
    assert desk.imports.run(file(row())).added == NOTHING


def test_hostile_texts_are_kept_as_texts(desk, file):
    name = '"<b>=cmd|x</b> & ' + "x" * 10_000 + '"'
    desk.imports.run(file(row(name=name, customer="'; DROP TABLE customers--")))
    assert len(desk.products.scanned("85123").name) == 200
    assert len(desk.customers.ids()) == 1


def test_what_is_told_of_a_person_in_two_rows_is_all_kept(desk, tmp_path):
    path = tmp_path / "people.csv"
    path.write_text(
        "Card,Name,Note\nK1,Aino Kallio,Likes roses\nK1,Aino Kallio,Calls first\nK1,Aino Kallio,Likes roses\n",
        encoding="utf-8",
    )
    desk.imports.run(path)
    (customer_id,) = desk.customers.ids()
    assert desk.customers.get(customer_id).note == "Likes roses\nCalls first"


def test_points_are_not_added_again_after_two_customers_became_one(desk, tmp_path):
    path = tmp_path / "customers.csv"
    path.write_text(
        "customer_code,first_name,last_name,loyalty_adjustment\nA1,Aino,Kallio,50\nB2,Aino,Kallio,20\n",
        encoding="utf-8",
    )
    desk.imports.run(path)
    keep, drop = desk.customers.ids()
    desk.duplicates.merge(keep, drop)
    again = desk.imports.run(path)
    assert (again.added.points, desk.customers.card(keep).points) == (0, 70)


def texts(tmp_path, name, text):
    path = tmp_path / name
    path.write_text(text, encoding="utf-8")
    return path


def test_customers_and_receipts_of_one_system_know_the_same_numbers(desk, tmp_path, samples_folder):
    desk.imports.run(samples_folder / "square_items_detail.csv")
    (before,) = desk.customers.ids()
    header = (samples_folder / "square_customers.csv").read_text(encoding="utf-8").splitlines()[0]
    row = ",Päivi,Mäkelä,paivi.makela@example.com,,,,,,,,,CUST1"
    done = desk.imports.run(texts(tmp_path, "customers.csv", f"{header}\n{row}\n"))
    assert (done.profile, done.added.customers) == ("Square customers", 0)
    assert desk.customers.ids() == [before]
    assert desk.customers.get(before).contact(ContactKind.EMAIL) == "paivi.makela@example.com"


def test_receipts_of_a_list_find_the_customers_of_another_by_number(desk, tmp_path):
    people = "Customer ID,Name,Phone\n17,Aino Kallio,040 123 4567\n18,Eero Kallio,\n"
    sales = "Customer ID,Date,Amount\n17,2026-03-07,8.90\n18,2026-03-08,8.90\n19,2026-03-09,1.00\n"
    desk.imports.run(texts(tmp_path, "people.csv", people))
    done = desk.imports.run(texts(tmp_path, "sales.csv", sales))
    assert done.added.customers == 1
    spent = {c.name: desk.customers.card(c.id).spend for c in map(desk.customers.get, desk.customers.ids())}
    assert spent == {"Aino Kallio": 890, "Eero Kallio": 890, "19": 100}
    again = desk.imports.run(texts(tmp_path, "sales.csv", sales))
    assert (again.added, again.change) == (NOTHING, None)


def test_two_lists_may_give_one_number_to_two_people(desk, tmp_path):
    desk.imports.run(texts(tmp_path, "shop.csv", "ID,Name,Town\n1,Aino Kallio,\n2,Eero Kallio,\n"))
    letters = texts(
        tmp_path, "letters.csv", "ID,Name,Town\n1,Gulnora Yoldosheva,Turku\n2,Eero Kallio,Lahti\n"
    )
    assert desk.imports.run(letters).added.customers == 1
    assert desk.imports.run(letters).change is None
    found = {c.name: c.town for c in map(desk.customers.get, desk.customers.ids())}
    assert found == {"Aino Kallio": "", "Eero Kallio": "Lahti", "Gulnora Yoldosheva": "Turku"}


def test_a_no_to_everything_stands_beside_a_yes_in_the_same_file(desk, tmp_path):
    people = "Name,Email,Consent,Email consent\nAino Kallio,aino@example.com,no,yes\n"
    desk.imports.run(texts(tmp_path, "people.csv", people))
    events = desk.customers.card(desk.customers.ids()[0]).consents
    assert len(events) == 2
    assert not may_contact(events, ContactChannel.EMAIL)
