"""What a customer likely buys next, and how often that is so in real shops."""

import csv
import os
from collections import Counter, defaultdict
from datetime import date, datetime, timedelta
from math import sqrt

import pytest

from cxdesk.domain.product import Product
from cxdesk.domain.recommendations import Companion, Habit, again, together

DAY = date(2026, 11, 1)
FIRST = 10
SERVICES = {"POST", "M", "D", "DOT", "PADS", "C2", "BANK CHARGES"}
SHOPS = [("uci_online_retail_nordic.csv", 16, 0.70, 0.55)]
if "CXDESK_LONG" in os.environ:
    SHOPS.append(("uci_online_retail_10pct_customers.csv", 150, 0.75, 0.45))


def yarn(number, **fields):
    return Product(number, f"Yarn {number}", words=f"yarn {number}", **fields)


def days(*ago):
    return tuple(DAY - timedelta(days=each) for each in sorted(ago, reverse=True))


def test_the_most_frequent_comes_first_and_the_latest_of_equals():
    often, lately, long_ago = (
        Habit(yarn(1), days(90, 60, 30)),
        Habit(yarn(2), days(2)),
        Habit(yarn(3), days(9)),
    )
    blamed = Habit(yarn(4), days(4, 3, 2, 1), blamed=True)
    assert again([long_ago, blamed, lately, often]) == [often, lately, long_ago]
    assert again([often, lately], {"yarn"}) == []


def test_due_by_the_rhythm_of_the_article_alone():
    assert Habit(yarn(1), days(90, 60, 30)).due(DAY)
    assert not Habit(yarn(1), days(89, 59, 29)).due(DAY)
    assert not Habit(yarn(1), days(60, 30)).due(DAY)


def test_what_goes_together_is_damped_and_never_what_everybody_buys():
    strong, weak = Companion(yarn(2), yarn(1), 12, 30, 15, 100), Companion(yarn(3), yarn(1), 5, 30, 5, 100)
    assert strong.lift == pytest.approx(12 / 30 / 0.15)
    assert strong.strength == pytest.approx(12 / (sqrt(30 * 15) + 10))
    bag = Companion(yarn(4), yarn(1), 27, 30, 90, 100)
    few, gone = (
        Companion(yarn(5), yarn(1), 4, 30, 4, 100),
        Companion(yarn(6, stock=0), yarn(1), 9, 30, 9, 100),
    )
    assert together([weak, strong, bag, few, gone]) == [strong, weak]
    assert weak.lift > strong.lift
    assert together([strong], {"yarn"}) == []
    twice = Companion(yarn(2), yarn(9), 6, 30, 15, 100)
    assert together([twice, strong]) == [strong]


def visits(path):
    """Of each customer the days on which they bought, oldest first, each with what they bought."""
    found = defaultdict(lambda: defaultdict(set))
    with path.open(encoding="utf-8-sig") as file:
        for line in csv.DictReader(file):
            sold = not line["InvoiceNo"].startswith("C") and int(line["Quantity"]) > 0
            if sold and line["CustomerID"] and line["StockCode"] not in SERVICES:
                day = datetime.fromisoformat(line["InvoiceDate"]).date()
                found[line["CustomerID"]][day].add(line["StockCode"])
    return [sorted(days.items()) for days in found.values() if len(days) >= 3]


def first_ten(earlier):
    bought = defaultdict(list)
    for day, basket in earlier:
        for code in sorted(basket):
            bought[code].append(day)
    habits = [Habit(Product(i, code), tuple(days)) for i, (code, days) in enumerate(bought.items(), 1)]
    return {each.product.name for each in again(habits)[:FIRST]}


@pytest.mark.parametrize(("file", "people", "least", "sellers_at_most"), SHOPS)
def test_the_own_first_ten_are_in_the_next_basket_of_most_regulars(
    data_folder, file, people, least, sellers_at_most
):
    shop = visits(data_folder / file)
    hits = sum(bool(first_ten(own[:-1]) & own[-1][1]) for own in shop)
    sellers = Counter(code for own in shop for _, basket in own[:-1] for code in basket)
    best = {code for code, _ in sellers.most_common(FIRST)}
    plain = sum(bool(best & own[-1][1]) for own in shop)
    assert len(shop) >= people
    assert hits / len(shop) >= least, (hits, len(shop))
    assert plain / len(shop) <= sellers_at_most, (plain, len(shop))
