from datetime import date, time

import pytest
import sqlcipher3

from cxdesk.domain.customer import CustomerSummary
from cxdesk.domain.purchase import Purchase, PurchaseKind, PurchaseLine
from cxdesk.storage import purchases

from .conftest import NOON


@pytest.fixture
def save(db):
    """A function that saves a purchase in a change of its own and gives the id."""

    def insert(purchase):
        with db.change("Purchase", at=NOON):
            return purchases.insert(db, purchase)

    return insert


def test_purchase_comes_back_as_it_was_given(db, customer, save):
    lines = (
        PurchaseLine("Tea", 0.1 + 0.2, 500, 150, None, PurchaseKind.SALE, "1"),
        PurchaseLine("Jar", -1.0, 300, -300, None, PurchaseKind.REFUND, "2"),
    )
    given = Purchase(
        1, date(2026, 5, 4), PurchaseKind.SALE, -150, customer(), time(9, 5), "17", "till", None, "u-1", lines
    )
    saved = save(given)

    assert purchases.get(db, saved) == given
    assert purchases.by_uuid(db, "u-1") == saved
    assert purchases.by_uuid(db, "u-2") is None
    assert purchases.get(db, 99) is None


def test_same_form_cannot_be_saved_twice(db, save):
    form = Purchase(0, date(2026, 5, 4), PurchaseKind.SALE, 100, uuid="u-1")
    save(form)
    with pytest.raises(sqlcipher3.IntegrityError, match="uuid"):
        save(form)

    assert db.value("SELECT count(*) FROM purchases") == 1


def test_customers_purchases_newest_first_and_added_up(db, customer, save):
    aino = customer()
    for day, kind, total in (
        (date(2026, 1, 5), PurchaseKind.SALE, 1000),
        (date(2026, 3, 5), PurchaseKind.SALE, 500),
        (date(2026, 2, 5), PurchaseKind.REFUND, -200),
        (date(2026, 4, 5), PurchaseKind.CANCELLED, 7000),
    ):
        save(Purchase(0, day, kind, total, aino))

    assert [p.day.month for p in purchases.of_customer(db, aino)] == [4, 3, 2, 1]
    assert [p.day.month for p in purchases.latest(db, 2)] == [4, 2]
    assert purchases.days(db, aino) == [date(2026, 1, 5), date(2026, 3, 5)]
    assert purchases.net_spend(db, aino) == 1300
    assert purchases.summary(db, aino) == CustomerSummary(date(2026, 1, 5), date(2026, 3, 5), 2, 2, 1300)


def test_customer_who_only_brought_something_back_has_no_summary(db, customer, save):
    aino = customer()
    save(Purchase(0, date(2026, 2, 5), PurchaseKind.REFUND, -200, aino))

    assert purchases.summary(db, aino) is None
    assert purchases.net_spend(db, aino) == -200
