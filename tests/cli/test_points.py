"""Points and coupons from the command line."""

from dataclasses import replace

import pytest

from cxdesk.domain.programme import StampCard, Tier
from cxdesk.services.desk import enter
from tests.documents.pdf import texts

from .conftest import NOW


@pytest.fixture
def regulars(shop):
    """The shop with points in use."""
    desk = enter(shop, lambda: NOW)
    desk.settings.save(replace(desk.settings.shop(), points_on=1))
    desk.close()
    return shop


def test_given_spent_and_told(run, refused, regulars):
    run("points", regulars, 1, "--give", 30, "--reason", "Forgotten card", "--uuid", "a")
    run("points", regulars, 1, "--give", 30, "--reason", "Forgotten card", "--uuid", "a")
    found = run("points", regulars, 1, "--spend", 10, "--json").json
    assert (found["points"], found["value"], found["expires"]) == (20, 100, "2028-11-21")
    assert [(lot["points"], lot["left"]) for lot in found["lots"]] == [(30, 20)]
    assert [(e["points"], e["kind"]) for e in found["entries"]] == [(30, "corrected"), (-10, "spent")]
    assert "has 20 points, not 21" in refused("points", regulars, 1, "--spend", 21)
    assert "Write why" in refused("points", regulars, 1, "--give", 5)
    run("points", regulars, 1, "--donate", 5, "--reason", "Animal shelter")
    figures = run("points", regulars, "--expire", "--json").json
    assert figures == {
        "participants": 1, "points": 15, "value": 75, "expiring": 0, "donated": 5, "expired_now": 0
    }  # fmt: skip
    assert run("points", regulars).out == "1 participant: 15 points (€0.75)\n"


def test_a_sale_that_was_cancelled(run, refused, regulars):
    made = run("record-purchase", regulars, "--customer", 1, "--line", "Coat", 1, 25, "--json").json["id"]
    assert run("points", regulars, 1, "--json").json["points"] == 25
    run("cancel-purchase", regulars, made)
    assert run("points", regulars, 1, "--json").json["points"] == 0
    assert "Only a sale" in refused("cancel-purchase", regulars, made)


def test_a_coupon_from_making_to_using(run, refused, regulars):
    code = run("coupon", regulars, "new", "--percent", 15, "--customer", 1, "--least", "20").out.strip()
    (listed,) = run("coupon", regulars, "list", "--json").json
    assert (listed["code"], listed["state"], listed["least"], listed["last"]) == (
        code,
        "open",
        2000,
        "2027-01-20",
    )
    assert (
        run("coupon", regulars, "list").out
        == f"{code}  Open  15% off the purchase from €20.00  Kaisa Åström\n"
    )
    run("coupon", regulars, "redeem", code.lower())
    assert "was used on" in refused("coupon", regulars, "redeem", code)
    assert run("coupon", regulars, "list", "--state", "used", "--json").json[0]["used"] == "2026-11-21"
    other = run("coupon", regulars, "new", "--kind", "amount", "--amount", "5,50").out.strip()
    run("coupon", regulars, "withdraw", other)
    assert "was withdrawn on" in refused("coupon", regulars, "redeem", other)
    assert "There is no coupon" in refused("coupon", regulars, "redeem", "ZZ-ZZZZ")


def test_a_purchase_uses_up_what_the_counter_would_and_is_refused_alike(run, refused, regulars):
    run("points", regulars, 1, "--give", 30, "--reason", "Forgotten card")
    code = run("coupon", regulars, "new", "--percent", 10, "--customer", 1, "--least", "10").out.strip()
    bought = ("record-purchase", regulars, "--line", "Coat", 1, 20)
    assert "is for Kaisa Åström alone" in refused(*bought, "--coupon", code)
    assert "Only a customer" in refused(*bought, "--points", 5)
    assert "has 30 points, not 31" in refused(*bought, "--customer", 1, "--points", 31)
    assert "at least €10.00" in refused(
        "record-purchase", regulars, "--customer", 1, "--line", "Hat", 1, 9, "--coupon", code
    )
    assert "At most 20 points" in refused(
        "record-purchase", regulars, "--customer", 1, "--line", "Pin", 1, 1, "--points", 25
    )
    assert "There is no gift card" in refused(*bought, "--gift-card", "ZZ-ZZZZ")
    whole = (*bought, "--customer", 1, "--coupon", code, "--points", 20, "--uuid", "one")
    made = run(*whole).out
    assert run(*whole).out == made
    found = run("points", regulars, 1, "--json").json
    assert found["points"] == 30 - 20 + 17  # 20 € less 2 € less 1 €
    assert "was used on" in refused(*bought, "--customer", 1, "--coupon", code)
    run("cancel-purchase", regulars, made.strip())
    assert run("points", regulars, 1, "--json").json["points"] == 30
    assert run("coupon", regulars, "list", "--json").json[0]["state"] == "open"


def test_stamps_from_the_first_to_the_reward(run, refused, regulars):
    desk = enter(regulars, lambda: NOW)
    desk.programme.save(StampCard(0, "Coat card", 2, "a hanger"))
    desk.programme.save(Tier(0, "Gold", 1000, percent=10))
    desk.close()
    run("record-purchase", regulars, "--customer", 1, "--line", "Coat", 2, 10, "--tier")
    assert run("points", regulars, 1, "--json").json["points"] == 18
    assert run("stamps", regulars, 1).out == "Coat card is full: a hanger\n"
    assert run("stamps", regulars, 1, "--reward", 1, "--json").json == []
    assert "not full yet" in refused("stamps", regulars, 1, "--reward", 1)


def test_a_statement_in_the_customers_language(run, refused, regulars, tmp_path):
    run("points", regulars, 1, "--give", 30, "--reason", "Unohtunut kortti")
    run("points", regulars, 1, "--spend", 12)
    run("goal", regulars, 1, "--target", 10)
    out = tmp_path / "statement.pdf"
    run("statement", regulars, 1, "--out", out)
    (said,) = texts(out)
    for words in (
        "Kaisa Åström",
        "18 pistettä, arvo 0,90 €",
        "Korjattu: Unohtunut kortti",
        "21.11.2028",
        "−12",
        "10 käyntiä",
        "0 / 10 käyntiä",
    ):
        assert words in said.replace("\u00a0", " "), words
    assert "is the shop file" in refused("statement", regulars, 1, "--out", regulars)


def test_a_draw_is_announced_with_its_seed(run, refused, regulars):
    run("draw", regulars, "--announce", "Autumn", "--seed", "kerä", "--to", "2026-12-01")
    assert run("draw", regulars).out == "1  Autumn  21/11/2026–01/12/2026  seed kerä\n"
    assert "goes on until" in refused("draw", regulars, "--draw", 1)
