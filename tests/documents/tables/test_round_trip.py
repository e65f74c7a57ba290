"""What is written with every cell quoted and formulas protected is read back as it was."""

import csv
import io

import pytest
from hypothesis import given
from hypothesis import strategies as st

from cxdesk.documents.tables import open_table
from cxdesk.documents.tables.header import ANSWERS

NAME = st.text(st.characters(categories=["L"]), min_size=1, max_size=8)
SIGNS = st.characters(exclude_categories=["Cc", "Cs"])
ONE_LINE = st.text(SIGNS, max_size=8) | st.from_regex(r"['=+@,;|\t\"-]\w{0,3}", fullmatch=True)
SEVERAL_LINES = ONE_LINE | st.text(st.one_of(SIGNS, st.sampled_from("\r\n\t'")), max_size=8)
WINDOWS = st.text(
    st.characters(codec="cp1252", exclude_categories=["Cc"]) | st.sampled_from("\r\n\t'"), max_size=8
)
WINDOWS_NAME = st.text(st.characters(codec="cp1252", categories=["L"]), min_size=1, max_size=8)
FINNISH = st.text(st.sampled_from("aeiknstväöåÄÖÅ '-"), min_size=1, max_size=8)
DELIMITERS = st.sampled_from(",;\t|")


@st.composite
def tables(draw, cell, name=NAME):
    names = draw(st.lists(name, min_size=1, max_size=5, unique_by=str.casefold))
    rows = draw(st.lists(st.lists(cell, min_size=len(names), max_size=len(names)), max_size=5))
    return names, [row for row in rows if any(row) and row != names]


def written(names, rows, delimiter, end):
    file = io.StringIO(newline="")
    writer = csv.writer(file, delimiter=delimiter, lineterminator=end, quoting=csv.QUOTE_ALL)
    writer.writerow(names)
    writer.writerows([f"'{cell}" if cell[:1] in set("=+-@\t\r\0'") else cell for cell in row] for row in rows)
    return file.getvalue()


def read(path, content, **chosen):
    path.write_bytes(content)
    opened = open_table(path, **chosen)
    return opened.header, [cells for _line, cells in opened.rows()]


@pytest.fixture(scope="module")
def path(tmp_path_factory):
    return tmp_path_factory.mktemp("round") / "file.csv"


@pytest.mark.parametrize("encoding", ["utf-8", "utf-8-sig", "utf-16"])
@given(tables(SEVERAL_LINES), DELIMITERS, st.sampled_from(["\r\n", "\n"]))
def test_any_table(path, encoding, table, delimiter, end):
    assert read(path, written(*table, delimiter, end).encode(encoding)) == table


@given(tables(ONE_LINE), DELIMITERS)
def test_any_table_with_lines_ended_by_returns(path, table, delimiter):
    assert read(path, written(*table, delimiter, "\r").encode()) == table


@given(tables(WINDOWS, WINDOWS_NAME), DELIMITERS)
def test_any_table_that_windows_can_write(path, table, delimiter):
    assert read(path, written(*table, delimiter, "\r\n").encode("cp1252"), encoding="cp1252") == table


@given(tables(FINNISH, st.sampled_from(["Nimi", "Lähiosoite", "Päiväys", "Käynnit"])), DELIMITERS)
def test_a_finnish_table_of_windows_is_seen_to_be_one(path, table, delimiter):
    names, rows = table
    stripped = [[cell.strip() for cell in row] for row in rows]
    kept = names, [row for row in stripped if any(row)]
    assert read(path, written(*kept, delimiter, "\r\n").encode("cp1252")) == kept


def test_words_over_answers_are_in_small_letters():
    assert {word.casefold() for word in ANSWERS} == ANSWERS
