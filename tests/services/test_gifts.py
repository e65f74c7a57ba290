"""The catalogue of gifts: what it adds to the customer's own things, and what it keeps to."""

from dataclasses import replace
from datetime import timedelta

import pytest

from cxdesk.domain.customer import Birthday, PreferenceKind
from cxdesk.domain.errors import UserError
from cxdesk.domain.gift import CatalogueGift, GiftKind
from cxdesk.domain.product import Product

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
    assert (given.gift, given.name, given.cost) == ("Mug", "Aino", 150 + 400)
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
