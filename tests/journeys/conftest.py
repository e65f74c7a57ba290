"""A real shop in the real window, without a screen; nothing of the user's own is touched."""

import os
from datetime import datetime, timedelta
from zoneinfo import ZoneInfo

os.environ["QT_QPA_PLATFORM"] = "offscreen"

import pytest

from cxdesk.domain.customer import Birthday, ContactChannel, Customer, Purpose
from cxdesk.domain.purchase import Purchase, PurchaseKind, PurchaseLine
from cxdesk.domain.shop import Shop, StaffMember
from cxdesk.services import desk as desks
from cxdesk.ui.application import Application
from cxdesk.ui.session import Session

NOW = datetime(2026, 11, 23, 10, 15, tzinfo=ZoneInfo("Europe/Helsinki"))


def pytest_collection_modifyitems(items):
    for item in items:
        item.add_marker(pytest.mark.qt_log_ignore("This plugin does not support propagateSizeHints"))


@pytest.fixture
def desk(tmp_path):
    """A shop with Aino at the desk and Kaisa, who has a birthday in two days and has permitted letters."""
    made = desks.found(tmp_path / "kera.cxdesk", Shop("Kerä", language="en", town="Lahti"), lambda: NOW)
    made.settings.save_staff(StaffMember(0, "Aino", "shopkeeper"))
    kaisa = made.customers.save(
        Customer(
            0,
            "Kaisa",
            "Virtanen",
            "fi",
            Birthday(25, 11),
            street="Harjukatu 2",
            postcode="15100",
            town="Lahti",
        )
    )
    made.customers.consent(kaisa, Purpose.MARKETING, ContactChannel.LETTER, given=True, source="counter")
    for ago in (20, 50, 80):
        line = PurchaseLine("Linen yarn", 2, 890, 1780)
        day = NOW.date() - timedelta(days=ago)
        made.purchases.record(Purchase(0, day, PurchaseKind.SALE, 0, kaisa, lines=(line,)))
    yield made
    made.close()


@pytest.fixture
def session(desk, qtbot, tmp_path, monkeypatch):
    """The desk in its window; closed at the end, with nothing having gone wrong."""
    monkeypatch.setenv("XDG_DATA_HOME", str(tmp_path / "home"))
    application, failed = Application("en"), []
    application.errors.show = failed.append
    made = Session(desk, application)
    with qtbot.waitExposed(made.window):
        made.show()
    made.window.activateWindow()
    qtbot.waitUntil(lambda: made.window.current == "today")
    yield made
    made.close()
    assert failed == []
