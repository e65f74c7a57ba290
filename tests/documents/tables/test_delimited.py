import gzip
import os

import pytest

from cxdesk.documents.tables import delimited, files, open_table
from cxdesk.domain.errors import UserError

ROWS = [
    ["Nimi", "Puhelin", "Kaupunki"],
    ["Mäkelä", "040 123 4567", "Hämeenlinna"],
    ["Öhman", "050 765 4321", "Åbo"],
]


def text(delimiter=";", end="\r\n"):
    return "".join(delimiter.join(row) + end for row in ROWS)


@pytest.mark.parametrize(
    ("encoding", "told"),
    [
        ("utf-8", "utf-8"),
        ("utf-8-sig", "utf-8-sig"),
        ("cp1252", "cp1252"),
        ("iso-8859-1", "cp1252"),
        ("utf-16", "utf-16"),
        ("utf-16-le", "utf-16-le"),
        ("utf-16-be", "utf-16-be"),
    ],
)
@pytest.mark.parametrize("delimiter", [",", ";", "\t", "|"])
def test_encodings_and_delimiters(table, encoding, told, delimiter, cells):
    opened = table(text(delimiter).encode(encoding))
    assert (opened.encoding, opened.delimiter) == (told, delimiter)
    assert [opened.header, *cells(opened)] == ROWS


@pytest.mark.parametrize("end", ["\n", "\r\n", "\r"])
def test_line_ends(table, end, cells):
    opened = table(text(end=end))
    assert [opened.header, *cells(opened)] == ROWS
    assert [line for line, _cells in opened.rows()] == [2, 3]


def test_one_damaged_letter_does_not_change_the_encoding(table, cells):
    opened = table(text().encode().replace("Å".encode(), b"\xc3"))
    assert opened.encoding == "utf-8"
    assert cells(opened)[0][0] == "Mäkelä"
    assert cells(opened)[1][2] == "\ufffdbo"


def test_a_person_may_choose_otherwise(table):
    opened = table(text().encode("cp1252"), encoding="iso-8859-10")
    assert opened.encoding == "iso-8859-10"
    assert table(text(), delimiter=",").delimiter == ","


def test_a_line_that_names_the_delimiter(table):
    opened = table("\ufeffsep=|\r\n" + text("|"))
    assert (opened.delimiter, opened.header) == ("|", ROWS[0])
    assert [line for line, _cells in opened.rows()] == [3, 4]


def test_titles_above_and_totals_below(table, cells):
    above = "Myyntiraportti\r\nKaupan nimi;Lankakauppa\r\n\r\n"
    below = "Yhteensä;2;\r\n;Total:;\r\n\r\n"
    opened = table(above + text() + below)
    assert [opened.header, *cells(opened)] == ROWS
    assert [line for line, _cells in opened.rows()] == [5, 6]


def test_a_full_row_that_begins_like_a_total_stays(table, cells):
    assert cells(table(text() + "Total;Oy;Espoo\r\n"))[-1] == ["Total", "Oy", "Espoo"]


def test_ragged_rows(table, cells):
    opened = table(text() + "Aho\r\nBerg;1;2;;;\r\nCarl;1;2;3\r\n;;\r\n\r\n")
    assert cells(opened)[2:] == [["Aho", "", ""], ["Berg", "1", "2"], ["Carl", "1", "2", "3"]]


def test_lines_are_those_of_the_file_when_cells_have_several(table):
    opened = table('Nimi,Huom\r\n"Kai","yksi\r\nkaksi\r\nkolme"\r\n"Aho","x"\r\n')
    assert list(opened.rows()) == [(2, ["Kai", "yksi\r\nkaksi\r\nkolme"]), (5, ["Aho", "x"])]


def test_quotes_and_delimiters_in_cells(table, cells):
    opened = table('Nimi;Huom\r\n"Aho; Kai";"sanoi ""hei"""\r\nBerg;x\r\n')
    assert cells(opened)[0] == ["Aho; Kai", 'sanoi "hei"']


def test_one_column(table, cells):
    opened = table("E-mail\nkaisa@esimerkki.fi\nmatti@esimerkki.fi\n")
    assert opened.header == ["E-mail"]
    assert cells(opened) == [["kaisa@esimerkki.fi"], ["matti@esimerkki.fi"]]


def test_rows_can_be_read_again(table):
    opened = table(text())
    assert list(opened.rows()) == list(opened.rows())


def test_compressed(table, cells):
    opened = table(gzip.compress(text().encode("cp1252")), "file.csv.gz")
    assert (opened.encoding, [opened.header, *cells(opened)]) == ("cp1252", ROWS)


@pytest.mark.parametrize(
    ("content", "told"),
    [
        (b"", "file.csv is empty."),
        (b"  \r\n\r\n", "file.csv is empty."),
        (b"%PDF-1.7\n\x00\x01\x02\xff binary \x03", "not a table of text"),
        (b"PK\x03\x04\x14\x00\x06\x00", "damaged and cannot be unpacked"),
        (b"SQLite format 3\x00\x10\x00", "not a table of text"),
        (b"1;2;3\n4;5;6\n", "no row of column names"),
        (b"kaisa@x.fi;040123\nmatti@x.fi;050123\n", "no row of column names"),
        (gzip.compress(b"Nimi;Puh\nA;1\n" * 1000, mtime=0)[:-20], "damaged and cannot be unpacked"),
        (b"\x1f\x8b nonsense", "damaged and cannot be unpacked"),
        (gzip.compress(b"", mtime=0), "file.csv is empty."),
    ],
)
def test_what_is_no_table_is_said(table, content, told):
    with pytest.raises(UserError) as caught:
        table(content)
    assert told in str(caught.value)


