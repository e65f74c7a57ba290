"""Gestures of goodwill and what came of them, as they are kept."""

from collections.abc import Sequence
from datetime import date
from typing import Any

from cxdesk.domain.goodwill import Given, Goodwill, GoodwillReason
from cxdesk.storage.database import Database

COLUMNS = (
    "g.id, g.date, g.what, g.reason, g.cost, g.customer_id, g.staff_id, g.product_id, coalesce(g.uuid, '')"
)
LOG = f"""
    SELECT {COLUMNS}, coalesce(s.name, ''),
        coalesce(nullif(trim(c.first_name || ' ' || c.last_name), ''), c.external_id, ''),
        (SELECT min(p.date) FROM purchases p
            WHERE p.customer_id = g.customer_id AND p.kind = 'sale' AND p.date > g.date)
    FROM gestures g LEFT JOIN staff s ON s.id = g.staff_id LEFT JOIN customers c ON c.id = g.customer_id"""
NEWEST = "ORDER BY g.date DESC, g.id DESC"


def by_uuid(db: Database, uuid: str) -> int | None:
    """The gesture that a form has already recorded, if any."""
    found = db.value("SELECT id FROM gestures WHERE uuid = ?", [uuid])
    return int(found) if found else None


def insert(db: Database, given: Goodwill, at: str) -> int:
    """A new gesture; gives the id."""
    return int(
        db.write(
            "INSERT INTO gestures (date, what, reason, cost, customer_id, staff_id, product_id, uuid, at) "
            "VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?)",
            [
                given.day.isoformat(),
                given.what,
                given.reason or "",
                given.cost,
                given.customer_id,
                given.staff_id,
                given.product_id,
                given.uuid or None,
                at,
            ],
        ).lastrowid
    )


def of_customer(db: Database, customer_id: int) -> list[Goodwill]:
    """What a customer was given, newest first."""
    rows = db.rows(f"SELECT {COLUMNS} FROM gestures g WHERE g.customer_id = ? {NEWEST}", [customer_id])
    return [_goodwill(row) for row in rows]


def log(db: Database, since: date, staff_id: int | None = None) -> list[Given]:
    """What was given since a day, by everybody or one member of staff, newest first."""
    rows = db.rows(
        f"{LOG} WHERE g.date >= ? AND (? IS NULL OR g.staff_id = ?) {NEWEST}",
        [since.isoformat(), staff_id, staff_id],
    )
    return [_given(row) for row in rows]


def used(db: Database, staff_id: int, first: date, last: date) -> int:
    """What a member of staff has given away in a period, in minor units."""
    total = db.value(
        "SELECT sum(cost) FROM gestures WHERE staff_id = ? AND date BETWEEN ? AND ?",
        [staff_id, first.isoformat(), last.isoformat()],
    )
    return int(total or 0)


def _goodwill(row: Sequence[Any]) -> Goodwill:
    i, day, what, reason, *rest = row
    return Goodwill(i, date.fromisoformat(day), what, GoodwillReason(reason) if reason else None, *rest)


def _given(row: Sequence[Any]) -> Given:
    *given, staff, customer, again = row
    return Given(_goodwill(given), staff, customer, date.fromisoformat(again) if again else None)
