"""What stands in the form of a visit."""

from datetime import UTC, datetime

import pytest
from hypothesis import given
from hypothesis import strategies as st

from cxdesk.domain.customer import Customer
from cxdesk.domain.feedback import Feedback
from cxdesk.domain.product import Product
from cxdesk.ui.counter.form import Form, correction

NOW = datetime(2026, 11, 21, 14, 5, tzinfo=UTC)
BLANK = Form("f", "p")
YARN, NEEDLES = Product(1, "Yarn", price=890), Product(2, "Needles", price=1100)


def test_a_blank_form_saves_nothing():
    assert BLANK.empty
    assert not BLANK.worth_saving
    assert BLANK.feedback(NOW) is None
    assert BLANK.purchase(NOW) is None


def test_a_blank_comment_is_no_answer():
    form = Form("f", "p", comment="  \n ")
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
    assert Form("f", "p", nps=nps, csat=csat).wants_reply is wanted
    assert Form("f", "p", nps=nps, csat=csat, follow_up=False).wants_reply is False


@given(st.lists(st.sampled_from([YARN, NEEDLES]), max_size=12))
def test_the_total_is_what_was_scanned(scans):
    form = BLANK
    for product in scans:
        form = form.add(product)
    assert form.total == sum(product.price for product in scans)
    assert len(form.lines) == len({product.id for product in scans})
    for _ in scans:
        form = form.more(0, -1)
    assert form.empty


def test_a_correction_that_changes_nothing_is_the_same_feedback():
    entry = Feedback(
        7, NOW.date(), 3, nps=2, comment="Queue", follow_up=True, staff_id=1, uuid="old", at="then"
    )
    form = correction(BLANK, entry, Customer(3, "Aino"))
    assert form.corrected() == entry
