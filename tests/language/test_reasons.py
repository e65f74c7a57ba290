"""Reasons in words: where a sentence ends."""

from datetime import date

import pytest

from cxdesk.domain.appreciation import Ground, Reason
from cxdesk.language.language import Language
from cxdesk.language.reasons import sentence

DAY = date(2026, 11, 22)


@pytest.mark.parametrize(
    ("comment", "end"),
    [
        ("Nobody told me.", "Nobody told me.”"),
        ("Why?", "Why?”"),
        ("too dear", "too dear”."),
        ("", "22 Nov."),
        ("word " * 30, "word…”"),
    ],
)
def test_a_sentence_ends_with_one_stop(comment, end):
    facts = {"nps": 3, "csat": None, "date": DAY, "comment": comment}
    said = sentence(Language("en"), Reason(Ground.UNHAPPY, facts), DAY)
    assert said.endswith(end)
    assert not said.endswith("..")


def test_a_date_with_a_stop_ends_a_finnish_sentence():
    facts = {"date": DAY}
    said = sentence(Language("fi"), Reason(Ground.FIRST_VISIT, facts), DAY)
    assert said.endswith("su 22.11.")
    assert not said.endswith("..")
