"""What was asked for and not in stock, as it is kept and counted."""

from collections.abc import Sequence
from datetime import date
from typing import Any

from cxdesk.domain.request import Outcome, Request, Wanted
from cxdesk.language.folding import search_key
from cxdesk.storage.database import Database

COLUMNS = (
    "r.id, r.text, r.date, r.customer_id, r.product_id, r.quantity, r.contact, r.arrived, r.closed, r.outcome, "
    "r.staff_id, coalesce(r.uuid, ''), r.at"
)
HERE = "(r.arrived IS NOT NULL OR coalesce(p.stock, 0) > 0)"
OPEN = "FROM requests r LEFT JOIN products p ON p.id = r.product_id WHERE r.closed IS NULL"


def get(db: Database, request_id: int) -> Request | None:
    """One request."""
    row = db.row(f"SELECT {COLUMNS} FROM requests r WHERE r.id = ?", [request_id])
    return _request(row) if row else None


def by_uuid(db: Database, uuid: str) -> int | None:
    """The request that a form has already made, if any."""
    found = db.value("SELECT id FROM requests WHERE uuid = ?", [uuid])
    return int(found) if found else None


def here(db: Database) -> list[Request]:
    """Open requests of people who can be told that it is there now, the oldest first."""
    told = f"{OPEN} AND {HERE} AND (r.customer_id IS NOT NULL OR r.contact <> '') ORDER BY r.date, r.id"
    return [_request(row) for row in db.rows(f"SELECT {COLUMNS} {told}")]


def of_customer(db: Database, customer_id: int) -> list[tuple[Request, bool]]:
    """What a customer asked for, the oldest first; each with whether it is open and there now."""
    rows = db.rows(
        f"""SELECT {COLUMNS}, r.closed IS NULL AND {HERE} FROM requests r
        LEFT JOIN products p ON p.id = r.product_id WHERE r.customer_id = ? ORDER BY r.date, r.id""",
        [customer_id],
    )
    return [(_request(row), bool(here)) for *row, here in rows]


def wanted(db: Database, limit: int) -> list[Wanted]:
    """What is asked for most among the open requests, every spelling of a word together, as it was said last."""
    rows = db.rows(
        f"""SELECT r.key, r.text, count(*) AS times, sum(r.quantity) AS quantity, r.date,
            count(*) FILTER (WHERE NOT {HERE}) = 0, max(r.id) AS newest
        {OPEN} GROUP BY r.key ORDER BY times DESC, quantity DESC, newest DESC LIMIT ?""",
        [limit],
    )  # text and date are those of the newest: so SQLite reads max()
    return [
        Wanted(key, text, times, quantity, date.fromisoformat(day), bool(is_here))
        for key, text, times, quantity, day, is_here, _ in rows
    ]


def insert(db: Database, request: Request) -> int:
    """A new request; gives the id."""
    return int(
        db.write(
            "INSERT INTO requests (uuid, customer_id, product_id, at, date, text, key, quantity, contact, staff_id) "
            "VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?)",
            [
                request.uuid or None,
                request.customer_id,
                request.product_id,
                request.at,
                request.day.isoformat(),
                request.text,
                search_key(request.text),
                request.quantity,
                request.contact,
                request.staff_id,
            ],
        ).lastrowid
    )


def arrive(db: Database, key: str, day: date) -> None:
    """What is asked for under `key` has come."""
    db.write(
        "UPDATE requests SET arrived = ? WHERE key = ? AND closed IS NULL AND arrived IS NULL",
        [day.isoformat(), key],
    )


def close(db: Database, request_id: int, day: date, outcome: Outcome) -> None:
    """How a request ended."""
    db.write(
        "UPDATE requests SET closed = ?, outcome = ? WHERE id = ?",
        [day.isoformat(), outcome.value, request_id],
    )


def _request(row: Sequence[Any]) -> Request:
    i, text, day, customer, product, quantity, contact, arrived, closed, outcome, staff, uuid, at = row
    return Request(
        i,
        text,
        date.fromisoformat(day),
        customer,
        product,
        quantity,
        contact,
        date.fromisoformat(arrived) if arrived else None,
        date.fromisoformat(closed) if closed else None,
        Outcome(outcome) if outcome else None,
        staff,
        uuid,
        at,
    )
