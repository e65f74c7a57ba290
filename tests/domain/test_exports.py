"""What a column takes for its own, whatever format a cell comes from."""

from datetime import date, datetime, time

import pytest
from hypothesis import given
from hypothesis import strategies as st

from cxdesk.domain.exports import Column, Head

MIDNIGHT, NOON = datetime(2026, 3, 7), datetime(2026, 3, 7, 12, 5)  # noqa: DTZ001 - as spreadsheets have them


@pytest.mark.parametrize(
    ("kind", "cell", "value"),
    [
        ("INTEGER", 5, 5), ("INTEGER", "-5", -5), ("INTEGER", 5.0, 5), ("INTEGER", None, None),
        ("INTEGER", 999_999_999_999_999, 999_999_999_999_999), ("INTEGER", "000", 0),
        ("REAL", 5, 5.0), ("REAL", "0.30000000000000004", 0.1 + 0.2), ("REAL", "1e22", 1e22), ("REAL", None, None),
        ("TEXT", "x", "x"), ("TEXT", "", ""), ("TEXT", 1234.0, "1234"), ("TEXT", 12.5, "12.5"), ("TEXT", 7, "7"),
        ("TEXT", date(2026, 3, 7), "2026-03-07"), ("TEXT", MIDNIGHT, "2026-03-07"),
        ("TEXT", NOON, "2026-03-07 12:05:00"), ("TEXT", None, None),
    ],
)  # fmt: skip
def test_cells_that_fit(kind, cell, value):
    found = Column("x", kind).value(cell)
    assert (found, type(found)) == (value, type(value))


@pytest.mark.parametrize(
    ("kind", "cell"),
    [
        ("INTEGER", "x"), ("INTEGER", ""), ("INTEGER", 1.5), ("INTEGER", 10**15), ("INTEGER", "1e3"), ("INTEGER", [1]),
        ("INTEGER", "\u0663"), ("INTEGER", float("inf")), ("INTEGER", float("nan")), ("INTEGER", 1e300),
        ("REAL", "x"), ("REAL", "inf"), ("REAL", float("nan")), ("REAL", [1]), ("REAL", date(2026, 3, 7)),
        ("TEXT", True), ("TEXT", [1]), ("TEXT", {}), ("TEXT", time(12)),
    ],
)  # fmt: skip
def test_cells_that_do_not(kind, cell):
    with pytest.raises(ValueError):  # noqa: PT011 - the message is the cell itself
        Column("x", kind).value(cell)


def test_nothing_is_an_empty_text_only_where_a_text_must_be():
    assert Column("x", "TEXT", nullable=False).value(None) == ""
    assert Column("x", "INTEGER", nullable=False).value(None) is None


@given(st.integers(-(10**15) + 1, 10**15 - 1))
def test_every_whole_number_is_the_same_in_every_format(number):
    column = Column("x", "INTEGER")
    assert column.value(number) == column.value(str(number)) == column.value(float(number)) == number


@given(st.floats(allow_nan=False, allow_infinity=False))
def test_every_number_is_the_same_as_a_text(number):
    assert Column("x", "REAL").value(repr(number)) == number


def test_a_head_is_read_as_it_was_written():
    head = Head(2, "0.1.0", {"customers": 3})
    assert Head.read(head.fields()) == head


@pytest.mark.parametrize(
    "wrong",
    [{"format": "x"}, {"schema": None}, {"schema": "two"}, {"rows": []}, {"rows": {"customers": "many"}}],
)
def test_what_is_no_head(wrong):
    with pytest.raises(ValueError):  # noqa: PT011 - any will do: it is no head
        Head.read(Head(2, "0.1.0", {}).fields() | wrong)
