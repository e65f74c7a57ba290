"""The shop's own wordings of its letters, as they are kept."""

from cxdesk.storage.database import Database

Key = tuple[str, str, str]
"""Kind, language and formality; the last is empty where one wording serves both."""


def every(db: Database) -> dict[Key, str]:
    """All own templates."""
    rows = db.rows("SELECT kind, language, formality, source FROM letter_templates")
    return {(kind, language, formality): source for kind, language, formality, source in rows}


def put(db: Database, key: Key, source: str) -> None:
    """Keep a template in the place of the one that was there."""
    db.write(
        "INSERT INTO letter_templates (kind, language, formality, source) VALUES (?, ?, ?, ?) "
        "ON CONFLICT (kind, language, formality) DO UPDATE SET source = excluded.source",
        [*key, source],
    )


def delete(db: Database, key: Key) -> None:
    """Forget a template, so that the original counts again."""
    db.write("DELETE FROM letter_templates WHERE kind = ? AND language = ? AND formality = ?", key)
