"""Labels, envelopes, cards and receipts stand where they are bought to stand."""

import re
from datetime import date

import pikepdf
import pytest
from pdf import codes, texts, words
from samples import COUPON, SENDER, letter

from cxdesk.documents.cards import write_cards
from cxdesk.documents.stationery import write_envelopes, write_labels, write_receipt, write_test_sheet
from cxdesk.domain.errors import UserError
from cxdesk.domain.letter import CouponBox, Recipient
from cxdesk.domain.stationery import CARDS, ENVELOPES, LABELS
from cxdesk.language.language import Language

FI = Language("fi")
LONG = "Wolfeschlegelsteinhausenbergerdorffwelchevoralternwarengewissenhaftsch"
HOME = ("Harjukatu 12 A 4", "15100 LAHTI")
ODD = ("Oʻgʻiloy Sanʼatova", "Ўғилой Санъатова", "Åsa Öhman-Çelik")


@pytest.fixture
def paper(tmp_path):
    return tmp_path / "a.pdf"


def box(path, page=0):
    with pikepdf.open(path) as document:
        return [float(side) * 25.4 / 72 for side in document.pages[page].MediaBox[2:]]


def place(path, text, page=0):
    return next(found for found in words(path, page) if text in found.text)


@pytest.mark.parametrize("kind", LABELS)
def test_each_label_stands_on_its_own(paper, kind):
    labels = LABELS[kind]
    people = [Recipient((f"Nimi{number:03}",), HOME) for number in range(labels.count + 1)]
    write_labels(people, kind, paper)
    found = {word.text[:7]: word for word in words(paper) if word.text.startswith("Nimi")}
    assert len(found) == labels.count
    for number in range(labels.count):
        row, column = number // labels.columns, number % labels.columns
        left = labels.origin[0] + labels.pitch[0] * column
        top = labels.origin[1] + labels.pitch[1] * row
        assert found[f"Nimi{number:03}"].left == pytest.approx(left + 3, abs=0.5)
        assert top + 3 - 0.5 <= found[f"Nimi{number:03}"].top
        assert found[f"Nimi{number:03}"].bottom <= top + labels.height
    assert place(paper, f"Nimi{labels.count:03}", 1).left == pytest.approx(labels.origin[0] + 3, abs=0.5)


def test_the_first_free_label_and_the_offset(paper):
    write_labels([Recipient(("Aino",), HOME)], "L7160", paper, start=5, offset=(1.0, -2.0))
    assert place(paper, "Aino").left == pytest.approx(7.2 + 66.04 + 3 + 1, abs=0.5)
    name, town = place(paper, "Aino"), place(paper, "15100 LAHTI")
    assert (name.top + town.bottom) / 2 == pytest.approx(15.1 + 38.1 * 1.5 - 2, abs=1.0), "in its middle"


@pytest.mark.parametrize("kind", LABELS)
def test_a_surname_of_seventy_letters_stays_on_its_label(paper, kind):
    write_labels([Recipient((f"Maximiliane {LONG}",), HOME)] * 2, kind, paper)
    left, top = LABELS[kind].corner(0)
    first = [word for word in words(paper) if word.left < left + LABELS[kind].width]
    assert all(word.right <= left + LABELS[kind].width - 2 for word in first)
    assert all(word.bottom <= top + LABELS[kind].height for word in first)
    assert "15100 LAHTI" in texts(paper)[0]


def test_names_of_every_script_are_read_back_as_they_are(paper):
    write_labels([Recipient((name,), HOME) for name in ODD], "L7163", paper)
    assert all(name in texts(paper)[0] for name in ODD)
    write_labels([Recipient(("שרה",), HOME)], "L7163", paper)
    assert "LAHTI" in texts(paper)[0]


@pytest.mark.parametrize(("kind", "size"), ENVELOPES.items())
def test_an_envelope_has_its_size_and_the_address_in_its_right_half(paper, kind, size):
    write_envelopes([Recipient(("Kaisa",), HOME), Recipient((LONG,))], kind, SENDER, paper)
    assert box(paper) == box(paper, 1) == pytest.approx(size, abs=0.01)
    name = place(paper, "Kaisa")
    assert name.left == pytest.approx(size[0] * 0.45, abs=0.5)
    assert name.top >= size[1] * 0.45
    assert all(word.left >= 5 and word.right <= size[0] - 5 for page in (0, 1) for word in words(paper, page))
    assert "15110 Lahti" in texts(paper)[0]


