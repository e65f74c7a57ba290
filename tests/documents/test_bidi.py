"""Lines with Hebrew in them, from their left end to their right end; each expected order is read off by hand."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from cxdesk.documents.bidi import drawn


@pytest.mark.parametrize(
    ("written", "seen"),
    [
        ("Kaisa Virtanen", "Kaisa Virtanen"),
        ("שרה כהן", "ןהכ הרש"),
        ("הרצל 12", "12 לצרה"),
        ("12 הרצל", "לצרה 12"),
        ("הרצל 12 א", "א 12 לצרה"),
        ("Hei שרה כהן!", "Hei ןהכ הרש!"),
        ("שרה (Sara) כהן", "ןהכ (Sara) הרש"),
        ("שָׁלוֹם", "םוֹלשָׁ"),
        ("3-5", "3-5"),
    ],
)
def test_words_run_as_they_are_read(written, seen):
    assert drawn(written) == seen


@given(st.text("אבגABC 12()-ä", max_size=30))
def test_no_sign_is_lost(line):
    kept = sorted(sign for sign in line if sign not in "()")
    assert sorted(sign for sign in drawn(line) if sign not in "()") == kept
