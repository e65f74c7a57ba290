"""What lies beside the pen: facts about this customer, never an offer."""

import pytest
from pypdfium2 import PdfDocument

from cxdesk.domain.customer import Customer, PreferenceKind
from cxdesk.domain.errors import UserError
from cxdesk.domain.feedback import Feedback
from cxdesk.domain.paper import Mark, PaperKind
from cxdesk.services.handwriting import Handwriting

FORM = "form-1"


def text(path):
    document = PdfDocument(path)
    try:
        return [page.get_textpage().get_text_bounded().replace("\r\n", " ") for page in document]
    finally:
        document.close()


def test_the_points_of_one_customer(desk, person, buy, today, tmp_path):
    kaisa = person("Kaisa", last_name="Virtanen", language="fi")
    desk.customers.prefer(kaisa, PreferenceKind.TASTE, "Linen")
    desk.customers.prefer(kaisa, PreferenceKind.ALLERGY, "Wool")
    buy(kaisa, today.replace(year=2019))
    desk.feedback.record(Feedback(0, today, kaisa, 10, comment="Lovely service!"))
    assert (
        Handwriting(desk.workplace).write(FORM, [kaisa, person("Olli", permits=False)], tmp_path / "a.pdf")
        == 1
    )
    (said,) = text(tmp_path / "a.pdf")
    for words in (
        "Kaisa Virtanen",
        "Hyvä Kaisa,",
        "Finnish",
        "since 2019",
        "Linen",
        "Lovely service!",
        "No offers",
    ):
        assert words in said
    assert "Wool" not in said


def test_who_is_hardly_known_still_gets_a_beginning_and_a_wish(desk, tmp_path, person):
    Handwriting(desk.workplace).write(FORM, [person("Aino")], tmp_path / "a.pdf")
    (said,) = text(tmp_path / "a.pdf")
    assert "Dear Aino," in said
    assert "again soon" in said


def test_a_card_comes_back_by_its_code(desk, person, tmp_path):
    aino = person("Aino")
    for name in ("a.pdf", "b.pdf"):
        Handwriting(desk.workplace).write(FORM, [aino], tmp_path / name)
    (slip,) = desk.papers.latest()
    assert (slip.name, slip.paper.kind) == ("Aino", PaperKind.CARD)
    assert slip.paper.code in text(tmp_path / "b.pdf")[0], "printed again it bears the same"
    desk.papers.mark(slip.paper.id, Mark.DELIVERED)
    assert desk.papers.find(slip.paper.code).paper.delivered == desk.workplace.today()


def test_without_permission_there_is_nothing_to_copy(desk, tmp_path):
    with pytest.raises(UserError):
        Handwriting(desk.workplace).write(
            FORM, [desk.customers.save(Customer(0, "Eero"))], tmp_path / "a.pdf"
        )
