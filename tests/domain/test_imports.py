from datetime import date, time

import pytest
from hypothesis import given
from hypothesis import strategies as st

from cxdesk.domain.columns import Question
from cxdesk.domain.imports import ImportRow, Refusal, RowReader, inferred
from cxdesk.domain.profiles import parse
from cxdesk.domain.purchase import PurchaseKind

HEADER = ["Receipt", "Date", "Code", "Product", "Quantity", "Price", "Customer"]
PROFILE = parse(
    {
        "name": "Till",
        "needs": ["receipt", "moment", "product_code", "quantity", "unit_price"],
        "columns": {
            "receipt": ["Receipt"],
            "moment": ["Date"],
            "product_code": ["Code"],
            "product_name": ["Product"],
            "quantity": ["Quantity"],
            "unit_price": ["Price"],
            "customer_external_id": ["Customer"],
        },
        "drop": {"customer_external_id": r"\.0$"},
        "goods": {"product_code": "^[0-9]"},
        "kinds": [{"kind": "refund", "receipt": "^R"}],
    }
)
WRITTEN = {"quantity": ",", "unit_price": ",", "moment": "dmy"}
ROW = ["17", "7.3.2026 14.05", "100", "Pellava 50 g", "3", "8,90", "12.0"]


def read(*rows, decimals=2, start=2):
    return list(RowReader(PROFILE, HEADER, WRITTEN, decimals).read(enumerate(rows, start)))


def changed(**cells):
    return [cells.get(name, cell) for name, cell in zip(HEADER, ROW, strict=True)]


def test_a_row():
    (row,) = read(ROW)
    assert row == ImportRow(
        line=2,
        receipt="17",
        kind=PurchaseKind.SALE,
        date=date(2026, 3, 7),
        time=time(14, 5),
        customer_external_id="12",
        customer_name=None,
        country="",
        product_code="100",
        product_name="Pellava 50 g",
        goods=True,
        quantity=3.0,
        unit_price=890,
        amount=2670,
        line_hash=row.line_hash,
    )


@pytest.mark.parametrize(
    ("quantity", "price", "units", "unit_price", "amount"),
    [
        ("0,35", "12,90", 0.35, 1290, 452),  # 4.515 rounds up
        ("1000", "0,001", 1000, 0, 100),  # from the exact price, not the rounded one
        ("-2", "1,25", -2, 125, -250),
        ("-0,5", "0,05", -0.5, 5, -3),  # halves away from zero
        ("2", "-1,25", 2, -125, -250),
    ],
)
def test_amounts(quantity, price, units, unit_price, amount):
    (row,) = read(changed(Quantity=quantity, Price=price))
    assert (row.quantity, row.unit_price, row.amount) == (units, unit_price, amount)


def test_minor_units_of_other_currencies():
    (row,) = read(changed(Price="890"), decimals=0)
    assert (row.unit_price, row.amount) == (890, 2670)


@pytest.mark.parametrize("quantity", ["3", "-3"])
def test_a_refund_counts_negative_however_it_is_written(quantity):
    (row,) = read(changed(Receipt="R17", Quantity=quantity))
    assert (row.kind, row.quantity, row.amount) == (PurchaseKind.REFUND, -3.0, -2670)


def test_services_are_no_goods():
    (row,) = read(changed(Code="POST"))
    assert not row.goods


@pytest.mark.parametrize(
    ("cells", "column", "reason"),
    [
        (changed(Date="29.2.2026"), "Date", "“29.2.2026” is not a date that exists."),
        (changed(Quantity="three"), "Quantity", "“three” is not a number."),
        (changed(Price="8.90"), "Price", "“8.90” is not a number."),
        (changed(Price=""), "Price", "“” is not a number."),
        (changed(Receipt=" "), "Receipt", "The cell is empty."),
        (changed(Code=""), "Code", "The cell is empty."),
        ([*ROW, "x"], "", "8 cells, but only 7 columns."),
        (changed(Quantity="1" * 12, Price="1" * 12), "", f"“{'1' * 12}” times “{'1' * 12}” is too much."),
        (changed(Quantity="9" * 20, Price="9" * 20), "", f"“{'9' * 20}” times “{'9' * 20}” is too much."),
        (changed(Quantity="0", Price="9" * 20), "", f"“0” times “{'9' * 20}” is too much."),
    ],
)
def test_refusals_name_line_column_and_reason(cells, column, reason):
    found = read(ROW, cells, ROW)
    assert [type(row) for row in found] == [ImportRow, Refusal, ImportRow]
    assert (found[1].line, found[1].column, str(found[1].reason)) == (3, column, reason)
    assert found[1].cells == tuple(cells)


def test_the_same_content_has_the_same_hash_in_any_file():
    (one,) = read(ROW)
    (other,) = read(
        changed(Product="  Pellava   50 g ", Quantity="3,0", Price="8,9", Customer="12"), start=99
    )
    assert one.line_hash == other.line_hash


@pytest.mark.parametrize("name", ["Receipt", "Date", "Code", "Quantity", "Price"])
def test_other_content_has_another_hash(name):
    other = {"Date": "8.3.2026", "Quantity": "4", "Price": "9"}.get(name, "7")
    assert read(ROW)[0].line_hash != read(changed(**{name: other}))[0].line_hash


def test_a_corrected_name_or_customer_does_not_make_another_line():
    changes = ({"Product": "Pellavalanka"}, {"Customer": "13"})
    assert {read(changed(**cells))[0].line_hash for cells in changes} == {read(ROW)[0].line_hash}


def test_alike_lines_share_their_hash():
    assert len({row.line_hash for row in read(ROW, changed(Code="7"), ROW)}) == 2


def test_what_is_known_or_clear_is_not_asked():
    written, questions = inferred(PROFILE, HEADER, [ROW, changed(Quantity="1,5", Date="24.12.2025")])
    assert (written, questions) == (WRITTEN, [])


def test_what_is_open_is_asked():
    rows = [changed(Date="01/10/2026", Quantity="1,5", Price="1.234")]
    written, questions = inferred(PROFILE, HEADER, rows)
    assert written == {"quantity": ","}
    assert questions == [
        Question("moment", ("dmy", "mdy"), ("01/10/2026",)),
        Question("unit_price", (",", "."), ("1.234",)),
    ]


def test_a_column_that_contradicts_itself_is_asked_about_too():
    _written, questions = inferred(PROFILE, HEADER, [changed(Price="1,50"), changed(Price="1.50")])
    assert questions == [Question("unit_price", (",", "."), ("1,50", "1.50"))]


def test_whole_numbers_need_no_question():
    written, questions = inferred(PROFILE, HEADER, [changed(Price="9")])
    assert questions == []
    assert written["quantity"] == "."


@given(st.lists(st.lists(st.text(max_size=12), min_size=7, max_size=8), max_size=5))
def test_any_row_is_read_or_refused(rows):
    assert len(read(*rows)) == len(rows)
