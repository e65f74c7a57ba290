"""A form as text and back, whatever stands in it."""

import json
from dataclasses import replace
from datetime import UTC, date, datetime
from decimal import Decimal

import pytest
from hypothesis import given
from hypothesis import strategies as some

from cxdesk.domain.customer import Customer
from cxdesk.domain.discount import Discount
from cxdesk.domain.errors import UserError
from cxdesk.domain.feedback import Feedback
from cxdesk.domain.interview import Fit, Interview, Outcome
from cxdesk.domain.needs import Channel, Emotion, Need, Route, Stage
from cxdesk.domain.note import NoteKind
from cxdesk.domain.purchase import PurchaseLine
from cxdesk.domain.returns import Returnable
from cxdesk.ui.counter.basket import Basket, BasketLine
from cxdesk.ui.counter.draft import Draft, read, written
from cxdesk.ui.counter.form import Form

AT = datetime(2026, 11, 21, 14, 5, tzinfo=UTC)
KAISA = Customer(7, "Kaisa", "Virtanen", "fi")
SAVED = Feedback(3, date(2026, 11, 20), 7, nps=4)


def customer(customer_id):
    if customer_id != 7:
        raise UserError("There is no customer number {number}.", number=customer_id)
    return KAISA


def feedback(feedback_id):
    if feedback_id != 3:
        raise UserError("There is no feedback number {number}.", number=feedback_id)
    return SAVED


def again(form):
    return read(written(Draft(form, AT)), customer, feedback)


old = some.builds(
    Returnable,
    some.builds(PurchaseLine, some.text(), some.floats(1, 9), some.integers(), some.integers()),
    some.dates(),
)
lines = some.builds(
    BasketLine,
    description=some.text(),
    quantity=some.floats(0.001, 1e6),
    unit_price=some.integers(0, 10**9),
    product_id=some.none() | some.integers(1),
    discount=some.builds(Discount, some.integers(0), some.decimals(0, 100, places=2)),
    warranty_until=some.none() | some.dates(),
    returned=some.booleans(),
    old=some.none() | old,
)
interviews = some.builds(
    Interview,
    id=some.just(0),
    day=some.just(date.min),
    wishes=some.text(),
    hits=some.lists(some.text()).map(tuple),
    outcome=some.none() | some.sampled_from(Outcome),
    fit=some.none() | some.sampled_from(Fit),
)
forms = some.builds(
    Form,
    feedback_uuid=some.uuids().map(str),
    basket=some.builds(Basket, some.uuids().map(str), some.lists(lines, max_size=3).map(tuple)),
    customer=some.sampled_from([None, KAISA]),
    anonymous=some.booleans(),
    nps=some.none() | some.integers(0, 10),
    needs=some.lists(some.sampled_from(Need)).map(tuple),
    channel=some.sampled_from(Channel),
    stage=some.none() | some.sampled_from(Stage),
    comment=some.text(),
    follow_up=some.none() | some.booleans(),
    emotion=some.none() | some.sampled_from(Emotion),
    waited=some.none() | some.integers(0, 1440),
    route=some.none() | some.sampled_from(Route),
    note=some.text(),
    note_kind=some.sampled_from(NoteKind),
    interview=interviews,
    corrects=some.sampled_from([None, SAVED]),
)


@given(forms)
def test_every_form_comes_back_as_it_was(form):
    assert again(form) == Draft(form, AT)


def test_people_are_only_named():
    form = Form("f", Basket("p"), customer=replace(KAISA, note="Secret"), corrects=SAVED)
    assert json.loads(written(Draft(form, AT)))["form"]["customer"] == {"id": 7, "name": "Kaisa Virtanen"}


@pytest.mark.parametrize("who", [replace(KAISA, id=8), replace(KAISA, first_name="Aino")])
def test_who_has_gone_or_is_somebody_else_is_nobody(who):
    found = again(Form("f", Basket("p"), customer=who, nps=0))
    assert (found.form, found.orphan) == (Form("f", Basket("p"), nps=0), True)


def test_a_percentage_stays_exact():
    line = BasketLine("Yarn", 1, 890, discount=Discount(percent=Decimal("12.5")))
    form = Form("f", Basket("p", (line,)))
    assert again(form).form.basket.lines[0].discount.percent == Decimal("12.5")


def test_what_a_form_has_gained_since_has_its_default():
    content = json.loads(written(Draft(Form("f", Basket("p"), nps=7), AT)))
    del content["form"]["emotion"]
    assert read(json.dumps(content), customer, feedback).form == Form("f", Basket("p"), nps=7)


GOOD = json.loads(written(Draft(Form("f", Basket("p"), nps=7), AT)))


@pytest.mark.parametrize(
    "text",
    [
        "",
        "{",
        "null",
        "[]",
        "\ufffd",
        "[" * 100_000,
        json.dumps(GOOD | {"version": 2}),
        json.dumps(GOOD | {"at": "yesterday"}),
        json.dumps(GOOD | {"form": None}),
        json.dumps(GOOD | {"form": GOOD["form"] | {"mood": 3}}),
        json.dumps(GOOD | {"form": GOOD["form"] | {"nps": "7"}}),
        json.dumps(GOOD | {"form": GOOD["form"] | {"channel": "owl"}}),
        json.dumps(GOOD | {"form": GOOD["form"] | {"corrects": {"id": 4}}}),
    ],
)
def test_what_makes_no_sense_is_refused_in_words(text):
    with pytest.raises(match="could not be read"):
        read(text, customer, feedback)


@given(some.text() | some.recursive(some.none() | some.integers() | some.text(), some.lists).map(json.dumps))
def test_no_text_does_harm(text):
    with pytest.raises(UserError, match="could not be read"):
        read(text, customer, feedback)
