"""Who lives with whom."""

import pytest

from cxdesk.domain.customer import ContactKind, ContactPoint, Customer
from cxdesk.domain.errors import UserError

PHONE = ContactPoint(ContactKind.PHONE, "040 555 0123")
SAME = ContactPoint(ContactKind.PHONE, "+358 40 555 0123")
OWN = ContactPoint(ContactKind.PHONE, "050 777 0001")


@pytest.fixture
def family(desk):
    """Four Virtanens: three share a phone, one has another; gives the ids."""
    points = {"Kaisa": PHONE, "Pekka": SAME, "Aino": PHONE, "Olli": OWN}
    return [
        desk.customers.save(Customer(0, name, "Virtanen", contacts=(point,)))
        for name, point in points.items()
    ]


def home(desk, customer_id):
    return desk.customers.card(customer_id).household


def living(desk, customer_id):
    return {member.id for member in home(desk, customer_id).members}


def test_a_family_of_four_with_one_phone_number(desk, family):
    kaisa, *others = family
    assert [row.name for row in desk.households.near(kaisa)] == ["Pekka Virtanen", "Aino Virtanen"]
    for other in others:
        desk.households.join(kaisa, other)
    for who in family:
        assert [member.id for member in home(desk, who).members] == family
    assert (home(desk, kaisa).name, home(desk, kaisa).phone) == ("Virtanen", "040 555 0123")
    assert desk.households.near(kaisa) == []


def test_each_step_is_taken_back(desk, family, rows):
    kaisa, pekka, *_ = family
    before = rows()
    desk.households.join(kaisa, pekka)
    desk.history.undo()
    assert {name: found for name, found in rows().items() if found} == {n: f for n, f in before.items() if f}


def test_who_is_left_alone_has_no_household(desk, family):
    kaisa, pekka, *_ = family
    desk.households.join(kaisa, pekka)
    desk.households.leave(kaisa, pekka)
    assert (home(desk, kaisa), home(desk, pekka)) == (None, None)


def test_one_who_lives_alone_moves_to_the_other_and_one_may_move_from_home(desk, family):
    kaisa, pekka, aino, olli = family
    desk.households.join(kaisa, pekka)
    desk.households.join(aino, pekka)
    assert living(desk, aino) == {kaisa, pekka, aino}
    nobody = desk.customers.save(Customer(0, "Elli", "Oja"))
    desk.households.join(nobody, olli)
    desk.households.join(nobody, aino)  # aino has a home: she moves
    assert living(desk, nobody) == {nobody, olli, aino}
    assert living(desk, kaisa) == {kaisa, pekka}


def test_rename(desk, family):
    kaisa, pekka, *_ = family
    desk.households.join(kaisa, pekka)
    desk.households.rename(kaisa, home(desk, kaisa).id, " The  Virtanens ")
    assert home(desk, pekka).name == "The Virtanens"
    with pytest.raises(UserError, match="Write a name"):
        desk.households.rename(kaisa, home(desk, kaisa).id, " ")


def test_what_cannot_be(desk, family):
    kaisa, pekka, *_ = family
    with pytest.raises(UserError, match="the same customer"):
        desk.households.join(kaisa, kaisa)
    desk.households.join(kaisa, pekka)
    with pytest.raises(UserError, match="Pekka Virtanen lives in this household already"):
        desk.households.join(kaisa, pekka)
