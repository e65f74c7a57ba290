"""Cards to answer on by pen: four alike, all that is asked, and nothing over the cuts."""

import pytest
from pdf import texts, words

from cxdesk.documents.answers import write_answer_cards
from cxdesk.domain.asking import Question
from cxdesk.language.language import Language

SHOP = "Lankakauppa Kerä"


@pytest.mark.parametrize("code", ["fi", "en", "uz"])
def test_each_quarter_of_the_sheet_asks_everything(tmp_path, code):
    write_answer_cards(list(Question), SHOP, Language(code), tmp_path / "a.pdf")
    found = words(tmp_path / "a.pdf")
    assert sum(word.text.count(SHOP) for word in found) == 4
    assert sum(word.text.split().count("10") for word in found) >= 4
    for word in found:
        assert not word.left < 105 < word.right
        assert not word.top < 148.5 < word.bottom
        assert 5 < word.left < word.right < 205
        assert 5 < word.top < word.bottom < 292


def test_what_the_counter_does_not_ask_is_not_asked(tmp_path):
    write_answer_cards([Question.CSAT], SHOP, Language("en"), tmp_path / "a.pdf")
    (said,) = texts(tmp_path / "a.pdf")
    assert said.count("How satisfied are you with today?") == 4
    assert "recommend" not in said
