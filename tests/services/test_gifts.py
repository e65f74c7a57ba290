"""The catalogue of gifts: what it adds to the customer's own things, and what it keeps to."""

from dataclasses import replace
from datetime import timedelta

import pytest

from cxdesk.domain.budget import Earned
from cxdesk.domain.customer import Birthday, PreferenceKind
from cxdesk.domain.errors import UserError
from cxdesk.domain.gift import CatalogueGift, GiftKind
from cxdesk.domain.goodwill import Goodwill
from cxdesk.domain.product import Product
from cxdesk.domain.shop import StaffMember
from cxdesk.language import gifts as words

BORN = Birthday(23, 11, 1976)  # in two days


@pytest.fixture
def mug(desk):
    return desk.gifts.save(CatalogueGift(0, "Mug", GiftKind.SWAG, 400, stock=1))


def gift(desk):
    (suggestion,) = desk.appreciation.day().suggestions
    return suggestion.gift


def test_what_the_customer_buys_comes_before_the_catalogue(desk, person, buy, today, mug):
    aino = person(birthday=BORN)
    assert (gift(desk).name, gift(desk).catalogue_id, gift(desk).cost) == ("Mug", mug, 400)
    (why, *_) = desk.appreciation.day().suggestions[0].reasons[1:]
    assert why.record == ("gifts", mug)
    own = desk.products.save(Product(0, "Linen", price=500))
    buy(aino, today - timedelta(days=10), product_id=own)
    assert gift(desk).name == "Linen"


def test_a_gift_is_given_once_and_there_is_one_less(desk, person, mug, clock):
    person(birthday=BORN)
    desk.appreciation.done(desk.appreciation.day().suggestions[0])
    assert desk.gifts.every()[0].stock == 0
    (given,) = desk.gifts.given()
    assert (given.gift, given.name, given.cost) == ("Mug", "Aino", 400)
    desk.history.undo(desk.history.next_undo())
    assert (desk.gifts.every()[0].stock, desk.gifts.given()) == (1, [])
    desk.gifts.save(replace(desk.gifts.every()[0], stock=9))
    desk.appreciation.done(desk.appreciation.day().suggestions[0])
    clock.forward(365)
    assert gift(desk) is None  # never the same again
    assert mug


@pytest.mark.usefixtures("mug")
@pytest.mark.parametrize(
    "changed", [{"stock": 0}, {"active": False}, {"cost": 1501}, {"text": "With peanuts inside"}]
)
def test_nothing_out_of_stock_retired_too_dear_or_harmful(desk, person, changed):
    aino = person(birthday=BORN)
    desk.customers.prefer(aino, PreferenceKind.ALLERGY, "peanut")
    desk.gifts.save(replace(desk.gifts.every()[0], **changed))
    assert gift(desk) is None


@pytest.mark.parametrize("wrong", [{"name": " "}, {"cost": -1}, {"stock": -1}])
def test_what_cannot_be_right_is_refused(desk, wrong):
    with pytest.raises(UserError):
        desk.gifts.save(replace(CatalogueGift(0, "Mug", GiftKind.SWAG), **wrong))


def give(desk):
    """Carry out the birthday's suggestion; gives what was given."""
    (suggestion,) = desk.appreciation.day().suggestions
    desk.appreciation.done(suggestion)
    return suggestion.gift


def test_a_product_is_taken_from_the_shops_stock_and_comes_back_with_undo(desk, person, buy, today, mug):
    aino, linen = person(birthday=BORN), desk.products.save(Product(0, "Linen", price=500, cost=200, stock=3))
    buy(aino, today - timedelta(days=10), product_id=linen)
    assert give(desk).name == "Linen"
    assert (desk.products.get(linen).stock, desk.gifts.every()[0].stock) == (1, 1)  # one was bought
    assert [each.cost for each in desk.gifts.given()] == [200]  # without the letter
    desk.history.undo()
    assert desk.products.get(linen).stock == 2
    assert mug


