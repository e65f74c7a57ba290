"""A letter to one customer: worded for them alone, remembered when it went out."""

from uuid import uuid4

import pytest
from pypdfium2 import PdfDocument

from cxdesk.domain.errors import UserError
from cxdesk.domain.letter import LetterKind
from cxdesk.domain.mailing import Obstacle
from cxdesk.domain.personal import PersonalLetter, Wording


def letter(customer_id, kind=LetterKind.THANK_YOU, **said):
    return PersonalLetter(str(uuid4()), customer_id, kind, **said)


def test_it_begins_as_its_kind_says_it_to_this_customer(desk, person):
    kaisa = person("Kaisa", last_name="Virtanen", language="fi", street="Harjukatu 2", postcode="15100")
    words = desk.personal.wording(letter(kaisa))
    assert (words.subject, words.text.split("\n\n")[0]) == ("Kiitos sinulle", "Hyvä Kaisa,")


def test_what_is_changed_is_printed_as_it_is_and_the_kind_keeps_its_wording(desk, person, tmp_path):
    mine = letter(person("Kaisa"), wording=Wording("Thanks!", "Dear K,\n\n{{ not a field }}\n \nYours"))
    desk.personal.write(mine, tmp_path / "a.pdf")
    document = PdfDocument(tmp_path / "a.pdf")
    said = document[0].get_textpage().get_text_bounded()
    document.close()
    assert "Thanks!" in said
    assert "{{ not a field }}" in said
    assert "Thanks!" not in desk.personal.wording(letter(mine.customer_id)).subject
    assert desk.papers.latest() == [], "it is not sent yet"


def test_sent_it_is_remembered_once_with_the_code_that_it_bears_and_undone(desk, person):
    kaisa = person("Kaisa")
    mine = letter(kaisa, LetterKind.INVITATION)
    code = desk.personal.letter(mine).code
    assert code in desk.personal.wording(mine).text
    desk.personal.sent(mine)
    desk.personal.sent(mine)
    (slip,) = desk.papers.latest()
    assert (slip.paper.code, slip.name, slip.template) == (code, "Kaisa", "invitation")
    assert [each.template for each in desk.customers.card(kaisa).letters] == ["invitation"]
    desk.history.undo()
    desk.history.undo()
    assert desk.papers.latest() == []


def test_who_does_not_permit_letters_gets_an_apology_but_no_invitation(desk, person, tmp_path):
    olli = person("Olli", permits=False)
    invitation, apology = letter(olli, LetterKind.INVITATION), letter(olli, LetterKind.APOLOGY)
    assert desk.personal.obstacle(invitation) is Obstacle.NOT_PERMITTED
    for act in (desk.personal.sent, lambda each: desk.personal.write(each, tmp_path / "a.pdf")):
        with pytest.raises(UserError, match="Olli does not permit letters"):
            act(invitation)
    assert desk.personal.obstacle(apology) is Obstacle.NO_ADDRESS
    desk.personal.sent(apology)


def test_a_letter_that_says_nothing_is_refused(desk, person):
    with pytest.raises(UserError, match="empty"):
        desk.personal.sent(letter(person(), wording=Wording("Hello", " \n\n ")))
