import datetime as dt
import io
import zipfile

import pytest
import xlsxwriter
from books import archive, compound, ods, ods_cell, ods_row, xls

from cxdesk.domain.errors import UserError

ROWS = [["Nimi", "Puhelin", "Kaupunki"], ["Mäkelä", "040 123", "Oulu"], ["Öhman", "050 765", "Åbo"]]

MANY = ods_row(*"x" * 100).replace(
    "<table:table-row", '<table:table-row table:number-rows-repeated="1048575"'
)
VALUES = [
    *("Päivä", "Hetki", "Kello", "Kesto", "Hinta", "Määrä", "Summa", "Iso", "Pieni"),
    *("On", "Ei", "Virhe", "Teksti", "Koodi"),
]


def xlsx(write):
    """The bytes of a workbook into which `write` has written."""
    file = io.BytesIO()
    with xlsxwriter.Workbook(file, {"in_memory": True}) as book:
        write(book)
    return file.getvalue()


def of_rows(rows, name="Taul1"):
    def write(book):
        sheet = book.add_worksheet(name)
        for number, row in enumerate(rows):
            sheet.write_row(number, 0, row)

    return xlsx(write)


@pytest.mark.parametrize("content", [of_rows(ROWS), xls(ROWS), ods("".join(ods_row(*row) for row in ROWS))])
@pytest.mark.parametrize("name", ["file.xlsx", "file.csv", "file.xls", "file"])
def test_the_content_decides(table, cells, content, name):
    opened = table(content, name)
    assert [opened.header, *cells(opened)] == ROWS
    assert (opened.encoding, opened.delimiter) == ("", "")
    assert opened.sheets == (opened.sheet,)
    assert [line for line, _cells in opened.rows()] == [2, 3]


def test_a_text_called_a_spreadsheet(table, cells):
    opened = table("Nimi;Puhelin\r\nAho;1\r\n", "file.xlsx")
    assert (opened.delimiter, cells(opened)) == (";", [["Aho", "1"]])


def test_values(table, cells):
    def write(book):
        sheet = book.add_worksheet()
        day, moment, clock, long = (
            book.add_format({"num_format": form})
            for form in ("d.m.yyyy", "d.m.yyyy hh:mm", "hh:mm", "[h]:mm")
        )
        sheet.write_row(0, 0, VALUES)
        sheet.write_datetime(1, 0, dt.datetime(2026, 3, 7), day)  # noqa: DTZ001
        sheet.write_datetime(1, 1, dt.datetime(2026, 3, 7, 14, 5), moment)  # noqa: DTZ001
        sheet.write_number(1, 2, 0.5, clock)
        sheet.write_number(1, 3, 1.5, long)
        sheet.write_row(1, 4, [12.5, 3, 0.1 + 0.2, 1e20, 1.5e-7, True, False])
        sheet.write_formula(1, 11, "=NA()", None, "#N/A")
        sheet.write_string(1, 12, "'=1+1")
        sheet.write_string(1, 13, "00123")

    opened = table(xlsx(write))
    assert cells(opened) == [
        [
            *(
                "2026-03-07",
                "2026-03-07 14:05:00",
                "12:00:00",
                "36:00:00",
                "12.5",
                "3",
                "0.3",
                "1" + "0" * 20,
            ),
            *("0.00000015", "true", "false", "", "=1+1", "00123"),
        ]
    ]


def test_a_moment_just_before_midnight_is_that_midnight(table, cells):
    def write(book):
        sheet = book.add_worksheet()
        sheet.write_row(0, 0, ["Hetki", "Nimi"])
        sheet.write_number(1, 0, 46087.999999, book.add_format({"num_format": "d.m.yyyy hh:mm:ss"}))
        sheet.write_string(1, 1, "x")

    assert cells(table(xlsx(write))) == [
        ["2026-03-07", "x"]
    ]  # 46088 is 7.3.2026; a millionth of a day is 0.09 s


def test_titles_totals_and_empty_rows(table, cells):
    above = [["Kielo Kukka Oy"], ["Raportti 1.3.2026–31.3.2026"], []]
    opened = table(of_rows([*above, *ROWS, [], ["", "Yhteensä", 2]]))
    assert [opened.header, *cells(opened)] == ROWS
    assert [line for line, _cells in opened.rows()] == [5, 6]


