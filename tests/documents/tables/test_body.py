import pytest

from cxdesk.documents.tables.body import CLEAR, TOTALS, freed

HEAD = "Päivä;Kuitti;Nimi;Summa;Huom\r\n"
ROWS = "1.3.2026;1001;Aho;12,50;\r\n2.3.2026;1002;Berg;1,00;x\r\n"


@pytest.mark.parametrize(
    "total",
    [
        "Yhteensä;;;13,50;",
        ";;Yhteensä:;13,50 €;",
        "31.3.2026;;Yhteensä;13,50;",
        "Jami;;;125 000 so'm;",
        "Total: 2;;;EUR 13.50;-",
        ";Grand total;2 kuittia;13,50;",
        "Yhteensä: 5 asiakasta;;;155,25;",
        "Kaikki yhteensä;;;155,25;",
        "Yhteensä 1.3.2026–31.3.2026;;;;",
    ],
)
def test_totals_are_left_out(table, cells, total):
    assert len(cells(table(f"{HEAD}{ROWS}\r\n{total}\r\n"))) == 2
    assert len(cells(table(f"{HEAD}{total}\r\n{ROWS}"))) == 2


@pytest.mark.parametrize(
    "row",
    [
        "Jami;;;;puh. 040 123 4567",
        "Jami;;0401234567;;",
        "Jami;;+358401234567;;",
        "Jami;Karimov;;;",
        "Total;;total@example.com;;",
        ";1003;Total;2,00;",
        "Summa Oy;;;;",
        "3.3.2026;1003;Yhteensä hyvä;2,00;",
    ],
)
def test_what_only_looks_like_a_total_stays(table, cells, row):
    assert cells(table(f"{HEAD}{ROWS}{row}\r\n"))[2:] == [row.split(";")]


def test_a_remark_below_the_totals_is_left_out(table, cells):
    below = "Yhteensä;;;13,50;\r\n\r\nTulostettu 1.4.2026;;;;\r\nSivu 1\r\n"
    assert len(cells(table(HEAD + ROWS + below))) == 2
    assert cells(table(HEAD + below + ROWS + "Tulostettu 1.4.2026;;;;"))[2] == [
        "Tulostettu 1.4.2026",
        "",
        "",
        "",
        "",
    ]


def test_words_of_totals_are_in_small_letters():
    assert {word.casefold() for word in TOTALS} == TOTALS
    assert CLEAR < TOTALS


@pytest.mark.parametrize(
    ("cell", "text"),
    [
        ("'=1+1", "=1+1"),
        ("'+358", "+358"),
        ("'-5", "-5"),
        ("'@x", "@x"),
        ("'00123", "00123"),
        ("''s", "'s"),
        ("'\tx", "\tx"),
        ("'\rx", "\rx"),
        ("'s-Hertogenbosch", "'s-Hertogenbosch"),
        ("O'5", "O'5"),
        ("'a '5", "'a '5"),
        ("'", "'"),
        ("a\0b", "ab"),
    ],
)
def test_the_apostrophe_that_protects(cell, text):
    assert freed(["x", cell, "y"]) == ["x", text, "y"]
    assert freed([cell]) == [text]
