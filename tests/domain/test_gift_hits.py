"""Whether the gift that is chosen is one that the customer would have bought next, in a real shop."""

import csv
from collections import defaultdict
from datetime import datetime

import pytest

from cxdesk.domain.gift import Bought, choose
from cxdesk.domain.product import Product

FIRST = 10


@pytest.fixture(scope="module")
def visits(data_folder):
    """Of each customer of a small shop the days on which they bought, oldest first, each with what they bought."""
    found = defaultdict(lambda: defaultdict(set))
    with (data_folder / "uci_online_retail_nordic.csv").open(encoding="utf-8-sig") as file:
        for line in csv.DictReader(file):
            if line["CustomerID"] and not line["InvoiceNo"].startswith("C") and int(line["Quantity"]) > 0:
                day = datetime.fromisoformat(line["InvoiceDate"]).date()
                found[line["CustomerID"]][day].add(line["StockCode"])
    return {customer: sorted(days.items()) for customer, days in found.items() if len(days) > 1}


def ranked(earlier):
    """The first gifts that would be chosen one after another, each given only once."""
    codes = sorted({code for _, basket in earlier for code in basket})
    history = [
        Bought(
            number,
            sum(code in basket for _, basket in earlier),
            max(day for day, basket in earlier if code in basket),
        )
        for number, code in enumerate(codes, 1)
    ]
    articles = {n: Product(n, code, price=100) for n, code in enumerate(codes, 1)}
    given = []
    while len(given) < FIRST and (gift := choose(history, articles.__getitem__, limit=1000, given=given)):
        given.append(gift.product_id)
    return {codes[number - 1] for number in given}


def test_seven_of_ten_customers_buy_one_of_their_first_ten_gifts_next(visits):
    hits = [bool(ranked(days[:-1]) & days[-1][1]) for days in visits.values()]
    assert len(hits) >= 15
    assert sum(hits) / len(hits) >= 0.70, (sum(hits), len(hits))
