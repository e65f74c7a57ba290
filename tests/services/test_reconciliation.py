"""What a file holds against what the shop has of it, worked out by hand and straight from the cells."""

import csv
from collections import Counter
from datetime import UTC, datetime
from decimal import ROUND_HALF_UP, Decimal
from pathlib import Path
from tempfile import TemporaryDirectory

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st
from pypdfium2 import PdfDocument

from cxdesk.domain.profiles import mapped
from cxdesk.domain.reconciliation import Item, Reason, unexplained
from cxdesk.domain.shop import Shop, StaffMember
from cxdesk.services.desk import found
from cxdesk.services.imports import Plan

TILL = "Receipt,Date,Status,Product,Quantity,Price,Discount,Currency,Customer ID,Customer"
PLAIN = {"quantity": ".", "unit_price": ".", "discount": ".", "name": "first last", "points": "."}


@pytest.fixture
def told(desk, tmp_path):
    """Imports rows below a header; gives of each item the file's number, the shop's, and the reasons."""

    def bring(*rows, header=TILL, name="a.csv", **plan):
        path = tmp_path / name
        path.write_text("\n".join([header, *rows]) + "\n", encoding="utf-8")
        done = desk.imports.run(Plan(path, answers=PLAIN, **plan))
        assert unexplained(done.reconciliation) == ()
        return {each.item: (each.in_file, each.in_shop, dict(each.reasons)) for each in done.reconciliation}

    return bring


def row(receipt="1", product="Yarn", quantity="2", price="8.90", **cells):
    at, status, off = cells.get("at", "2026-03-07 14:05"), cells.get("status", ""), cells.get("off", "")
    buyer, name = cells.get("buyer", "17"), cells.get("name", "Aino Laine")
    return f"{receipt},{at},{status},{product},{quantity},{price},{off},{cells.get('currency', '')},{buyer},{name}"


def same(number):
    return (number, number, {})


def test_a_file_and_the_same_file_again(told):
    rows = [row("1"), row("1", "Needles", "1", "4.50"), row("2", buyer="18", name="Eino Aho")]
    expected = {
        Item.ROWS: same(3),
        Item.PEOPLE: same(2),
        Item.RECEIPTS: same(2),
        Item.LINES: same(3),
        Item.MONEY: same(1780 + 450 + 1780),
        Item.REFUNDS: same(0),
    }
    assert told(*rows) == expected
    assert told(*rows) == expected


def test_overlapping_files_and_a_receipt_that_had_grown(told):
    told(row("1"), row("2"), name="a.csv")
    found = told(row("2"), row("3"), name="b.csv")
    assert (found[Item.RECEIPTS], found[Item.LINES], found[Item.MONEY]) == (same(2), same(2), same(3560))
    less = told(row("1", "Needles", "1", "4.50"), row("1", "Wool", "-1", "3.00"), name="c.csv")
    assert less[Item.RECEIPTS] == same(1)
    assert less[Item.LINES] == (2, 3, {Reason.EARLIER: 1})
    assert less[Item.MONEY] == (150, 1930, {Reason.EARLIER: 1780})
    again = told(row("1"), name="d.csv")  # the needles and the wool brought back came with c.csv
    assert again[Item.MONEY] == (1780, 1930, {Reason.EARLIER: 150})
    assert again[Item.REFUNDS] == (0, -300, {Reason.EARLIER: -300})


def test_money_of_refused_rows_where_the_amount_can_be_read(told):
    found = told(
        row("1"),
        row("2", at="soon"),  # 17.80 that can be read
        row("3", at="soon", quantity="-1"),  # 8.90 brought back
        row("4", quantity="two"),
        row("5", currency="SEK"),  # no money of ours
        row("6") + ",one cell too many",
    )
    assert found[Item.ROWS] == (6, 1, {Reason.REFUSED: -5})
    assert found[Item.MONEY] == (1780 + 1780 - 890, 1780, {Reason.REFUSED: -890})
    assert (found[Item.LINES], found[Item.REFUNDS]) == (same(1), same(0))


def test_nothing_but_refused_rows(told):
    found = told(row("1", quantity="x", at="2026-03-07"), row("2", at="2026-33-07"))
    assert found == {
        Item.ROWS: (2, 0, {Reason.REFUSED: -2}),
        Item.RECEIPTS: same(0),
        Item.LINES: same(0),
        Item.MONEY: (1780, 0, {Reason.REFUSED: -1780}),
        Item.REFUNDS: same(0),
    }


