"""The shop's own words on customers, as they are kept; `key` makes one word of its spellings."""

from cxdesk.domain.customer import Tag
from cxdesk.language.folding import search_key
from cxdesk.storage.database import Database


def of(db: Database, customer_id: int) -> list[Tag]:
    """A customer's tags by the alphabet."""
    rows = db.rows("SELECT text, id FROM tags WHERE customer_id = ? ORDER BY key", [customer_id])
    return [Tag(text, i) for text, i in rows]


def find(db: Database, customer_id: int, text: str) -> int | None:
    """The id of this customer's tag of that word in any spelling."""
    found = db.value("SELECT id FROM tags WHERE customer_id = ? AND key = ?", [customer_id, search_key(text)])
    return int(found) if found else None


def used(db: Database) -> list[str]:
    """Every word in use, as it is written most often, the most used first."""
    rows = db.rows(
        """SELECT text, max(n) FROM (SELECT key, text, count(*) AS n FROM tags GROUP BY key, text)
        GROUP BY key ORDER BY sum(n) DESC, key"""
    )
    return [text for text, _ in rows]


def spelling(db: Database, text: str) -> str:
    """`text` as it is written already on most customers, or as it is when nobody has it."""
    found = db.value(
        "SELECT text FROM tags WHERE key = ? GROUP BY text ORDER BY count(*) DESC, min(id) LIMIT 1",
        [search_key(text)],
    )
    return str(found or text)


def insert(db: Database, customer_id: int, text: str) -> int:
    """A new tag; gives the id."""
    return int(
        db.write(
            "INSERT INTO tags (customer_id, text, key) VALUES (?, ?, ?)",
            [customer_id, text, search_key(text)],
        ).lastrowid
    )


def delete(db: Database, tag_id: int) -> None:
    """Take a tag away."""
    db.write("DELETE FROM tags WHERE id = ?", [tag_id])
