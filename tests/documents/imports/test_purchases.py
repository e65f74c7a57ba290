from dataclasses import replace
from decimal import Decimal

import pytest
from hypothesis import given
from hypothesis import strategies as st

from cxdesk.domain.imports import PersonRow, PurchaseRow, Refusal
from cxdesk.domain.purchase import PurchaseKind

SALE, REFUND = PurchaseKind.SALE, PurchaseKind.REFUND
CANCELLED, ADJUSTMENT = PurchaseKind.CANCELLED, PurchaseKind.ADJUSTMENT
COLUMNS = {
    "receipt": ["Receipt"],
    "moment": ["Date"],
    "product_code": ["Code"],
    "product_name": ["Product"],
    "quantity": ["Quantity"],
    "unit_price": ["Price"],
    "external_id": ["Customer"],
}
TILL = {
    "columns": COLUMNS,
    "required": ["receipt", "product_code", "unit_price"],
    "drop": {"external_id": r"\.0$"},
    "goods": {"product_code": "^[0-9]"},
    "kinds": [{"kind": "refund", "receipt": "^R"}],
    "written": {"quantity": ",", "unit_price": ",", "moment": "dmy"},
}
ROW = {
    "Receipt": "17",
    "Date": "7.3.2026 14.05",
    "Code": "100",
    "Product": "Pellava 50 g",
    "Quantity": "3",
    "Price": "8,90",
    "Customer": "12.0",
}
DAY = {"receipt": "1", "date": "2026-03-07"}


@pytest.fixture
def till(read):
    """What these rows of a till say, without the people."""

    def lines(*rows, decimals=2):
        found = read("purchases", *rows, decimals=decimals, **TILL)
        return [row for row in found if not isinstance(row, PersonRow)]

    return lines


def test_a_row(read):
    person, row = read("purchases", ROW, **TILL)
    assert (person.key, person.external_id, person.line) == ("12", "12", 2)
    assert row == PurchaseRow(
        line=2,
        part=0,
        receipt="17",
        kind=SALE,
        date="2026-03-07",
        time="14:05",
        buyer="12",
        article="100",
        code="100",
        name="Pellava 50 g",
        barcode="",
        category="",
        goods=True,
        quantity=3.0,
        unit_price=890,
        amount=2670,
        line_key=row.line_key,
    )


@pytest.mark.parametrize(
    ("quantity", "price", "units", "unit_price", "amount"),
    [
        ("0,35", "12,90", 0.35, 1290, 452),  # 4.515 rounds up
        ("1000", "0,001", 1000, 0, 100),  # from the exact price, not the rounded one
        ("-2", "1,25", -2, 125, -250),
        ("-0,5", "0,05", -0.5, 5, -3),  # halves away from zero
        ("2", "-1,25", 2, -125, -250),
        ("7,5", "10,6776", 7.5, 1068, 8008),  # 80.082
        ("", "8,90", 1, 890, 890),
    ],
)
def test_amounts(till, quantity, price, units, unit_price, amount):
    (row,) = till(ROW | {"Quantity": quantity, "Price": price})
    assert (row.quantity, row.unit_price, row.amount) == (units, unit_price, amount)


def test_minor_units_of_other_currencies(till):
    (row,) = till(ROW | {"Price": "890"}, decimals=0)
    assert (row.unit_price, row.amount) == (890, 2670)


