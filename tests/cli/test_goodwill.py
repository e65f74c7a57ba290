"""Gestures of goodwill from the command line."""

import pytest

from cxdesk.domain.shop import Role, StaffMember
from cxdesk.services.desk import enter

from .conftest import NOW


@pytest.fixture
def staffed(shop):
    """The shop where Maija works, who may give away 10 € in a month."""
    desk = enter(shop, lambda: NOW)
    desk.settings.save_staff(StaffMember(0, "Oili", role=Role.OWNER))
    desk.settings.save_staff(StaffMember(0, "Maija", monthly_limit=1000))
    desk.close()
    return shop


def test_given_and_told(run, refused, staffed):
    words = ("gesture", staffed, "--staff", "Maija")
    made = run(
        *words, "--customer", 1, "--give", "Coffee", "--cost", "2,50", "--reason", "wait", "--json"
    ).json
    assert made == {"id": 1}
    assert run(*words, "--product", 1).out == "2\n"
    found = run(*words, "--json").json
    assert found["staff"] == [{"name": "Maija", "limit": 1000, "used": 680}]
    assert found["months"] == [{"month": "2026-11", "gestures": 2, "cost": 680, "known": 0, "came_again": 0}]
    assert [(each["what"], each["cost"], each["reason"]) for each in found["given"]] == [
        ("Merinovilla 50 g", 430, None),
        ("Coffee", 250, "wait"),
    ]
    assert "€6.80 of €10.00 used" in refused(*words, "--give", "Cake", "--cost", "3,21")
    assert "at the desk" in refused("gesture", staffed, "--give", "Cake")
    assert "Nobody called Eino" in refused("gesture", staffed, "--staff", "Eino")
    assert "November 2026: 2 gestures, €6.80." in run("gesture", staffed).out
