"""The log of changes to the loyalty programme, as it is kept."""

from datetime import date

from cxdesk.domain.programme import ProgrammeChange
from cxdesk.storage.database import Database


def insert(db: Database, change: ProgrammeChange) -> None:
    """A new entry."""
    db.write(
        "INSERT INTO programme_changes (date, what, why, review, staff_id) VALUES (?, ?, ?, ?, ?)",
        [
            change.day.isoformat(),
            change.what,
            change.why,
            change.review.isoformat() if change.review else None,
            change.staff_id,
        ],
    )


def learn(db: Database, change_id: int, learned: str) -> None:
    """What a change has taught."""
    db.write("UPDATE programme_changes SET learned = ? WHERE id = ?", [learned, change_id])


def every(db: Database) -> list[ProgrammeChange]:
    """All entries, newest first."""
    return [
        ProgrammeChange(
            what,
            why,
            date.fromisoformat(day),
            date.fromisoformat(review) if review else None,
            learned,
            staff_id,
            change_id,
        )
        for what, why, day, review, learned, staff_id, change_id in db.rows(
            "SELECT what, why, date, review, learned, staff_id, id FROM programme_changes ORDER BY date DESC, id DESC"
        )
    ]
