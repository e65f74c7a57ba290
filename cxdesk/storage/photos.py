"""Customers' photos, as they are kept: a small JPEG as base64 text."""

from base64 import b64decode, b64encode

from cxdesk.storage.database import Database


def of(db: Database, customer_id: int) -> bytes:
    """A customer's photo as JPEG, empty when there is none."""
    return b64decode(db.value("SELECT jpeg FROM photos WHERE customer_id = ?", [customer_id]) or "")


def put(db: Database, customer_id: int, jpeg: bytes) -> None:
    """Keep a photo in place of an older one."""
    db.write(
        """INSERT INTO photos (customer_id, jpeg) VALUES (?, ?)
        ON CONFLICT (customer_id) DO UPDATE SET jpeg = excluded.jpeg""",
        [customer_id, b64encode(jpeg).decode("ascii")],
    )


def delete(db: Database, customer_id: int) -> None:
    """Take the photo away."""
    db.write("DELETE FROM photos WHERE customer_id = ?", [customer_id])
