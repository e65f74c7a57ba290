"""Arabic words as a schoolbook joins them; each expected form is read off Unicode's chart by hand."""

import pytest
from hypothesis import given
from hypothesis import strategies as st
from pdf import texts

from cxdesk.documents import fonts
from cxdesk.documents.arabic import joined
from cxdesk.documents.stationery import write_labels
from cxdesk.domain.letter import Recipient


@pytest.mark.parametrize(
    ("written", "forms"),
    [
        ("Kaisa", "Kaisa"),
        ("محمد", "\ufee3\ufea4\ufee4\ufeaa"),
        ("علي", "\ufecb\ufee0\ufef2"),
        ("دار", "\ufea9\ufe8d\ufead"),
        ("سلام", "\ufeb3\ufefc\ufee1"),
        ("لأ", "\ufef7"),
        ("مُحَ", "\ufee3\u064f\ufea2\u064e"),
        ("گل", "\ufb94\ufede"),
        ("بـ", "\ufe91ـ"),
        ("Ali علي 12", "Ali \ufecb\ufee0\ufef2 12"),
    ],
)
def test_letters_join_as_they_are_written(written, forms):
    assert joined(written) == forms


@given(st.text("ابلمنءآ ُـ-a1", max_size=20))
def test_joining_is_undone_by_taking_the_forms_apart(written):
    from unicodedata import normalize

    assert normalize("NFKC", joined(written)) == normalize("NFKC", written)


@pytest.mark.parametrize(
    ("name", "can"),
    [
        ("محمد علي", True),
        ("رضا پهلوان", True),
        ("شبنم ہاشمی", False),
        ("ځاځی", False),
        ("مُحَمَّد", False),
        ("日本", False),
    ],
)
def test_who_can_be_printed(name, can):
    assert fonts.printable(name) is can


def test_a_name_is_read_back_from_a_label(tmp_path):
    from unicodedata import normalize

    write_labels([Recipient(("محمد علي",), ("Harjukatu 1", "15100 LAHTI"))], "L7163", tmp_path / "a.pdf")
    (said,) = texts(tmp_path / "a.pdf")
    assert "محمد علي" in normalize("NFKC", said)
    assert fonts.REPLACEMENT not in said
