"""What staff give on their own judgement in a real shop: within a limit, from stock, once, taken back."""

from dataclasses import replace
from datetime import timedelta

import pytest

from cxdesk.domain.errors import UserError
from cxdesk.domain.goodwill import Goodwill, GoodwillReason, Purse
from cxdesk.domain.product import Product
from cxdesk.domain.shop import Role, StaffMember


@pytest.fixture
def maija(desk):
    """Maija of the staff is at the desk; Oili owns the shop."""
    desk.settings.save_staff(StaffMember(0, "Oili", role=Role.OWNER))
    desk.workplace.staff_id = desk.settings.save_staff(StaffMember(0, "Maija", monthly_limit=1000))
    return desk.workplace.staff_id


def coffee(today, cost=300, **more):
    return Goodwill(0, today, " Coffee ", GoodwillReason.WAIT, cost, **more)


def test_given_within_the_limit_of_the_month(desk, person, maija, today, clock):
    aino = person()
    assert desk.goodwill.give(coffee(today, customer_id=aino, uuid="u")) == 1
    assert desk.goodwill.give(coffee(today, customer_id=aino, uuid="u")) == 1  # the same form
    assert desk.goodwill.purse() == Purse(1000, 300)
    with pytest.raises(UserError) as refused:
        desk.goodwill.give(coffee(today, 701))
    said = desk.workplace.language().error(refused.value)
    assert said == "€7.01 is more than is left this month: €3.00 of €10.00 used. Give less, or ask the owner."
    desk.goodwill.give(coffee(today, 700))
    clock.forward(10)  # December
    assert desk.goodwill.purse() == Purse(1000, 0)
    (card,) = desk.customers.card(aino).goodwill
    assert (card.what, card.staff_id, card.cost) == ("Coffee", maija, 300)


def test_a_product_is_taken_from_stock_and_comes_back_with_undo(desk, maija, today):
    yarn = desk.products.save(Product(0, "Linen", price=890, cost=430, stock=3))
    desk.goodwill.give(Goodwill(0, today, "", product_id=yarn))
    (given,) = desk.goodwill.log().given
    assert (given.goodwill.what, given.goodwill.cost, given.staff) == ("Linen", 430, "Maija")
    assert desk.products.get(yarn).stock == 2
    desk.history.undo()
    assert (desk.products.get(yarn).stock, desk.goodwill.log().given) == (3, ())
    assert desk.goodwill.purse(maija).used == 0


def test_the_owner_sees_everything_and_staff_their_own(desk, person, buy, maija, today, clock):
    aino, (oili, _) = person(), desk.settings.staff()
    desk.goodwill.give(coffee(today, customer_id=aino))
    desk.workplace.staff_id = oili.id
    desk.goodwill.give(coffee(today, 99999))  # an owner has no limit of their own
    clock.forward(20)
    buy(aino, clock.now.date())
    found = desk.goodwill.log()
    assert [(each.staff, each.back) for each in found.given] == [("Oili", False), ("Maija", True)]
    assert [(member.name, purse.limit) for member, purse in found.purses] == [("Oili", None), ("Maija", 1000)]
    desk.workplace.staff_id = maija
    assert [each.staff for each in desk.goodwill.log().given] == ["Maija"]


def test_without_a_limit_of_their_own_the_shops_counts(desk, maija):
    member = next(each for each in desk.settings.staff() if each.id == maija)
    desk.settings.save_staff(replace(member, monthly_limit=None))
    desk.settings.save(replace(desk.settings.shop(), goodwill_limit=2500))
    assert desk.goodwill.purse() == Purse(2500, 0)


@pytest.mark.usefixtures("maija")
@pytest.mark.parametrize(
    "wrong", [{"what": " "}, {"cost": -1}, {"days": 1}, {"customer_id": 9}, {"staff_id": 9}]
)
def test_what_cannot_be_right_is_refused(desk, today, wrong):
    day = today + timedelta(days=wrong.pop("days", 0))
    with pytest.raises(UserError):
        desk.goodwill.give(replace(coffee(day), **wrong))
    assert desk.goodwill.log().given == ()
