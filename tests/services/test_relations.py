"""Who is what to whom, from both sides, and who brought whom."""

import pytest

from cxdesk.domain.customer import Customer
from cxdesk.domain.errors import UserError
from cxdesk.domain.relations import Role, opposite


@pytest.fixture
def people(desk):
    return [desk.customers.save(Customer(0, name)) for name in ("Anna", "Bo", "Cia", "Dan")]


def known(desk, customer_id):
    return [(each.role, each.other) for each in desk.customers.card(customer_id).relations]


@pytest.mark.parametrize("role", Role)
def test_each_relation_is_told_from_both_sides(desk, people, role):
    anna, bo, *_ = people
    desk.relations.add(bo, anna, role)
    assert known(desk, bo) == [(role, "Anna")]
    assert known(desk, anna) == [(opposite(role), "Bo")]
    desk.relations.add(anna, bo, opposite(role))  # the same, said from the other side
    assert len(known(desk, anna)) == 1
    desk.relations.drop(anna, desk.customers.card(anna).relations[0].id)
    assert known(desk, bo) == []
    desk.history.undo()
    assert known(desk, bo) == [(role, "Anna")]


def test_the_opposite_of_the_opposite_is_the_same():
    assert all(opposite(opposite(role)) is role for role in Role)


def test_nobody_is_brought_twice(desk, people):
    anna, bo, cia, _ = people
    desk.relations.add(bo, anna, Role.REFERRER)
    with pytest.raises(UserError, match="Bo was brought by Anna already"):
        desk.relations.add(bo, cia, Role.REFERRER)
    with pytest.raises(UserError, match="Bo was brought by Anna already"):
        desk.relations.add(cia, bo, Role.REFERRED)


def test_nobody_has_brought_themselves_round_a_corner(desk, people):
    anna, bo, cia, dan = people
    for brought, by in ((bo, anna), (cia, bo), (dan, cia)):
        desk.relations.add(brought, by, Role.REFERRER)
    with pytest.raises(UserError, match="Dan was brought by Anna"):
        desk.relations.add(anna, dan, Role.REFERRER)
    assert known(desk, anna) == [(Role.REFERRED, "Bo")]


def test_whom_somebody_has_brought(desk, people):
    anna, *others = people
    for other in others:
        desk.relations.add(anna, other, Role.REFERRED)
    assert known(desk, anna) == [(Role.REFERRED, name) for name in ("Bo", "Cia", "Dan")]


def test_nobody_is_their_own_friend(desk, people):
    with pytest.raises(UserError, match="the same customer"):
        desk.relations.add(people[0], people[0], Role.FRIEND)
