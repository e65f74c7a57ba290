"""Makes the saved file of the present version anew: `python -m tests.shops.make`.

Only before that version is released. Afterwards the file stays as shops have it, and a new step gets a new file.
"""

import shutil
from datetime import UTC, datetime
from pathlib import Path
from tempfile import TemporaryDirectory

from cxdesk.storage import migrations
from cxdesk.storage.database import Database

AT = datetime(2026, 5, 4, 9, tzinfo=UTC)
MOMENT = AT.isoformat(timespec="milliseconds")
SETTINGS = [
    ("settings", {"key": "name", "value": "Kukkakauppa Kielo"}),
    ("staff", {"name": "Maija", "role": "owner"}),
]
IMPORT = [
    (
        "customers",
        {
            "external_id": "K-1", "first_name": "Aino", "last_name": "Virtanen", "language": "fi", "birth_day": 29,
            "birth_month": 2, "birth_year": 1980, "town": "Turku", "note": "Likes roses",
            "search_key": "aino virtanen turku", "sort_key": "virtanen aino",
        },
    ),
    (
        "customers",
        {"first_name": "Yulduz", "last_name": "Oʻrinova", "language": "uz", "search_key": "yulduz orinova"},
    ),
    ("contact_points", {"customer_id": 1, "kind": "phone", "value": "040 123 4567", "key": "+358401234567"}),
    (
        "contact_points",
        {"customer_id": 2, "kind": "email", "value": "yulduz@example.com", "key": "yulduz@example.com"},
    ),
    ("preferences", {"customer_id": 1, "kind": "allergy", "text": "lilies"}),
    (
        "consents",
        {
            "customer_id": 1, "purpose": "marketing", "channel": "letter", "given": 1, "at": MOMENT,
            "source": "counter", "wording": "Letters", "staff_id": 1,
        },
    ),
    (
        "products",
        {
            "code": "T1", "barcode": "6400000000017", "name": "Rose bouquet", "category": "Flowers", "price": 2500,
            "cost": 1200, "stock": 7.5, "search_key": "rose bouquet flowers t1",
        },
    ),
    *(
        (
            "purchases",
            {"uuid": f"u{n}", "customer_id": 1, "date": day, "kind": "sale", "total": 5000, "staff_id": 1},
        )
        for n, day in enumerate(("2026-03-20", "2026-04-10", "2026-05-01"), 1)
    ),
    (
        "purchase_lines",
        {
            "purchase_id": 3, "line_key": "1", "product_id": 1, "kind": "sale", "description": "Rose bouquet",
            "quantity": 2.0, "unit_price": 2500, "amount": 5000,
        },
    ),
    (
        "purchases",
        {
            "customer_id": 2, "date": "2026-05-03", "time": "10:15", "kind": "refund", "total": -500,
            "receipt": "17", "source": "till",
        },
    ),
    ("external_ids", {"customer_id": 2, "source": "till", "value": "9"}),
    (
        "points",
        {
            "uuid": "p1", "customer_id": 2, "at": MOMENT, "date": "2026-05-04", "points": 120, "kind": "import",
            "source": "till",
        },
    ),
]  # fmt: skip
KNOWN = [
    ("tags", {"customer_id": 1, "text": "Weddings", "key": "weddings"}),
    ("fields", {"name": "Vase", "kind": "choice", "choices": "low\nhigh", "position": 1}),
    ("field_values", {"customer_id": 1, "field_id": 1, "value": "low"}),
    ("photos", {"customer_id": 1, "jpeg": "/9j/2Q=="}),
    ("anniversaries", {"customer_id": 1, "name": "Wedding", "day": 20, "month": 6, "year": 2009}),
    ("households", {"name": "Virtanen"}),
    ("household_members", {"household_id": 1, "customer_id": 1}),
    ("household_members", {"household_id": 1, "customer_id": 2}),
    ("relations", {"customer_id": 1, "other_id": 2, "kind": "referred"}),
    ("customer_lists", {"name": "Weddings", "definition": "{}"}),
    (
        "promises",
        {
            "uuid": "pr1", "customer_id": 1, "purchase_id": 1, "at": MOMENT, "date": "2026-05-04", "due": "2026-05-09",
            "text": "Ten roses", "staff_id": 1,
        },
    ),
    (
        "notes",
        {
            "uuid": "n1", "customer_id": 1, "kind": "observation", "at": MOMENT, "date": "2026-05-04",
            "text": "Has a new dog", "staff_id": 1,
        },
    ),
    (
        "requests",
        {
            "uuid": "r1", "customer_id": 2, "product_id": 1, "at": MOMENT, "date": "2026-05-04", "text": "Peonies",
            "key": "peonies", "staff_id": 1,
        },
    ),
    (
        "interviews",
        {
            "uuid": "i1", "customer_id": 1, "purchase_id": 1, "at": MOMENT, "date": "2026-05-04", "wishes": "White",
            "outcome": "bought", "fit": "yes", "staff_id": 1,
        },
    ),
    (
        "goals",
        {
            "uuid": "g1", "customer_id": 1, "staff_id": 1, "at": MOMENT, "date": "2026-05-04", "text": "Garden",
            "counts": "pieces", "product_id": 1, "target": 10.0,
        },
    ),
    (
        "goal_steps",
        {
            "uuid": "s1", "goal_id": 1, "staff_id": 1, "at": MOMENT, "date": "2026-05-04", "amount": 2.5,
        },
    ),
]  # fmt: skip
FEEDBACK = [
    (
        "feedback",
        {
            "uuid": "f1", "customer_id": 1, "purchase_id": 1, "product_id": 1, "staff_id": 1, "at": MOMENT,
            "date": "2026-05-04", "nps": 9, "csat": 5, "ces": 6, "comment": "Lovely",
        },
    ),
    ("feedback_needs", {"feedback_id": 1, "need": "design"}),
]  # fmt: skip
THANKED = [
    (
        "actions",
        {
            "suggestion": "thank_you-1-visit-5-20260504", "kind": "thank_you", "customer_id": 1, "status": "done",
            "date": "2026-05-04", "cost": 500, "staff_id": 1,
        },
    ),
    (
        "letters",
        {
            "uuid": "l1", "customer_id": 1, "template": "thank_you", "language": "fi", "date": "2026-05-04",
            "body": "Kiitos!", "code": "KIELO-1", "staff_id": 1,
        },
    ),
]  # fmt: skip


def make(path):
    """A small shop with a row in every table, written by six changes of which one is an import."""
    db = Database.create(path)
    for label, rows, bulk in (
        ("Settings", SETTINGS, False),
        ("Import", IMPORT, True),
        ("Known", KNOWN, False),
        ("Feedback", FEEDBACK, False),
        ("Thanked", THANKED, False),
    ):
        with db.change(label, at=AT, bulk=bulk):
            for table, row in rows:
                names, places = ", ".join(row), ", ".join(f":{name}" for name in row)
                db.write(f"INSERT INTO {table} ({names}) VALUES ({places})", row)
    with db.change("Note", at=AT, customer_id=1):
        db.write("UPDATE customers SET note = 'Likes white roses' WHERE id = 1")
    db.close()


if __name__ == "__main__":
    name = f"v{migrations.VERSION:03}.db"
    with TemporaryDirectory() as folder:
        make(Path(folder, name))
        shutil.copyfile(Path(folder, name), Path(__file__).with_name(name))
