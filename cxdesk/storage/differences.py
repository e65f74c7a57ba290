"""What a change did to a customer's entry, value by value: old and new, worked out from the history."""

import json
from collections.abc import Iterator, Sequence
from typing import Any

from cxdesk.domain.change import Change
from cxdesk.domain.difference import Difference
from cxdesk.storage import history
from cxdesk.storage.database import Database

ENTRY = """first_name last_name external_id language birth_day birth_month birth_year since street postcode town country
    note restricted persona origin stage gender age_group formality keep_in_touch"""
TOLD = {
    "customers": ENTRY.split(),
    "contact_points": ["value"],
    "preferences": ["kind", "text"],
    "tags": ["text"],
    "field_values": ["value"],
    "anniversaries": ["name", "day", "month", "year"],
    "photos": [],
    "relations": [],
    "household_members": [],
    "households": ["name"],
}
SUBJECTS = {"contact_points": "kind", "field_values": "field_id"}
TABLES = ", ".join(f"'{name}'" for name in TOLD)
OF_CUSTOMER = f"""
    SELECT {history.COLUMNS} {history.SOURCE} WHERE c.customer_id = ? AND c.undoes IS NULL AND EXISTS (
        SELECT 1 FROM history h WHERE h.change_id = c.id AND h.table_name IN ({TABLES}))
    ORDER BY c.id DESC LIMIT ?"""

Row = dict[str, Any]


def of_customer(db: Database, customer_id: int, limit: int = 500) -> list[Change]:
    """The changes of a customer's entry that stand, newest first."""
    undone = history.undone(db)
    return [Change(*row) for row in db.rows(OF_CUSTOMER, [customer_id, limit]) if row[0] not in undone]


def of_change(db: Database, change_id: int) -> list[Difference]:
    """What a change did to the tables that are told, in the order in which it did it."""
    rows = db.rows(
        "SELECT table_name, row_id, operation, id FROM history WHERE change_id = ? ORDER BY id", [change_id]
    )
    return [
        difference
        for table, row_id, operation, i in rows
        if table in TOLD
        for difference in _differences(db, table, *around(db, table, _columns(table), row_id, operation, i))
    ]


def around(
    db: Database, table: str, columns: Sequence[str], row_id: int, operation: str, at: int
) -> tuple[Row, Row]:
    """A row before and after one entry of the history: what stands now, taken back step by step."""
    names = ("id", *columns)
    now = db.row(f"SELECT {', '.join(names)} FROM {table} WHERE id = ?", [row_id])
    after: Row = dict(zip(names, now, strict=True)) if now else {}
    later = db.rows(
        """SELECT operation, old FROM history WHERE table_name = ? AND row_id = ? AND operation <> 'insert'
        AND id > ? ORDER BY id DESC""",
        [table, row_id, at],
    )
    for _, old in later:
        after = after | json.loads(old)
    if operation == "insert":
        return {}, after
    before = json.loads(db.value("SELECT old FROM history WHERE id = ?", [at]))
    return (before, {}) if operation == "delete" else (after | before, after)


def _columns(table: str) -> list[str]:
    return [*TOLD[table], *([SUBJECTS[table]] if table in SUBJECTS else [])]


def _differences(db: Database, table: str, before: Row, after: Row) -> Iterator[Difference]:
    subject = str((before | after).get(SUBJECTS.get(table, ""), ""))
    if table == "field_values":
        subject = str(db.value("SELECT name FROM fields WHERE id = ?", [subject]) or "")
    for column in TOLD[table]:
        old, new = _text(before.get(column)), _text(after.get(column))
        if old != new:
            yield Difference(table, column, old, new, subject)


def _text(value: Any) -> str:
    """A mark that is not set (0) is nothing."""
    return "" if value is None or value == 0 else str(value)
