"""The ink of a signature: without its paper, cropped, and printed where somebody would sign."""

from io import BytesIO

import pikepdf
import pytest
from pdf import texts, words
from PIL import Image
from pypdfium2 import PdfDocument
from samples import letter

from cxdesk.documents.letters import write_letter
from cxdesk.documents.signatures import HEIGHT, LARGEST, WIDTH, ink
from cxdesk.domain.errors import UserError
from cxdesk.domain.letter import Signature
from tests.documents.signed import signed

MM = 72 / 25.4


def drawn(kind, data):
    made = BytesIO()
    data.save(made, kind)
    return made.getvalue()


@pytest.fixture
def png(tmp_path):
    return ink(signed(tmp_path / "a.png").read_bytes())


@pytest.mark.parametrize("kind", ["PNG", "JPEG"])
def test_only_the_ink_stays_in_its_colour(tmp_path, kind):
    scanned = drawn(kind, Image.open(signed(tmp_path / "a.png")))
    with Image.open(BytesIO(ink(scanned))) as made:
        assert (made.format, made.mode) == ("PNG", "RGBA")
        assert made.width < 600
        assert made.height < 300, "cropped to the ink"
        assert made.getchannel("A").histogram()[0] > made.width * made.height / 2, "most of it is nothing"
        _, (red, _, blue, _) = max(made.getcolors(1 << 20), key=lambda each: each[1][3])
        assert blue > red


def test_a_large_scan_becomes_small(tmp_path):
    with Image.open(signed(tmp_path / "a.png")) as scan:
        large = drawn("PNG", scan.resize((3000, 1500)))
    with Image.open(BytesIO(ink(large))) as made:
        assert made.width <= LARGEST[0]
        assert made.height <= LARGEST[1]


@pytest.mark.parametrize(
    ("data", "said"),
    [
        (b"%PDF-1.4", "no picture"),
        (drawn("PNG", Image.new("RGB", (300, 100), "white")), "nothing on this picture"),
        (drawn("PNG", Image.new("RGBA", (300, 100), (0, 0, 0, 0))), "nothing on this picture"),
        (drawn("PNG", Image.linear_gradient("L")), "no signature on white paper"),
    ],
)
def test_what_is_no_signature_is_refused_in_words(data, said):
    with pytest.raises(UserError, match=said):
        ink(data)


def place(path, page):
    """Left, top, right and bottom in mm of the one picture on a page; None when there is none."""
    document = PdfDocument(path)
    try:
        found = [each for each in document[page].get_objects() if each.type == 3]
        boxes = [each.get_bounds() for each in found]
    finally:
        document.close()
    if not boxes:
        return None
    (left, low, right, high) = boxes[0]
    return left / MM, 297 - high / MM, right / MM, 297 - low / MM


def test_it_stands_between_the_closing_and_the_name_and_never_on_a_page_of_its_own(tmp_path, png):
    paper, by = tmp_path / "letter.pdf", Signature("Aino Mäkelä", "Kauppias", png)
    for count in (2, 14, 15, 16, 17, 18, 19, 20, 21):
        write_letter(
            letter(paragraphs=("Hei,", *["Rivi tekstiä."] * count, "Terveisin"), signature=by), paper
        )
        pages = texts(paper)
        signed_on = next(number for number, said in enumerate(pages) if "Kauppias" in said)
        assert [number for number in range(len(pages)) if place(paper, number)] == [signed_on]
        assert "Terveisin" in pages[signed_on]
        found = {word.text: word for word in words(paper, signed_on)}
        left, top, right, bottom = place(paper, signed_on)
        assert left == pytest.approx(25.0, abs=0.5)
        assert found["Terveisin"].bottom < top
        assert bottom < next(word.top for said, word in found.items() if said.startswith("Aino"))
        assert right - left <= WIDTH + 0.01
        assert bottom - top <= HEIGHT + 0.01


def test_a_batch_keeps_one_picture(tmp_path, png):
    from cxdesk.documents.letters import write_letters

    paper = tmp_path / "letters.pdf"
    write_letters([letter(signature=Signature("Aino", "", png))] * 5, paper)
    with pikepdf.open(paper) as document:
        kinds = [thing.get("/Subtype") for thing in document.objects if isinstance(thing, pikepdf.Stream)]
    assert kinds.count("/Image") == 2, "the ink and what shows of it"