@pytest.mark.parametrize("kind", ["A5", "A6"])
def test_a_card_is_folded_down_the_middle(paper, kind):
    fold = CARDS[kind]
    write_cards([letter(coupon=None, code="K7-4Q2M")], kind, paper)
    assert box(paper) == pytest.approx([fold.width, fold.height], abs=0.01)
    outside, inside = texts(paper)
    assert "syntymäpäivää" in outside
    assert "Aino Mäkelä" in inside
    assert place(paper, "Kaisa", 1).left == pytest.approx(fold.width / 2 + 12, abs=0.5)
    assert all(word.bottom <= fold.height - 5 for word in words(paper, 1))
    assert codes(paper) == [["K7-4Q2M"], []], "on the back"


def test_a_card_folded_twice_stands_on_one_side_with_its_inside_upside_down(paper):
    write_cards([letter(coupon=None, code="K7-4Q2M")] * 2, "A4A6", paper)
    assert box(paper) == pytest.approx([210, 297], abs=0.01)
    assert len(texts(paper)) == 2
    front, shop = place(paper, "syntymäpäivää!"), place(paper, "K7-4Q2M")
    assert (front.left + front.right) / 2 == pytest.approx(105 + 52.5, abs=0.5)
    assert min(front.top, shop.top) > 148.5
    assert shop.right < 105
    inside = [word for word in words(paper) if word.bottom < 148.5]
    greeting, name = (next(word for word in inside if said in word.text) for said in ("Kaisa", "Aino"))
    assert greeting.right == pytest.approx(105 - 12, abs=0.5), "turned round, a line begins at its right"
    assert 148.5 - greeting.bottom == pytest.approx(name.top, abs=12), "in the middle, but for the title"
    assert name.bottom < greeting.top, "turned round, what comes later stands higher"
    assert all(word.left >= 12 - 0.5 and word.right <= 105 - 12 + 0.5 for word in inside)


@pytest.mark.parametrize("kind", CARDS)
def test_an_offer_stands_beside_the_letter_with_the_only_code(paper, kind):
    write_cards([letter(code="K7-4Q2M")], kind, paper)
    assert sum("K7-4Q2M" in page for page in texts(paper)) == 1
    assert "LAHJAKORTTI" in texts(paper)[-1]
    assert "23.12.2026" in texts(paper)[-1]


@pytest.mark.parametrize(("kind", "count"), [("A5", 2), ("A6", 2), ("A4A6", 4)])
def test_fold_marks_stand_at_the_folds(paper, kind, count):
    fold = CARDS[kind]
    write_cards([letter()], kind, paper)
    with pikepdf.open(paper) as document:
        drawn = document.pages[0].Contents.read_bytes().decode("latin-1")
    ends = [
        tuple(map(float, found)) for found in re.findall(r"([\d.]+) ([\d.]+) m ([\d.]+) ([\d.]+) l S", drawn)
    ]
    assert len(ends) == count
    for left, low, right, high in ends:
        if left == right:
            assert left * 25.4 / 72 == pytest.approx(fold.width / 2, abs=0.05)
        else:
            assert low == high


def test_a_letter_too_long_for_its_card_is_refused(paper):
    with pytest.raises(UserError, match="Kaisa Virtanen is too long for this card"):
        write_cards([letter(paragraphs=("Pitkä teksti. " * 400,))], "A4A6", paper)
    assert not paper.exists()


@pytest.mark.parametrize(("roll", "width"), [("58", 48.0), ("80", 72.0)])
def test_a_coupon_on_receipt_paper_can_be_scanned(paper, roll, width):
    write_receipt(COUPON, SENDER.name, roll, FI, paper)
    assert box(paper)[0] == pytest.approx(width, abs=0.01)
    assert codes(paper) == [["K7-4Q2M"]]
    assert "23.12.2026" in texts(paper)[0]
    short = box(paper)[1]
    write_receipt(
        CouponBox("Kuponki", "Pitkä teksti. " * 20, "K7-4Q2M", date(2026, 1, 1)), "Kerä", roll, FI, paper
    )
    assert box(paper)[1] > short


@pytest.mark.parametrize("kind", ["", "L7651"])
def test_the_test_sheet_has_rulers(paper, kind):
    write_test_sheet(kind, paper, FI)
    assert place(paper, "100").top == pytest.approx(99, abs=2)
    assert "millimetreinä" in texts(paper)[0]


def test_the_frame_of_the_window_moves_with_the_offset(paper):
    def corner():
        with pikepdf.open(paper) as document:
            drawn = document.pages[0].Contents.read_bytes().decode("latin-1").splitlines()
        left, low, _, high = map(float, next(line for line in drawn if " re " in line).split()[1:5])
        return left * 25.4 / 72, 297 - (low + high) * 25.4 / 72

    write_test_sheet("", paper, FI)
    assert corner() == pytest.approx((20, 45), abs=0.05)
    write_test_sheet("", paper, FI, (2.5, -1.0))
    assert corner() == pytest.approx((22.5, 44), abs=0.05)
