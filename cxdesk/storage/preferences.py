"""What customers like, need and must not be given, as it is kept."""

from collections import defaultdict
from collections.abc import Collection

from cxdesk.domain.customer import WARNINGS, Preference, PreferenceKind
from cxdesk.storage.database import AMONG, Database, among


def of(db: Database, customer_id: int) -> list[Preference]:
    """A customer's preferences, warnings first."""
    rows = db.rows(
        "SELECT kind, text, id FROM preferences WHERE customer_id = ? "
        "ORDER BY kind = 'allergy' DESC, kind = 'dislike' DESC, id",
        [customer_id],
    )
    return [Preference(PreferenceKind(kind), text, i) for kind, text, i in rows]


def warnings(db: Database, ids: Collection[int]) -> dict[int, list[str]]:
    """What each of these customers must not be given, in their words; those without any have an empty list."""
    found: dict[int, list[str]] = defaultdict(list)
    for i, kind, text in db.rows(
        f"SELECT customer_id, kind, text FROM preferences WHERE customer_id {AMONG}", [among(ids)]
    ):
        if kind in WARNINGS:
            found[i].append(text)
    return found


def insert(db: Database, customer_id: int, preference: Preference) -> int:
    """A new preference; gives the id."""
    return int(
        db.write(
            "INSERT INTO preferences (customer_id, kind, text) VALUES (?, ?, ?)",
            [customer_id, preference.kind.value, preference.text],
        ).lastrowid
    )


def update(db: Database, preference: Preference) -> None:
    """Say a preference in other words, or of another kind."""
    db.write(
        "UPDATE preferences SET kind = ?, text = ? WHERE id = ?",
        [preference.kind.value, preference.text, preference.id],
    )


def delete(db: Database, preference_id: int) -> None:
    """Take a preference away."""
    db.write("DELETE FROM preferences WHERE id = ?", [preference_id])
