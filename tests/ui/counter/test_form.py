"""What stands in the form of a visit."""

from datetime import UTC, datetime

import pytest

from cxdesk.domain.customer import Customer
from cxdesk.domain.feedback import Feedback
from cxdesk.ui.counter.basket import Basket
from cxdesk.ui.counter.form import Form, correction

NOW = datetime(2026, 11, 21, 14, 5, tzinfo=UTC)
BASKET = Basket("p")
BLANK = Form("f", BASKET)


def test_a_blank_form_saves_nothing():
    assert BLANK.empty
    assert not BLANK.worth_saving
    assert BLANK.feedback(NOW) is None
    assert BLANK.purchase(NOW) is None


def test_a_blank_comment_is_no_answer():
    form = Form("f", BASKET, comment="  \n ")
    assert not form.empty
    assert form.feedback(NOW) is None


@pytest.mark.parametrize(
    ("nps", "csat", "wanted"),
    [
        (6, None, True),
        (7, None, False),
        (None, 2, True),
        (None, 3, False),
        (10, 1, True),
        (None, None, False),
    ],
)
def test_who_is_followed_up(nps, csat, wanted):
    assert Form("f", BASKET, nps=nps, csat=csat).wants_reply is wanted
    assert Form("f", BASKET, nps=nps, csat=csat, follow_up=False).wants_reply is False


def test_a_correction_that_changes_nothing_is_the_same_feedback():
    entry = Feedback(
        7, NOW.date(), 3, nps=2, comment="Queue", follow_up=True, staff_id=1, uuid="old", at="then"
    )
    form = correction(BLANK, entry, Customer(3, "Aino"))
    assert form.corrected() == entry
