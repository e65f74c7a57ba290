"""The scripts of the playbook: whole in every language, short enough to be read while a customer waits."""

import pytest

from cxdesk.domain.playbook import Situation
from cxdesk.language import playbook
from cxdesk.language.language import Language


@pytest.mark.parametrize("code", ["fi", "en", "uz"])
def test_every_situation_has_five_short_steps(code):
    scripts = playbook.scripts(code)
    assert list(scripts) == list(Situation)
    for script in scripts.values():
        assert len(script.steps) == 5
        assert all(0 < len(step.title) <= 32 for step in script.steps)
        assert all(0 < len(step.words) <= 100 for step in script.steps)


def test_uzbek_is_written_with_its_own_letters():
    text = str(playbook.scripts("uz"))
    assert "oʻ" in text
    assert not set("'‘’`´") & set(text.replace("'", "", text.count("'")))


@pytest.mark.parametrize("code", ["fi", "en", "uz"])
def test_every_situation_has_a_word_of_its_own(code):
    words = {playbook.title(Language(code), situation) for situation in Situation}
    assert len(words) == len(Situation)
