"""The shipped profiles on the real files of their systems; what is expected is counted here with csv alone."""

import csv
import gzip
import re
from collections import Counter
from decimal import ROUND_HALF_UP, Decimal

import pytest

from cxdesk.documents import profiles
from cxdesk.documents.tables import open_table
from cxdesk.domain.imports import ImportRow, RowReader, inferred
from cxdesk.domain.profiles import recognise

SERVICES = {"POST", "DOT", "M", "m", "C2", "D", "S", "B", "BANK CHARGES", "AMAZONFEE", "CRUK"}


def typed(path):
    table = open_table(path)
    profile = recognise(table.header, profiles.load())
    assert profile.name == "UCI Online Retail"
    written, questions = inferred(profile, table.header, [])
    assert not questions
    return RowReader(profile, table.header, written).read(table.rows())


def counted(path):
    """Kinds, sum of cents, customers, goods and lines without customer, straight from the cells."""
    kinds, cents, customers, goods, anonymous = Counter(), 0, set(), 0, 0
    unpacked = gzip.open if path.suffix == ".gz" else open
    with unpacked(path, "rt", encoding="utf-8", newline="") as file:
        for row in csv.DictReader(file):
            stock = Decimal(row["UnitPrice"]) == 0 and int(row["Quantity"]) < 0 and not row["CustomerID"]
            adjusted = stock or row["InvoiceNo"].startswith("A")
            kinds["refund" if row["InvoiceNo"].startswith("C") else "adjustment" if adjusted else "sale"] += 1
            exact = Decimal(row["Quantity"]) * Decimal(row["UnitPrice"]) * 100
            cents += int(exact.to_integral_value(ROUND_HALF_UP))
            customers.add(row["CustomerID"].split(".")[0])
            anonymous += not row["CustomerID"]
            goods += row["StockCode"] not in SERVICES and not row["StockCode"].startswith("gift")
    return kinds, cents, customers - {""}, goods, anonymous


@pytest.mark.parametrize(
    ("name", "lines", "customers", "refunds"),
    [
        ("uci_online_retail_nordic.csv", 2_814, 40, None),
        ("uci_online_retail_10pct_customers.csv", 35_099, 459, 768),
        ("uci_online_retail.csv.gz", 541_909, 4_372, 9_288),
    ],
)
def test_uci_online_retail(data_folder, name, lines, customers, refunds):
    kinds, cents, people, goods, anonymous = counted(data_folder / name)
    seen, total, found, articles, nobody = Counter(), 0, set(), 0, 0
    for row in typed(data_folder / name):
        assert isinstance(row, ImportRow), row
        seen[row.kind.value] += 1
        total += row.amount
        found.add(row.customer_external_id)
        articles += row.goods
        nobody += not row.customer_external_id
    assert (seen, total, found - {""}, articles, nobody) == (kinds, cents, people, goods, anonymous)
    assert (seen.total(), len(people)) == (lines, customers)
    assert refunds is None or seen["refund"] == refunds


def test_uci_first_lines_by_eye(data_folder):
    row = next(iter(typed(data_folder / "uci_online_retail.csv.gz")))
    assert (row.line, row.receipt, row.product_code, row.product_name) == (
        2,
        "536365",
        "85123A",
        "WHITE HANGING HEART T-LIGHT HOLDER",
    )
    assert (row.quantity, row.unit_price, row.amount, row.customer_external_id) == (6.0, 255, 1530, "17850")
    assert (f"{row.date} {row.time}", row.country) == ("2010-12-01 08:26:00", "United Kingdom")


def test_all_refunds_are_negative_and_nobody_is_from_nowhere(data_folder):
    rows = list(typed(data_folder / "uci_online_retail_10pct_customers.csv"))
    assert all(row.quantity < 0 for row in rows if row.kind == "refund")
    assert "Unspecified" not in {row.country for row in rows}
    assert not any(re.search(r"\.", row.customer_external_id) for row in rows)


def test_other_files_are_not_recognised(data_folder):
    table = open_table(data_folder / "womens_clothing_reviews_first1000.csv")
    assert sum(1 for _ in table.rows()) == 1000
    assert recognise(table.header, profiles.load()) is None
