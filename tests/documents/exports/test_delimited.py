"""Lists as CSV, read back by Python's own reader."""

import csv
from datetime import UTC, date, datetime
from decimal import Decimal

import pytest
from hypothesis import given
from hypothesis import strategies as st

from cxdesk.documents import exports
from cxdesk.documents.exports.delimited import protected
from cxdesk.domain.errors import UserError

ROW = ["Åke", 1200, -1.5, date(2026, 3, 7), datetime(2026, 3, 7, 14, 5, tzinfo=UTC), Decimal("-12.50"), None]


def read(path, delimiter):
    with path.open(encoding="utf-8-sig", newline="") as file:
        return list(csv.reader(file, delimiter=delimiter))


@pytest.mark.parametrize(
    ("code", "delimiter", "cells"),
    [
        ("en", ",", ["Åke", "1200", "-1.5", "2026-03-07", "2026-03-07 14:05:00", "-12.50", ""]),
        ("fi", ";", ["Åke", "1200", "-1,5", "2026-03-07", "2026-03-07 14:05:00", "-12,50", ""]),
        ("uz", ";", ["Åke", "1200", "-1,5", "2026-03-07", "2026-03-07 14:05:00", "-12,50", ""]),
    ],
)
def test_cells_as_each_language_writes_them(tmp_path, code, delimiter, cells):
    path = tmp_path / "list.CSV"
    assert exports.write(path, ["a", "b", "c", "d", "e", "f", "g"], [ROW, ROW], code) == 2
    assert read(path, delimiter) == [["a", "b", "c", "d", "e", "f", "g"], cells, cells]


def test_the_bytes_of_a_list(tmp_path):
    path = tmp_path / "list.csv"
    exports.write(path, ["Name", "Note"], [['He said "no"', "two\nlines"]], "en")
    assert path.read_bytes() == b'\xef\xbb\xbf"Name","Note"\r\n"He said ""no""","two\nlines"\r\n'


@pytest.mark.parametrize("sign", ["=", "+", "-", "@", "\t", "\r", "\n", "\0", "'"])
def test_no_text_begins_a_formula(tmp_path, sign):
    path = tmp_path / "list.csv"
    exports.write(path, [f"{sign}head"], [[f"{sign}1+1"], [-1]], "en")
    head, text, number = read(path, ",")
    assert (head, text, number) == ([f"'{sign}head"], [f"'{sign}1+1"], ["-1"])


@given(st.text(st.characters(exclude_categories=["Cs"])))
def test_every_text_comes_back(tmp_path_factory, text):
    path = tmp_path_factory.getbasetemp() / "any.csv"
    exports.write(path, ["x"], [[text, "end"]], "fi")
    (cell, end) = read(path, ";")[1]
    assert end == "end"
    assert not cell.startswith(("=", "+", "-", "@", "\t", "\r", "\n", "\0"))
    assert cell == protected(text)
    assert cell.removeprefix("'") == text or cell == text


@pytest.mark.parametrize("name", ["list", "list.txt", "list.xls"])
def test_another_ending_writes_nothing(tmp_path, name):
    with pytest.raises(UserError, match=r"\.csv, \.xlsx"):
        exports.write(tmp_path / name, ["x"], [], "en")
    assert not list(tmp_path.iterdir())


def test_a_list_that_fails_halfway_leaves_the_old_one(tmp_path):
    path = tmp_path / "list.csv"
    exports.write(path, ["x"], [["old"]], "en")

    def rows():
        yield ["new"]
        raise UserError("Enough.")

    with pytest.raises(UserError, match="Enough"):
        exports.write(path, ["x"], rows(), "en")
    assert read(path, ",") == [["x"], ["old"]]
    assert [p.name for p in tmp_path.iterdir()] == ["list.csv"]
