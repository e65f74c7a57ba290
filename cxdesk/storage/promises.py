"""What was promised to customers, as it is kept."""

from collections.abc import Sequence
from datetime import date
from typing import Any

from cxdesk.domain.promise import Promise
from cxdesk.storage.database import Database

COLUMNS = "id, customer_id, text, due, date, purchase_id, closed, kept, staff_id, coalesce(uuid, ''), at"


def get(db: Database, promise_id: int) -> Promise | None:
    """One promise."""
    found = _find(db, "WHERE id = ?", [promise_id])
    return found[0] if found else None


def by_uuid(db: Database, uuid: str) -> int | None:
    """The promise that a form has already made, if any."""
    found = db.value("SELECT id FROM promises WHERE uuid = ?", [uuid])
    return int(found) if found else None


def of_customer(db: Database, customer_id: int) -> list[Promise]:
    """What a customer was promised, the newest first."""
    return _find(db, "WHERE customer_id = ? ORDER BY date DESC, id DESC", [customer_id])


def open_ones(db: Database) -> list[Promise]:
    """What nobody has closed yet, the earliest due first."""
    return _find(db, "WHERE closed IS NULL ORDER BY due, id", [])


def insert(db: Database, promise: Promise) -> int:
    """A new promise; gives the id."""
    return int(
        db.write(
            "INSERT INTO promises (uuid, customer_id, purchase_id, at, date, due, text, staff_id) "
            "VALUES (?, ?, ?, ?, ?, ?, ?, ?)",
            [
                promise.uuid or None,
                promise.customer_id,
                promise.purchase_id,
                promise.at,
                promise.day.isoformat(),
                promise.due.isoformat(),
                promise.text,
                promise.staff_id,
            ],
        ).lastrowid
    )


def close(db: Database, promise_id: int, day: date, *, kept: bool) -> None:
    """Whether a promise was kept."""
    db.write(
        "UPDATE promises SET closed = ?, kept = ? WHERE id = ?", [day.isoformat(), int(kept), promise_id]
    )


def _find(db: Database, where: str, values: Sequence[Any]) -> list[Promise]:
    return [_promise(row) for row in db.rows(f"SELECT {COLUMNS} FROM promises {where}", values)]


def _promise(row: Sequence[Any]) -> Promise:
    i, customer, text, due, day, purchase, closed, kept, staff, uuid, at = row
    return Promise(
        i,
        customer,
        text,
        date.fromisoformat(due),
        date.fromisoformat(day),
        purchase,
        date.fromisoformat(closed) if closed else None,
        None if kept is None else bool(kept),
        staff,
        uuid,
        at,
    )
