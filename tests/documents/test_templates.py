import itertools
import re
from dataclasses import fields, replace

import pytest
from hypothesis import given
from hypothesis import strategies as st

from cxdesk.documents.templates import KEYS, LANGUAGES, fill, source
from cxdesk.domain.errors import UserError
from cxdesk.domain.formality import Formality
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
    salutation="Hyvä Kaisa,",
    message="Tervetuloa tutustumaan.",
    event="Neuleilta",
    when="lauantaina 28.11. klo 10–14",
    place="Aleksanterinkatu 8",
    item="Pellava 50 g",
    regular_percent="20 %",
    guest_percent="10 %",
    code="K7-4Q2M",
)
EMPTY = LetterFields(salutation="Hyvä asiakkaamme,")
FORMAL, FAMILIAR = Formality
EVERY = [*itertools.product(KEYS, LANGUAGES, [FAMILIAR]), *itertools.product(KEYS, ["fi"], [FORMAL])]


def without(*names):
    return replace(FULL, **{name: getattr(EMPTY, name) for name in names})


@pytest.mark.parametrize(("key", "language", "formality"), EVERY)
def test_every_field_that_may_be_missing_leaves_no_hole(key, language, formality):
    template = source(key, language, formality)
    known = [field.name for field in fields(LetterFields)]
    names = [name for name in known if name in template or name.replace("_", ".", 1) in template]
    names.remove("salutation")
    for count in range(3):
        for gone in itertools.combinations(names, count):
            text = fill(template, without(*gone))
            said = "\n".join((text.subject, *text.paragraphs))
            assert text.subject
            assert len(text.paragraphs) >= 3
            for hole in ("None", "{", "}", "  ", " .", " ,", " !", "..", ": .", "–  ", " \n"):
                assert hole not in said, (gone, hole, said)


@pytest.mark.parametrize(("key", "language", "formality"), EVERY)
def test_letter_without_anything_known_still_reads(key, language, formality):
    text = fill(source(key, language, formality), EMPTY)
    assert all(part[0].isupper() for part in text.paragraphs)
    assert all(part[-1] in ".!?," for part in text.paragraphs[:-1])


@pytest.mark.parametrize(("key", "language", "formality"), EVERY)
def test_each_letter_greets_the_customer_says_why_and_ends_with_a_closing(key, language, formality):
    text = fill(source(key, language, formality), FULL)
    assert text.paragraphs[0] == "Hyvä Kaisa,"
    assert len(text.paragraphs[-1]) < 60
    assert FULL.reason in "\n".join(text.paragraphs)


@pytest.mark.parametrize("key", KEYS)
def test_finnish_says_te_or_sina_and_never_both(key):
    words = {formality: set(re.findall(r"\w+", source(key, "fi", formality))) for formality in Formality}
    assert not words[FORMAL] & {"sinä", "sinua", "sinulle", "sinut", "olet", "saat", "kerro", "tule"}
    assert not words[FAMILIAR] & {"Te", "Teitä", "Teille", "Teidät", "olette", "saatte", "kertokaa", "tulkaa"}


@pytest.mark.parametrize("language", LANGUAGES)
def test_first_timers_are_missed_in_other_words_than_regulars(language):
    regular, first = FULL, replace(FULL, first_time=True)
    said = [fill(source("we_miss_you", language), known) for known in (regular, first)]
    assert said[0].subject != said[1].subject
    assert said[0].paragraphs[1] != said[1].paragraphs[1]


def test_what_the_shop_writes_itself_may_have_paragraphs():
    own = replace(EMPTY, message="Yksi\nrivi.\n \nToinen.  {{ nobody }}")
    assert fill("A\n\n{{ salutation }}\n\n{{ message }}", own).paragraphs[1:] == (
        "Yksi rivi.",
        "Toinen. {{ nobody }}",
    )


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


@pytest.mark.parametrize(
    ("template", "said"),
    [
        ("S\n\n{{ nobody }}", "Line {line} of the letter template: there is no field {name}."),
        ("S\n\n{{ a b", "Line {line} of the letter template is not understood: check its braces."),
        ("{% if true %}", "The letter template has a condition that does not end."),
    ],
)
def test_a_mistake_is_one_sentence_with_its_line(template, said):
    with pytest.raises(UserError) as refused:
        fill(template, FULL)
    assert refused.value.message == said
    assert refused.value.fields.get("line", 3) == 3


def test_there_is_no_template_outside_the_folder():
    with pytest.raises(UserError):
        source("../../secrets", "fi")


@given(st.text(), st.text(), st.text())
def test_what_people_are_called_never_becomes_template_or_paragraph(first, name, reason):
    given_fields = replace(EMPTY, customer_first_name=first, customer_name=name, reason=reason)
    plain = fill(source("thank_you", "en"), EMPTY)
    assert len(fill(source("thank_you", "en"), given_fields).paragraphs) == len(plain.paragraphs)


def test_a_megabyte_is_cut():
    text = fill(source("thank_you", "en"), replace(FULL, reason="x" * 1_000_000))
    assert len("".join(text.paragraphs)) < 4_000


@pytest.mark.parametrize("language", LANGUAGES)
def test_a_thank_you_with_its_reason_does_not_count_the_purchases_again(language):
    told, plain = replace(FULL, purchases=37), replace(without("reason"), purchases=37)
    assert "37" not in "\n".join(fill(source("thank_you", language), told).paragraphs)
    assert "37" in "\n".join(fill(source("thank_you", language), plain).paragraphs)
