import itertools
from dataclasses import fields, replace

import pytest
from hypothesis import given
from hypothesis import strategies as st

from cxdesk.documents.templates import KEYS, LANGUAGES, fill, source
from cxdesk.domain.errors import UserError
from cxdesk.domain.letter import LetterFields

FULL = LetterFields(
    customer_name="Kaisa Virtanen",
    customer_first_name="Kaisa",
    shop_name="Lankakauppa Kerä",
    reason="Neuvosi auttoi meitä.",
    gift="Pellava 50 g",
    coupon="−10 %",
    valid_until="23.12.2026",
    staff_name="Aino Mäkelä",
    staff_title="kauppias",
    since_year=2019,
    purchases=10,
)
EMPTY = LetterFields()
EVERY = list(itertools.product(KEYS, LANGUAGES))


def without(*names):
    return replace(FULL, **{name: getattr(EMPTY, name) for name in names})


@pytest.mark.parametrize(("key", "language"), EVERY)
def test_every_field_that_may_be_missing_leaves_no_hole(key, language):
    names = [field.name for field in fields(LetterFields)]
    for count in range(3):
        for gone in itertools.combinations(names, count):
            text = fill(source(key, language), without(*gone))
            said = "\n".join((text.subject, *text.paragraphs))
            assert text.subject
            assert len(text.paragraphs) >= 3
            for hole in ("None", "{", "}", "  ", " .", " ,", " !", "..", ": .", "–  ", " \n"):
                assert hole not in said, (gone, hole, said)


@pytest.mark.parametrize(("key", "language"), EVERY)
def test_letter_without_anything_known_still_reads(key, language):
    text = fill(source(key, language), EMPTY)
    assert all(part[0].isupper() for part in text.paragraphs)
    assert all(part[-1] in ".!?," for part in text.paragraphs[:-1])


@pytest.mark.parametrize(("key", "language"), EVERY)
def test_each_letter_names_the_customer_and_ends_with_a_closing(key, language):
    text = fill(source(key, language), FULL)
    assert "Kaisa" in text.paragraphs[0]
    assert len(text.paragraphs[-1]) < 60
    assert FULL.reason in "\n".join(text.paragraphs)


@pytest.mark.parametrize(("key", "language"), EVERY)
def test_a_company_is_addressed_by_its_name(key, language):
    text = fill(source(key, language), LetterFields(customer_name="Customer 12433"))
    assert "Customer 12433" in text.paragraphs[0]


@pytest.mark.parametrize("key", KEYS)
def test_uzbek_uses_its_own_apostrophes(key):
    text = source(key, "uz")
    assert not set("'`‘’´") & set(text.replace("{%", "").replace("%}", ""))
    assert "ʻ" in text


def test_first_name_goes_before_the_whole_name():
    assert fill("S\n\n{{ customer.first_name | default: customer.name }}", FULL).paragraphs == ("Kaisa",)


@pytest.mark.parametrize(
    "template",
    [
        "{% for i in (1..1000000000) %}x{% endfor %}",
        "{% for i in (1..900) %}" + "x" * 1000 + "{% endfor %}",
        "{% for i in (1..900) %}{% for j in (1..900) %}{% endfor %}{% endfor %}",
        "{% if true %}" * 1000,
        "{{ 'aaaaaaaaaa' | replace: 'a', 'aaaaaaaaaa' }}",
        "{% include 'thank_you.fi.liquid' %}",
        "{% render '/etc/passwd' %}",
        "{{ customer.secret }}",
        "{{ nobody }}",
        "{% if %}",
        "x" * 20_001,
    ],
)
def test_a_bad_template_is_refused_in_words(template):
    with pytest.raises(UserError, match="template"):
        fill(template, FULL)


def test_there_is_no_template_outside_the_folder():
    with pytest.raises(UserError):
        source("../../secrets", "fi")


@given(st.text(), st.text(), st.text())
def test_what_people_are_called_never_becomes_template_or_paragraph(first, name, reason):
    given_fields = LetterFields(customer_first_name=first, customer_name=name, reason=reason)
    plain = fill(source("thank_you", "en"), LetterFields())
    assert len(fill(source("thank_you", "en"), given_fields).paragraphs) == len(plain.paragraphs)


def test_a_megabyte_is_cut():
    text = fill(source("thank_you", "en"), replace(FULL, reason="x" * 1_000_000))
    assert len("".join(text.paragraphs)) < 4_000


@pytest.mark.parametrize("language", LANGUAGES)
def test_a_thank_you_with_its_reason_does_not_count_the_purchases_again(language):
    told, plain = replace(FULL, purchases=37), replace(without("reason"), purchases=37)
    assert "37" not in "\n".join(fill(source("thank_you", language), told).paragraphs)
    assert "37" in "\n".join(fill(source("thank_you", language), plain).paragraphs)
