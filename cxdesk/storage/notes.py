"""Notes about customers, as they are kept."""

from datetime import date

from cxdesk.domain.note import Note, NoteKind
from cxdesk.storage.database import Database


def by_uuid(db: Database, uuid: str) -> int | None:
    """The note that a form has already made, if any."""
    found = db.value("SELECT id FROM notes WHERE uuid = ?", [uuid])
    return int(found) if found else None


def of_customer(db: Database, customer_id: int) -> list[Note]:
    """What was noted about a customer, newest first."""
    rows = db.rows(
        "SELECT id, customer_id, date, text, kind, staff_id, coalesce(uuid, ''), at FROM notes "
        "WHERE customer_id = ? ORDER BY date DESC, id DESC",
        [customer_id],
    )
    return [
        Note(i, customer, date.fromisoformat(day), text, NoteKind(kind), staff, uuid, at)
        for i, customer, day, text, kind, staff, uuid, at in rows
    ]


def insert(db: Database, note: Note) -> int:
    """A new note; gives the id."""
    return int(
        db.write(
            "INSERT INTO notes (uuid, customer_id, kind, at, date, text, staff_id) VALUES (?, ?, ?, ?, ?, ?, ?)",
            [
                note.uuid or None,
                note.customer_id,
                note.kind.value,
                note.at,
                note.day.isoformat(),
                note.text,
                note.staff_id,
            ],
        ).lastrowid
    )
