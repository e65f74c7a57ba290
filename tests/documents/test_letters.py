import itertools
from dataclasses import replace
from datetime import date
from pathlib import Path

import pikepdf
import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st
from pdf import codes, fonts, texts, words
from samples import COUPON, RECIPIENT, SENDER, letter

from cxdesk.documents.letters import write_letter, write_letters
from cxdesk.documents.templates import KEYS, LANGUAGES
from cxdesk.domain.errors import UserError
from cxdesk.domain.letter import Recipient, Signature, Window

LONG_SURNAME = "Wolfeschlegelsteinhausenbergerdorffwelchevoralternwarengewissenhaftsch"
NASTY = st.text(min_size=0, max_size=300) | st.sampled_from(
    [
        "<b>",
        "<img src='http://x'/>",
        "&amp; & <",
        "\0",
        "\u202eevil",
        "\ud800",
        "ألف",
        "😀" * 50,
        "x" * 1_000_000,
    ]
)


@pytest.fixture
def paper(tmp_path):
    return tmp_path / "letter.pdf"


def word(path, text, page=0):
    return next(found for found in words(path, page) if text in found.text)


def test_everything_a_letter_says_can_be_read_back(paper):
    write_letter(letter(), paper)
    (said,) = texts(paper)
    for text in (*letter().paragraphs, "Kaisa Virtanen", "15100 LAHTI", "Aino Mäkelä", "Kauppias", "K7-4Q2M"):
        assert text.replace("\n", " ") in said.replace("\n", " ")
    assert "21. marraskuuta 2026" in said
    assert "23.12.2026" in said


@pytest.mark.parametrize(
    "text", ["Oʻzbekiston sanʼati", "Ўзбекистон ҳақида", "Äiti ja Öljy Åbossa", "1\u00a0234,50 € − 5"]
)
def test_letters_of_our_customers_round_trip(paper, text):
    write_letter(letter(paragraphs=("Hei,", text, "Terveisin")), paper)
    assert text.replace("\u00a0", " ") in texts(paper)[0].replace("\u00a0", " ")


def test_address_stands_in_the_window_of_din_and_nordic_envelopes(paper):
    full = replace(
        RECIPIENT, address=("c/o Virtanen", "Harjukatu 12 A 4", "Rappu B", "15100 LAHTI", "FINLAND")
    )
    write_letter(letter(recipient=full), paper)
    lines = [word(paper, text) for text in (*full.names, *full.address)]
    for line in lines:
        assert line.left == pytest.approx(25.0, abs=0.5)
        assert line.top >= 52
        assert line.bottom <= 85
        assert line.right <= 100
    assert [line.top for line in lines] == sorted(line.top for line in lines)


def test_information_reference_line_and_return_address_stand_where_din_5008_puts_them(paper):
    write_letter(letter(), paper)
    assert word(paper, "marraskuuta").left == pytest.approx(125.0, abs=0.5)
    assert word(paper, "syntymäpäivää").top == pytest.approx(98.5, abs=2.5)
    back = next(found for found in words(paper) if "15110 Lahti" in found.text and found.top > 45)
    assert back.top >= 45
    assert back.bottom < 57


def test_marks_for_folding_and_punching(paper):
    write_letter(letter(), paper)
    with pikepdf.open(paper) as document:
        (head,) = document.pages[0].Resources.XObject.values()
        code = head.read_bytes().decode("latin-1")
    heights = [float(line.split()[2]) for line in code.splitlines() if line.endswith(" l S")]
    expected = [(297 - mark) * 72 / 25.4 for mark in (105, 148.5, 210)]
    assert heights == pytest.approx(expected, abs=0.02)


def test_offset_moves_the_address_and_nothing_else(paper):
    write_letter(letter(), paper)
    before, body = word(paper, "Harjukatu"), word(paper, "Lämpimät")
    write_letter(letter(offset=(2.0, -3.0)), paper)
    after = word(paper, "Harjukatu")
    assert after.left - before.left == pytest.approx(2.0, abs=0.05)
    assert after.top - before.top == pytest.approx(-3.0, abs=0.05)
    assert word(paper, "Lämpimät") == body


def test_no_window_has_no_return_line_and_starts_higher(paper):
    write_letter(letter(window=Window.NONE), paper)
    assert texts(paper)[0].count("15110 Lahti") == 1
    assert word(paper, "syntymäpäivää").top < 95


def test_without_an_address_only_the_name_stands_in_the_window(paper):
    write_letter(letter(recipient=Recipient(("Kaisa Virtanen",))), paper)
    assert texts(paper)[0].count("15110 Lahti") == 1
    assert word(paper, "Kaisa Virtanen").left == pytest.approx(25.0, abs=0.5)


def test_a_surname_of_seventy_letters_stays_in_the_window(paper):
    assert len(LONG_SURNAME) == 70
    long = Recipient((f"Maximiliane {LONG_SURNAME}",), RECIPIENT.address)
    write_letter(letter(recipient=long, signature=Signature(LONG_SURNAME * 2, LONG_SURNAME)), paper)
    for found in words(paper):
        assert found.right <= 191, found
    for found in words(paper):
        if 52 <= found.top <= 86 and found.left < 100:
            assert found.right <= 100.5
    assert LONG_SURNAME in texts(paper)[0].replace("\n", "")