@pytest.mark.parametrize(
    ("cells", "unit_price", "amount"),
    [
        ({"quantity": "2", "unit_price": "10", "discount_percent": "5"}, 1000, 1900),
        ({"quantity": "2", "unit_price": "10", "discount_percent": "-5"}, 1000, 1900),
        ({"quantity": "7.5", "unit_price": "10.6776", "discount_percent": "5"}, 1068, 7608),  # 76.0779
        ({"quantity": "-2", "unit_price": "10", "discount_percent": "5"}, 1000, -1900),
        ({"quantity": "2", "unit_price": "10", "discount": "1.50"}, 1000, 1850),
        ({"quantity": "2", "unit_price": "10", "discount": "-1.50"}, 1000, 1850),
        ({"quantity": "-2", "unit_price": "10", "discount": "1.50"}, 1000, -1850),
        ({"quantity": "2", "unit_price": "10", "discount_percent": "10", "discount": "1"}, 1000, 1700),
        ({"quantity": "2", "unit_price": "10", "discount_percent": "", "discount": "0"}, 1000, 2000),
        ({"quantity": "2", "unit_price": "10", "amount": "18.50", "discount": "1.50"}, 1000, 1850),  # once
        ({"quantity": "4", "amount": "10"}, 250, 1000),
        ({"quantity": "3", "amount": "10"}, 333, 1000),
        ({"quantity": "-2", "amount": "-5"}, 250, -500),
        ({"quantity": "0", "amount": "5"}, 500, 500),
        ({"amount": "5"}, 500, 500),
    ],
)
def test_discounts_and_amounts_without_a_price(lines, cells, unit_price, amount):
    (row,) = lines(cells)
    assert (row.unit_price, row.amount) == (unit_price, amount)


@pytest.mark.parametrize("quantity", ["3", "-3"])
def test_a_refund_counts_negative_however_it_is_written(till, quantity):
    (row,) = till(ROW | {"Receipt": "R17", "Quantity": quantity})
    assert (row.kind, row.quantity, row.amount) == (REFUND, -3.0, -2670)


def test_services_are_no_goods(till):
    (row,) = till(ROW | {"Code": "POST"})
    assert not row.goods


RULES = [
    {"kind": "cancelled", "status": "^(cancel|void)"},
    {"kind": "refund", "type": "^refund"},
    {"kind": "adjustment", "quantity": "^-", "unit_price": "^0$"},
]


@pytest.mark.parametrize(
    ("cells", "kind", "amount"),
    [
        ({"type": "Sale", "status": "Closed", "amount": "5"}, SALE, 500),
        ({"type": "Refund", "status": "Closed", "amount": "5"}, REFUND, -500),
        ({"type": "REFUND", "status": "", "amount": "-5"}, REFUND, -500),
        ({"type": "Refund", "status": "Cancelled", "amount": "-5"}, CANCELLED, -500),  # the first rule
        ({"type": "Sale", "status": "voided", "amount": "5"}, CANCELLED, 500),
        ({"type": "Sale", "quantity": "-9", "unit_price": "0"}, ADJUSTMENT, 0),
        ({"type": "Sale", "quantity": "-9", "unit_price": "1"}, SALE, -900),  # both conditions must hold
        ({"type": "", "amount": "-5"}, SALE, -500),  # the system would have said so
    ],
)
def test_the_first_rule_that_holds_names_the_kind(lines, cells, kind, amount):
    (row,) = lines(cells, kinds=RULES)
    assert (row.kind, row.amount) == (kind, amount)


def test_without_rules_a_refund_is_known_by_its_sign(lines):
    rows = lines({"quantity": "1", "amount": "5"}, {"quantity": "-1", "amount": "-5"}, {"amount": "-5"})
    assert [(row.kind, row.quantity, row.amount) for row in rows] == [
        (SALE, 1.0, 500),
        (REFUND, -1.0, -500),
        (REFUND, -1.0, -500),
    ]


@pytest.mark.parametrize(
    ("quantity", "amount"),
    [
        ("1", "-5"),
        (" -1", " -5"),
        ("1", "€-5"),
        ("1", "-€5"),
        ("1", "−5 €"),
        ("1", "(5)"),
        ("1", "5-"),
        ("-1", "5"),
        ("−1", "5"),
    ],
)
def test_a_list_of_any_origin_tells_refunds_by_any_sign(lines, quantity, amount):
    (row,) = lines({"quantity": quantity, "amount": amount, "type": ""}, general=True, kinds=RULES)
    assert (row.kind, row.quantity, row.amount) == (REFUND, -1.0, -500)


@pytest.mark.parametrize(
    ("cells", "kind"), [({"type": " Refund"}, REFUND), ({"status": "\u00a0Voided "}, CANCELLED)]
)
def test_spaces_around_a_word_do_not_matter(lines, cells, kind):
    assert lines({"amount": "5"} | cells, kinds=RULES)[0].kind is kind


