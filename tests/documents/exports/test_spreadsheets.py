"""Lists as XLSX, read back by calamine, which has nothing in common with the writer."""

import tempfile
import zipfile
from datetime import UTC, date, datetime
from decimal import Decimal
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st
from python_calamine import CalamineWorkbook

from cxdesk.documents import exports
from cxdesk.documents.exports import spreadsheets
from cxdesk.domain.errors import UserError

MOMENT = datetime(2026, 3, 7, 14, 5, tzinfo=UTC)
TEXTS = [
    "=1+1",
    "+358",
    "-1",
    "@x",
    "http://example.com",
    "000123",
    "1e5",
    "TRUE",
    "  x ",
    "a\tb\nc",
    "_x0041_",
]


def read(path):
    with CalamineWorkbook.from_path(str(path)) as book:
        return list(book.get_sheet_by_index(0).iter_rows())


def test_numbers_and_dates_are_of_their_kind(tmp_path):
    path = tmp_path / "list.xlsx"
    row = [1200, -1.5, date(2026, 3, 7), MOMENT, Decimal("-12.50"), None, "x"]
    assert exports.write(path, list("abcdefg"), [row], "fi") == 1
    assert read(path) == [
        list("abcdefg"),
        [1200.0, -1.5, date(2026, 3, 7), MOMENT.replace(tzinfo=None), -12.5, "", "x"],
    ]


def test_texts_are_texts(tmp_path):
    path = tmp_path / "list.xlsx"
    exports.write(path, TEXTS, [TEXTS], "en")
    assert read(path) == [TEXTS, TEXTS]
    sheet = zipfile.ZipFile(path).read("xl/worksheets/sheet1.xml").decode()
    assert "<f>" not in sheet
    assert "hyperlink" not in sheet
    assert 'state="frozen"' in sheet


def test_markup_of_the_spreadsheets_own_is_a_text(tmp_path):
    path = tmp_path / "list.xlsx"
    exports.write(path, ["x"], [["<r></bad></r>"], ["after"]], "en")
    assert read(path) == [["x"], ["'<r></bad></r>"], ["after"]]


def test_what_a_spreadsheet_would_round_or_cannot_say_is_a_text(tmp_path):
    path = tmp_path / "list.xlsx"
    row = [0.1 + 0.2, 10**15, float("inf"), date(1899, 12, 31), 0.1, 10**15 - 1]
    exports.write(path, list("abcdef"), [row], "en")
    assert read(path)[1] == ["0.30000000000000004", str(10**15), "inf", "1899-12-31", 0.1, float(10**15 - 1)]


def test_more_than_a_spreadsheet_holds(tmp_path, monkeypatch):
    path = tmp_path / "list.xlsx"
    with pytest.raises(UserError, match="40000 characters"):
        exports.write(path, ["x"], [["y" * 40_000]], "en")
    monkeypatch.setattr(spreadsheets, "ROWS", 3)
    assert exports.write(path, ["x"], [["y"]] * 2, "en") == 2
    with pytest.raises(UserError, match="3 rows"):
        exports.write(path, ["x"], [["y"]] * 3, "en")
    assert len(read(path)) == 3


def test_nothing_is_left_in_the_temporary_folder(tmp_path, monkeypatch):
    folder = tmp_path / "temporary"
    folder.mkdir()
    monkeypatch.setattr(tempfile, "tempdir", str(folder))

    def rows():
        yield ["Aino"]
        assert list(folder.rglob("*"))
        raise UserError("Enough.")

    with pytest.raises(UserError, match="Enough"):
        exports.write(tmp_path / "list.xlsx", ["x"], rows(), "en")
    exports.write(tmp_path / "list.xlsx", ["x"], [["Aino"]], "en")
    assert list(folder.iterdir()) == []


SIGNS = st.characters(
    exclude_categories=["Cs"], exclude_characters="\ufffe\uffff"
)  # XML has no way to write these


@given(st.lists(st.text(SIGNS, min_size=1), min_size=1, max_size=5))
def test_every_text_comes_back(texts):
    with tempfile.TemporaryDirectory() as folder:
        path = Path(folder) / "any.xlsx"
        exports.write(path, ["x"] * len(texts), [texts], "en")
        assert read(path)[1] == [f"'{text}" if text.startswith("<r>") else text for text in texts]
