"""Every kind of letter in each language, to people whose names are hard: where it stands, and what it says."""

from itertools import cycle, product

import pytest
from pdf import origins, texts
from samples import letter

from cxdesk.documents.letters import write_letters
from cxdesk.documents.stationery import write_labels
from cxdesk.documents.templates import KEYS, LANGUAGES
from cxdesk.domain.letter import Recipient

HOME = ("Harjukatu 12 A 4", "15100 LAHTI")
HARD = (
    Recipient(("Wolfeschlegelsteinhausenbergerdorffwelchevoralternwarengewissenhaftsch",), HOME),
    Recipient(("Oʻgʻiloy Sanʼatova",), ("Navoiy koʻchasi, 1", "100000 TOSHKENT")),
    Recipient(("Ўғилой Санъатова",), HOME),
    Recipient(("שרה כהן",), ("הרצל 12", "61000 TEL AVIV", "ISRAEL")),
    Recipient(("Åsa Öhman-Çelik",)),
)
NEAR = 0.5  # mm


def test_each_letter_says_whose_it_is_and_stands_where_it_belongs(tmp_path):
    paper, people = tmp_path / "letters.pdf", cycle(HARD)
    made = [
        letter(code, kind, recipient=next(people), coupon=None) for kind, code in product(KEYS, LANGUAGES)
    ]
    write_letters(made, paper)
    pages = texts(paper)
    assert len(pages) == len(made) == len(KEYS) * 3
    for number, (one, said) in enumerate(zip(made, pages, strict=True)):
        joined = " ".join(said.split())
        for text in (*one.recipient.names, *one.recipient.address, one.subject):
            assert text in joined or text in said.replace("\n", ""), (one.template, one.language)
        _stands(one, origins(paper, number))


def _stands(one, signs):
    """In mm from the upper left: DIN 5008 B, and what the windows of Nordic envelopes show."""
    address = [sign for sign in signs if 56 <= sign.base <= 90 and sign.left < 120]
    assert min(sign.left for sign in address) == pytest.approx(25.0, abs=NEAR)
    assert max(sign.left for sign in address) <= 100
    assert max(sign.base for sign in address) <= 85
    information = [sign for sign in signs if 45 <= sign.base <= 70 and sign.left > 120]
    assert min(sign.left for sign in information) == pytest.approx(125.0, abs=NEAR)
    subject = next(sign for sign in signs if sign.base > 95)
    assert (subject.sign, subject.left) == (one.subject[0], pytest.approx(25.0, abs=NEAR))
    assert subject.base == pytest.approx(98.5 + 13 * 25.4 / 72, abs=NEAR), (
        "its line begins at the reference line"
    )


def test_labels_are_read_in_the_order_in_which_they_are_written(tmp_path):
    paper = tmp_path / "labels.pdf"
    write_labels(HARD, "L7163", paper)
    said = texts(paper)[0].replace("\r", "")
    assert all(name in said.replace("\n", "") for person in HARD for name in person.names)
    assert "הרצל 12" in said
