"""A real shop file with its desk, a clock that the tests move, and people who do things in the shop."""

from datetime import datetime, timedelta
from zoneinfo import ZoneInfo

import pytest

from cxdesk.domain.customer import ContactChannel, Customer, Purpose
from cxdesk.domain.purchase import Purchase, PurchaseKind, PurchaseLine
from cxdesk.domain.shop import Shop
from cxdesk.services.desk import found

NOW = datetime(2026, 11, 21, 12, tzinfo=ZoneInfo("Europe/Helsinki"))


class Clock:
    """The time of the shop; `forward` lets days pass."""

    def __init__(self):
        self.now = NOW

    def __call__(self):
        return self.now

    def forward(self, days):
        self.now += timedelta(days=days)


@pytest.fixture
def clock():
    return Clock()


@pytest.fixture
def desk(tmp_path, clock):
    desk = found(tmp_path / "shop.cxdesk", Shop("Kerä", language="en"), clock)
    yield desk
    desk.close()


@pytest.fixture
def today(clock):
    return clock.now.date()


@pytest.fixture
def person(desk):
    """Saves a customer who permits letters (unless told otherwise); gives the id."""

    def save(name="Aino", *, permits=True, **fields):
        customer_id = desk.customers.save(Customer(0, name, **fields))
        if permits is not None:
            desk.customers.consent(
                customer_id, Purpose.MARKETING, ContactChannel.LETTER, given=permits, source="counter"
            )
        return customer_id

    return save


@pytest.fixture
def buy(desk):
    """Records one sale of one article on each of these days; gives the last id."""

    def record(customer_id, *days, product_id=None, price=500):
        made = 0
        for day in days:
            line = PurchaseLine("Yarn", 1, price, price, product_id)
            made = desk.purchases.record(Purchase(0, day, PurchaseKind.SALE, 0, customer_id, lines=(line,)))
        return made

    return record


@pytest.fixture
def rows(desk):
    """Every row of every table that is recorded in the history, and the derived ones, as one comparable value."""

    def read():
        db = desk.workplace.db
        tables = [name for (name,) in db.rows("SELECT DISTINCT table_name FROM history")]
        return {name: db.rows(f"SELECT * FROM {name} ORDER BY 1") for name in (*tables, "customer_summary")}

    return read
