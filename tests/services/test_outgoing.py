"""E-mail drafts and text messages: only to those who permit the channel, remembered as letters."""

from email import message_from_bytes, policy

import pytest
import zxingcpp
from pypdfium2 import PdfDocument

from cxdesk.domain.customer import ContactChannel, ContactKind, ContactPoint, Purpose
from cxdesk.domain.errors import UserError
from cxdesk.domain.letter import LetterKind
from cxdesk.domain.mailing import Mailing

NOTICE = Mailing("form", LetterKind.NOTICE, event="Yangilik", message="Ertaga doʻkon yopiq.")


@pytest.fixture
def people(desk, person):
    """Gulnora permits both, Olli neither, Kaisa e-mail but has no address."""
    points = (
        ContactPoint(ContactKind.EMAIL, "g@example.com"),
        ContactPoint(ContactKind.PHONE, "+998901234567"),
    )
    made = [person("Gulnora", language="uz", contacts=points), person("Olli"), person("Kaisa")]
    for who, channel in ((0, ContactChannel.EMAIL), (0, ContactChannel.TEXT), (2, ContactChannel.EMAIL)):
        desk.customers.consent(made[who], Purpose.MARKETING, channel, given=True, source="counter")
    return made


def test_drafts_open_in_the_mail_program(desk, people, tmp_path):
    assert desk.outgoing.emails(NOTICE, people, tmp_path / "new") == 1
    (file,) = (tmp_path / "new").iterdir()
    read = message_from_bytes(file.read_bytes(), policy=policy.default)
    assert (read["X-Unsent"], read["To"], read["Subject"]) == ("1", "g@example.com", "Yangilik")
    assert read.get_content().startswith("Hurmatli Gulnora!\n\nErtaga doʻkon yopiq.")
    assert desk.customers.card(people[0]).letters == (), "a draft is no contact"
    for _ in range(2):
        assert desk.outgoing.sent(NOTICE, people, ContactChannel.EMAIL) == 1
    (letter,) = desk.customers.card(people[0]).letters
    assert letter.template == "notice"


def test_the_phone_reads_the_message_from_its_code(desk, people, tmp_path):
    assert desk.outgoing.texts(NOTICE, people, tmp_path / "a.pdf") == 1
    document = PdfDocument(tmp_path / "a.pdf")
    (found,) = zxingcpp.read_barcodes(document[0].render(scale=2, grayscale=True).to_numpy())
    document.close()
    assert found.text.startswith("sms:+998901234567?body=Hurmatli%20Gulnora%21%20Ertaga%20do%27kon%20yopiq.")


def test_who_is_not_reached_is_named(desk, people):
    ready, problems = desk.outgoing.problems(people, ContactChannel.EMAIL)
    assert (ready, [each.name for each in problems]) == (1, ["Olli", "Kaisa"])


def test_without_permission_nothing_is_written(desk, people, tmp_path):
    with pytest.raises(UserError, match="permits this"):
        desk.outgoing.emails(NOTICE, people[1:], tmp_path / "new")
    assert not (tmp_path / "new").exists()
