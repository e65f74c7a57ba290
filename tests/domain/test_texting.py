import pytest
from hypothesis import given
from hypothesis import strategies as st

from cxdesk.domain.texting import GSM, link, messages, plain


@pytest.mark.parametrize(
    ("text", "said"),
    [
        ("Oʻzbekiston sanʼati – gʻalaba", "O'zbekiston san'ati - g'alaba"),
        ("Hyvää päivää, Åsa!", "Hyvää päivää, Åsa!"),
        ("Tarjous 10 € …", "Tarjous 10 EUR ..."),
        ("Šárka 😀", "Sarka "),
    ],
)
def test_in_the_letters_of_every_phone(text, said):
    assert plain(text) == said


@given(st.text())
def test_nothing_else_is_left(text):
    assert set(plain(text)) <= GSM


def test_what_it_costs():
    assert [messages("x" * n) for n in (0, 160, 161, 306, 307)] == [1, 1, 2, 2, 3]


def test_the_link_keeps_plus_and_spaces():
    assert link("+358 40 123", "A & B + 1") == "sms:+35840123?body=A%20%26%20B%20%2B%201"
