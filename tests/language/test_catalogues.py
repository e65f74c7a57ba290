"""The shipped catalogues are complete, correct and compiled; the messages below say what is not."""

import pytest


@pytest.fixture(scope="module")
def wanted(translations):
    return translations.entries(translations.template())


@pytest.mark.parametrize("language", ["fi", "uz"])
def test_every_text_is_translated(translations, wanted, language):
    found = sorted(translations.problems(language, wanted))
    assert not found, f"{len(found)} problems:\n" + "\n".join(found)


@pytest.mark.parametrize("language", ["fi", "uz"])
def test_compiled_catalogues_are_those_of_the_sources(translations, language):
    shipped = translations.po_file(language).with_suffix(".mo").read_bytes()
    assert translations.texts(shipped) == translations.texts(translations.compiled(language))


@pytest.mark.parametrize("language", ["fi", "uz"])
def test_only_one_is_singular(translations, language):
    catalogue = translations.read(language)
    assert (catalogue.num_plurals, catalogue.plural_expr) == (2, "(n != 1)")