def test_cancelled_receipts_are_kept_and_never_counted(told):
    found = told(row("1"), row("2", status="Cancelled"), row("2", "Needles", "1", "4.50", status="cancelled"))
    assert (found[Item.RECEIPTS], found[Item.LINES]) == (same(2), same(3))
    assert found[Item.MONEY] == (1780 + 1780 + 450, 1780, {Reason.CANCELLED: -2230})


def test_a_receipt_that_is_cancelled_only_in_the_later_file(told):
    told(row("1"), name="a.csv")
    found = told(row("1", status="Cancelled"), name="b.csv")
    assert found[Item.MONEY] == (1780, 1780, {Reason.CANCELLED: -1780, Reason.OTHERWISE: 1780})


def test_a_receipt_that_was_cancelled_in_the_earlier_file(told):
    told(row("1", status="Cancelled"), row("2", status="Cancelled"), name="a.csv")
    found = told(row("1"), row("2", "Needles", "1", "4.50"), name="b.csv")
    assert found[Item.LINES] == (2, 3, {Reason.EARLIER: 1})
    assert found[Item.MONEY] == (2230, 0, {Reason.OTHERWISE: -2230})


def test_a_discount_that_an_earlier_file_did_not_know(told):
    told(row("1", quantity="2", price="10.00"), name="a.csv")
    found = told(row("1", quantity="2", price="10.00", off="5.00"), name="b.csv")
    assert found[Item.MONEY] == (1500, 2000, {Reason.OTHERWISE: 500})


def test_refunds_count_down(told):
    found = told(row("1"), row("2", quantity="-1"), row("3", "Wool", "-2", "0.35"))
    assert found[Item.REFUNDS] == same(-890 - 70)
    assert found[Item.MONEY] == same(1780 - 890 - 70)


PEOPLE = "Customer ID,First name,Last name,Phone,E-mail,Card number"


def test_rows_that_are_one_person(told):
    found = told(
        "17,Aino,Laine,040 123 4567,,",
        "17,Aino,Laine,,aino@example.org,",  # the same number
        "18,Aino,Laine,040 123 4567,aino@example.org,",  # the same name, phone and address
        "19,Eino,Aho,,,",
        header=PEOPLE,
    )
    assert found == {Item.ROWS: same(4), Item.PEOPLE: (4, 2, {Reason.SAME_PERSON: -2})}


def test_a_family_phone_is_two_people(told):
    found = told("17,Aino,Laine,040 123 4567,,", "18,Eino,Laine,040 123 4567,,", header=PEOPLE)
    assert found[Item.PEOPLE] == same(2)


def test_somebody_of_the_register_is_no_difference(told, person):
    person("Aino", last_name="Laine")
    found = told("17,Aino,Laine,,,", ",,,,,", "18,,,,,", header=PEOPLE)
    assert found[Item.ROWS] == same(2)  # a blank row is no row
    assert found[Item.PEOPLE] == same(2)


POINTS = "Customer ID,Name,Points"


def test_balances_with_decimals(told):
    found = told("17,Aino Laine,10.50", "18,Eino Aho,20.25", "19,Olga Berg,0", "20,Ada Rinne,", header=POINTS)
    assert found[Item.POINTS] == (30.75, 31, {Reason.ROUNDED: 0.25})  # 11 + 20


def test_a_later_balance_takes_the_place_of_the_earlier(told):
    told("17,Aino Laine,100", header=POINTS, name="a.csv")
    assert told("17,Aino Laine,150", header=POINTS, name="b.csv")[Item.POINTS] == same(150)
    again = told("17,Aino Laine,100", header=POINTS, name="a.csv")
    assert again[Item.POINTS] == (100, 150, {Reason.EARLIER: 50})


def test_points_that_are_added_come_on_top_of_an_earlier_file(told, desk):
    profile = points_to_add(desk)
    assert told("17,Aino Laine,10", header=POINTS, name="a.csv", profile=profile)[Item.POINTS] == same(10)
    assert told("17,Aino Laine,10", header=POINTS, name="a.csv", profile=profile)[Item.POINTS] == same(10)
    found = told("17,Aino Laine,10", "18,Eino Aho,5", header=POINTS, name="b.csv", profile=profile)
    assert found[Item.POINTS] == (15, 25, {Reason.EARLIER: 10})


