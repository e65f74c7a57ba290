import pytest

from cxdesk.domain.errors import UserError

SURVEY = (
    "Respondent ID,Email,How likely?,What did you buy?,,,Comments\n"
    ",,Response,Flowers,Gifts,Other,Open-Ended Response\n"
)


def test_two_rows_of_names(table, cells):
    opened = table(SURVEY + "1,a@x.fi,9,Flowers,,,Kiva\n2,,4,,Gifts,ribbon,\n")
    bought = "What did you buy?"
    assert opened.header == (
        [
            "Respondent ID",
            "Email",
            "How likely?",
            f"{bought}: Flowers",
            f"{bought}: Gifts",
            f"{bought}: Other",
            "Comments",
        ]
    )
    assert cells(opened) == [
        ["1", "a@x.fi", "9", "Flowers", "", "", "Kiva"],
        ["2", "", "4", "", "Gifts", "ribbon", ""],
    ]
    assert [line for line, _cells in opened.rows()] == [3, 4]


def test_groups_above_the_names(table, cells):
    opened = table(
        "Nro;Yhteystiedot;;Ostot;\n;Puhelin;Kaupunki;Kpl;Summa\n1;040;Oulu;2;3,5\n2;050;Espoo;1;2,0\n"
    )
    assert opened.header == [
        "Nro",
        "Yhteystiedot: Puhelin",
        "Yhteystiedot: Kaupunki",
        "Ostot: Kpl",
        "Ostot: Summa",
    ]
    assert cells(opened)[0] == ["1", "040", "Oulu", "2", "3,5"]


@pytest.mark.parametrize(
    "first",
    [";Virtanen;040 123\n", ";Virtanen;\n", "Matti;;\n", "Matti;Virtanen;Oulu\n", ";;response time\n"],
)
def test_a_first_row_with_gaps_is_no_second_row_of_names(table, cells, first):
    opened = table("Etunimi;Sukunimi;Huom\n" + first + "Kai;Aho;x\nLiisa;Berg;y\n")
    assert opened.header == ["Etunimi", "Sukunimi", "Huom"]
    assert cells(opened)[0] == first.strip("\n").split(";")


def test_names_are_made_unique(table):
    opened = table("Nimi;Puhelin;;nimi; Nimi ;Nimi 2\nA;1;x;B;C;D\nE;2;y;F;G;H\n")
    assert opened.header == ["Nimi", "Puhelin", "Column 3", "nimi 2", "Nimi 3", "Nimi 2 2"]


def test_columns_with_neither_name_nor_cells_are_left_out(table, cells):
    opened = table("Nimi;Puhelin;;;\nAho;1;;;\nBerg;2;;;\n")
    assert (opened.header, cells(opened)) == (["Nimi", "Puhelin"], [["Aho", "1"], ["Berg", "2"]])


def test_the_header_of_a_joined_file_is_no_row(table, cells):
    part = "\ufeffNimi;Puhelin\r\n"
    opened = table(f'{part}Aho;1\r\n{part}"Berg";2\r\n\ufeff"Nimi";"Puhelin"\r\nCarl;3\r\n')
    assert cells(opened) == [["Aho", "1"], ["Berg", "2"], ["Carl", "3"]]


def test_no_names(table):
    with pytest.raises(UserError, match="no row of column names"):
        table("1.3.2026;12,50\n2.3.2026;13,50\n")


def test_titles_above_rows_with_many_gaps(table):
    titles = "Asiakkaat;;;;;\nPäivitetty;2026-03-07;;;;\n\n"
    head = "Nimi;Yritys;Puhelin;Sähköposti;Pisteet;Huom\n"
    rows = "Aho;;;;5;\nBerg;;;b@x.fi;;\nCarl;;1;;;\n"
    opened = table(titles + head + rows)
    assert opened.header == head.strip().split(";")
    assert [line for line, _cells in opened.rows()] == [5, 6, 7]


def test_a_row_with_cells_too_many_does_not_hide_the_header(table):
    assert table("Nimi;Puhelin\nAho;1\nBerg;2;x;y;z;1;2;3\nCarl;3\n").header == ["Nimi", "Puhelin"]
