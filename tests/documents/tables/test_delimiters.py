import pytest

from cxdesk.documents.tables.delimiters import found_delimiter


@pytest.mark.parametrize("delimiter", [",", ";", "\t", "|"])
def test_what_stands_between_quotes_decides(delimiter):
    line = delimiter.join(['"Nimi, suku; ""x"""', '"Puh|elin"', '"Ka\r\nu\tpunki"'])
    assert found_delimiter(f"{line}\r\n1,2;3,4;5,6\r\n") == delimiter
    assert found_delimiter(f'\ufeff"Otsikko, x;y"\r\n\r\n{line}') == delimiter


def test_a_single_column():
    assert found_delimiter('"Nimi"\n"Aho"\n') == ","


def test_mixed_quotes_are_weighed():
    assert found_delimiter('"Nimi";Puhelin;Summa\nAho;1;12,50\nBerg;2;13,50\n') == ";"


@pytest.mark.timeout(10)
@pytest.mark.parametrize("sample", ['"' + "a" * 200_000, '"a""' * 50_000, '"a",' * 50_000 + "b"])
def test_long_lines_are_decided_at_once(sample):
    assert found_delimiter(sample)
