"""A shop of three people and the page of customers in a window."""

from datetime import date

import pytest
from PySide6.QtCore import Qt

from cxdesk.ui.customers.page import CustomersPage


@pytest.fixture
def people(desk, shop):
    made = [shop.customer(desk, name) for name in ("Anna Aalto", "Kaisa Hämäläinen", "Timo Öhman")]
    shop.bought(desk, made[1], date(2026, 9, 1), date(2026, 10, 1), date(2026, 11, 1))
    return made


@pytest.fixture
def window(desk, shop, language, shown):
    made = shop.window(desk, language, "customers", CustomersPage, ("today", "counter", "feedback"))
    shown(made, 1366, 768)
    yield made
    made.close()
    assert made.errors == []


@pytest.fixture
def page(window, people, qtbot):  # noqa: ARG001 - the people are in the shop
    window.go("customers")
    made = window.page("customers")
    qtbot.waitUntil(lambda: made.listing._head.line.text() == "3 customers")
    return made


@pytest.fixture
def press(page, qtbot):
    """Presses a key where the focus is."""

    def press_key(key, modifier=Qt.KeyboardModifier.NoModifier):
        qtbot.keyClick(page.window().focusWidget(), key, modifier)

    return press_key
