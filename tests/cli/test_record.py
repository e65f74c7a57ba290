"""Purchases and feedback from scripts."""

import pytest


def test_a_purchase_by_barcode_code_and_name(run, shop):
    words = ("--line", "6400000000017", "2", "--line", "M50", "--line", "merinovilla 50 G", "0,5", "8.00")
    made = run("record-purchase", shop, "--customer", 1, *words, "--date", "2026-11-20", "--json").json
    latest = run("customer", shop, 1, "--json").json["purchases"][0]
    assert (latest["id"], latest["date"], latest["kind"]) == (made["id"], "2026-11-20", "sale")
    assert latest["total"] == 2 * 890 + 890 + 400
    assert [line["product"] for line in latest["lines"]] == [1, 1, 1]


def test_a_return_and_what_is_not_in_the_register(run, shop):
    run("record-purchase", shop, "--customer", 1, "--refund", "--line", "M50")
    run("record-purchase", shop, "--customer", 2, "--line", "Räätälin työ <b>&", "1", "45")
    assert run("customer", shop, 1, "--json").json["purchases"][0]["total"] == -890
    (line,) = run("customer", shop, 2, "--json").json["purchases"][0]["lines"]
    assert (line["description"], line["amount"], line["product"]) == ("Räätälin työ <b>&", 4500, None)


def test_discount_warranty_and_a_return_of_an_earlier_line(run, shop, refused):
    words = ("--line", "M50", "2", "8,90", "discount=10%", "warranty=2028-11-20", "--date", "2026-11-20")
    run("record-purchase", shop, "--customer", 1, *words)
    (sold,) = run("customer", shop, 1, "--json").json["purchases"][0]["lines"]
    assert (sold["discount"], sold["amount"], sold["warranty_until"]) == (178, 1602, "2028-11-20")
    back = ("--return", sold["id"], "reason=too large", "--line", "M50", "1", "5", "discount=0,50")
    run("record-purchase", shop, "--customer", 1, *back)
    newest = run("customer", shop, 1, "--json").json["purchases"][0]
    assert (newest["kind"], newest["total"]) == ("sale", 450 - 801)
    assert [(line["returns"], line["reason"]) for line in newest["lines"] if line["returns"]] == [
        (sold["id"], "too large")
    ]
    assert "only 1" in refused("record-purchase", shop, "--return", sold["id"], "2")
    run("record-purchase", shop, "--return", sold["id"])
    assert "only 0" in refused("record-purchase", shop, "--return", sold["id"])


def test_one_uuid_is_one_record(run, shop):
    for command in (("record-purchase", "--line", "M50"), ("record-feedback", "--nps", "0")):
        words = (command[0], shop, *command[1:], "--customer", "2", "--uuid", "form-1", "--json")
        assert run(*words).json == run(*words).json
    card = run("customer", shop, 2, "--json").json
    assert (len(card["purchases"]), len(card["feedback"]), card["feedback"][0]["nps"]) == (1, 1, 0)


def test_feedback_in_full(run, shop):
    words = ("--nps", 0, "--csat", 1, "--ces", 7, "--comment", "Jono & <b>", "--channel", "phone")
    needs = ("--need", "price", "--need", "convenience", "--stage", "purchase")
    needs += ("--emotion", "angry", "--waited", 0, "--route", "pickup")
    run("record-feedback", shop, "--customer", 1, *words, *needs, "--date", "2026-11-02")
    (said,) = run("customer", shop, 1, "--json").json["feedback"]
    assert said == {
        "id": 1,
        "date": "2026-11-02",
        "nps": 0,
        "csat": 1,
        "ces": 7,
        "comment": "Jono & <b>",
        "channel": "phone",
        "stage": "purchase",
        "emotion": "angry",
        "waited": 0,
        "route": "pickup",
        "needs": ["price", "convenience"],
        "follow_up": True,
        "resolved": None,
    }
    (suggestion,) = run("suggest", shop, "--json").json
    assert suggestion["kind"] == "answer_feedback"
    assert suggestion["reason"].startswith("Gave 0/10 on ")


@pytest.mark.parametrize(
    "words",
    [
        ("--nps", 11),
        ("--nps", -1),
        ("--csat", 0),
        ("--ces", 8),
        ("--waited", -1),
        ("--waited", 1441),
        ("--route", "counter"),
        ("--nps", 10**30),
        (),
        ("--nps", 5, "--customer", 77),
        ("--nps", 5, "--date", "2099-01-01"),
        ("--comment", "x" * 20_001),
    ],
)
def test_feedback_that_is_refused(run, shop, refused, words):
    steps = len(run("history", shop, "--json").json)
    assert refused("record-feedback", shop, *words)
    assert len(run("history", shop, "--json").json) == steps


@pytest.mark.parametrize(
    "words",
    [
        ("--line", "Nothing of ours"),
        (),
        ("--line", "M50", "two"),
        ("--line", "M50", "discount=110%"),
        ("--line", "M50", "warranty=tomorrow"),
        ("--return", "4711"),
        ("--return", "M50"),
        ("--line", "M50", "NaN"),
        ("--line", "M50", "1e30", "1"),
        ("--line", "M50", "1e11", "1e11"),
        ("--line", "M50", "-2"),
        ("--line", "M50", "0"),
        ("--line", "M50", "1", "1e999"),
        ("--line", "M50", "1", "2", "3"),
        ("--line", "x" * 10_000, "1", "5"),
        ("--line", "M50", "--customer", 77),
        ("--line", "M50", "--date", "2026-11-22"),
    ],
)
def test_purchases_that_are_refused(run, shop, refused, words):
    steps = len(run("history", shop, "--json").json)
    assert refused("record-purchase", shop, *words)
    assert len(run("history", shop, "--json").json) == steps


def test_a_receipt_twice(run, shop, refused):
    run("record-purchase", shop, "--line", "M50", "--receipt", "17")
    assert "17" in refused("record-purchase", shop, "--line", "M50", "--receipt", "17")
