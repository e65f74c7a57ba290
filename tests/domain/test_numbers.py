from contextlib import suppress
from decimal import Decimal

import pytest
from hypothesis import given
from hypothesis import strategies as st

from cxdesk.domain.errors import UserError
from cxdesk.domain.numbers import decimal_marks, number


@pytest.mark.parametrize(
    ("values", "marks"),
    [
        (["1.50", "2"], "."),
        (["1,50", "2"], ","),
        (["1.234"], ".,"),
        (["1.234", "1.50"], "."),
        (["1.234", "1,50"], ","),
        (["1,234.50"], "."),
        (["1.234,50 €"], ","),
        (["1.234.567"], ","),
        (["0.125"], "."),
        (["1234.567"], "."),
        (["12", "7"], ".,"),
        ([], ".,"),
        (["1,50", "1.50"], ""),
        (["1\u00a0234,5", "-3"], ","),
        (["0,125"], ","),
        (["€1,240.00", "-€0.70"], "."),
        (["1,234"], ".,"),
        (["12.345.678,90"], ","),
        (["125 000 so\u02bbm"], ".,"),
        (["12,90-", "(0,02)"], ","),
    ],
)
def test_decimal_marks(values, marks):
    assert decimal_marks(values) == frozenset(marks)


@pytest.mark.parametrize(
    ("text", "mark", "value"),
    [
        ("6", ".", "6"),
        ("-6", ".", "-6"),
        ("2.55", ".", "2.55"),
        ("0.001", ".", "0.001"),
        ("2,55", ",", "2.55"),
        ("12,90-", ",", "-12.90"),
        ("(0,02)", ",", "-0.02"),
        ("\u221212,30\u00a0€", ",", "-12.30"),
        ("1\u00a0234,50 €", ",", "1234.50"),
        ("1\u2009234\u2009567,8", ",", "1234567.8"),
        ("1.234,50", ",", "1234.50"),
        ("1,234.50", ".", "1234.50"),
        ("€1,234.50", ".", "1234.50"),
        ("-€12.30", ".", "-12.30"),
        ("$5", ".", "5"),
        ("125 000 so\u02bbm", ",", "125000"),
        ("EUR 12.50", ".", "12.50"),
        ("'0123", ".", "123"),
        ("+3", ".", "3"),
        (".5", ".", "0.5"),
        (" 7 ", ".", "7"),
        ("1 250 000,00", ",", "1250000"),
        ("1 250 000 сўм", ",", "1250000"),
        ("1'234.50", ".", "1234.50"),
        ("12 kr.", ",", "12"),
        ("250 руб.", ",", "250"),
        ("£7", ".", "7"),
        ("7,", ",", "7"),
        ("-1 234,50", ",", "-1234.50"),
        ("($7.50)", ".", "-7.50"),
        ("1.234", ",", "1234"),
        ("1.234", ".", "1.234"),
    ],
)
def test_numbers(text, mark, value):
    assert number(text, mark) == Decimal(value)


@pytest.mark.parametrize("mark", [".", ","])
@pytest.mark.parametrize(
    "text",
    [
        "",
        "x",
        "1.2.3",
        "1,2,3",
        "1e5",
        "NaN",
        "Infinity",
        "12:30",
        "1..2",
        "--1",
        "٣",
        "9" * 400,
        "1 2",
        "€",
        "-",
        "(5",
        "-(5)",
        "-5-",
        "1 2345",
        "12 345 67",
        "5 %",
        "1" * 21,
    ],
)
def test_what_is_no_number(text, mark):
    with pytest.raises(UserError, match="is not a number"):
        number(text, mark)


def test_a_cell_is_never_read_in_another_way_than_its_column():
    with pytest.raises(UserError):
        number("1,50", ".")
    with pytest.raises(UserError):
        number("1.50", ",")


@given(st.text(max_size=30), st.sampled_from([".", ","]))
def test_any_text_is_read_or_refused(text, mark):
    decimal_marks([text])
    with suppress(UserError):
        assert number(text, mark).is_finite()


@given(st.decimals(-(10**9), 10**9, places=2), st.sampled_from([(".", ","), (",", "."), (",", " ")]))
def test_written_numbers_are_read(value, marks):
    mark, thousands = marks
    text = f"{value:,}".replace(",", "x").replace(".", mark).replace("x", thousands)
    assert number(text, mark) == value
