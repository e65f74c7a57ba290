"""Customers and imports."""

import json

import pytest

HEADER = "InvoiceNo,StockCode,Description,Quantity,InvoiceDate,UnitPrice,CustomerID,Country\n"
GOOD = "1,85123,YARN,2,2011-03-07 14:05:00,8.90,17.0,Norway\n"
BAD = "2,85123,YARN,two,2011-03-07 14:05:00,8.90,17.0,Norway\n"


def test_customers_in_json(run, shop):
    kaisa, timo = sorted(run("customers", shop, "--json").json, key=lambda row: row["id"])
    assert {name: kaisa[name] for name in ("id", "name", "phone", "email", "external_id")} == {
        "id": 1,
        "name": "Kaisa Åström",
        "phone": "040 1234567",
        "email": "kaisa@example.fi",
        "external_id": "",
    }
    assert (timo["external_id"], timo["phone"]) == ("T-2", "")


@pytest.mark.parametrize("typed", ["astrom", "ÅSTRÖM", "+358401234567", "kaisa@", "kai"])
def test_customers_are_found(run, shop, typed):
    assert [row["id"] for row in run("customers", shop, "--search", typed, "--json").json] == [1]


def test_nobody_is_found(run, shop):
    assert run("customers", shop, "--search", 'x" OR 1', "--json").json == []
    assert run("customers", shop, "--search", "0_0").out == ""


def test_one_customer_in_json(run, shop):
    card = run("customer", shop, 1, "--json").json
    assert (card["spend"], card["birthday"]) == (1780, {"day": 23, "month": 11, "year": 1976})
    assert [(p["date"], p["kind"], p["total"]) for p in card["purchases"]] == [
        ("2026-11-01", "sale", 890),
        ("2026-08-01", "sale", 890),
    ]
    assert card["purchases"][0]["lines"] == [
        {
            "id": 2,
            "description": "Merinovilla 50 g",
            "kind": "sale",
            "quantity": 1.0,
            "unit_price": 890,
            "discount": 0,
            "amount": 890,
            "product": 1,
            "returns": None,
            "reason": "",
            "warranty_until": None,
        }
    ]
    (consent,) = card["consents"]
    assert (consent["purpose"], consent["channel"], consent["given"]) == ("marketing", "letter", True)
    assert (card["preferences"], card["feedback"]) == ([], [])
    assert "Kaisa Åström" in run("customer", shop, 1).out


@pytest.mark.parametrize(
    ("number", "code"), [(77, 1), (0, 1), (10**18 - 1, 1), (2**63, 2), (-1, 2), ("x", 2), ("²", 2)]
)
def test_customers_that_are_not_there(shop, refused, number, code):
    refused("customer", shop, number, "--json", code=code)


def test_import_in_json(run, shop, tmp_path):
    file = tmp_path / "till.csv"
    file.write_text(HEADER + GOOD + BAD, encoding="utf-8")
    trial = run("import", shop, file, "--dry-run", "--json").json
    done = run("import", shop, file, "--json").json
    assert trial == done | {"change": None}
    counts = {"customers": 1, "products": 1, "purchases": 1, "lines": 1, "feedback": 0, "points": 0}
    assert (done["rows"], done["added"]) == (2, counts)
    assert done["updated"] == done["unchanged"] == dict.fromkeys(counts, 0)
    (refusal,) = done["refused"]
    assert (refusal["line"], refusal["column"], refusal["reason"]) == (
        3,
        "Quantity",
        "“two” is not a number.",
    )
    again = run("import", shop, file, "--json").json
    assert (again["added"], again["unchanged"], again["change"]) == (dict.fromkeys(counts, 0), counts, None)
    undone = run("undo", shop, done["change"], "--json").json
    assert undone["undoes"] == done["change"]
    assert len(run("customers", shop, "--json").json) == 2


def test_import_in_words(run, shop, tmp_path):
    file = tmp_path / "till.csv"
    file.write_text(HEADER + GOOD + BAD, encoding="utf-8")
    out = run("import", shop, file, lang="fi").out
    assert "3" in out.splitlines()[1]
    assert out != run("import", shop, file).out