@pytest.mark.usefixtures("mug")
def test_a_gift_of_the_catalogue_that_is_a_product_has_the_products_stock(desk, person):
    person(birthday=BORN)
    linen = desk.products.save(Product(0, "Linen", price=900, cost=500, stock=1))
    desk.gifts.save(CatalogueGift(0, "Linen", GiftKind.USEFUL, 500, stock=99, product_id=linen))
    assert gift(desk).name == "Linen"  # the dearest
    with pytest.raises(UserError, match="already"):
        desk.gifts.save(CatalogueGift(0, "Linen again", GiftKind.USEFUL, product_id=linen))
    give(desk)
    assert desk.products.get(linen).stock == 0
    assert {each.name: each.stock for each in desk.gifts.every()} == {"Linen": 0, "Mug": 1}


@pytest.mark.usefixtures("mug")
@pytest.mark.parametrize(
    ("caps", "second"),
    [
        ({}, "Pen"),
        ({"gifts_a_year": 1}, None),
        ({"gift_sum_a_year": 400 + 100}, "Pen"),
        ({"gift_sum_a_year": 400 + 99}, None),
    ],
)
def test_the_caps_of_a_customer_and_year(desk, person, today, caps, second):
    desk.settings.save(replace(desk.settings.shop(), **caps))
    desk.gifts.save(CatalogueGift(0, "Pen", GiftKind.FUN, 100))
    aino = person(birthday=BORN)
    assert give(desk).name == "Mug"
    chosen = desk.gifts.liked([aino], today).get(aino)
    assert (chosen and chosen.name) == second
    next_year = today.replace(year=today.year + 1)
    assert desk.gifts.liked([aino], next_year)[aino].name == "Pen"


def test_what_staff_gave_on_their_own_is_not_given_again(desk, person, buy, today):
    aino, linen = person(birthday=BORN), desk.products.save(Product(0, "Linen", price=500, cost=200))
    buy(aino, today - timedelta(days=10), product_id=linen)
    desk.workplace.staff_id = desk.settings.save_staff(StaffMember(0, "Maija"))
    desk.goodwill.give(Goodwill(0, today, "", customer_id=aino, product_id=linen))
    assert gift(desk) is None


def test_a_year_may_have_a_part_of_what_last_year_earned(desk, person, buy, today):
    desk.settings.save(replace(desk.settings.shop(), yearly_budget=700, yearly_percent=3))
    budget, say = desk.appreciation.budget, desk.workplace.language()
    assert (budget().year_total, words.part(say, budget())) == (
        700,
        "Nothing was sold in 2025, so 3% of it is no limit.",
    )
    aino, last_year = person(), today.replace(year=today.year - 1)
    linen = desk.products.save(Product(0, "Linen", price=500))
    buy(aino, *[last_year] * 3, product_id=linen)
    buy(aino, last_year)  # of no product that is known
    assert (budget().earned, budget().year_total) == (Earned(2025, 2000), 60)  # 3 % of the sales
    assert words.part(say, budget()).startswith("3% of the sales of 2025 (€20.00) is €0.60;")
    desk.products.save(replace(desk.products.get(linen), cost=200))
    assert budget().earned == Earned(2025, 2000, 1500, 600)
    assert (budget().part, budget().year_total, budget().left) == (27, 27, 27)  # 3 % of 15.00 - 6.00
    part = "3% of the gross margin of 2025 (€9.00, known of 75% of the sales) is €0.27."
    assert words.part(say, budget()) == part
    desk.settings.save(replace(desk.settings.shop(), yearly_budget=20))
    assert (budget().part, budget().year_total) == (27, 20)  # the smaller one holds


def test_a_year_has_a_budget_beside_the_month(desk, person, mug):
    desk.settings.save(replace(desk.settings.shop(), yearly_budget=700))
    person(birthday=BORN)
    assert (desk.appreciation.budget().left, desk.appreciation.budget().year_binds) == (700, True)
    (suggestion,) = desk.appreciation.day().suggestions
    assert suggestion.over_budget == 0
    desk.appreciation.done(suggestion)
    found = desk.appreciation.budget()
    assert (found.year_spent, found.left) == (550, 150)
    desk.settings.save(replace(desk.settings.shop(), monthly_budget=600))
    assert (desk.appreciation.budget().left, desk.appreciation.budget().year_binds) == (50, False)
    assert mug
