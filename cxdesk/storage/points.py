"""The points book: entries that are only ever added."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date
from typing import Any

from cxdesk.domain.points import PointsEntry, PointsKind
from cxdesk.storage.database import Database

COLUMNS = (
    "points, kind, date, customer_id, lot_id, expires, purchase_id, line_id, reverses, reward_id, note, source, "
    "staff_id, uuid"
)
INSERT = f"INSERT INTO points (at, {COLUMNS}) VALUES ({', '.join('?' * 15)})"
LEFT = "l.points + coalesce((SELECT sum(t.points) FROM points t WHERE t.lot_id = l.id), 0)"
LOTS = f"""SELECT l.customer_id, {LEFT} AS rest, l.expires FROM points l
    WHERE l.expires BETWEEN ? AND ? AND l.points > 0 AND l.lot_id IS NULL AND rest > 0"""
SUMS = "SELECT customer_id, sum(points) AS balance FROM points GROUP BY customer_id"


@dataclass(frozen=True, slots=True)
class Outstanding:
    """What a shop owes its regulars: how many have points, how many there are, how many were ever donated."""

    participants: int
    points: int
    donated: int


def insert(db: Database, entry: PointsEntry, at: str) -> int:
    """A new entry; gives the id."""
    return int(
        db.write(
            INSERT,
            [
                at,
                entry.points,
                entry.kind.value,
                entry.day.isoformat(),
                entry.customer_id,
                entry.lot_id,
                entry.expires.isoformat() if entry.expires else None,
                entry.purchase_id,
                entry.line_id,
                entry.reverses,
                entry.reward_id,
                entry.note,
                entry.source,
                entry.staff_id,
                entry.uuid or None,
            ],
        ).lastrowid
    )


def by_uuid(db: Database, uuid: str) -> int | None:
    """The entry that a form has already made, if any."""
    found = db.value("SELECT id FROM points WHERE uuid = ?", [uuid])
    return int(found) if found else None


def of_customer(db: Database, customer_id: int) -> list[PointsEntry]:
    """A customer's entries, oldest first."""
    return _find(db, "WHERE customer_id = ? ORDER BY id", [customer_id])


def of_line(db: Database, line_id: int) -> list[PointsEntry]:
    """What was earned on a line of a purchase or spent on it, oldest first."""
    return _find(db, "WHERE line_id = ? AND reverses IS NULL ORDER BY id", [line_id])


def of_purchase(db: Database, purchase_id: int) -> list[PointsEntry]:
    """What a purchase has brought and cost, oldest first."""
    return _find(db, "WHERE purchase_id = ? AND reverses IS NULL ORDER BY id", [purchase_id])


def earned_with(db: Database, uuid: str) -> int:
    """What the purchase of the form `uuid` has brought its customer."""
    found = db.value(
        "SELECT sum(e.points) FROM purchases p JOIN points e ON e.purchase_id = p.id AND e.customer_id = p.customer_id "
        "WHERE p.uuid = ? AND e.kind IN ('earned', 'bonus')",
        [uuid],
    )
    return int(found or 0)


def outstanding(db: Database) -> Outstanding:
    """What all regulars together have."""
    participants, points = db.row(
        f"SELECT count(*), coalesce(sum(max(balance, 0)), 0) FROM ({SUMS})",
    )
    donated = db.value("SELECT coalesce(-sum(points), 0) FROM points WHERE kind = 'donated'")
    return Outstanding(participants, points, donated)


def donated(db: Database, first: date, last: date) -> int:
    """How many were given to good causes in a period, both days included."""
    found = db.value(
        "SELECT coalesce(-sum(points), 0) FROM points WHERE kind = 'donated' AND date BETWEEN ? AND ?",
        [first.isoformat(), last.isoformat()],
    )
    return int(found)


def expiring(db: Database, first: date, last: date) -> int:
    """What of it expires in a period, both days included."""
    found = db.value(f"SELECT coalesce(sum(rest), 0) FROM ({LOTS})", [first.isoformat(), last.isoformat()])
    return int(found)


def with_expired(db: Database, today: date) -> list[int]:
    """The customers who have something left in a lot that has expired."""
    rows = db.rows(
        f"SELECT DISTINCT customer_id FROM ({LOTS}) WHERE expires < ? ORDER BY 1",
        ["", today.isoformat(), today.isoformat()],
    )
    return [i for (i,) in rows]


def _find(db: Database, where: str, values: Sequence[Any]) -> list[PointsEntry]:
    return [_entry(row) for row in db.rows(f"SELECT {COLUMNS}, id FROM points {where}", values)]


def _entry(row: Sequence[Any]) -> PointsEntry:
    points, kind, day, customer_id, lot_id, expires, *links, note, source, staff_id, uuid, entry_id = row
    purchase_id, line_id, reverses, reward_id = links
    return PointsEntry(
        points,
        PointsKind(kind),
        date.fromisoformat(day),
        customer_id,
        lot_id,
        date.fromisoformat(expires) if expires else None,
        purchase_id,
        line_id,
        reverses,
        reward_id,
        note,
        source,
        staff_id,
        uuid or "",
        entry_id,
    )
