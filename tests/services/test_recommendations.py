"""What customers likely buy next, in a real shop."""

from dataclasses import replace

import pytest

from cxdesk.domain.appreciation import Ground
from cxdesk.domain.customer import Birthday, ContactChannel, PreferenceKind, Purpose
from cxdesk.domain.product import Product
from cxdesk.domain.purchase import Purchase, PurchaseKind, PurchaseLine
from cxdesk.domain.recommendations import ENOUGH


@pytest.fixture
def crowd(desk, person, today):
    """Of two hundred customers eight bought linen, five of them a hook as well; the others bought a bag."""
    linen, hook, bag = (desk.products.save(Product(0, name, price=500)) for name in ("Linen", "Hook", "Bag"))
    people = [person(f"Nr {number}") for number in range(12)]
    with desk.workplace.change("Purchase recorded", bulk=True):
        strangers(desk, today)
        for number, who in enumerate(people):
            basket = [linen if number < 8 else bag, *([hook] if 3 <= number < 8 else [])]
            lines = tuple(PurchaseLine(f"{i}", 1, 500, 500, i) for i in basket)
            desk.purchases.add(Purchase(0, today, PurchaseKind.SALE, 0, who, lines=lines))
    return people


def strangers(desk, today):
    """Those who make the crowd large enough: they have bought something that is no product."""
    db = desk.workplace.db
    for number in range(ENOUGH - 12):
        who = db.write("INSERT INTO customers (first_name) VALUES (?)", [str(number)]).lastrowid
        sold = "INSERT INTO purchases (customer_id, date, kind, total) VALUES (?, ?, 'sale', 100)"
        db.write(sold, [who, today.isoformat()])


def test_own_articles_first_then_what_goes_with_them(desk, crowd):
    found = desk.recommendations.of(crowd[0])
    assert [(each.product.name, len(each.days)) for each in found.own] == [("Linen", 1)]
    (hook,) = found.together
    assert (hook.product.name, hook.source.name) == ("Hook", "Linen")
    assert (hook.both, hook.of, hook.buyers, hook.among) == (5, 8, 5, 200)
    assert hook.lift == pytest.approx(25)
    assert desk.recommendations.of(crowd[0], others=False).together == ()
    assert desk.recommendations.of(crowd[4]).together == ()  # has the hook already
    desk.purchases.void(desk.purchases.latest(1)[0].id)
    assert desk.recommendations.of(crowd[0]).together == ()  # one too few to tell


def test_nothing_that_they_cannot_have_and_nothing_of_who_objects(desk, crowd):
    desk.customers.prefer(crowd[0], PreferenceKind.DISLIKE, "hooks")
    assert [each.product.name for each in desk.recommendations.of(crowd[0]).own] == ["Linen"]
    assert desk.recommendations.of(crowd[0]).together == ()
    desk.customers.prefer(crowd[0], PreferenceKind.ALLERGY, "linen")
    assert desk.recommendations.of(crowd[0]).own == ()
    desk.customers.consent(crowd[1], Purpose.PROFILING, ContactChannel.ANY, given=False, source="counter")
    assert desk.recommendations.of(crowd[1]).own == ()


def test_what_came_back_or_was_blamed_is_not_recommended(desk, crowd, today):
    (line,) = desk.purchases.latest(1)[0].lines
    desk.purchases.record(
        Purchase(
            0,
            today,
            PurchaseKind.REFUND,
            0,
            crowd[11],
            lines=(desk.purchases.returnable(line.id).back(1, ""),),
        )
    )
    assert desk.recommendations.of(crowd[11]).own == ()
    assert len(desk.recommendations.of(crowd[10], 1).own) == 1


def test_a_gift_beside_their_own_when_nothing_of_their_own_fits(desk, crowd, today):
    kaisa = desk.customers.get(crowd[0])
    desk.customers.save(replace(kaisa, birthday=Birthday(today.day, today.month)))
    desk.customers.consent(kaisa.id, Purpose.MARKETING, ContactChannel.LETTER, given=True, source="counter")
    desk.products.save(replace(desk.products.get(1), giftable=False))
    suggestion = desk.appreciation.next_for(kaisa.id)
    assert (suggestion.gift.name, suggestion.gift.beside) == ("Hook", ("Linen", 5, 8))
    assert Ground.BESIDE in {reason.ground for reason in suggestion.reasons}
