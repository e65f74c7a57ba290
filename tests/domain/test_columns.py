from contextlib import suppress
from datetime import date, time
from decimal import Decimal

import pytest
from hypothesis import given
from hypothesis import strategies as st

from cxdesk.domain.columns import date_orders, decimal_marks, moment, number
from cxdesk.domain.errors import UserError


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
    ],
)
def test_decimal_marks(values, marks):
    assert decimal_marks(values) == frozenset(marks)


@pytest.mark.parametrize(
    ("values", "orders"),
    [
        (["2026-03-07"], {"ymd"}),
        (["7.3.2026"], {"dmy"}),
        (["13/01/2026", "01/02/2026"], {"dmy"}),
        (["01/13/2026"], {"mdy"}),
        (["01/10/2026"], {"dmy", "mdy"}),
        (["13/01/2026", "01/13/2026"], set()),
        (["7.3.26"], {"dmy"}),
        (["26-03-07"], {"dmy", "ymd"}),
        (["01-02-03"], {"dmy", "mdy", "ymd"}),
        (["7/3/26"], {"dmy", "mdy"}),
    ],
)
def test_date_orders(values, orders):
    assert date_orders(values) == orders


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


@pytest.mark.parametrize(
    ("text", "order", "day", "at"),
    [
        ("2010-12-01 08:26:00", "ymd", date(2010, 12, 1), time(8, 26)),
        ("2010-12-01T08:26:59", "ymd", date(2010, 12, 1), time(8, 26, 59)),
        ("2010-12-01", "ymd", date(2010, 12, 1), None),
        ("7.3.2026 14.05", "dmy", date(2026, 3, 7), time(14, 5)),
        ("7.3.26", "dmy", date(2026, 3, 7), None),
        ("7.3.76", "dmy", date(1976, 3, 7), None),
        ("03/07/2026 2:05 PM", "mdy", date(2026, 3, 7), time(14, 5)),
        ("03/07/2026 12:05 am", "mdy", date(2026, 3, 7), time(0, 5)),
        ("07/03/2026", "dmy", date(2026, 3, 7), None),
        ("29.2.2024", "dmy", date(2024, 2, 29), None),
    ],
)
def test_moments(text, order, day, at):
    assert moment(text, order) == (day, at)


@pytest.mark.parametrize(
    "text",
    [
        "",
        "soon",
        "29.2.2026",
        "31.4.2026",
        "0.0.00",
        "7.3.2026 25:00",
        "7.3.2026 13:05 pm",
        "7.3.2026 x",
        "7/3.2026",
        "1.1.0",
    ],
)
def test_what_is_no_moment(text):
    with pytest.raises(UserError, match="is not a date"):
        moment(text, "dmy")


@given(st.text(max_size=30), st.sampled_from([".", ","]), st.sampled_from(["ymd", "dmy", "mdy"]))
def test_any_text_is_read_or_refused(text, mark, order):
    decimal_marks([text])
    date_orders([text])
    for read in (lambda: number(text, mark), lambda: moment(text, order)):
        with suppress(UserError):
            assert read() is not None


@given(st.decimals(-(10**9), 10**9, places=2), st.sampled_from([(".", ","), (",", "."), (",", " ")]))
def test_written_numbers_are_read(value, marks):
    mark, thousands = marks
    text = f"{value:,}".replace(",", "x").replace(".", mark).replace("x", thousands)
    assert number(text, mark) == value
