"""Asked for, not in stock: folded by what is meant, told when it is there."""

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from cxdesk.domain.customer import ContactKind, ContactPoint
from cxdesk.domain.errors import UserError
from cxdesk.domain.product import Product
from cxdesk.domain.request import Outcome, Request


@pytest.fixture
def ask(desk, today):
    def record(text, **fields):
        return desk.requests.record(Request(0, text, today, **fields))

    return record


def test_what_is_wanted_most_whatever_its_spelling(desk, ask):
    for text in ("Merino 4 mm", "merino  4 MM", "Oʻrik", "O'rik", "o‘rik", "Silk"):
        ask(text)
    ask("Silk", quantity=5)
    assert [(each.text, each.times, each.quantity) for each in desk.requests.wanted()] == [
        ("o‘rik", 3, 3),
        ("Silk", 2, 6),
        ("merino 4 MM", 2, 2),
    ]
    assert len(desk.requests.wanted(1)) == 1


def test_who_is_told_when_it_arrives(desk, ask, person):
    aino = person(contacts=(ContactPoint(ContactKind.PHONE, "040 123 4567"),), permits=False)
    ask("Silk", customer_id=aino)
    ask("silk", contact="050 765")
    ask("SILK")
    assert desk.requests.calls() == []
    (silk,) = desk.requests.wanted()
    assert not silk.here
    desk.requests.arrive(silk.key, silk.text)
    assert [(each.name, each.phone) for each in desk.requests.calls()] == [
        ("Aino", "040 123 4567"),
        ("", "050 765"),
    ]
    assert desk.requests.wanted()[0].here
    desk.history.undo()
    assert desk.requests.calls() == []


def test_a_product_in_stock_again_is_there_without_a_word(desk, ask, person):
    yarn = desk.products.save(Product(0, "Linen yarn", stock=0))
    ask("Linen yarn", product_id=yarn, customer_id=person())
    assert desk.requests.calls() == []
    desk.products.save(Product(yarn, "Linen yarn", stock=5))
    assert [each.request.arrived for each in desk.requests.calls()] == [None]


@pytest.mark.parametrize("outcome", list(Outcome))
def test_an_outcome_closes_and_can_be_taken_back(desk, ask, outcome, today):
    request = ask("Silk", contact="050 765")
    desk.requests.arrive("silk", "Silk")
    desk.requests.close(request, outcome)
    assert desk.requests.calls() == desk.requests.wanted() == []
    with pytest.raises(UserError, match="not open any more"):
        desk.requests.close(request, outcome)
    desk.history.undo()
    assert [each.request.id for each in desk.requests.calls()] == [request]
    assert desk.requests.calls()[0].request.day == today


def test_one_form_saved_twice_is_one_request(desk, ask):
    assert ask("Silk", uuid="form-1") == ask("Silk", uuid="form-1")
    assert desk.requests.wanted()[0].times == 1


@pytest.mark.parametrize(
    "wrong",
    [
        {"text": " \n"},
        {"text": "x" * 201},
        {"quantity": 0},
        {"quantity": -1},
        {"quantity": float("nan")},
        {"quantity": 10.0**7},
        {"customer_id": 77},
        {"product_id": 77},
    ],
)
def test_what_cannot_be_right_is_refused(desk, ask, wrong):
    with pytest.raises(UserError):
        ask(**{"text": "Silk"} | wrong)
    assert desk.requests.wanted() == []


@settings(deadline=None, suppress_health_check=[HealthCheck.function_scoped_fixture])
@given(st.text(max_size=60))
def test_any_text_is_kept_or_refused_in_words(desk, ask, text):
    try:
        request = ask(text, contact=text)
    except UserError:
        return
    desk.requests.close(request, Outcome.DROPPED)
    assert desk.requests.wanted() == []
