"""The log of changes to the loyalty programme, as it is kept."""

from datetime import date

from cxdesk.domain.programme import ProgrammeChange
from cxdesk.storage.database import Database

COLUMNS = "what, why, date, review, learned, staff_id, change_id, id"


def put(db: Database, change: ProgrammeChange) -> None:
    """A new entry (id 0), or one of which more is said."""
    review = change.review.isoformat() if change.review else None
    if change.id:
        db.write(
            "UPDATE programme_changes SET why = ?, review = ?, learned = ? WHERE id = ?",
            [change.why, review, change.learned, change.id],
        )
        return
    values = [change.what, change.why, change.day.isoformat(), review]
    db.write(
        "INSERT INTO programme_changes (what, why, date, review, learned, staff_id, change_id) "
        "VALUES (?, ?, ?, ?, ?, ?, ?)",
        [*values, change.learned, change.staff_id, change.change_id],
    )


def every(db: Database) -> list[ProgrammeChange]:
    """All entries, newest first."""
    return [
        ProgrammeChange(
            what,
            why,
            date.fromisoformat(day),
            date.fromisoformat(review) if review else None,
            *rest,
        )
        for what, why, day, review, *rest in db.rows(
            f"SELECT {COLUMNS} FROM programme_changes ORDER BY date DESC, id DESC"
        )
    ]