def test_refunds_with_the_number_of_their_sale_may_be_receipts_of_their_own(lines):
    cells = [
        {"receipt": "1001", "date": "2026-03-07", "status": "completed", "amount": "47"},
        {"receipt": "1001", "date": "2026-03-09", "status": "refunded", "amount": "-16"},
    ]
    rule = [{"kind": "refund", "status": "^refunded"}]
    apart = lines(*cells, kinds=rule, refunds_apart=True)
    together = lines(*cells, kinds=rule)
    assert [(row.receipt, row.kind, row.amount) for row in apart] == [
        ("1001", SALE, 4700),
        ("1001 / 2026-03-09", REFUND, -1600),
    ]
    assert [row.receipt for row in together] == ["1001", "1001"]


@pytest.mark.parametrize("other", ["USD", "SEK", "$", "so‘m"])
def test_other_money_is_refused(read, other):
    (refusal,) = read("purchases", DAY | {"amount": "5", "currency": other, "name": "Aino"})
    assert (refusal.column, str(refusal.reason)) == (
        "currency",
        f"This is money of {other}, but the shop counts in EUR.",
    )


@pytest.mark.parametrize(
    ("cells", "column", "reason"),
    [
        ({"Date": "29.2.2026"}, "Date", "“29.2.2026” is not a date that exists."),
        ({"Date": ""}, "Date", "“” is not a date that exists."),
        ({"Quantity": "three"}, "Quantity", "“three” is not a number."),
        ({"Price": "8.90"}, "Price", "“8.90” is not a number."),
        ({"Price": ""}, "Price", "The cell is empty."),
        ({"Receipt": " "}, "Receipt", "The cell is empty."),
        ({"Code": ""}, "Code", "The cell is empty."),
        ({"Quantity": "1" * 9, "Price": "1" * 9}, "Quantity", f"“{'1' * 9}” times “{'1' * 9}” is too much."),
        ({"Quantity": "9" * 12}, "Quantity", f"“{'9' * 12}” is too much."),
        ({"Price": "9" * 20}, "Price", f"“{'9' * 20}” is too much."),
    ],
)
def test_refusals_name_line_column_and_reason(till, cells, column, reason):
    wrong = ROW | cells
    found = till(ROW, wrong, ROW)
    assert [type(row) for row in found] == [PurchaseRow, Refusal, PurchaseRow]
    assert (found[1].line, found[1].column, str(found[1].reason)) == (3, column, reason)
    assert found[1].cells == tuple(wrong.values())


def identity(row):
    return row.receipt, row.line_key


def test_the_same_content_is_the_same_line_in_any_file(till):
    (one,) = till(ROW)
    other = till(
        ROW, ROW | {"Product": "  Pellava   50 g ", "Quantity": "3,0", "Price": "8,9", "Customer": "12"}
    )[1]
    assert identity(one) == identity(other)
    assert one.line != other.line


@pytest.mark.parametrize("name", ["Receipt", "Date", "Code", "Quantity", "Price"])
def test_other_content_is_another_line(till, name):
    other = {"Date": "8.3.2026", "Quantity": "4", "Price": "9"}.get(name, "7")
    assert identity(till(ROW)[0]) != identity(till(ROW | {name: other})[0])


def test_a_corrected_name_or_customer_does_not_make_another_line(till):
    changes = ({"Product": "Pellavalanka"}, {"Customer": "13"})
    assert {identity(till(ROW | cells)[0]) for cells in changes} == {identity(till(ROW)[0])}


def test_an_amount_in_another_writing_is_the_same_line(lines):
    one, two = lines({"quantity": "2", "amount": "5"}, {"quantity": "2.0", "amount": "5.00"})
    assert one.line_key == two.line_key


def test_alike_lines_share_their_key(till):
    assert len({row.line_key for row in till(ROW, ROW | {"Code": "7"}, ROW)}) == 2


