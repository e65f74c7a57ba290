"""What was asked for and is not in stock."""

from datetime import date

import pytest

from cxdesk.domain.request import Request
from cxdesk.services.desk import enter

from .conftest import NOW


@pytest.fixture
def asked(shop):
    """The shop, where Kaisa waits for silk that has come, and somebody once asked for a red coat."""
    desk = enter(shop, lambda: NOW)
    desk.requests.record(Request(0, "Silk", date(2026, 11, 2), 1, quantity=2))
    desk.requests.record(Request(0, "silk", date(2026, 11, 5)))
    desk.requests.record(Request(0, "Red coat", date(2026, 11, 6)))
    desk.requests.arrive("silk", "Silk")
    desk.close()
    return shop


def test_what_is_wanted_and_whom_to_call(run, asked):
    found = run("requests", asked, "--json").json
    assert found["wanted"] == [
        {"text": "silk", "times": 2, "quantity": 3.0, "last": "2026-11-05", "here": True},
        {"text": "Red coat", "times": 1, "quantity": 1.0, "last": "2026-11-06", "here": False},
    ]
    (call,) = found["calls"]
    assert (call["name"], call["phone"], call["text"]) == ("Kaisa Åström", "040 1234567", "Silk")
    assert (call["arrived"], call["product"]) == ("2026-11-21", None)
    assert run("requests", asked).out == (
        "   2 ×  silk  (3, 05/11/2026)\n   1 ×  Red coat  (1, 06/11/2026)\n\nTo call:\n"
        "     1  Kaisa Åström 040 1234567: Silk (02/11/2026)\n"
    )


def test_nothing_asked_for(run, shop):
    assert run("requests", shop, "--json").json == {"wanted": [], "calls": []}
