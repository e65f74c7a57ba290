"""Which of a customer's own articles is given, and which never is."""

from datetime import date

import pytest

from cxdesk.domain.gift import NOTHING, Bought, Caps, Gift, Had, choose, clashes, cost
from cxdesk.domain.product import Product

DAY = date(2026, 11, 1)


def yarn(number=1, **fields):
    named = {"name": f"Yarn {number}", "price": 890, "words": f"yarn {number}"} | fields
    return Product(number, **named)


def item(product, days, last, **marks):
    """An article as it was bought, and the article itself."""
    return Bought(product.id, days, last, **marks), product


def chosen(*items, **options):
    articles = {product.id: product for _, product in items}
    return choose([bought for bought, _ in items], articles.__getitem__, **({"limit": 1500} | options))


def test_nothing_is_given_without_evidence():
    assert chosen() is None


def test_the_most_frequent_article_at_its_cost_to_the_shop():
    history = item(yarn(1), 2, DAY), item(yarn(2, cost=430, stock=7), 5, date(2025, 1, 1))
    assert chosen(*history) == Gift(2, "Yarn 2", 430, 5, 7)


def test_of_equals_the_most_recent_then_the_oldest_article():
    older, newer = item(yarn(1), 3, date(2026, 10, 1)), item(yarn(2), 3, DAY)
    assert chosen(older, newer).product_id == 2
    assert chosen(item(yarn(9), 3, DAY), newer).product_id == 2


@pytest.mark.parametrize(
    "kept",
    [
        item(yarn(), 9, DAY, returned=True),
        item(yarn(), 9, DAY, blamed=True),
        item(yarn(goods=False), 9, DAY),
        item(yarn(giftable=False), 9, DAY),
        item(yarn(stock=0), 9, DAY),
        item(yarn(stock=0.5), 9, DAY),
        item(yarn(price=1501), 9, DAY),
        item(yarn(price=100, cost=1501), 9, DAY),
        item(yarn(price=0), 9, DAY),
        item(yarn(77), 9, DAY),
        item(yarn(words="villasukat harmaa"), 9, DAY),
    ],
    ids=[
        "returned",
        "blamed",
        "service",
        "not_giftable",
        "none_left",
        "half_left",
        "over_limit",
        "cost_over_limit",
        "unknown_price",
        "given_before",
        "unwanted",
    ],
)
def test_what_is_never_given_makes_room_for_the_next(kept):
    next_best, against = item(yarn(5), 1, DAY), {"given": {77}, "unwanted": {"villa"}}
    assert chosen(kept, next_best, **against).product_id == 5
    assert chosen(kept, **against) is None


@pytest.mark.parametrize("product", [yarn(price=1500), yarn(stock=1), yarn(stock=None)])
def test_boundaries_that_still_fit(product):
    assert chosen(item(product, 1, DAY)) is not None


def test_cost_is_the_purchase_price_where_known():
    assert (cost(yarn()), cost(yarn(cost=300)), cost(yarn(cost=0))) == (890, 300, 0)


@pytest.mark.parametrize(
    ("words", "unwanted"),
    [
        ("villasukat", "villa"),
        ("villasukat", "villasta"),
        ("merinovilla 50 g", "villalle"),
        ("suklaapahkina", "pahkinoille"),
        ("suklaapahkina", "pahkinat"),
        ("laventelisaippua", "laventelista"),
        ("tumma suklaa", "suklaasta"),
        ("tuoksukynttila", "tuoksuja"),
        ("nut bar", "nuts"),
        ("egg cup", "egg"),
        ("lavender soap", "lavender"),
        ("yongoqli halva", "yongoqqa"),
    ],
)
def test_inflected_words_still_clash(words, unwanted):
    assert clashes(words, unwanted)


@pytest.mark.parametrize(
    ("words", "unwanted"),
    [("pellava 50 g", "villa"), ("donut pan", "nuts"), ("leggings", "egg"), ("", "villa")],
)
def test_other_words_do_not(words, unwanted):
    assert not clashes(words, unwanted)


@pytest.mark.parametrize(
    ("caps", "had", "room"),
    [
        (Caps(1500), Had(9, 99999), 1500),
        (Caps(1500, pieces=2), Had(1, 0), 1500),
        (Caps(1500, pieces=2), Had(2, 0), NOTHING),
        (Caps(1500, year=2000), Had(1, 800), 1200),
        (Caps(1500, year=2000), Had(1, 300), 1500),
        (Caps(1500, year=2000), Had(1, 2500), 0),  # what costs nothing is still fine
    ],
)
def test_what_the_next_gift_of_a_year_may_cost(caps, had, room):
    assert caps.room(had) == room
