"""Lists that somebody has given a name, as they are kept."""

from contextlib import suppress

from cxdesk.domain.listing import Listing, SavedList
from cxdesk.storage.database import Database


def every(db: Database) -> list[SavedList]:
    """All saved lists in the order in which they were made; what no list can be read from is left out."""
    found = []
    for i, name, definition in db.rows("SELECT id, name, definition FROM customer_lists ORDER BY id"):
        with suppress(ValueError):
            found.append(SavedList(i, name, Listing.read(definition)))
    return found


def insert(db: Database, name: str, listing: Listing) -> int:
    """A new list; gives the id."""
    sql = "INSERT INTO customer_lists (name, definition) VALUES (?, ?)"
    return int(db.write(sql, [name, listing.written()]).lastrowid)


def update(db: Database, saved: SavedList) -> None:
    """Save another name or other contents."""
    db.write(
        "UPDATE customer_lists SET name = ?, definition = ? WHERE id = ?",
        [saved.name, saved.listing.written(), saved.id],
    )


def delete(db: Database, list_id: int) -> None:
    """Take a list away."""
    db.write("DELETE FROM customer_lists WHERE id = ?", [list_id])
