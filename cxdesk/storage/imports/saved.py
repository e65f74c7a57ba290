"""Mappings made by hand, kept in the shop file."""

from cxdesk.storage.database import Database

PREFIX = "import-profile:"


def all_of(db: Database) -> list[str]:
    """The contents of all saved mappings (JSON), by name."""
    rows = db.rows("SELECT value FROM settings WHERE key GLOB ? ORDER BY key", [PREFIX + "*"])
    return [value for (value,) in rows]


def save(db: Database, name: str, content: str) -> None:
    """Keep a mapping; one of the same name takes its place."""
    db.write(
        "INSERT INTO settings (key, value) VALUES (?, ?) ON CONFLICT (key) DO UPDATE SET value = excluded.value",
        [PREFIX + name, content],
    )