def test_points_of_two_customers_who_have_become_one(told, desk):
    profile = points_to_add(desk)
    rows = ["17,Aino Laine,10", "18,Eino Laine,5"]
    told(*rows, header=POINTS, profile=profile)
    aino, eino = desk.customers.ids()
    desk.duplicates.merge(eino, aino)
    found = told(*rows, header=POINTS, profile=profile)
    assert found[Item.PEOPLE] == (2, 1, {Reason.SAME_PERSON: -1})
    assert found[Item.POINTS] == same(15)


def points_to_add(desk):
    base = next(each for each in desk.imports.profiles() if each.name == "Customers")
    return mapped(base, POINTS.split(","), {0: "external_id", 1: "name", 2: "points_change"}, "To add")


def test_what_the_other_program_says_was_spent(told, desk, buy):
    told(row("1"), name="a.csv")
    aino = desk.customers.ids()[0]
    buy(aino, desk.workplace.today())  # at our own counter: no business of the other program
    header = "Customer ID,Name,Phone,Total spent"
    by_card = told("17,Aino Laine,040 123 4567,20.00", header=header, name="b.csv", decisions={"17": aino})
    assert by_card[Item.SPENT] == (2000, 1780, {Reason.NOT_RECEIPTS: -220})


def test_an_answer_that_stands_in_the_file_twice(told):
    rows = ["7,2026-03-07 14:05,9,Lovely", "7,2026-03-07 14:05,9,Lovely", "8,2026-03-08 10:00,3,"]
    header = "Response ID,Date,NPS,Comment"
    expected = {Item.ROWS: same(3), Item.ANSWERS: (3, 2, {Reason.REPEATED: -1})}
    assert told(*rows, header=header) == expected
    assert told(*rows, header=header) == expected


def test_a_price_list(told):
    rows = ["1,Yarn,8.90", "2,Needles,4.50", "1,Yarn,9.90", ",,3.00"]
    found = told(*rows, header="Code,Product,Price")
    assert found == {
        Item.ROWS: (4, 3, {Reason.REFUSED: -1}),
        Item.PRODUCTS: (3, 2, {Reason.SAME_PRODUCT: -1}),
    }


def test_the_sheet_says_who_brought_in_which_file(desk, tmp_path):
    kaisa = desk.settings.save_staff(StaffMember(0, "Kaisa Åström"))
    desk.workplace.staff_id = kaisa
    file, paper = tmp_path / "till.csv", tmp_path / "sheet.pdf"
    file.write_text("\n".join([TILL, row("1"), row("2", at="soon")]) + "\n", encoding="utf-8")
    trial = desk.imports.run(Plan(file, answers=PLAIN), dry_run=True)
    assert "nothing has been saved" in printed(desk.reports.reconciliation(trial, "till.csv", "en", paper))
    done = desk.imports.run(Plan(file, answers=PLAIN))
    text = printed(desk.reports.reconciliation(done, "till.csv", "en", paper))
    for said in ("Kerä", "till.csv", "Read as Purchases", "By Kaisa Åström", "21/11/2026 12:00"):
        assert said in text
    assert "Money €35.60 €17.80 -€17.80 refused rows: -€17.80" in text
    assert "1 row could not go in" in text
    assert "nothing has been saved" not in text


def printed(path):
    document = PdfDocument(path)
    try:
        return " ".join(" ".join(page.get_textpage().get_text_bounded() for page in document).split())
    finally:
        document.close()


NOW = datetime(2026, 11, 21, 12, tzinfo=UTC)
WHO = st.tuples(
    st.sampled_from(["17", "18", "19"]), st.sampled_from(["", "0", "1.50", "20.25", "0.33", "-4", "100"])
)


def half_away(number):
    return int(number.to_integral_value(ROUND_HALF_UP))