def test_a_long_letter_flows_over_and_loses_nothing(paper):
    sentences = [f"Lause numero {number}." for number in range(400)]
    body = tuple(" ".join(sentences[start : start + 20]) for start in range(0, 400, 20))
    write_letter(letter(paragraphs=("Hei,", *body, "Terveisin")), paper)
    pages = texts(paper)
    assert len(pages) == 3
    without_heads = [pages[0], *(page.split("\n", 1)[1] for page in pages[1:])]
    joined = " ".join(" ".join(without_heads).split())
    assert all(sentence in joined for sentence in sentences)
    assert [page.split("\n")[0][-1] for page in pages[1:]] == ["2", "3"]
    assert "Terveisin\nAino Mäkelä" in pages[2]


def test_text_never_reaches_the_coupon_and_nobody_signs_an_empty_page(paper):
    for count in range(4, 26):
        write_letter(letter(paragraphs=("Hei,", *["Rivi tekstiä."] * count, "Terveisin")), paper)
        signed = next(number for number, page in enumerate(texts(paper)) if "Kauppias" in page)
        assert "Terveisin\nAino" in texts(paper)[signed]
        if "LAHJAKORTTI" in texts(paper)[signed]:
            assert word(paper, "Kauppias", signed).bottom < word(paper, "LAHJAKORTTI", signed).top - 4
        else:
            assert "LAHJAKORTTI" in texts(paper)[signed + 1]


def test_fonts_are_embedded_and_are_inter(paper):
    write_letter(letter(), paper)
    found = fonts(paper)
    assert all(found.values()), found
    assert all("Inter" in name for name in found)


def test_the_file_says_what_it_is(paper):
    write_letter(letter("uz"), paper)
    with pikepdf.open(paper) as document:
        assert document.Root.Lang == "uz"
        assert document.docinfo["/Author"] == SENDER.name
        assert "Kaisa Virtanen" in str(document.docinfo["/Title"])


def test_a_batch_is_one_file_with_one_letterhead(paper):
    seen = []
    batch = [letter(language) for language in ("fi", "en", "uz")] * 4
    write_letters(batch, paper, lambda done, of: seen.append((done, of)))
    assert len(texts(paper)) == 12
    assert seen == [(done, 12) for done in range(1, 13)]
    with pikepdf.open(paper) as document:
        heads = {head.objgen for page in document.pages for head in page.Resources.XObject.values()}
    assert len(heads) == 1


def test_dates_are_in_the_customers_language(paper):
    write_letters([letter("en"), letter("uz")], paper)
    english, uzbek = texts(paper)
    assert "21 November 2026" in english
    assert "23/12/2026" in english
    assert "21-noyabr, 2026" in uzbek


def test_a_cancelled_batch_leaves_the_old_file(paper):
    def cancel(done, _of):
        if done == 3:
            raise KeyboardInterrupt

    paper.write_bytes(b"old")
    with pytest.raises(KeyboardInterrupt):
        write_letters([letter()] * 9, paper, cancel)
    assert paper.read_bytes() == b"old"
    assert list(paper.parent.iterdir()) == [paper]


def test_a_folder_that_is_not_there_is_said_in_words(tmp_path):
    with pytest.raises(UserError, match=r"letter\.pdf could not be saved"):
        write_letter(letter(), tmp_path / "nowhere" / "letter.pdf")


@pytest.mark.skipif(not Path("/dev/full").exists(), reason="needs /dev/full")
def test_a_full_disk_leaves_no_half_file(tmp_path):
    paper = tmp_path / "letter.pdf"
    (tmp_path / "letter.pdf.part").symlink_to("/dev/full")
    with pytest.raises(UserError):
        write_letter(letter(), paper)
    assert not paper.exists()


def test_other_scripts_and_emoji_are_drawn_or_boxed(paper):
    write_letter(letter(paragraphs=("Hei 😀,", "علي kävi kaupassa. שלום! 日本", "Terveisin")), paper)
    said = texts(paper)[0]
    assert "علي" in said
    assert "שלום" in said
    assert "kävi kaupassa" in said
    assert "□□" in said
    assert "DejaVu" in " ".join(fonts(paper))


@settings(
    max_examples=settings.default.max_examples // 4,
    deadline=None,
    suppress_health_check=[HealthCheck.function_scoped_fixture],
)
@given(name=NASTY, comment=NASTY, code=NASTY)
def test_nothing_that_people_type_breaks_a_letter(paper, name, comment, code):
    coupon = replace(COUPON, title=name, text=comment, code=code)
    given_letter = letter(
        recipient=Recipient((name, comment), (name, comment)),
        sender=replace(SENDER, name=name, address=(comment,)),
        subject=name,
        place=name,
        paragraphs=(name, comment, "loppu"),
        signature=Signature(name, comment),
        coupon=coupon,
    )
    write_letter(given_letter, paper)
    assert any("loppu" in page for page in texts(paper))


def test_markup_is_only_text(paper):
    write_letter(letter(paragraphs=("Matti <b>Lihava", "<img src='/etc/passwd'/> & Co", "loppu")), paper)
    said = texts(paper)[0]
    assert "Matti <b>Lihava" in said
    assert "<img src='/etc/passwd'/> & Co" in said


def test_an_early_date_is_written_in_full(paper):
    write_letter(letter(date=date(2026, 1, 2)), paper)
    assert "2. tammikuuta 2026" in texts(paper)[0]


def test_every_letter_bears_one_code_that_a_scanner_reads(paper):
    """With a coupon in its box, without one at the foot."""
    every = list(itertools.product(KEYS, LANGUAGES))
    offers = [COUPON if number % 2 else None for number in range(len(every))]
    made = [
        letter(said, key, coupon=offer, code=COUPON.code)
        for (key, said), offer in zip(every, offers, strict=True)
    ]
    write_letters(made, paper)
    assert codes(paper) == [[COUPON.code]] * len(every)
    assert all(page.count(COUPON.code) == 1 for page in texts(paper))
