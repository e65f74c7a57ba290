import pytest

from cxdesk.documents.tables import open_table

A = (
    "A;00001;Yritys Oy;Lyhyt;1234567-8;FI12345678;Laskutus Oy;Tie 5;00810;Helsinki;FI;;;;;;;;;;EUR"
    ";Aki Aho;aki@example.com;0932324444"
)
L = (
    "L;10;00001;Muu nimi;Lasku;;Katu 1;00100;Espoo;FI;Veikko Myyjä;;;;;;;12345;;Vesa;INV01;3;EUR;;Selite"
    ";2026-10-02;2026-10-01;2026-10-31;2026-11-01;3001;6001"
)
R = "R;10;2001;Tuntityö;7,5;10,6776;N;h;ALV-255;25,5;5;Nettolasku;3000;126;101;127"
CREDIT = "R;10;2002;Hiiri;-2;122;B;kpl;ALV-255;25,5;;Hyvitys"


def named(opened):
    return [dict(zip(opened.header, cells, strict=True)) for _line, cells in opened.rows()]


@pytest.mark.parametrize(
    ("encoding", "told"),
    [("iso-8859-15", "cp1252"), ("cp1252", "cp1252"), ("utf-8", "utf-8"), ("utf-8-sig", "utf-8-sig")],
)
def test_a_row_has_its_invoice_and_customer_beside_it(table, encoding, told):
    opened = table(f"{A}\r\n{L}\r\n{R}\r\n{CREDIT}\r\n".encode(encoding))
    assert (opened.encoding, opened.delimiter) == (told, ";")
    first, second = named(opened)
    assert {
        name: first[name]
        for name in ("Customer number", "Customer name", "E-mail", "Phone", "Contact person")
    } == {
        "Customer number": "00001",
        "Customer name": "Yritys Oy",
        "E-mail": "aki@example.com",
        "Phone": "0932324444",
        "Contact person": "Aki Aho",
    }
    assert [first[name] for name in ("Street", "Postcode", "City", "Country")] == [
        "Tie 5",
        "00810",
        "Helsinki",
        "FI",
    ]
    assert [first[name] for name in ("Invoice number", "Invoice date", "Row number")] == [
        "3001",
        "2026-10-31",
        "1",
    ]
    assert [
        first[name] for name in ("Product code", "Product name", "Quantity", "Unit price", "Price type (N/B)")
    ] == (["2001", "Tuntityö", "7,5", "10,6776", "N"])
    assert [first[name] for name in ("Unit", "VAT code", "VAT %", "Text", "?")] == [
        "h",
        "ALV-255",
        "25,5",
        "Nettolasku",
        "",
    ]
    assert [second[name] for name in ("Row number", "Quantity", "Price type (N/B)", "Text")] == [
        "2",
        "-2",
        "B",
        "Hyvitys",
    ]
    assert [line for line, _cells in opened.rows()] == [3, 4]


def test_an_invoice_not_sent_yet_and_a_customer_unknown(table):
    waiting = "L;11;00009;Uusi;;;Katu 1;00100;Espoo;FI;;;;;;;;;;;INV02;;;;;2026-10-03;;;2026-12-12;;"
    (row,) = named(table(f"{waiting}\n{R.replace(';10;', ';11;', 1)}\n"))
    assert [row[name] for name in ("Customer number", "Customer name", "Street", "City")] == [
        "00009",
        "Uusi",
        "Katu 1",
        "Espoo",
    ]
    assert [row[name] for name in ("Invoice number", "Invoice date")] == ["11", "2026-10-03"]


def test_a_row_without_its_invoice_is_told(table):
    (row,) = named(table(f"{A}\n{R}\n"))
    assert row.pop("?").startswith("R;10;2001;Tuntityö")
    assert not any(row.values())


def test_other_tables_are_not_taken_for_records(table):
    assert table("A;B;C\nx;1;2\ny;3;4\n").header == ["A", "B", "C"]
    assert table("R;G;B\nR;yksi;x\nL;kaksi;y\n").header == ["R", "G", "B"]


def test_one_line_alone_is_a_header(tmp_path):
    path = tmp_path / "header.csv"
    path.write_text('"A";"AA"\n', encoding="utf-8")
    assert open_table(path).header == ["A", "AA"]
