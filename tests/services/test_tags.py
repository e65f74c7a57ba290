"""The shop's own words on customers."""

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from cxdesk.domain.errors import UserError
from cxdesk.language.folding import clean, search_key


def texts(desk, customer_id):
    return [tag.text for tag in desk.customers.card(customer_id).tags]


def test_a_word_is_spelt_as_others_have_it(desk, person):
    first, second = person("Aino"), person("Bo")
    desk.tags.add(first, "Häät")
    desk.tags.add(second, "haat")
    assert texts(desk, second) == ["Häät"]


def test_the_most_used_come_first_as_they_are_written(desk, person):
    for name, words in (("Aino", ("villa", "kurssi")), ("Bo", ("Villa",)), ("Cia", ("kurssi", "VILLA"))):
        who = person(name)
        for word in words:
            desk.tags.add(who, word)
    assert desk.tags.used() == ["villa", "kurssi"]


def test_one_step_each_way(desk, person):
    who = person()
    tag = desk.tags.add(who, "kurssi")
    desk.tags.drop(who, tag)
    assert texts(desk, who) == []
    desk.history.undo()
    assert texts(desk, who) == ["kurssi"]
    desk.history.undo()
    assert texts(desk, who) == []


@pytest.mark.parametrize("text", ["", "   ", "́", "x" * 61])
def test_no_word(desk, person, text):
    with pytest.raises(UserError):
        desk.tags.add(person(), text)


@settings(suppress_health_check=[HealthCheck.function_scoped_fixture])
@given(st.lists(st.text(max_size=8), max_size=6))
def test_each_word_once_however_it_is_spelt(desk, person, typed):
    who = person()
    for text in typed:
        try:
            desk.tags.add(who, text)
        except UserError:
            assert not search_key(clean(text, 60))
    keys = [search_key(text) for text in texts(desk, who)]
    assert len(keys) == len(set(keys))
    assert set(keys) == {search_key(clean(text, 60)) for text in typed} - {""}
