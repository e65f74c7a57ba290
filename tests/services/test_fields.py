"""The shop's own fields: defined, ordered, retired, and what they hold."""

from dataclasses import replace

import pytest

from cxdesk.domain.customer import Customer
from cxdesk.domain.errors import UserError
from cxdesk.domain.fields import Field, FieldKind


@pytest.fixture
def define(desk):
    """Defines a field of the shop; gives the id."""

    def make(name, kind=FieldKind.TEXT, *choices):
        return desk.fields.save(Field(0, name, kind, choices))

    return make


def names(desk):
    return [field.name for field in desk.fields.asked()]


def held(desk, customer_id):
    return {each.field.name: each.value for each in desk.customers.card(customer_id).held}


def test_values_are_saved_with_the_customer_in_one_step(desk, define):
    shoe, member = define("Shoe", FieldKind.NUMBER), define("Member", FieldKind.YES_NO)
    who = desk.customers.save(Customer(0, "Aino"), "form-1", {shoe: "38.5", member: "yes"})
    assert desk.customers.save(Customer(0, "Aino"), "form-1", {shoe: "39"}) == who
    assert held(desk, who) == {"Shoe": "38.5", "Member": "yes"}
    desk.customers.save(Customer(who, "Aino"), held={shoe: ""})
    assert held(desk, who) == {"Member": "yes"}
    desk.history.undo()
    assert held(desk, who) == {"Shoe": "38.5", "Member": "yes"}


@pytest.mark.parametrize(
    ("kind", "value"),
    [
        (FieldKind.NUMBER, "many"),
        (FieldKind.NUMBER, "NaN"),
        (FieldKind.DATE, "3.12.2026"),
        (FieldKind.DATE, "2026-02-30"),
        (FieldKind.CHOICE, "silk"),
        (FieldKind.YES_NO, "perhaps"),
    ],
)
def test_a_value_of_another_kind_is_refused_and_nothing_is_saved(desk, define, kind, value):
    field = define("Yarn", kind, *(("wool", "linen") if kind is FieldKind.CHOICE else ()))
    with pytest.raises(UserError, match="does not fit the field Yarn"):
        desk.customers.save(Customer(0, "Aino"), held={field: value})
    assert desk.customers.ids() == []


def test_a_choice_that_is_offered_no_more_stays_until_it_is_changed(desk, define):
    field = define("Yarn", FieldKind.CHOICE, "wool", "linen")
    who = desk.customers.save(Customer(0, "Aino"), held={field: "wool"})
    desk.fields.save(replace(desk.fields.every()[0], choices=("linen", "silk")))
    desk.customers.save(Customer(who, "Aino", "Aalto"), held={field: "wool"})
    assert held(desk, who) == {"Yarn": "wool"}


def test_order_and_retirement(desk, define):
    for name in ("A", "B", "C"):
        define(name)
    desk.fields.move(desk.fields.asked()[2].id, -1)
    assert names(desk) == ["A", "C", "B"]
    desk.fields.move(desk.fields.asked()[0].id, -1)
    assert names(desk) == ["A", "C", "B"]
    desk.fields.retire(desk.fields.asked()[0], active=False)
    assert names(desk) == ["C", "B"]
    desk.history.undo()
    assert names(desk) == ["A", "C", "B"]


@pytest.mark.parametrize(
    ("field", "said"),
    [
        (Field(0, " "), "Write a name"),
        (Field(0, "SHOE size"), "There is a field Shoe size already"),
        (Field(0, "Yarn", FieldKind.CHOICE, ("wool", " wool ")), "at least two choices"),
    ],
)
def test_what_is_no_field(desk, define, field, said):
    define("Shoe size")
    with pytest.raises(UserError, match=said):
        desk.fields.save(field)
