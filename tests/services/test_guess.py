"""What a file is taken for before a person has said anything."""

import pytest

from cxdesk.domain.errors import UserError
from cxdesk.domain.profiles import Subject, mapped
from cxdesk.services.imports import Plan


@pytest.fixture
def file(tmp_path):
    """Writes a text as a file; gives its path."""

    def write(text, name="list.csv"):
        path = tmp_path / name
        path.write_text(text, encoding="utf-8")
        return path

    return write


def test_a_known_file_is_what_looking_says(desk, file):
    path = file("Nimi;Puhelin\nKaisa Virtanen;040 123 4567\nAada Mäkelä;040 222 3333\n")
    guessed, looked = desk.imports.guess(Plan(path)), desk.imports.look(Plan(path))
    assert (guessed.profile.name, guessed.meanings) == (looked.profile.name, looked.meanings)
    assert guessed.first == (("Kaisa Virtanen", "040 123 4567"), ("Aada Mäkelä", "040 222 3333"))


def test_an_unknown_file_is_a_list_of_customers_without_meanings(desk, file):
    path = file("a;b\nKaisa;1\n")
    with pytest.raises(UserError):
        desk.imports.look(Plan(path))
    draft = desk.imports.guess(Plan(path))
    assert (draft.profile.subject, draft.meanings) == (Subject.CUSTOMERS, {})
    said = mapped(draft.profile, draft.table.header, {0: "first_name"})
    assert desk.imports.run(Plan(path, profile=said)).added.customers == 1


def test_a_file_is_taken_for_what_a_person_says(desk, file):
    path = file("Nimi;Hinta;Outo\nLanka;8,90;x\n")
    draft = desk.imports.guess(Plan(path), Subject.PRODUCTS)
    assert draft.profile.subject is Subject.PRODUCTS
    assert draft.meanings == {0: "product_name", 1: "unit_price"}


def test_a_system_that_does_not_fit_gives_what_it_knows(desk, file):
    path = file("Email,x\na@example.com,1\n")
    draft = desk.imports.guess(Plan(path, profile="Shopify customers"))
    assert draft.profile.name == "Shopify customers"
    assert draft.meanings == {0: "email"}


def test_questions_without_a_field_stay_with_the_comment(desk, file):
    path = file("Aikaleima;Kommentti;Väri;Muu\n2026-03-07 12:00:00;Hyvä;sininen;x\n")
    draft = desk.imports.guess(Plan(path), Subject.ANSWERS)
    assert draft.meanings == {0: "moment", 1: "comment", 2: "rest", 3: "rest"}
    said = mapped(draft.profile, draft.table.header, {0: "moment", 1: "comment", 2: "rest"})
    desk.imports.run(Plan(path, profile=said))
    assert [item.comment for item in desk.feedback.latest()] == ["Hyvä\nVäri: sininen"]
