"""A real shop with six feedbacks of two customers."""

from datetime import datetime, timedelta
from zoneinfo import ZoneInfo

import pytest

from cxdesk.domain.customer import Customer
from cxdesk.domain.feedback import Feedback
from cxdesk.domain.needs import Need
from cxdesk.domain.shop import Shop
from cxdesk.services import desk as services

NOW = datetime(2026, 11, 21, 14, 5, tzinfo=ZoneInfo("Europe/Helsinki"))


@pytest.fixture
def desk(tmp_path):
    desk = services.found(tmp_path / "shop.cxdesk", Shop("Lanka", language="en"), lambda: NOW)
    yield desk
    desk.close()


@pytest.fixture
def kaisa(desk):
    return desk.customers.save(Customer(0, "Kaisa", "Virtanen"))


@pytest.fixture
def entries(desk, kaisa):
    """The ids, oldest first: 200 days ago to today."""

    def record(ago, **answers):
        return desk.feedback.record(Feedback(0, NOW.date() - timedelta(days=ago), **answers))

    return [
        record(200, nps=10, customer_id=kaisa),
        record(60, nps=9, comment="Lovely", customer_id=kaisa),
        record(20, nps=7, csat=4),
        record(10, nps=10, needs=(Need.EMPATHY, Need.PRICE)),
        record(5, nps=3, csat=1, comment="Queue", follow_up=True, customer_id=kaisa),
        record(0, nps=9),
    ]
