"""The words of an import: everything that can come up has some, and questions are spelt out."""

import pytest

from cxdesk.domain.duplicates import Field
from cxdesk.domain.imports import Question
from cxdesk.domain.profiles import ALL_FIELDS, Subject
from cxdesk.domain.purchase import PurchaseKind
from cxdesk.domain.reconciliation import Comparison, Item, Reason
from cxdesk.language import imports as words
from cxdesk.language.language import Language

EN, FI = Language("en"), Language("fi")


def test_everything_has_words():
    assert set(words.FIELDS) == {*ALL_FIELDS, words.REST}
    assert set(words.SUBJECTS) == set(Subject)
    assert (set(words.ITEMS), set(words.REASONS)) == (set(Item), set(Reason))
    assert set(words.KINDS) == set(PurchaseKind)


@pytest.mark.parametrize("code", ["fi", "en", "uz"])
def test_no_two_fields_of_a_list_are_called_the_same(code):
    language = Language(code)
    names = [words.field(language, name) for name in words.FIELDS]
    assert len(set(names)) == len(names)


@pytest.mark.parametrize(
    ("field", "example", "ways", "text", "said"),
    [
        (
            "moment",
            "10/05/2026",
            ("dmy", "mdy"),
            "Which day is “10/05/2026”?",
            ["10 May 2026", "5 October 2026"],
        ),
        (
            "birthday",
            "03/04/1976",
            ("dmy", "mdy"),
            "Which day is “03/04/1976”?",
            ["3 April 1976", "4 March 1976"],
        ),
        ("amount", "1.234", (",", "."), "How much is “1.234”?", ["1,234", "1.234"]),
        ("amount", "1,234", (",", "."), "How much is “1,234”?", ["1.234", "1,234"]),
        (
            "name",
            "Aada Kaisa",
            ("first last", "last first"),
            "Which is the last name in “Aada Kaisa”?",
            ["Kaisa", "Aada"],
        ),
        (
            "consent",
            "x",
            ("letter", "none"),
            "What does “x” in this column permit?",
            ["Letters and cards", "Nothing"],
        ),
        ("type", "Muu", ("sale", "refund"), "What is a row that says “Muu”?", ["Purchase", "Return"]),
        (
            "moment",
            "",
            ("dmy", "ymd"),
            "How does this column write?",
            ["day, month, year", "year, month, day"],
        ),
        (
            "moment",
            "31/12/2026",
            ("dmy", "mdy"),
            "Which day is “31/12/2026”?",
            ["31 December 2026", "month, day, year"],
        ),
        (
            "birthday",
            "3.4.",
            ("dmy", "mdy"),
            "Which day is “3.4.”?",
            ["day, month, year", "month, day, year"],
        ),
    ],
)
def test_questions_are_spelt_out_on_an_example(field, example, ways, text, said):
    asked = Question(field, "Column", ways, (example,) if example else ())
    assert words.question(EN, asked) == text
    assert [words.way(EN, asked, way) for way in ways] == said


def test_what_happens_without_an_answer():
    assert "no permission" in words.unanswered(EN, Question("consent", "Lupa", (), ("x",), urgent=False))
    assert "last name" in words.unanswered(EN, Question("name", "Nimi", (), ("A B",), urgent=False))


@pytest.mark.parametrize(
    ("column", "value", "said"),
    [
        ("new", 1, "Yes"),
        ("new", 0, "No"),
        ("amount", 1250, "€12.50"),
        ("price", None, ""),
        ("quantity", 2.0, "2"),
        ("date", "2026-03-07", "07/03/2026"),
        ("kind", "refund", "Return"),
        ("product", "Yarn", "Yarn"),
        ("line", 12, "12"),
    ],
)
def test_cells_are_written_as_the_language_writes(column, value, said):
    assert words.cell(EN, column, value) == said


def test_a_difference_is_explained():
    rows = Comparison(Item.ROWS, 12, 10, ((Reason.REFUSED, -2),))
    assert words.why(EN, rows) == "refused rows: -2"
    open_ = Comparison(Item.MONEY, 1000, 900)
    assert words.why(EN, open_) == "not explained"
    assert words.figure(FI, Item.MONEY, 1250) == "12,50\u00a0€"
    assert (words.figure(EN, Item.POINTS, 1.5), words.figure(EN, Item.POINTS, 3.0)) == ("1.50", "3")


def test_what_two_entries_share():
    assert words.agrees(EN, (Field.PHONE, Field.NAME)) == "same phone, same name"