def test_the_sheet_with_most_rows_unless_chosen(table, cells):
    def write(book):
        for name, rows in (("Ohje", [["Lue", "tämä"]]), ("Asiakkaat", ROWS), ("Piilossa", ROWS * 9)):
            sheet = book.add_worksheet(name)
            for number, row in enumerate(rows):
                sheet.write_row(number, 0, row)
        sheet.hide()

    opened = table(xlsx(write))
    assert (opened.sheet, opened.sheets) == ("Asiakkaat", ("Ohje", "Asiakkaat", "Piilossa"))
    assert cells(table(xlsx(write), sheet="Ohje")) == []
    with pytest.raises(UserError, match="has no sheet “Muu”"):
        table(xlsx(write), sheet="Muu")


def test_a_cell_merged_over_rows_holds_in_each(table, cells):
    def write(book):
        sheet = book.add_worksheet()
        sheet.merge_range(0, 1, 0, 3, "Myynti")
        sheet.write_row(1, 1, ["Nimi", "Tuote", "Kpl"])
        sheet.merge_range(2, 1, 3, 1, "Mäkelä")
        sheet.write_row(2, 2, ["Ruusu", 1])
        sheet.write_row(3, 2, ["Pioni", 2])
        sheet.write_row(4, 1, ["Öhman", "Lilja", 3])

    opened = table(xlsx(write))
    assert opened.header == ["Nimi", "Tuote", "Kpl"]
    assert cells(opened) == [["Mäkelä", "Ruusu", "1"], ["Mäkelä", "Pioni", "2"], ["Öhman", "Lilja", "3"]]


def test_repeated_cells_of_ods(table, cells):
    two = ods_cell("x").replace("<table:table-cell", '<table:table-cell table:number-columns-repeated="2"')
    empty = ods_row("").replace("<table:table-row", '<table:table-row table:number-rows-repeated="1048570"')
    first = f"<table:table-row>{ods_cell('A')}{two}</table:table-row>"
    opened = table(ods(ods_row("Nimi", "Puh", "Posti") + first + empty))
    assert cells(opened) == [["A", "x", "x"]]


@pytest.mark.parametrize(
    ("content", "told"),
    [
        (of_rows(ROWS)[:-100], "is damaged"),
        (of_rows(ROWS)[:2000], "is damaged"),
        (archive({"word/document.xml": "<w/>"}), "cannot be opened as a spreadsheet"),
        (b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1" + bytes(3000), "cannot be opened as a spreadsheet"),
        (compound("EncryptedPackage", bytes(5000)), "is protected by a password"),
        (ods(ods_row("Nimi", "Puhelin") + "<table:table-row>"), "is damaged"),
        (of_rows([[]]), "no row of column names"),
        (of_rows([[1, 2, 3], [4, 5, 6]]), "no row of column names"),
        (ods(MANY), "cannot be opened as a spreadsheet"),
    ],
)
@pytest.mark.timeout(20)
def test_what_is_no_table_is_said(table, content, told):
    with pytest.raises(UserError) as caught:
        table(content, "file.xlsx")
    assert told in str(caught.value)


def test_a_bomb_is_not_unpacked(table):
    with pytest.raises(UserError, match="too large when unpacked"):
        table(archive({"xl/workbook.xml": bytes(50_000_000)}))


def test_a_bomb_that_lies_about_its_size_is_not_unpacked(table):
    content = bytearray(archive({"xl/workbook.xml": bytes(50_000_000)}))
    size = (50_000_000).to_bytes(4, "little")
    while (place := content.find(size)) >= 0:
        content[place : place + 4] = (100).to_bytes(4, "little")
    with zipfile.ZipFile(io.BytesIO(content)) as packed:
        assert packed.infolist()[0].file_size == 100
    with pytest.raises(UserError, match="too large when unpacked"):
        table(bytes(content))


def test_a_cell_far_from_the_others_does_not_take_all_memory(table):
    def write(book):
        sheet = book.add_worksheet()
        sheet.write_row(0, 0, ROWS[0])
        sheet.write(1_048_575, 16_383, "x")

    with pytest.raises(UserError, match="far away"):
        table(xlsx(write))


def test_a_file_that_changes_while_it_is_read(table):
    opened = table(of_rows(ROWS), "file.xlsx")
    rows = opened.rows()
    assert next(rows)[0] == 2
    opened.path.write_bytes(of_rows([*ROWS, ["Aho", "1", "2"]]))
    with pytest.raises(UserError, match="was changed while it was read"):
        list(rows)
