"""Staff's own ideas, as they are kept."""

from collections.abc import Collection, Sequence
from datetime import date
from typing import Any

from cxdesk.domain.idea import Idea, Way
from cxdesk.storage.database import AMONG, Database, among

OPEN = """
    SELECT i.id, i.customer_id, i.date, i.text, i.way, i.staff_id, coalesce(s.name, ''), coalesce(i.uuid, '')
    FROM ideas i LEFT JOIN staff s ON s.id = i.staff_id WHERE i.closed IS NULL"""


def by_uuid(db: Database, uuid: str) -> int | None:
    """The idea that a form has already noted, if any."""
    found = db.value("SELECT id FROM ideas WHERE uuid = ?", [uuid])
    return int(found) if found else None


def insert(db: Database, idea: Idea, at: str) -> int:
    """A new idea; gives the id."""
    return int(
        db.write(
            "INSERT INTO ideas (uuid, customer_id, staff_id, at, date, way, text) VALUES (?, ?, ?, ?, ?, ?, ?)",
            [
                idea.uuid or None,
                idea.customer_id,
                idea.staff_id,
                at,
                idea.day.isoformat(),
                idea.way.value,
                idea.text,
            ],
        ).lastrowid
    )


def close(db: Database, idea_id: int, day: date) -> None:
    """It is done, or dropped."""
    db.write("UPDATE ideas SET closed = ? WHERE id = ?", [day.isoformat(), idea_id])


def every_open(db: Database) -> list[Idea]:
    """All ideas that wait, the next one first."""
    return [_idea(row) for row in db.rows(f"{OPEN} ORDER BY i.date, i.id")]


def due(db: Database, ids: Collection[int], today: date) -> dict[int, Idea]:
    """The oldest idea of each of these customers whose day has come."""
    rows = db.rows(
        f"{OPEN} AND i.date <= ? AND i.customer_id {AMONG} ORDER BY i.date DESC, i.id DESC",
        [today.isoformat(), among(ids)],
    )
    return {idea.customer_id: idea for idea in map(_idea, rows)}


def _idea(row: Sequence[Any]) -> Idea:
    i, customer_id, day, text, way, *rest = row
    return Idea(i, customer_id, date.fromisoformat(day), text, Way(way), *rest)
