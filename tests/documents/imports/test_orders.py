"""Receipts and orders of which one row tells more than one line."""

import pytest

from cxdesk.domain.purchase import PurchaseKind

REFUND, CANCELLED, ADJUSTMENT = PurchaseKind.REFUND, PurchaseKind.CANCELLED, PurchaseKind.ADJUSTMENT


def packed(rows):
    return [(row.name, row.quantity, row.unit_price, row.amount, row.kind.value) for row in rows]


@pytest.mark.parametrize(
    ("text", "written", "items"),
    [
        ("1 x KAHVI, 1 x PULLA", "", [("KAHVI", 1), ("PULLA", 1)]),
        ("2× Pioni, 1× Savimukki, täplikäs", "", [("Pioni", 2), ("Savimukki, täplikäs", 1)]),
        ("Tulips x 2, Card", "name first", [("Tulips", 2), ("Card", 1)]),
        ("Tulips × 2,5, Card x 1", "name first", [("Tulips", 2.5), ("Card", 1)]),
        ("0,5 x Kangas, sininen, 2 x Lanka", "", [("Kangas, sininen", 0.5), ("Lanka", 2)]),
        ("2× Pioni, valkoinen, 1× Ruukku, 40 cm", "", [("Pioni, valkoinen", 2), ("Ruukku, 40 cm", 1)]),
    ],
)
def test_articles_in_one_cell(lines, text, written, items):
    rows = lines({"items": text, "amount": "47"}, written={"items": written} if written else {})
    assert [(row.name, row.quantity) for row in rows[:-1]] == items
    assert packed(rows)[:-1] == [(name, count, 0, 0, "sale") for name, count in items]
    assert packed(rows)[-1] == ("", 1.0, 4700, 4700, "adjustment")  # what the receipt comes to
    assert [row.article != "" for row in rows] == [True] * len(items) + [False]
    assert len({row.line_key for row in rows}) == len({row.part for row in rows}) == len(rows)


@pytest.mark.parametrize(
    ("cells", "written", "line"),
    [
        ({"items": "3 x Roses", "amount": "10"}, {}, ("Roses", 3, 333, 1000, "sale")),
        (
            {"items": "Wedding flowers", "amount": "10"},
            {"items": "name first"},
            ("Wedding flowers", 1, 1000, 1000, "sale"),
        ),
        ({"items": "1× Tarra 2× iso", "amount": "5"}, {}, ("Tarra 2× iso", 1, 500, 500, "sale")),
        ({"items": "Tulppaanikimppu", "amount": "12.90"}, {}, ("Tulppaanikimppu", 1, 1290, 1290, "sale")),
        ({"items": "1 x KIMPPU", "amount": "-12.90"}, {}, ("KIMPPU", -1, 1290, -1290, "refund")),
        ({"items": "", "amount": "-30"}, {}, ("", -1, 3000, -3000, "refund")),
    ],
)
def test_a_single_article_or_none_in_one_cell(lines, cells, written, line):
    assert packed(lines(cells, written=written)) == [line]


def test_articles_that_came_back_in_one_cell(lines):
    rows = lines({"items": "2 x Pioni, 1 x Kortti", "amount": "-20"})
    assert packed(rows) == [
        ("Pioni", -2.0, 0, 0, "refund"),
        ("Kortti", -1.0, 0, 0, "refund"),
        ("", -1.0, 2000, -2000, "adjustment"),
    ]


def test_what_belongs_to_an_order_stands_on_its_first_row(lines):
    rows = lines(
        {"quantity": "2", "unit_price": "16", "shipping": "6", "order_discount": "5", "refunded": "16"},
        {"quantity": "1", "unit_price": "20"},
    )
    assert [(row.name, row.kind, row.quantity, row.amount, row.article) for row in rows[1:4]] == [
        ("shipping", ADJUSTMENT, 1.0, 600, ""),
        ("order_discount", ADJUSTMENT, -1.0, -500, ""),
        ("refunded", REFUND, -1.0, -1600, ""),
    ]
    assert [(row.line, row.amount) for row in rows] == [(2, 3200), (2, 600), (2, -500), (2, -1600), (3, 2000)]
    assert len({row.line_key for row in rows}) == 5


def test_a_refunded_amount_counts_negative_however_it_is_written(lines):
    for text in ("16", "-16"):
        assert lines({"amount": "50", "refunded": text})[1].amount == -1600


def test_a_cancelled_order_is_cancelled_in_all_its_parts(lines):
    cells = {"amount": "50", "shipping": "6", "refunded": "56", "status": "2026-03-12"}
    rows = lines(cells, kinds=[{"kind": "cancelled", "status": "."}])
    assert [(row.kind, row.amount) for row in rows] == [
        (CANCELLED, 5000),
        (CANCELLED, 600),
        (CANCELLED, -5600),
    ]
