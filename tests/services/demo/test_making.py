"""Making the demo shop: again the same, undone, in each language."""

import hashlib

import pytest

from cxdesk.services import demo
from cxdesk.services.demo.content import barcode, comments
from cxdesk.storage import actions, history
from cxdesk.storage import shop as shop_storage

TABLES = [
    *("settings", "staff", "products", "customers", "contact_points", "preferences", "consents"),
    *("purchases", "purchase_lines", "feedback", "feedback_needs", "actions", "letters", "customer_summary"),
]


def fingerprint(db):
    digest = hashlib.sha256()
    for table in TABLES:
        for row in db.rows(f"SELECT * FROM {table} ORDER BY 1"):
            digest.update(repr(row).encode())
    return digest.hexdigest()


def test_same_seed_and_moment_make_the_same_shop(make, tmp_path):
    prints = []
    for folder, seed in (("a", 7), ("b", 7), ("c", 8)):
        (tmp_path / folder).mkdir()
        made = make(tmp_path / folder, "2026-11-21T13:15", seed, customers=20, years=1)
        prints.append(fingerprint(made.db))
        made.db.close()

    assert prints[0] == prints[1] != prints[2]


def test_one_undoable_change_made_quickly(shop):
    assert shop.db.rows("SELECT label, bulk FROM changes") == [("Demo shop made", 1)]
    assert shop.heard == sorted(shop.heard)
    assert shop.heard[-1] == 1.0
    assert 0 <= shop.heard[0] < 0.1
    assert shop.took < 10
    first = shop.today.replace(day=1)
    assert actions.spent(shop.db, first, shop.today) > 0


def test_undo_empties_the_shop_and_it_can_be_made_again(make, tmp_path):
    made = make(tmp_path, "2026-11-21T13:15", 1, customers=20, years=1)
    history.undo(made.db, history.changes(made.db)[0].id, at=made.now)
    left = [table for table in TABLES if made.db.value(f"SELECT count(*) FROM {table}")]
    demo.make(made.db, now=made.now, customers=20, years=1)
    presents = made.db.value("SELECT count(*) FROM actions WHERE gift <> ''")
    made.db.close()

    assert left == []
    assert presents > 0


@pytest.mark.parametrize("language", ["fi", "en", "uz"])
def test_staff_writes_in_the_language_asked_for(make, tmp_path, language):
    made = make(tmp_path, "2026-11-21T13:15", 1, customers=20, years=1, language=language)
    kept = shop_storage.get(made.db)
    sources = {source for (source,) in made.db.rows("SELECT DISTINCT source FROM consents")}
    made.db.close()

    assert (kept.name, kept.language, kept.currency) == ("Lankakauppa Kerä", language, "EUR")
    assert {"fi": "tiskillä", "en": "at the counter", "uz": "peshtaxtada"}[language] in sources


def test_staff(make, tmp_path):
    made = make(tmp_path, "2026-11-21T13:15", 1, customers=20, years=1)
    staff = [(member.name, member.title, member.role.value) for member in shop_storage.staff(made.db)]
    made.db.close()

    assert staff == [
        ("Aino Kerälä", "kauppias", "owner"),
        ("Emma Wilson", "myyjä", "staff"),
        ("Jasur Karimov", "myyjä", "staff"),
    ]


@pytest.mark.parametrize(("number", "code"), [("101", "2000000001012"), ("1234567890", "2012345678903")])
def test_barcodes_carry_the_check_digit(number, code):
    assert barcode(number) == code


@pytest.mark.parametrize("language", ["fi", "en", "uz"])
def test_there_is_much_to_say(language):
    said = [c for mood in ("glad", "fair", "unhappy") for c in comments(language, mood)]

    assert len({comment.text for comment in said}) == len(said) >= 40
    assert all(comment.needs for comment in said)
    assert not any("'" in comment.text for comment in said)
    assert len({need for comment in said for need in comment.needs}) == 16
