"""A shop in which people wait: two to be called, three promises, and something nobody has yet."""

from datetime import date

import pytest

from cxdesk.domain.promise import Promise
from cxdesk.domain.request import Request

TODAY = date(2026, 11, 21)


@pytest.fixture
def waiting(desk, shop):
    """Kaisa and a phone number wait for silk that has come; Kaisa was promised a late, a due and a coming thing."""
    kaisa = shop.customer(desk, "Kaisa Virtanen", phone="040 123 4567")
    for wish in (
        Request(0, "Silk", date(2026, 11, 2), kaisa, quantity=2),
        Request(0, "Silk", date(2026, 11, 5), contact="050 765 4321"),
        Request(0, "Red coat", TODAY),
    ):
        desk.requests.record(wish)
    desk.requests.arrive("silk", "Silk")
    with desk.workplace.change("Visit recorded"):
        for day, text in ((19, "Repair done"), (21, "Order ready"), (27, "Call back")):
            desk.promises.add(Promise(0, kaisa, text, date(2026, 11, day), date(2026, 11, 9)))
    return kaisa
