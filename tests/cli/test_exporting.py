"""Files for other programs from the command line."""

import csv
import json

import pytest
import vobject


def listed(path):
    with path.open(encoding="utf-8-sig", newline="") as file:
        return list(csv.DictReader(file))


@pytest.mark.parametrize("ending", [".json", ".xlsx", ".zip"])
def test_the_whole_shop(run, shop, tmp_path, ending):
    out = tmp_path / f"out{ending}"
    answer = run("export", shop, out, "--json").json
    assert answer["path"] == str(out)
    assert answer["rows"] > 10
    assert out.stat().st_size
    assert str(answer["rows"]) in run("export", shop, out).out


def test_the_rows_are_those_of_the_tables(run, shop, tmp_path):
    out = tmp_path / "out.json"
    answer = run("export", shop, out, "--json").json
    tables = json.loads(out.read_text(encoding="utf-8"))["tables"]
    assert answer["rows"] == sum(len(table["rows"]) for table in tables.values())
    assert [row[3] for row in tables["customers"]["rows"]] == ["Kaisa", "Timo"]


def test_lists_of_customers_purchases_and_feedback(run, shop, tmp_path):
    run("record-feedback", shop, "--nps", 9, "--customer", 1)
    counts = {"customers": 2, "purchases": 2, "feedback": 1}
    for what, count in counts.items():
        out = tmp_path / f"{what}.csv"
        assert run("export", shop, out, "--what", what, "--json").json == {"path": str(out), "rows": count}
        assert len(listed(out)) == count
    assert [row["Name"] for row in listed(tmp_path / "customers.csv")] == ["Kaisa Åström", "Timo"]


def test_only_those_who_are_found(run, shop, tmp_path):
    out = tmp_path / "customers.csv"
    assert run("export", shop, out, "--what", "customers", "--search", "timo", "--json").json["rows"] == 1
    assert [row["Name"] for row in listed(out)] == ["Timo"]
    assert run("export", shop, out, "--what", "purchases", "--search", "nobody", "--json").json["rows"] == 0


def test_contacts_and_birthdays(run, shop, tmp_path):
    cards, days = tmp_path / "x.vcf", tmp_path / "x.ics"
    assert run("export", shop, cards, "--what", "customers", "--json").json["rows"] == 2
    assert [card.fn.value for card in vobject.readComponents(cards.read_text(encoding="utf-8"))] == [
        "Kaisa Åström",
        "Timo",
    ]
    assert run("export", shop, days, "--what", "birthdays", "--json", lang="fi").code == 0
    (calendar,) = vobject.readComponents(days.read_text(encoding="utf-8"))
    assert "Kaisa Åström" in calendar.vevent_list[0].summary.value


def test_a_mailing_goes_to_those_who_permit_it(run, shop, tmp_path):
    out = tmp_path / "x.csv"
    assert run("export", shop, out, "--what", "mailing", "--json").json["rows"] == 0
    assert run("export", shop, out, "--what", "mailing", "--channel", "letter", "--json").json["rows"] == 0
    assert list(out.read_text(encoding="utf-8-sig").splitlines()) == [
        '"Name","First name","Language","Street address","Postcode","Town","Country"'
    ]


def test_what_is_refused(shop, tmp_path, refused):
    content = shop.read_bytes()
    assert ".json, .xlsx, .zip" in refused("export", shop, tmp_path / "x.csv")
    assert "is the shop file" in refused("export", shop, shop)
    assert "is the shop file" in refused("export", shop, shop, "--what", "customers")
    assert "Choose a list" in refused("export", shop, tmp_path / "x.json", "--search", "Kaisa")
    assert "could not be saved" in refused("export", shop, tmp_path / "none" / "x.json")
    refused("export", shop, tmp_path / "x.csv", "--what", "mailing", "--channel", "any", code=2)
    refused("export", shop, tmp_path / "x.csv", "--what", "secrets", code=2)
    assert shop.read_bytes() == content
    assert not list(tmp_path.glob("x.*"))


def test_reading_beside_the_open_window(run, shop, tmp_path):
    from datetime import UTC, datetime

    from cxdesk.services.desk import enter

    window = enter(shop, lambda: datetime.now(UTC))
    try:
        assert run("export", shop, tmp_path / "x.json").code == 0
    finally:
        window.close()
