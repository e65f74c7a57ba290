"""The points book: entries that are only ever added; a balance is their sum."""

from cxdesk.storage.database import Database


def balance(db: Database, customer_id: int) -> int | None:
    """A customer's points, None when the book has no entry of theirs."""
    found = db.value("SELECT sum(points) FROM points WHERE customer_id = ?", [customer_id])
    return None if found is None else int(found)
