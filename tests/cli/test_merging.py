"""Duplicates and merging."""

import pytest

from cxdesk.domain.customer import Birthday, ContactKind, ContactPoint, Customer
from cxdesk.services.desk import enter

from .conftest import NOW


@pytest.fixture
def doubled(shop):
    """The shop, where Kaisa (1) stands a second time as 3."""
    desk = enter(shop, lambda: NOW)
    points = (ContactPoint(ContactKind.PHONE, "+358 40 1234567"), ContactPoint(ContactKind.CARD, "C-9"))
    assert (
        desk.customers.save(
            Customer(0, "Kaisa", "Astrom-Virta", birthday=Birthday(23, 11, 1976), contacts=points)
        )
        == 3
    )
    desk.close()
    return shop


def test_duplicates_are_told_with_their_reason(run, doubled):
    [pair] = run("duplicates", doubled, "--json").json

    assert (pair["keep"]["id"], pair["drop"]["id"]) == (1, 3)
    assert (pair["degree"], pair["agrees"], pair["names"]) == ("probable", ["phone", "birthday"], "part")
    assert run("duplicates", doubled).out == (
        "     1       3  Perhaps the same: Kaisa Åström / Kaisa Astrom-Virta "
        "(same phone, same birthday, one name is part of the other)\n"
    )


def test_nobody_twice(run, shop):
    assert run("duplicates", shop).out == ""
    assert run("duplicates", shop, "--json").json == []


def test_a_trial_changes_nothing(run, doubled):
    plan = run("merge", doubled, 1, 3, "--dry-run", "--json").json

    assert (plan["name"], plan["contradicting"]) == ("Kaisa Åström", ["name"])
    assert plan["moved"] == {"contact_points": 2}
    assert run("customer", doubled, 3, "--json").json["name"] == "Kaisa Astrom-Virta"


def test_merge_and_undo(run, refused, doubled):
    done = run("merge", doubled, 1, 3, "--take", "name")
    assert done.out == "Kaisa Åström (1) and Kaisa Astrom-Virta (3) become Kaisa Astrom-Virta (1).\n"
    card = run("customer", doubled, 1, "--json").json
    assert (card["name"], card["spend"]) == ("Kaisa Astrom-Virta", 1780)
    assert {point["value"] for point in card["contacts"]} == {"040 1234567", "kaisa@example.fi", "C-9"}
    assert "3" in refused("customer", doubled, 3)

    assert run("undo", doubled).code == 0
    assert run("customer", doubled, 3, "--json").json["name"] == "Kaisa Astrom-Virta"


@pytest.mark.parametrize(("keep", "drop"), [(1, 1), (1, 99), (99, 1)])
def test_what_cannot_be_merged(refused, doubled, keep, drop):
    assert refused("merge", doubled, keep, drop)


def test_what_cannot_be_taken(refused, doubled):
    refused("merge", doubled, 1, 3, "--take", "note", code=2)
