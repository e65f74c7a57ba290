"""The shop file itself: made, checked, backed up, restored, its history."""

import shutil

import pytest


def test_new(run, tmp_path, refused):
    path = tmp_path / "uusi" / "shop.cxdesk"
    assert run("new", path, "--name", "Kerä & <b>", "--currency", "sek", "--json", lang="uz").json == {
        "shop": str(path)
    }
    assert run("customers", path, "--json").json == []
    assert "already exists" in refused("new", path, "--name", "Kerä")


@pytest.mark.parametrize("name", ["", " ", "x" * 10_000])
def test_a_shop_without_a_proper_name_is_not_made(tmp_path, refused, name):
    refused("new", tmp_path / "shop.cxdesk", "--name", name)
    assert not list(tmp_path.iterdir())


def test_new_where_nothing_can_be_made(shop, refused):
    assert "cannot be written" in refused("new", shop / "x" / "shop.cxdesk", "--name", "Kerä")
    refused("new", shop.parent / "y.cxdesk", "--name", "Kerä", "--currency", "euro", code=2)


def test_demo_is_the_same_for_the_same_seed(run, tmp_path):
    shapes = []
    for name in ("a", "b"):
        path = tmp_path / f"{name}.cxdesk"
        words = ("--customers", 12, "--years", 1, "--seed", 7, "--today", "2026-05-04")
        assert run("demo", path, *words).code == 0
        shapes.append(run("customers", path, "--json").json)
    assert shapes[0] == shapes[1]
    assert len(shapes[0]) >= 12
    assert isinstance(run("suggest", path, "--on", "2026-05-04", "--json").json, list)


@pytest.mark.parametrize(
    "words", [("--customers", 0), ("--years", 9999), ("--today", "0001-01-01"), ("--seed", "x")]
)
def test_demos_that_cannot_be(tmp_path, refused, words):
    refused("demo", tmp_path / "demo.cxdesk", *words, code=2)


def test_history_undo_and_redo(run, shop, refused):
    newest = run("history", shop, "--json").json[0]
    assert {"id", "at", "staff", "label", "undone"} <= newest.keys()
    assert (newest["label"], newest["undone"], newest["staff"]) == ("Purchase recorded", False, "")
    undo = run("undo", shop, "--json").json
    assert undo["undoes"] == newest["id"]
    assert run("customer", shop, 1, "--json").json["spend"] == 890
    assert run("redo", shop, "--json").json["undoes"] == undo["change"]
    words = [entry["words"] for entry in run("history", shop, "--json").json[:3]]
    assert words == ["Done again: Purchase recorded", "Undone: Purchase recorded", "Purchase recorded"]
    assert run("history", shop).out != run("history", shop, lang="fi").out
    assert "77" in refused("undo", shop, 77)
    refused("undo", shop, 2**63, code=2)
    assert refused("redo", shop)
    assert "came after" in refused("undo", shop, 2)


def test_check_backup_and_restore(run, shop, tmp_path, refused):
    assert run("check", shop, "--json").json == {"sound": True, "findings": []}
    backup = run("backup", shop, tmp_path / "backups", "--json").json["backup"]
    before = run("customer", shop, 1, "--json").json
    run("undo", shop)
    assert run("restore", backup, shop).code == 0
    assert run("customer", shop, 1, "--json").json == before
    assert refused("restore", tmp_path / "none", shop)


def test_a_damaged_backup_is_not_put_in_place(run, shop, tmp_path, refused):
    backup = run("backup", shop, tmp_path / "backups", "--json").json["backup"]
    damaged = shutil.copy(backup, tmp_path / "damaged.cxdesk")
    content = bytearray(damaged.read_bytes())
    content[5000:9000] = b"\xa5" * 4000
    damaged.write_bytes(content)
    before = shop.read_bytes()
    assert refused("restore", damaged, shop)
    assert shop.read_bytes() == before
    assert run("customer", shop, 1).code == 0


@pytest.mark.parametrize("content", [None, b"", b"not a shop", b"SQLite format 3\x00" + b"\x00" * 5000])
def test_what_is_no_shop(tmp_path, refused, content):
    path = tmp_path / "odd.cxdesk"
    if content is not None:
        path.write_bytes(content)
    for words in (("customers",), ("suggest",), ("check",), ("history",), ("undo",), ("customer", 1)):
        assert refused(words[0], path, *words[1:])
    assert path.exists() is (content is not None)
    refused("customers", tmp_path)


def test_reading_beside_the_open_window(run, shop, refused):
    from datetime import UTC, datetime

    from cxdesk.services.desk import enter

    window = enter(shop, lambda: datetime.now(UTC))
    try:
        assert run("suggest", shop, "--on", "2026-11-21", "--json").json
        assert refused("record-feedback", shop, "--nps", 5)
    finally:
        window.close()
