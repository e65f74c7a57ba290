"""What customers like, need and must not be given, as it is kept."""

from cxdesk.domain.customer import Preference, PreferenceKind
from cxdesk.storage.database import Database


def of(db: Database, customer_id: int) -> list[Preference]:
    """A customer's preferences, warnings first."""
    rows = db.rows(
        "SELECT kind, text, id FROM preferences WHERE customer_id = ? "
        "ORDER BY kind = 'allergy' DESC, kind = 'dislike' DESC, id",
        [customer_id],
    )
    return [Preference(PreferenceKind(kind), text, i) for kind, text, i in rows]


def insert(db: Database, customer_id: int, preference: Preference) -> int:
    """A new preference; gives the id."""
    return int(
        db.write(
            "INSERT INTO preferences (customer_id, kind, text) VALUES (?, ?, ?)",
            [customer_id, preference.kind.value, preference.text],
        ).lastrowid
    )


def delete(db: Database, preference_id: int) -> None:
    """Take a preference away."""
    db.write("DELETE FROM preferences WHERE id = ?", [preference_id])
