import pytest
from hypothesis import given
from hypothesis import strategies as st

from cxdesk.documents.tables import open_table
from cxdesk.documents.tables.vcards import MAX_CARD

WHOLE = "BEGIN:VCARD\r\nVERSION:3.0\r\nN:Aho;Kai;;;\r\nFN:Kai Aho\r\nEND:VCARD\r\n"
TYPED = st.text(st.characters(exclude_categories=["Cc", "Cs"]), max_size=12)


def filled(opened):
    """For each card its line and the cells that are not empty, by column."""
    return [
        (line, {name: cell for name, cell in zip(opened.header, cells, strict=True) if cell})
        for line, cells in opened.rows()
    ]


def card(*lines, version="3.0", end="\r\n"):
    return end.join(["BEGIN:VCARD", f"VERSION:{version}", *lines, "END:VCARD", ""])


def test_every_property(table):
    lines = [
        "N:Mäkelä;Päivi;Anna,Maria;Dr.;",
        "FN:Päivi Mäkelä",
        "NICKNAME:Pipsa",
        "ORG:Kahvila Ö;Keittiö",
        "TITLE:Emäntä",
        "item1.EMAIL;type=INTERNET;type=pref:a@example.com",
        "EMAIL:b@example.com",
        "TEL;type=CELL:+358 40 123 4567",
        "ADR;type=HOME:;;Kauppakatu 3 A 5;Jyväskylä;;40100;Suomi",
        "ADR;type=WORK:;;Tie 1;Oulu;;;",
        "BDAY:1978-05-09",
        "item2.X-ABDATE;type=pref:2010-06-01",
        "item2.X-ABLabel:_$!<Anniversary>!$_",
        "NOTE:Pitää pioneista\\, ei liljoista.\\nSoita klo 10 jälke",
        " en.",
        "CATEGORIES:kanta-asiakas,VIP\\, iso",
        "LANG:fi",
        "UID:urn:uuid:1",
        "X-UNKNOWN;a=b:c",
    ]
    assert filled(table(card(*lines), "file.txt")) == [
        (
            1,
            {
                "N.family": "Mäkelä",
                "N.given": "Päivi",
                "N.additional": "Anna Maria",
                "N.prefix": "Dr.",
                "FN": "Päivi Mäkelä",
                "NICKNAME": "Pipsa",
                "ORG": "Kahvila Ö, Keittiö",
                "TITLE": "Emäntä",
                "EMAIL": "a@example.com ::: b@example.com",
                "TEL": "+358 40 123 4567",
                "ADR.street": "Kauppakatu 3 A 5 ::: Tie 1",
                "ADR.postcode": "40100 ::: ",
                "ADR.city": "Jyväskylä ::: Oulu",
                "ADR.country": "Suomi ::: ",
                "BDAY": "1978-05-09",
                "ANNIVERSARY": "2010-06-01",
                "NOTE": "Pitää pioneista, ei liljoista.\nSoita klo 10 jälkeen.",
                "CATEGORIES": "kanta-asiakas ::: VIP, iso",
                "LANG": "fi",
                "UID": "urn:uuid:1",
            },
        )
    ]


@pytest.mark.parametrize(
    ("line", "told"),
    [
        ("BDAY:19780509", "1978-05-09"),
        ("BDAY:1978-05-09T00:00:00Z", "1978-05-09"),
        ("BDAY:--0307", "--03-07"),
        ("BDAY:--03-07", "--03-07"),
        ("BDAY;X-APPLE-OMIT-YEAR=1604:1604-03-21", "--03-21"),
        ("BDAY;VALUE=text:kesällä", "kesällä"),
    ],
)
def test_birthdays(table, line, told):
    assert filled(table(card("FN:x", line)))[0][1]["BDAY"] == told


def test_version_4(table):
    lines = [
        'TEL;VALUE=uri;TYPE="voice,cell":tel:+358-40-123-4567;ext=5',
        "EMAIL;PREF=1:mailto:a@example.com",
        "FN:x",
        "ANNIVERSARY:20100601",
    ]
    assert filled(table(card(*lines, version="4.0")))[0][1] == {
        "TEL": "+358-40-123-4567",
        "EMAIL": "a@example.com",
        "FN": "x",
        "ANNIVERSARY": "2010-06-01",
    }


def test_version_2_with_quoted_printable_and_a_picture(table):
    lines = [
        "N;CHARSET=UTF-8;ENCODING=QUOTED-PRINTABLE:M=C3=A4kel=C3=A4;P=C3=A4ivi;;;",
        "NOTE;ENCODING=QUOTED-PRINTABLE;CHARSET=ISO-8859-1:hyv=E4=0D=0A=",
        "asiakas",
        "PHOTO;ENCODING=BASE64;TYPE=JPEG:/9j/4AAQSkZJRgABAQAAAQABAAD/",
        "AAAAAAAAAAAAAAAAAAAAAA=",
        "",
        "TEL;CELL;PREF:040 123",
    ]
    opened = table(card(*lines, version="2.1") + WHOLE)
    told = {"N.family": "Mäkelä", "N.given": "Päivi", "NOTE": "hyvä\nasiakas", "TEL": "040 123"}
    assert filled(opened) == [(1, told), (11, {"N.family": "Aho", "N.given": "Kai", "FN": "Kai Aho"})]


@pytest.mark.parametrize("encoding", ["utf-8", "utf-8-sig", "utf-16", "cp1252"])
@pytest.mark.parametrize("end", ["\r\n", "\n", "\r"])
def test_encodings_and_line_ends(table, encoding, end):
    content = card("N:Öhman;Åsa;;;", "FN:Åsa Öhman", end=end).encode(encoding)
    assert filled(table(content)) == [(1, {"N.family": "Öhman", "N.given": "Åsa", "FN": "Åsa Öhman"})]


@pytest.mark.parametrize(
    "broken",
    [
        "BEGIN:VCARD\r\nVERSION:3.0\r\nFN:Katkennut",
        "BEGIN:VCARD\r\nVERSION:3.0\r\nFN:Rikki\r\nei mitään järkeä\r\nEND:VCARD",
        "BEGIN:VCARD\r\nVERSION:2.1\r\nN;CHARSET=nonsense;ENCODING=QUOTED-PRINTABLE:=E4\r\nEND:VCARD",
        "BEGIN:VCARD\r\nVERSION:3.0\r\nNOTE:" + "x" * (MAX_CARD + 1),
    ],
)
def test_a_broken_card_does_not_lose_the_others(table, broken):
    aho = {"N.family": "Aho", "N.given": "Kai", "FN": "Kai Aho"}
    rows = [told for _line, told in filled(table(f"{WHOLE}{broken}\r\n{WHOLE}"))]
    assert rows == [aho, {"?": broken.replace("\r\n", "\n")}, aho]
    assert [told for _line, told in filled(table(f"{WHOLE}{broken}"))][1:] == [
        {"?": broken.replace("\r\n", "\n")}
    ]


@given(
    st.lists(
        TYPED | st.sampled_from(["PHOTO:", "N:;;", "ADR:a", "BDAY:", "TEL", "END:VCARD"]),
        max_size=6,
    )
)
def test_any_nonsense_leaves_the_next_card_whole(tmp_path_factory, lines):
    path = tmp_path_factory.mktemp("any") / "file.vcf"
    path.write_bytes(
        (WHOLE + "\r\n".join(["BEGIN:VCARD", *lines]) + "\r\n" + WHOLE).encode("utf-8", "replace")
    )
    rows = [cells for _line, cells in open_table(path, encoding="utf-8").rows()]
    assert rows[0] == rows[-1]
    assert len(rows) == 3
