"""Every letter bears a code that finds it again, whatever it is about."""

import pytest

from cxdesk.domain.customer import Birthday
from cxdesk.domain.errors import UserError
from cxdesk.domain.feedback import Feedback
from cxdesk.domain.paper import Mark

BORN = Birthday(23, 11, 1976)


@pytest.fixture
def slip(desk, person, tmp_path):
    aino = person("Aino", last_name="Mäkelä", birthday=BORN)
    letter = desk.letters.write(desk.appreciation.next_for(aino), tmp_path / "a.pdf").letter
    return desk.papers.find(letter.code.lower().replace("-", ""))


def test_a_letter_is_found_by_its_code(slip, today):
    assert (slip.name, slip.template, slip.paper.printed) == ("Aino Mäkelä", "birthday", today)
    assert slip.offers
    assert (slip.paper.delivered, slip.paper.answered, slip.paper.redeemed) == (None, None, None)


def test_what_becomes_of_it_is_noted_and_taken_back(desk, slip, clock):
    clock.forward(2)
    desk.papers.mark(slip.paper.id, Mark.DELIVERED)
    desk.papers.mark(slip.paper.id, Mark.REDEEMED)
    paper = desk.papers.get(slip.paper.id).paper
    assert paper.delivered == paper.redeemed == clock.now.date()
    desk.history.undo()
    assert desk.papers.get(slip.paper.id).paper.redeemed is None
    assert desk.papers.get(slip.paper.id).paper.delivered == clock.now.date()


def test_printed_again_it_keeps_its_code_and_its_marks(desk, slip, tmp_path, clock):
    desk.papers.mark(slip.paper.id, Mark.DELIVERED)
    clock.forward(1)
    again = desk.letters.write(desk.appreciation.next_for(slip.paper.customer_id), tmp_path / "b.pdf").letter
    assert again.code == slip.paper.code
    (kept,) = desk.papers.latest()
    assert kept.paper.delivered is not None


def test_undoing_the_letter_takes_its_code_away(desk, slip):
    desk.history.undo()
    assert desk.papers.find(slip.paper.code) is None
    with pytest.raises(UserError, match="not in the register"):
        desk.papers.mark(slip.paper.id, Mark.DELIVERED)


def test_a_plain_letter_has_nothing_to_redeem(desk, person, tmp_path, today):
    olli = person("Olli")
    complaint = desk.feedback.record(Feedback(0, today, olli, 2, follow_up=True))
    suggestion = desk.appreciation.next_for(olli)
    assert suggestion.feedback_id == complaint
    letter = desk.letters.write(suggestion, tmp_path / "a.pdf").letter
    found = desk.papers.find(letter.code)
    assert letter.coupon is None
    with pytest.raises(UserError, match="cannot be marked"):
        desk.papers.mark(found.paper.id, Mark.REDEEMED)