def test_import_with_a_sheet_to_sign(run, shop, tmp_path):
    file, sheet = tmp_path / "till.csv", tmp_path / "sheet.pdf"
    file.write_text(HEADER + GOOD + BAD, encoding="utf-8")
    assert run("import", shop, file, "--reconciliation", sheet).out.endswith(f"{sheet}\n")
    assert sheet.read_bytes().startswith(b"%PDF")
    again = run("import", shop, file, "--reconciliation", sheet, "--json", lang="fi").json
    assert (again["reconciliation"], again["change"]) == (str(sheet), None)


def test_a_sheet_never_takes_the_place_of_what_it_tells_of(run, shop, refused, tmp_path):
    file, whole = tmp_path / "till.csv", tmp_path / "whole.json"
    file.write_text(HEADER + GOOD, encoding="utf-8")
    assert "shop file" in refused("import", shop, file, "--reconciliation", shop)
    assert "to be imported" in refused("import", shop, file, "--reconciliation", file)
    assert file.read_text(encoding="utf-8") == HEADER + GOOD
    run("export", shop, whole)
    assert "nothing to reconcile" in refused("import", shop, whole, "--reconciliation", tmp_path / "a.pdf")


def test_imports_that_are_refused(shop, refused, tmp_path):
    other = tmp_path / "other.csv"
    other.write_text("Colour,Shape\nred,round\n", encoding="utf-8")
    assert "no system" in refused("import", shop, other)
    assert "no system" in refused("import", shop, other, "--profile", "UCI Online Retail")
    assert "Nothing" in refused("import", shop, other, "--profile", "Nothing")
    assert refused("import", shop, tmp_path / "none.csv")
    assert refused("import", shop, tmp_path)


def test_names_of_any_kind(run, shop, tmp_path):
    name = "<b>Villa & Co</b> " + "x" * 150
    file = tmp_path / "till.csv"
    file.write_text(HEADER + GOOD.replace("17.0", f'"{name}"'), encoding="utf-8")
    assert run("import", shop, file).code == 0
    (found,) = run("customers", shop, "--search", "villa", "--json").json
    assert found["external_id"] == name
    assert json.dumps(found)


def test_a_name_too_long_is_refused_with_its_line(run, shop, tmp_path):
    file = tmp_path / "till.csv"
    file.write_text(HEADER + GOOD + GOOD.replace("17.0", "x" * 10_000), encoding="utf-8")
    (refusal,) = run("import", shop, file, "--json").json["refused"]
    assert (refusal["line"], refusal["column"]) == (3, "CustomerID")
    assert "10000" in refusal["reason"]


def test_answers_to_what_the_file_cannot_tell(run, shop, refused, tmp_path):
    file = tmp_path / "sales.csv"
    file.write_text("Date,Product,Amount,Customer\n01/10/2026,Yarn,8.90,Aino Kallio\n", encoding="utf-8")
    sentence = refused("import", shop, file, "--answer", "name=first last")
    assert "Date" in sentence
    assert "dmy" in sentence
    assert "mdy" in sentence
    done = run("import", shop, file, "--answer", "moment=mdy", "--answer", "name=first last", "--json").json
    assert done["added"]["lines"] == 1
    (customer,) = run("customers", shop, "--search", "kallio", "--json").json
    bought = run("customer", shop, customer["id"], "--json").json["purchases"]
    assert [(p["date"], p["total"]) for p in bought] == [("2026-01-10", 890)]


def test_an_answer_is_a_field_and_a_value(run, shop, tmp_path):
    assert run("import", shop, tmp_path / "sales.csv", "--answer", "mdy").code == 2


def test_all_that_is_known_of_a_customer_in_json(run, shop):
    card = run("customer", shop, 1, "--json").json
    known = ("persona", "stage", "tags", "fields", "dates", "household", "relations", "encounters", "missing")
    assert {name: card[name] for name in known} == {
        "persona": "",
        "stage": None,
        "tags": [],
        "fields": {},
        "dates": [],
        "household": None,
        "relations": [],
        "encounters": [],
        "missing": ["taste"],
    }
