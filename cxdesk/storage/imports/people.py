"""The people of a file, brought into the register: new ones, what was empty filled, permissions, points."""

from dataclasses import replace
from typing import Any

from cxdesk.domain.customer import Birthday
from cxdesk.domain.shop import Shop
from cxdesk.storage import customers
from cxdesk.storage.database import Database

TEXTS = ("first_name", "last_name", "language", "street", "postcode", "town", "country", "note")
PLAIN = (
    "language",
    "birth_day",
    "birth_month",
    "birth_year",
    "since",
    "street",
    "postcode",
    "town",
    "country",
    "note",
)
NEW = f"""
    INSERT INTO customers (id, external_id, first_name, last_name, search_key, sort_key, {", ".join(PLAIN)})
    SELECT customer_id,
        CASE WHEN external_id = '' THEN NULL
            WHEN external_id IN (SELECT external_id FROM main.customers WHERE external_id IS NOT NULL)
                OR row_number() OVER (PARTITION BY external_id ORDER BY line, key) > 1
            THEN external_id || ' (' || customer_id || ')' ELSE external_id END,
        first_name, last_name, search_key, sort_key, {", ".join(PLAIN)}
    FROM staged.people WHERE fresh = 1 ORDER BY customer_id"""
NUMBERS = """
    INSERT INTO external_ids (customer_id, source, value)
    SELECT customer_id, :source, key FROM staged.people
    WHERE key NOT IN (SELECT value FROM external_ids WHERE source = :source) ORDER BY line, key"""
CONTACTS = """
    INSERT INTO contact_points (customer_id, kind, value, key)
    SELECT p.customer_id, k.kind, k.value, k.key FROM staged.contacts k JOIN staged.people p ON p.key = k.person
    WHERE p.fresh = 1 OR NOT EXISTS (SELECT 1 FROM main.contact_points c
        WHERE c.customer_id = p.customer_id AND c.kind = k.kind AND c.key = k.key)
    GROUP BY p.customer_id, k.kind, k.key ORDER BY min(p.line), min(k.rowid)"""
PERMISSIONS = """
    INSERT INTO consents (customer_id, purpose, channel, given, at, source, wording, staff_id)
    SELECT customer_id, 'marketing', channel, given, :at, :source, words, :staff_id FROM (
        SELECT p.customer_id, s.channel, min(s.given) AS given, s.words,
            (SELECT c.given FROM main.consents c WHERE c.customer_id = p.customer_id AND c.purpose = 'marketing'
                AND c.channel IN (s.channel, 'any') ORDER BY c.at DESC, c.id DESC LIMIT 1) AS latest
        FROM staged.permissions s JOIN staged.people p ON p.key = s.person GROUP BY p.customer_id, s.channel) n
    WHERE CASE WHEN given THEN latest IS NULL ELSE latest IS NOT 0 END
        AND NOT EXISTS (SELECT 1 FROM main.consents c WHERE c.customer_id = n.customer_id AND c.channel = n.channel
            AND c.source = :source AND c.given = n.given)
    ORDER BY customer_id, given DESC, channel"""  # what is noted last decides: a no
POINTS = """
    INSERT INTO points (uuid, customer_id, at, date, points, kind, source, staff_id)
    SELECT :batch || ':' || key, customer_id, :at, :date, points, 'import', :source, :staff_id FROM (
        SELECT p.customer_id, min(p.key) AS key, min(p.line) AS line,
            CAST(round(coalesce(sum(p.points_change), 0)) AS INTEGER) + coalesce(
            CAST(round(sum(p.points)) AS INTEGER) - (SELECT coalesce(sum(b.points), 0) FROM main.points b
                WHERE b.customer_id = p.customer_id AND b.source = :source), 0) AS points
        FROM staged.people p WHERE p.points IS NOT NULL OR p.points_change IS NOT NULL GROUP BY p.customer_id)
    WHERE points <> 0 ORDER BY line ON CONFLICT (uuid) DO NOTHING"""


def insert_new(db: Database) -> int:
    """The new customers, without their contact points; gives how many."""
    return db.insert_all("customers", NEW)


def fill(db: Database, shop: Shop, *, overwrite: bool) -> int:
    """Give customers what the file knows and the register does not; with `overwrite` the file's word counts.

    Gives how many changed.
    """
    differs = " OR ".join(
        f"(p.{name} <> '' AND c.{name} <> p.{name})" if overwrite else f"(p.{name} <> '' AND c.{name} = '')"
        for name in TEXTS
    )
    born = "p.birth_day IS NOT NULL AND (c.birth_day IS NULL OR c.birth_year IS NULL AND p.birth_year IS NOT NULL"
    found = db.rows(
        f"SELECT p.customer_id, {', '.join(f'p.{name}' for name in TEXTS)}, p.birth_day, p.birth_month, p.birth_year "
        f"FROM staged.people p JOIN main.customers c ON c.id = p.customer_id "
        f"WHERE p.fresh = 0 AND ({differs} OR {born})) ORDER BY p.line"
    )
    return len({row[0] for row in found if _filled(db, row, shop, overwrite=overwrite)})


def _filled(db: Database, row: Any, shop: Shop, *, overwrite: bool) -> bool:
    customer = customers.get(db, row[0])
    if customer is None:
        return False
    texts = dict(zip(TEXTS, row[1:], strict=False))
    known = customer.first_name or customer.last_name
    wanted = {
        name: text
        for name, text in texts.items()
        if text and (overwrite or not getattr(customer, name))
        if overwrite or not (known and name in {"first_name", "last_name"})
    }
    day, month, year = row[-3:]
    born = customer.birthday
    if day and (born is None or (born.year is None and year and (born.day, born.month) == (day, month))):
        wanted["birthday"] = Birthday(day, month, year)
    if not wanted:
        return False
    changed = replace(customer, **wanted)
    if changed != customer:
        customers.update(db, changed, shop)
    return changed != customer


def add_ways_to_know(db: Database, source: str) -> int:
    """The numbers of the other system, and contact points that are not there yet; gives how many contact points."""
    db.insert_all("external_ids", NUMBERS, {"source": source})
    return db.insert_all("contact_points", CONTACTS)


def add_permissions(db: Database, *, at: str, source: str, staff_id: int | None) -> int:
    """What people allow or forbid according to the file, where the register does not know it or is less strict."""
    return int(db.write(PERMISSIONS, {"at": at, "source": source, "staff_id": staff_id}).rowcount)


def add_points(db: Database, *, at: str, day: str, source: str, batch: str, staff_id: int | None) -> int:
    """The points of the file as opening entries; a balance that has changed since brings the difference.

    `batch` is the same for the same file, so that what is added to a balance is added once.
    """
    values = {"at": at, "date": day, "source": source, "batch": batch, "staff_id": staff_id}
    return int(db.write(POINTS, values).rowcount)
