"""Pictures of the shop itself, as they are kept: a small PNG as base64 text under its name."""

from base64 import b64decode, b64encode

from cxdesk.storage.database import Database

SIGNATURE = "signature"


def get(db: Database, name: str) -> bytes:
    """The picture with this name as PNG, empty when there is none."""
    return b64decode(db.value("SELECT png FROM pictures WHERE name = ?", [name]) or "")


def put(db: Database, name: str, png: bytes) -> None:
    """Keep a picture in place of an older one."""
    db.write(
        "INSERT INTO pictures (name, png) VALUES (?, ?) ON CONFLICT (name) DO UPDATE SET png = excluded.png",
        [name, b64encode(png).decode("ascii")],
    )


def delete(db: Database, name: str) -> None:
    """Take a picture away."""
    db.write("DELETE FROM pictures WHERE name = ?", [name])
