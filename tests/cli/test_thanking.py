"""Suggestions, done and letters."""

import pytest

BIRTHDAY = "birthday-1-year-20261123"


def test_suggest_in_json(run, shop):
    (found,) = run("suggest", shop, "--on", "2026-11-21", "--json").json
    assert found == {
        "id": BIRTHDAY,
        "kind": "birthday",
        "occasion": "birthday",
        "gesture": "letter",
        "customer": {"id": 1, "name": "Kaisa Åström"},
        "due": "2026-11-23",
        "reason": found["reason"],
        "gift": {"product": 1, "name": "Merinovilla 50 g", "cost": 430},
        "coupon_percent": None,
        "cost": 580,
        "over_budget": 0,
        "consent": {
            "basis": "consent",
            "id": 1,
            "at": "2026-11-21T12:00:00+00:00",
            "source": "counter",
            "words": "Letters permitted on 21/11/2026: counter",
        },
        "records": [
            {"table": "customers", "id": 1},
            {"table": "products", "id": 1},
            {"table": "products", "id": 1},
        ],
    }
    assert found["reason"].startswith("Turns 50 ")
    assert "Bought Merinovilla 50 g 2 times." in found["reason"]
    assert "In stock: 8." in found["reason"]


def test_suggest_in_words_and_in_finnish(run, shop):
    assert BIRTHDAY in run("suggest", shop, "--on", "2026-11-21").out
    assert run("suggest", shop, "--on", "2026-10-01").out == "Nobody to thank on this day.\n"
    english = run("suggest", shop, "--on", "2026-11-21", "--json").json[0]["reason"]
    assert run("suggest", shop, "--on", "2026-11-21", "--json", lang="fi").json[0]["reason"] != english
    assert run("suggest", shop, "--on", "2026-10-01", "--json").json == []


def test_done_takes_it_off_the_list_once_and_undo_brings_it_back(run, shop, refused):
    assert run("done", shop, BIRTHDAY, "--json").json == {"done": BIRTHDAY}
    assert run("suggest", shop, "--json").json == []
    assert run("customer", shop, 1, "--json").json["actions"][0]["cost"] == 580
    assert "not open" in refused("done", shop, BIRTHDAY)
    run("undo", shop)
    assert run("suggest", shop, "--json").json[0]["id"] == BIRTHDAY


@pytest.mark.parametrize("day", ["2025-11-18", "2025-11-23", "2021-06-10"])
def test_suggestions_of_a_past_day_are_done_and_written_without_naming_the_day(run, shop, tmp_path, day):
    (found,) = run("suggest", shop, "--on", day, "--json").json
    paper = tmp_path / "letters" / "letter.pdf"
    assert run("letter", shop, found["id"], "--out", paper).code == 0
    assert paper.read_bytes().startswith(b"%PDF")
    assert run("done", shop, found["id"]).out.strip() == found["id"]


def test_a_letter_is_written_and_remembered(run, shop, tmp_path):
    paper = tmp_path / "kortti.pdf"
    assert run("letter", shop, BIRTHDAY, "--out", paper, "--json").json == {"letter": str(paper)}
    assert paper.read_bytes().startswith(b"%PDF")
    (letter,) = run("customer", shop, 1, "--json").json["letters"]
    assert (letter["template"], letter["date"]) == ("birthday", "2026-11-21")


def test_refusals(shop, refused, tmp_path):
    assert "not open" in refused("done", shop, "birthday-9-year-20261123")
    assert "not open" in refused("letter", shop, "nonsense", "--out", tmp_path / "x.pdf")
    assert "not open" in refused("done", shop, BIRTHDAY, "--on", "2026-06-01")
    assert "could not be saved" in refused("letter", shop, BIRTHDAY, "--out", shop / "inside" / "x.pdf")
    before = shop.read_bytes()
    assert "is the shop file" in refused("letter", shop, BIRTHDAY, "--out", shop)
    assert shop.read_bytes() == before
    assert not (tmp_path / "x.pdf").exists()


def test_what_is_kept_ready_and_who_got_it(run, shop):
    found = run("gifts", shop, "--json").json
    assert found == {"catalogue": [], "given": []}
    suggestion = run("suggest", shop, "--json").json[0]
    run("done", shop, suggestion["id"])
    (given,) = run("gifts", shop, "--json").json["given"]
    assert (given["name"], given["gift"], given["cost"]) == ("Kaisa Åström", suggestion["gift"]["name"], 430)
    assert run("gifts", shop).out == "21/11/2026  Kaisa Åström: Merinovilla 50 g · €4.30\n"


def test_a_goal_of_the_customers_own(run, refused, shop):
    words = ("goal", shop, 2, "--target", 42, "--counts", "hand", "--of", "km", "--text", "Marathon")
    assert run(*words, "--uuid", "u").out == run(*words, "--uuid", "u").out == "Marathon: 0 of 42 km\n"
    assert run("goal", shop, 2, "--more", 12.5).out == "Marathon: 12.5 of 42 km\n"
    (found,) = run("goal", shop, 2, "--more", 30, "--json").json
    assert (found["done"], found["of"], found["reached"]) == (42.5, "km", "2026-11-21")
    assert "No product or category" in refused(
        "goal", shop, 2, "--target", 3, "--counts", "pieces", "--of", "Silk"
    )


def test_an_idea_of_ones_own(run, refused, shop):
    words = ("idea", shop, 2, "--text", "Thank you for the cake", "--day", "2026-11-21")
    assert run(*words, "--uuid", "u").out == run(*words, "--uuid", "u").out == "1\n"
    assert run("idea", shop).out == "21/11/2026  –: Thank you for the cake\n"
    assert "may not be written to" in refused(*words, "--way", "letter")
    (own,) = [each for each in run("suggest", shop, "--json").json if each["occasion"] == "thank_you"]
    assert own["reason"] == "Our own idea: “Thank you for the cake”. A word at the counter is enough."
    run("done", shop, own["id"])
    assert run("idea", shop, "--json").json == []
