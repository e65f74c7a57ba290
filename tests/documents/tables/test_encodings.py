import pytest

HEAD = "Nimi;Lähiosoite;Summa\r\n"
SAME = {"cp1252", "iso-8859-15"}  # either reads it right


@pytest.mark.parametrize(
    ("rows", "written", "told"),
    [
        ("Šeškin;Žukovintie 1;10,00\r\n", "iso-8859-15", "iso-8859-15"),
        ("Saša;Mäkitie 1;12,50 €\r\n", "iso-8859-15", "iso-8859-15"),
        ("Žiga;Mäkitie 1;12\r\n", "iso-8859-15", "iso-8859-15"),
        ("Šeškin;Žukovintie 1;12,50 €\r\n", "cp1252", "cp1252"),
        ("O´Brien;so´m ´hyvä´;½\r\n", "cp1252", "cp1252"),
        ("Mäkelä;“hyvä” – hei…;¾ ¼ ½\r\n", "cp1252", "cp1252"),
        ("Mäkelä;Jyväskylä;1\r\n", "cp850", "cp850"),
        ("Mäkelä;Jyväskylä;1\r\n", "mac_roman", "mac_roman"),
        ("Öhman Åsa;Säynätsalo;1\r\n", "utf-16-le", "utf-16-le"),
        ("Öhman Åsa;Säynätsalo;1\r\n", "utf-16-be", "utf-16-be"),
    ],
)
def test_what_the_signs_tell(table, cells, rows, written, told):
    opened = table((HEAD + rows).encode(written))
    assert opened.encoding == told
    assert opened.header == HEAD.strip().split(";")
    assert cells(opened) == [rows.strip().split(";")]


def test_utf8_with_damage(table, cells):
    opened = table((HEAD + "Mäkelä;Jyväskylä;1\r\n").encode() + b"Virt\xe4nen;M\xc3kitie;2\r\n")
    assert opened.encoding == "utf-8"
    assert cells(opened) == [["Mäkelä", "Jyväskylä", "1"], ["Virt\ufffdnen", "M\ufffdkitie", "2"]]


def test_cyrillic_in_utf16_without_a_mark(table, cells):
    opened = table(
        "Ism;Telefon;Shahar\r\nГулнора;998901234567;Тошкент\r\n".encode("utf-16-le"), encoding="utf-16-le"
    )
    assert cells(opened) == [["Гулнора", "998901234567", "Тошкент"]]


@pytest.mark.parametrize("zeros", [b"\0", b"\0\0"])
def test_a_few_nul_bytes_are_left_out(table, cells, zeros):
    opened = table(
        b"Nimi;Puhelin\r\nAho" + zeros + b";040 123\r\n'\0Berg;050 123 4567\r\nCarl;0401234567\r\n"
    )
    assert cells(opened) == [["Aho", "040 123"], ["Berg", "050 123 4567"], ["Carl", "0401234567"]]
