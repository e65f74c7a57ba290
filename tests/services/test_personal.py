"""A letter to one customer: worded for them alone, remembered when it went out."""

from dataclasses import replace
from email import message_from_bytes
from functools import partial
from pathlib import Path
from urllib.parse import unquote, urlsplit
from uuid import uuid4

import pytest
from pypdfium2 import PdfDocument

from cxdesk.domain.customer import ContactChannel, ContactKind, ContactPoint, Purpose
from cxdesk.domain.errors import UserError
from cxdesk.domain.letter import LetterKind, Way
from cxdesk.domain.mailing import Obstacle
from cxdesk.domain.personal import PersonalLetter, Wording
from cxdesk.domain.stationery import BY_HAND


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
    desk.personal.sent(mine, Way.PRINTED)
    desk.personal.sent(mine, Way.PRINTED)
    (slip,) = desk.papers.latest()
    assert (slip.paper.code, slip.name, slip.template) == (code, "Kaisa", "invitation")
    assert [each.template for each in desk.customers.card(kaisa).letters] == ["invitation"]
    desk.history.undo()
    desk.history.undo()
    assert desk.papers.latest() == []


@pytest.mark.parametrize(("paper", "pages"), [("", 1), ("A5", 2), ("A4A6", 1), (BY_HAND, 1)])
def test_it_is_looked_at_and_printed_on_the_paper_that_is_chosen(desk, person, tmp_path, paper, pages):
    mine = replace(letter(person("Kaisa"), wording=Wording("Thanks!", "Dear K,\n\nbuttons")), paper=paper)
    desk.personal.write(mine, tmp_path / "a.pdf")
    for made in (tmp_path / "a.pdf", desk.personal.pdf(mine)):
        document = PdfDocument(made)
        said = "".join(page.get_textpage().get_text_bounded() for page in document)
        assert len(document) == pages
        document.close()
        assert desk.personal.letter(mine).code in said
        assert ("buttons" in said) is (paper != BY_HAND), "by hand it is written in one's own words"


def test_how_it_went_out_is_kept(desk, person):
    kaisa = person("Kaisa")
    for way in Way:
        desk.personal.sent(letter(kaisa, wording=Wording("Thanks", "Dear K,\n\nbuttons")), way)
    kept = desk.customers.card(kaisa).letters
    assert [each.way for each in kept] == [*reversed(Way)]
    assert [each.way for each in desk.papers.latest()] == [*reversed(Way)]
    assert ["buttons" in each.body for each in kept] == [False, True, True, True, True], "points, not words"


def test_who_does_not_permit_letters_gets_an_apology_but_no_invitation(desk, person, tmp_path):
    olli = person("Olli", permits=False)
    invitation, apology = letter(olli, LetterKind.INVITATION), letter(olli, LetterKind.APOLOGY)
    assert desk.personal.ways(invitation).obstacle is Obstacle.NOT_PERMITTED
    for act in (
        partial(desk.personal.sent, way=Way.COPIED),
        desk.personal.text,
        desk.personal.mail,
        lambda each: desk.personal.write(each, tmp_path / "a.pdf"),
    ):
        with pytest.raises(UserError, match="Olli does not permit letters"):
            act(invitation)
    assert desk.personal.ways(apology).obstacle is Obstacle.NO_ADDRESS
    desk.personal.sent(apology, Way.PRINTED)


def test_a_letter_that_says_nothing_is_refused(desk, person):
    with pytest.raises(UserError, match="empty"):
        desk.personal.sent(letter(person(), wording=Wording("Hello", " \n\n ")), Way.COPIED)


def test_by_e_mail_as_a_link_or_when_it_is_long_as_a_file(desk, person):
    kaisa = person("Kaisa", contacts=(ContactPoint(ContactKind.EMAIL, "kaisa@example.com"),))
    short = letter(kaisa, wording=Wording("Thanks & more", "Dear Kaisa,\n\n2 + 2"))
    with pytest.raises(UserError, match="does not permit"):
        desk.personal.mail(short)
    desk.customers.consent(kaisa, Purpose.MARKETING, ContactChannel.EMAIL, given=True, source="counter")
    link = desk.personal.mail(short)
    assert link.startswith(
        "mailto:kaisa@example.com?subject=Thanks%20%26%20more&body=Dear%20Kaisa%2C%0D%0A%0D%0A2%20%2B%202"
    )
    long = desk.personal.mail(replace(short, wording=Wording("Thanks", "long " * 400)))
    file = Path(unquote(urlsplit(long).path))
    assert message_from_bytes(file.read_bytes())["To"] == "kaisa@example.com"
    assert desk.papers.latest() == [], "nobody has sent it yet"


def test_the_answer_to_their_own_word_reaches_who_permits_nothing(desk, person):
    olli = person("Olli", permits=False, contacts=(ContactPoint(ContactKind.EMAIL, "o@example.com"),))
    assert desk.personal.ways(letter(olli, LetterKind.NOTICE)).any is False
    assert desk.personal.ways(letter(olli, LetterKind.APOLOGY)).email == "o@example.com"
