"""The tool that keeps the catalogues, on a small project of its own."""

import gettext

import pytest

SOURCE = """
def page(language, db):
    language.tr("Save")
    language.tr_n("{n} answer", "{n} answers", 3)
    language.tr_c("button", "Open {name}", name="x")
    say = language.tr
    print(f"{say('Open')}: {db}")
    db.say("not a text for people")
    raise UserError("{path} is " "damaged.", path="x")
"""


@pytest.fixture
def project(translations, tmp_path, monkeypatch):
    (tmp_path / "cxdesk").mkdir()
    (tmp_path / "cxdesk" / "page.py").write_text(SOURCE)
    monkeypatch.setattr(translations, "ROOT", tmp_path)
    monkeypatch.setattr(translations, "CATALOGUES", tmp_path / "language")
    translations.update()
    return translations


def translate(project, language, texts):
    po = project.po_file(language)
    content = po.read_text(encoding="utf-8")
    for source, text in texts.items():
        before, after = content.split(source, 1)
        content = before + source + after.replace('""', f'"{text}"', 1)
    po.write_text(content, encoding="utf-8")


FINNISH = {
    'msgid "Save"': "Tallenna",
    "msgstr[0]": "Yksi vastaus",
    "msgstr[1]": "{n} vastausta",
    'msgid "Open {name}"': "Avaa {name}",
    'msgid "Open"': "Avaa",
    'damaged."': "{path} on vioittunut.",
}


def finnish(project):
    wanted = project.entries(project.template())
    return sorted(problem for problem in project.problems("fi", wanted) if "compiled" not in problem)


def test_all_kinds_of_messages_are_found(project):
    assert set(project.entries(project.template())) == {
        (None, "Save"),
        (None, "{n} answer"),
        ("button", "Open {name}"),
        (None, "Open"),
        (None, "{path} is damaged."),
    }


def test_new_messages_are_reported_as_untranslated(project):
    assert len(finnish(project)) == 5
    assert all("not translated" in problem for problem in finnish(project))


def test_a_complete_catalogue_passes_and_compiles(project):
    translate(project, "fi", FINNISH)
    assert finnish(project) == []
    project.compile_all()
    with project.po_file("fi").with_suffix(".mo").open("rb") as file:
        texts = gettext.GNUTranslations(file)
    assert texts.gettext("Save") == "Tallenna"
    assert [texts.ngettext("{n} answer", "{n} answers", n) for n in (0, 1, 2)] == [
        "{n} vastausta",
        "Yksi vastaus",
        "{n} vastausta",
    ]
    assert texts.pgettext("button", "Open {name}") == "Avaa {name}"


@pytest.mark.parametrize(
    ("message", "wrong", "fault"),
    [
        ('msgid "Open {name}"', "Avaa {nimi}", "other {fields}"),
        ('msgid "Open {name}"', "Avaa {name", "other {fields}"),
        ('msgid "Open {name}"', "Avaa {name}}", "stray brace"),
        ('msgid "Save"', "Tallenna.", "starts or ends differently"),
        ('msgid "Save"', "“Tallenna”", "quotes or apostrophes"),
        ("msgstr[1]", "vastausta {m}", "other {fields}"),
    ],
)
def test_wrong_translations_are_reported(project, message, wrong, fault):
    translate(project, "fi", FINNISH | {message: wrong})
    assert any(fault in problem for problem in finnish(project))


@pytest.mark.parametrize(
    ("text", "right"), [("oʻqish", True), ("o'qish", False), ("oʼqish", False), ("maʼno", True)]
)
def test_uzbek_letters(project, text, right):
    translate(project, "uz", {'msgid "Save"': text})
    problems = project.problems("uz", project.entries(project.template()))
    assert any("quotes or apostrophes" in problem for problem in problems) is not right


def test_update_keeps_translations_and_drops_what_is_gone(project, tmp_path):
    translate(project, "fi", FINNISH)
    page = tmp_path / "cxdesk" / "page.py"
    page.write_text(SOURCE.replace('"Save"', '"Store"'))
    assert any("no longer in the code: 'Save'" in problem for problem in finnish(project))
    project.update()
    assert finnish(project) == ["fi: not translated: 'Store' (cxdesk/page.py)"]


def test_update_twice_changes_nothing(project):
    before = project.po_file("fi").read_bytes()
    project.update()
    assert project.po_file("fi").read_bytes() == before


def test_a_stale_compiled_catalogue_is_reported(project):
    project.compile_all()
    translate(project, "fi", FINNISH)
    assert any("stale" in problem for problem in project.problems("fi", project.entries(project.template())))
