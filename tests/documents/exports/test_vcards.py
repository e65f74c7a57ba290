"""Contacts, read back by vobject."""

import pytest
import vobject
from hypothesis import given
from hypothesis import strategies as st

from cxdesk.documents.exports import vcards
from cxdesk.domain.customer import Birthday, ContactKind, ContactPoint, Customer

KAISA = Customer(
    7, "Kaisa", "Åström; née Öhman, \\", "fi", Birthday(23, 11, 1976), street="Katu 1, C 5", postcode="00100",
    town="Helsinki", country="FI", note="Secret", external_id="K-7",
    contacts=(
        ContactPoint(ContactKind.PHONE, "040 1234567"), ContactPoint(ContactKind.PHONE, "09 123"),
        ContactPoint(ContactKind.EMAIL, "kaisa@example.fi"), ContactPoint(ContactKind.CARD, "6401"),
    ),
)  # fmt: skip


def read(path):
    return list(vobject.readComponents(path.read_bytes().decode("utf-8")))


def test_a_card_is_read_by_another_program(tmp_path):
    path = tmp_path / "x.vcf"
    assert vcards.write(path, [KAISA], "fi") == 1
    (card,) = read(path)
    assert card.version.value == "3.0"
    assert (card.n.value.given, card.n.value.family) == ("Kaisa", "Åström; née Öhman, \\")
    assert card.fn.value == "Kaisa Åström; née Öhman, \\"
    assert [tel.value for tel in card.tel_list] == ["040 1234567", "09 123"]
    assert card.email.value == "kaisa@example.fi"
    address = card.adr.value
    assert (address.street, address.code, address.city, address.country) == (
        "Katu 1, C 5",
        "00100",
        "Helsinki",
        "Suomi",
    )
    assert card.bday.value == "1976-11-23"
    assert b"Secret" not in path.read_bytes()
    assert b"6401" not in path.read_bytes()


def test_a_birthday_without_a_year_and_a_customer_known_by_number(tmp_path):
    path = tmp_path / "x.vcf"
    vcards.write(path, [Customer(1, external_id="T-2", birthday=Birthday(29, 2))], "en")
    (card,) = read(path)
    assert card.bday.value == "1604-02-29"
    assert card.bday.params == {"X-APPLE-OMIT-YEAR": ["1604"]}
    assert (card.fn.value, card.n.value.family) == ("T-2", "T-2")
    assert not hasattr(card, "adr")


@pytest.mark.parametrize("length", range(60, 90))
def test_long_lines_are_folded_between_letters(tmp_path, length):
    path, name = tmp_path / "x.vcf", "ä" * length + "😀" * 40
    vcards.write(path, [Customer(1, name)], "fi")
    lines = path.read_bytes().split(b"\r\n")
    assert max(map(len, lines)) <= 75
    assert all(line.decode() or True for line in lines)
    assert read(path)[0].fn.value == name


@given(st.text(st.characters(exclude_categories=["Cs", "Cc", "Zl", "Zp"]), min_size=1).filter(str.strip))
def test_every_name_comes_back(tmp_path_factory, name):
    path = tmp_path_factory.getbasetemp() / "any.vcf"
    vcards.write(path, [Customer(1, name, "Last"), Customer(2, "Next")], "en")
    first, second = read(path)
    assert (first.n.value.given, first.n.value.family) == (name, "Last")
    assert second.fn.value == "Next"