def test_a_bomb_is_not_unpacked(table):
    with pytest.raises(UserError, match="too large when unpacked"):
        table(gzip.compress(b"Nimi;Puhelin\n" + b"A;1\n" * 5_000_000, mtime=0))


def test_the_size_has_a_limit(table, monkeypatch):
    monkeypatch.setattr(files, "MAX_SIZE", 10)
    with pytest.raises(UserError, match="too large when unpacked"):
        table(gzip.compress(text().encode()))


def test_not_found_and_folders(tmp_path):
    with pytest.raises(UserError, match=r"There is no file missing\.csv"):
        open_table(tmp_path / "missing.csv")
    with pytest.raises(UserError, match="is a folder"):
        open_table(tmp_path)


@pytest.mark.skipif(os.name != "posix" or os.geteuid() == 0, reason="root and Windows may read everything")
def test_no_permission(tmp_path):
    path = tmp_path / "file.csv"
    path.write_text(text())
    path.chmod(0)
    with pytest.raises(UserError, match="cannot be read"):
        open_table(path)


def test_a_quotation_mark_that_nobody_closed(table):
    with pytest.raises(UserError, match="from line 4 on"):
        table(text() + '"Aho;1;2\r\n' + "Berg;1;2\r\n" * 20_000)
    late = text() + "Aho;1;2\r\n" * 100 + '"Aho;1;2\r\n' + "Berg;1;2\r\n" * 20_000
    opened = table(late)
    with pytest.raises(UserError, match="from line 104 on"):
        list(opened.rows())


@pytest.mark.timeout(20)
@pytest.mark.parametrize("unit", ["a", "1.", "a-", "x@y."])
def test_an_endless_cell_is_looked_at_only_for_a_moment(table, unit, cells):
    with pytest.raises(UserError, match="Is a quotation mark not closed"):
        cells(table(text() + '"' + unit * 500_000 + '"'))


def test_a_picture_is_no_table(table, cells):
    with pytest.raises(UserError, match="not a table of text"):
        cells(table(b"\x89PNG\r\n\x1a\n" + bytes(5000)))


@pytest.mark.parametrize(
    ("rows", "line"),
    [
        ('Carl;1;2\r\n"Aho;1;2\r\nBerg;1;2\r\n', 5),
        ('"Aho;1;2\r\nBerg;1;2\r\n"Carl";1;2\r\nDahl;1;2\r\n', 4),
        ('Aho;1;"2', 4),
    ],
)
def test_an_open_quotation_mark_swallows_no_rows(table, cells, rows, line):
    with pytest.raises(UserError, match=f"from line {line} on"):
        cells(table(text() + rows))


def test_the_last_line_needs_no_end(table, cells):
    assert cells(table(text() + 'Aho;1;"kaksi\r\nriviä"'))[2:] == [["Aho", "1", "kaksi\r\nriviä"]]
    assert cells(table(text() + "Aho;1;2"))[2:] == [["Aho", "1", "2"]]


def test_quotation_marks_inside_a_line_are_signs(table, cells):
    assert cells(table(text() + 'TV 32" x;"sanoi "hei" ja";3\r\n'))[2:] == [
        ['TV 32" x', 'sanoi hei" ja"', "3"]
    ]


def test_mixed_line_ends(table):
    opened = table("Nimi;Puhelin\r\nAho;1\nBerg;2\rCarl;3\r\n")
    assert list(opened.rows()) == [(2, ["Aho", "1"]), (3, ["Berg", "2"]), (4, ["Carl", "3"])]


def test_an_endless_line(table, cells, monkeypatch):
    monkeypatch.setattr(delimited, "MAX_LINE", 1000)
    with pytest.raises(UserError, match="from line 4 on"):
        cells(table(text() + "x" * 2000))


@pytest.mark.parametrize("content", [b"<html><table>", "\ufeff<?xml version='1.0'?><Workbook>".encode()])
def test_a_web_page_called_a_spreadsheet(table, content):
    with pytest.raises(UserError, match="is a web page or XML"):
        table(content, "file.xls")


def test_a_file_that_changes_while_it_is_read(table, cells):
    opened = table(text() + "Aho;1;2\r\n" * 5)
    assert len(cells(opened)) == 7
    rows = opened.rows()
    next(rows)
    with opened.path.open("ab") as file:
        file.write(b"Berg;1;2\r\n")
    with pytest.raises(UserError, match="was changed while it was read"):
        list(rows)
    assert len(cells(open_table(opened.path))) == 8


def test_a_file_that_goes_away(table, cells):
    opened = table(text())
    opened.path.unlink()
    with pytest.raises(UserError, match="There is no file"):
        cells(opened)
