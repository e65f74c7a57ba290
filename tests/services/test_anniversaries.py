"""Days that customers keep every year: noted, kept soon, refused."""

from datetime import date

import pytest

from cxdesk.domain.anniversary import Anniversary
from cxdesk.domain.customer import Birthday, Customer
from cxdesk.domain.errors import UserError


@pytest.fixture
def note(desk, person):
    """Notes days by name on a new customer; gives the customer's id."""

    def make(who, **days):
        customer_id = person(who)
        for name, day in days.items():
            desk.anniversaries.add(customer_id, Anniversary(name, day))
        return customer_id

    return make


def coming(desk):
    return [
        (each.customer.first_name, each.anniversary.name, each.day) for each in desk.anniversaries.coming()
    ]


def test_the_week_ahead_in_the_order_of_its_days(desk, note):
    note("Aino", wedding=Birthday(27, 11, 2016), nameday=Birthday(28, 11))
    note("Bo", shop=Birthday(21, 11))
    assert coming(desk) == [("Bo", "shop", date(2026, 11, 21)), ("Aino", "wedding", date(2026, 11, 27))]


def test_over_new_year(desk, note, clock):
    clock.forward(39)  # 30 December
    note("Aino", nameday=Birthday(2, 1))
    assert coming(desk) == [("Aino", "nameday", date(2027, 1, 2))]


def test_the_leap_day_is_kept_on_the_28th(desk, note, clock):
    clock.forward(94)  # 23 February 2027
    note("Aino", wedding=Birthday(29, 2, 2020))
    assert coming(desk) == [("Aino", "wedding", date(2027, 2, 28))]


def test_who_may_not_be_used_is_left_out(desk, note):
    who = desk.customers.get(note("Aino", wedding=Birthday(22, 11)))
    desk.customers.save(Customer(who.id, "Aino", restricted=True))
    assert coming(desk) == []


def test_the_same_day_is_noted_once_and_goes_and_comes_back(desk, person):
    customer_id = person()
    twice = {
        desk.anniversaries.add(customer_id, Anniversary(" Wedding  day", Birthday(1, 6))) for _ in range(2)
    }
    assert [each.name for each in desk.customers.card(customer_id).anniversaries] == ["Wedding day"]
    desk.anniversaries.drop(customer_id, *twice)
    assert desk.customers.card(customer_id).anniversaries == ()
    desk.history.undo()
    assert len(desk.customers.card(customer_id).anniversaries) == 1


@pytest.mark.parametrize(
    ("name", "day", "said"),
    [
        ("  ", Birthday(1, 6), "Write what day it is, such as: wedding day."),
        ("Wedding", Birthday(1, 6, 2027), "The day lies in the future. Leave the year out, or check it."),
        ("Wedding", Birthday(1, 6, 1890), "The day lies before 1900. Check the year."),
    ],
)
def test_what_cannot_be(desk, person, name, day, said):
    with pytest.raises(UserError, match=said):
        desk.anniversaries.add(person(), Anniversary(name, day))