@settings(max_examples=settings.default.max_examples // 4, suppress_health_check=[HealthCheck.too_slow])
@given(st.lists(WHO, max_size=6), st.lists(WHO, max_size=6))
def test_balances_of_any_two_files(first, second):
    with TemporaryDirectory() as folder:
        desk = found(Path(folder) / "shop.cxdesk", Shop("Kerä"), lambda: NOW)
        try:
            for name, people in (("a.csv", first), ("b.csv", second), ("b.csv", second)):
                balances = {number: Decimal(0) for number, points in people if points}
                for number, points in people:
                    if points:
                        balances[number] += Decimal(points)
                path = Path(folder) / name
                rows = [f"{number},,{points}" for number, points in (("16", "2"), *people)]
                path.write_text("\n".join([POINTS, *rows]) + "\n", encoding="utf-8")
                done = desk.imports.run(Plan(path, answers=PLAIN))
                told = {each.item: each for each in done.reconciliation}
                assert unexplained(done.reconciliation) == ()
                assert told[Item.PEOPLE].in_file == len(rows)
                assert told[Item.PEOPLE].in_shop == len({"16", *(number for number, _ in people)})
                assert told[Item.POINTS].in_file == float(2 + sum(balances.values()))
                assert told[Item.POINTS].in_shop == 2 + sum(map(half_away, balances.values()))
        finally:
            desk.close()


GOOD, BAD = "2026-03-07 14:05", "soon"
LINES = st.lists(
    st.tuples(
        st.sampled_from("123"),
        st.sampled_from([GOOD, GOOD, GOOD, BAD]),
        st.sampled_from(["", "", "Cancelled"]),
        st.sampled_from(["Yarn", "Wool"]),
        st.sampled_from(["1", "2", "-1", "0.35", "1.005"]),
        st.sampled_from(["8.90", "0.01", "12.35"]),
        st.sampled_from(["17", "18"]),
    ),
    max_size=9,
)


def cents(cells):
    exact = Decimal(cells["Quantity"]) * Decimal(cells["Price"]) * 100
    return int(exact.to_integral_value(ROUND_HALF_UP))


def written(path, lines):
    rows = [
        row(receipt, product, quantity, price, at=at, status=status, buyer=buyer, name="")
        for receipt, at, status, product, quantity, price, buyer in [
            ("0", GOOD, "", "Rose", "1", "1.00", "16"),
            *lines,
        ]
    ]
    path.write_text("\n".join([TILL, *rows]) + "\n", encoding="utf-8")
    with path.open(encoding="utf-8", newline="") as file:
        return list(csv.DictReader(file))


class Ledger:
    """A shop in a few lines: what stands on each receipt, told first is told for good."""

    def __init__(self):
        self.lines, self.cancelled = {}, {}

    def take(self, rows):
        known = set(self.lines)
        good = [cells for cells in rows if cells["Date"] == GOOD]
        for receipt in {cells["Receipt"] for cells in good} - known:
            statuses = {cells["Status"] for cells in good if cells["Receipt"] == receipt}
            self.lines[receipt], self.cancelled[receipt] = {}, statuses == {"Cancelled"}
        seen = Counter()
        for cells in good:
            what = (cells["Receipt"], cells["Product"], cells["Quantity"], cells["Price"])
            seen[what] += 1
            counted = 0 if cells["Status"] == "Cancelled" else cents(cells)
            self.lines[cells["Receipt"]].setdefault((what, seen[what]), counted)
        return {cells["Receipt"] for cells in good}

    def money(self, receipts):
        return sum(sum(self.lines[receipt].values()) for receipt in receipts if not self.cancelled[receipt])


@settings(max_examples=settings.default.max_examples // 4, suppress_health_check=[HealthCheck.too_slow])
@given(LINES, LINES, st.integers(0, 9))
def test_two_files_that_overlap_in_any_way(first, second, shared):
    ledger = Ledger()
    with TemporaryDirectory() as folder:
        desk = found(Path(folder) / "shop.cxdesk", Shop("Kerä"), lambda: NOW)
        try:
            for name, lines in (("a.csv", first), ("b.csv", first[:shared] + second)):
                path = Path(folder) / name
                rows = written(path, lines)
                receipts = ledger.take(rows)
                done = desk.imports.run(Plan(path, answers=PLAIN))
                told = {each.item: each for each in done.reconciliation}
                assert unexplained(done.reconciliation) == ()
                assert told[Item.ROWS].in_file == len(rows)
                assert told[Item.ROWS].in_shop == sum(cells["Date"] == GOOD for cells in rows)
                assert told[Item.RECEIPTS].in_shop == told[Item.RECEIPTS].in_file == len(receipts)
                assert told[Item.LINES].in_shop == sum(len(ledger.lines[receipt]) for receipt in receipts)
                assert told[Item.MONEY].in_file == sum(map(cents, rows))
                assert told[Item.MONEY].in_shop == ledger.money(receipts)
        finally:
            desk.close()