def test_people_come_once_before_their_first_purchase(read):
    rows = read(
        "purchases",
        *(DAY | {"amount": "5", "name": name} for name in ("Aino Laine", "", "Aino Laine", "Eero Laine")),
        written={"name": "first last"},
    )
    assert [type(row) for row in rows] == [
        PersonRow,
        PurchaseRow,
        PurchaseRow,
        PurchaseRow,
        PersonRow,
        PurchaseRow,
    ]
    buyers = [row.buyer for row in rows if isinstance(row, PurchaseRow)]
    assert buyers == ["=name:aino laine", "", "=name:aino laine", "=name:eero laine"]
    assert [(row.key, row.first_name) for row in rows if isinstance(row, PersonRow)] == [
        ("=name:aino laine", "Aino"),
        ("=name:eero laine", "Eero"),
    ]


@pytest.mark.parametrize(
    "wrong", [{"date": "soon"}, {"amount": "much"}, {"shipping": "free"}, {"currency": "USD"}]
)
def test_a_person_of_a_refused_row_comes_with_the_next_one(read, wrong):
    cells = DAY | {"amount": "5", "name": "Aino", "shipping": "", "currency": "EUR"}
    rows = read("purchases", cells | wrong, cells)
    assert [type(row) for row in rows] == [Refusal, PersonRow, PurchaseRow]


def test_columns_may_stand_in_any_order(read):
    for header in (sorted(ROW), sorted(ROW, reverse=True)):
        _, row = read("purchases", ROW, header=header, **TILL)
        assert (row.receipt, row.date, row.article, row.amount) == ("17", "2026-03-07", "100", 2670)


@given(
    st.lists(
        st.fixed_dictionaries({}, optional={name: st.text(max_size=12) for name in (*ROW, "Items", "Off")}),
        max_size=5,
    )
)
def test_any_row_is_read_or_refused(read, rows):
    columns = COLUMNS | {"items": ["Items"], "discount_percent": ["Off"]}
    header = [*ROW, "Items", "Off"]
    found = read("purchases", *rows, header=header, **(TILL | {"columns": columns}))
    told = {
        row.line
        for row in found
        if isinstance(row, PurchaseRow) or (isinstance(row, Refusal) and not row.kept)
    }
    assert told == set(range(2, len(rows) + 2))


@given(st.decimals(-999, 999, places=3), st.decimals(-9999, 9999, places=4))
def test_amounts_are_exact_products_rounded_once(read, quantity, price):
    (row,) = read("purchases", DAY | {"quantity": f"{quantity:f}", "unit_price": f"{price:f}"}, kinds=RULES)
    assert abs(Decimal(row.amount) - quantity * price * 100) <= Decimal("0.5")


CELLS = {
    "Receipt": ["17", "R17", "", "18 "],
    "Date": ["7.3.2026 14.05", "8.3.2026", "31.2.2026"],
    "Code": ["100", "200", "", "post"],
    "Product": ["Pellava", " Villa  2 ", ""],
    "Quantity": ["1", "-2", "1,5", "", "two"],
    "Price": ["8,90", "0", "8,9", "99999999999"],
    "Customer": ["12.0", "13", ""],
    "Email": ["", "a@example.com", "a@example", "B@example.com"],
    "Currency": ["EUR", "", "eur ", "EUR", "USD"],
}


@given(
    st.lists(st.fixed_dictionaries({name: st.sampled_from(values) for name, values in CELLS.items()})),
    st.booleans(),
)
def test_rows_read_together_say_what_each_says_alone(read, rows, apart):
    columns = COLUMNS | {"email": ["Email"], "currency": ["Currency"], "shipping": ["Freight"]}
    how = TILL | {"columns": columns, "required": ["product_code"], "refunds_apart": apart}
    together = read("purchases", *rows, header=[*CELLS], **how)
    alone = read("purchases", *rows, header=[*CELLS, "Freight"], **how)  # freight opens an order: row by row
    for number, row in enumerate(alone):
        if isinstance(row, Refusal):
            alone[number] = replace(row, cells=row.cells[: len(CELLS)])
    assert [str(row) for row in together] == [str(row) for row in alone]
