"""Amounts: rounding, decimals of currencies, what people type."""

from decimal import Decimal

import pytest
from hypothesis import given
from hypothesis import strategies as st

from cxdesk.domain.money import exponent, line_amount, minor, typed


@pytest.mark.parametrize(
    ("amount", "decimals", "units"),
    [
        ("12.905", 2, 1291),
        ("-12.905", 2, -1291),
        ("12.904999", 2, 1290),
        ("0.5", 0, 1),
        ("1.5", 0, 2),
        ("8.9", 2, 890),
    ],
)
def test_halves_go_away_from_zero(amount, decimals, units):
    assert minor(Decimal(amount), decimals) == units


@pytest.mark.parametrize(
    ("quantity", "price", "amount"),
    [
        (3, 890, 2670),
        (-2, 450, -900),
        (0.5, 99, 50),
        (-0.5, 99, -50),
        (0.1, 3, 0),
        (1.15, 100, 115),
        (2.675, 100, 268),
    ],
)
def test_lines(quantity, price, amount):
    assert line_amount(quantity, price) == amount


def test_decimals_of_currencies():
    assert [exponent(code) for code in ("EUR", "ISK", "UZS", "CHF")] == [2, 0, 2, 2]


@pytest.mark.parametrize(
    ("text", "value"),
    [("8,90", "8.90"), (" 1 234,5 ", "1234.5"), ("\u22123", "-3"), ("7", "7"), ("1e3", "1000"), ("0", "0")],
)
def test_what_people_type(text, value):
    assert typed(text) == Decimal(value)


@pytest.mark.parametrize(
    "text", ["", "x", "1,2,3", "NaN", "Infinity", "1e30", "-1e999999", "9" * 400, "--1", "8,90 €"]
)
def test_what_is_no_amount(text):
    with pytest.raises(ValueError, match=r".*"):
        typed(text)


@given(st.text(max_size=30))
def test_anything_typed_is_an_amount_or_refused(text):
    try:
        value = typed(text)
    except ValueError:
        return
    assert abs(minor(value)) < 10**18
