"""Promises: given with a day, kept or not."""

from datetime import timedelta

import pytest

from cxdesk.domain.customer import ContactKind, ContactPoint
from cxdesk.domain.errors import UserError
from cxdesk.domain.promise import Promise


@pytest.fixture
def promise(desk, today):
    """Gives a promise that is due in so many days; gives its id."""

    def give(customer_id, text="Repair done", days=3):
        with desk.workplace.change("Visit recorded"):
            return desk.promises.add(Promise(0, customer_id, text, today + timedelta(days), today))

    return give


def test_the_earliest_due_comes_first_until_it_is_closed(desk, promise, person, today, clock):
    aino = person(contacts=(ContactPoint(ContactKind.PHONE, "040 1"),))
    later, sooner = promise(aino, days=5), promise(aino, "Order ready", days=1)
    assert [(each.promise.id, each.name, each.phone) for each in desk.promises.open()] == [
        (sooner, "Aino", "040 1"),
        (later, "Aino", "040 1"),
    ]
    clock.forward(2)
    desk.promises.close(sooner, kept=False)
    assert [each.promise.id for each in desk.promises.open()] == [later]
    with pytest.raises(UserError, match="not open any more"):
        desk.promises.close(sooner, kept=True)
    desk.history.undo()
    desk.promises.close(sooner, kept=True)
    assert [each.promise.due for each in desk.promises.open()] == [today + timedelta(days=5)]


@pytest.mark.parametrize(("text", "days"), [(" ", 1), ("x" * 201, 1), ("Ready", -1)])
def test_what_cannot_be_right_is_refused(desk, promise, person, text, days):
    with pytest.raises(UserError):
        promise(person(), text, days)
    assert desk.promises.open() == []


def test_a_promise_is_given_to_somebody(promise):
    with pytest.raises(UserError, match="choose the customer"):
        promise(0)
