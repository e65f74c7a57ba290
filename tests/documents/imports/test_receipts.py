"""What a line of purchases says of its receipt, its day and its article."""

import pytest

from cxdesk.domain.imports import PurchaseRow


@pytest.mark.parametrize("ours", ["EUR", "eur", " EUR ", "", "€"])
def test_the_shops_own_money(lines, ours):
    assert isinstance(lines({"amount": "5", "currency": ours})[0], PurchaseRow)


@pytest.mark.parametrize(
    ("one", "two", "same"),
    [
        ({"time": "14:05"}, {"time": "14:05"}, True),
        ({"time": "14:05"}, {"time": "14:06"}, False),
        ({"date": "2026-03-08"}, {}, False),
        ({"name": "Aino"}, {"name": "Aino"}, True),
        ({"name": "Aino"}, {"name": "Eero"}, False),
        ({"name": "Aino"}, {}, False),
    ],
)
def test_without_a_number_a_receipt_is_a_buyer_at_a_time(lines, one, two, same):
    base = {"receipt": "", "date": "2026-03-07", "amount": "5", "time": "", "name": ""}
    rows = lines(base | one, base | two)
    assert (rows[0].receipt == rows[1].receipt) is same
    assert rows[0].receipt.startswith(rows[0].date)


@pytest.mark.parametrize(
    ("cells", "day", "at"),
    [
        ({"date": "2026-03-07", "time": "12:59:30"}, "2026-03-07", "12:59"),
        ({"date": "10/05/2026", "time": "2:30:00 PM"}, "2026-10-05", "14:30"),
        ({"date": "46088", "time": "0.541"}, "2026-03-07", "12:59"),  # 0.541 of 1,440 minutes is 779.04
        ({"date": "2026-03-07 08:00", "time": "14:05"}, "2026-03-07", "14:05"),
        ({"date": "2026-03-07 08:00"}, "2026-03-07", "08:00"),
        ({"date": "2026-03-07"}, "2026-03-07", None),
    ],
)
def test_day_and_time(lines, cells, day, at):
    (row,) = lines(cells | {"amount": "5"}, written={"date": "mdy"})
    assert (row.date, row.time) == (day, at)


@pytest.mark.parametrize(
    ("cells", "article", "name"),
    [
        ({"product_name": "Ruusu", "variant": "Punainen"}, "=ruusu punainen", "Ruusu Punainen"),
        ({"product_name": "Ruusu", "variant": "Regular"}, "=ruusu", "Ruusu"),
        ({"product_name": "Ruusu", "variant": "Default Title"}, "=ruusu", "Ruusu"),
        ({"product_name": "Ruusu", "product_code": "R-1"}, "R-1", "Ruusu"),
        ({"product_code": "R-1"}, "R-1", ""),
        ({"product_name": "  RUUSU  "}, "=ruusu", "RUUSU"),
        ({}, "", ""),
    ],
)
def test_articles(lines, cells, article, name):
    (row,) = lines(cells | {"amount": "5"})
    assert (row.article, row.name) == (article, name)


def test_category_and_barcode(lines):
    (row, none) = lines(
        {"amount": "5", "category": "Kukat", "barcode": "6412345678901"}, {"amount": "5", "category": "None"}
    )
    assert (row.category, row.barcode, none.category) == ("Kukat", "6412345678901", "")


def test_neither_price_nor_amount(lines):
    (refusal,) = lines({"quantity": "2", "amount": ""})
    assert (refusal.column, str(refusal.reason)) == ("amount", "The cell is empty.")
