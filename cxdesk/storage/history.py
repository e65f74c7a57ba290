"""Who changed what, and taking it back: undo applies a change's rows in reverse, as a new change.

Undoing an undo is therefore redo, an import is undone like a single row, and the trail never lies.
"""

import json
from collections.abc import Iterator
from dataclasses import replace
from datetime import datetime
from itertools import groupby
from typing import Any

import sqlcipher3

from cxdesk.domain.change import Change
from cxdesk.domain.errors import UserError
from cxdesk.storage import triggers
from cxdesk.storage.database import Database

COLUMNS = """c.id, c.at, c.label, c.staff_id, coalesce(s.name, ''), c.customer_id, c.detail, c.undoes"""
SOURCE = "FROM changes c LEFT JOIN staff s ON s.id = c.staff_id"


def changes(db: Database, limit: int = 200, before: int | None = None) -> list[Change]:
    """The newest changes first, at most `limit`, those older than the change `before` when it is given."""
    undone = _undone(db)
    rows = db.rows(
        f"SELECT {COLUMNS} {SOURCE} WHERE c.id < ? ORDER BY c.id DESC LIMIT ?", [before or 2**62, limit]
    )
    return [replace(Change(*row), undone=row[0] in undone) for row in rows]


def get(db: Database, change_id: int) -> Change:
    """One change.

    Raises:
        UserError: when there is no such change.
    """
    row = db.row(f"SELECT {COLUMNS} {SOURCE} WHERE c.id = ?", [change_id])
    if row is None:
        raise UserError("There is no change number {number} in the history.", number=change_id)
    return replace(Change(*row), undone=change_id in _undone(db))


def last_to_undo(db: Database) -> Change | None:
    """The newest change of this shop that is neither undone nor itself an undo."""
    return next((c for c in _walk(db) if c.undoes is None and not c.undone), None)


def last_to_redo(db: Database) -> Change | None:
    """The undo that redo would take back: the newest one with nothing but undos made after it."""
    for change in _walk(db):
        if change.undoes is None and not change.undone:
            return None
        if change.undoes is not None and not change.undone and not _is_redo(db, change):
            return change
    return None


def undo(db: Database, change_id: int, *, at: datetime, staff_id: int | None = None) -> Change:
    """Take back a change, as a new change; the change that a redo has brought back is taken back through that redo.

    Raises:
        UserError: when it is already undone, or when later changes stand on its rows (they are named).
    """
    target = _standing(db, get(db, change_id))
    later = _later(db, target.id)
    if later:
        raise UserError(
            "This cannot be undone alone: {later} came after it. Undo that first.", later=_named(db, later)
        )
    try:
        return _invert(db, target, at, staff_id)
    except sqlcipher3.IntegrityError:
        # Only now is it worth reading the whole file to say which rows stand in the way.
        return _invert(db, target, at, staff_id, name_orphans=True)


def _invert(
    db: Database, target: Change, at: datetime, staff_id: int | None, *, name_orphans: bool = False
) -> Change:
    with db.change(
        target.label,
        at=at,
        staff_id=staff_id,
        customer_id=target.customer_id,
        detail=target.detail,
        undoes=target.id,
        bulk=bool(db.value("SELECT bulk FROM changes WHERE id = ?", [target.id])),
    ) as recording:
        db.write("PRAGMA defer_foreign_keys = 1")
        _apply_inverse(db, target.id)
        if name_orphans:
            _refuse_orphans(db)
    if recording.made is None:
        raise UserError("There is nothing left to undo in this change.")
    return recording.made


def _walk(db: Database) -> Iterator[Change]:
    before = None
    while page := changes(db, before=before):
        yield from page
        before = page[-1].id


def _undone(db: Database) -> set[int]:
    """The changes whose effect is gone: undone by an undo that is not itself undone (newest undo decides first)."""
    gone: set[int] = set()
    for undo_id, target in db.rows(
        "SELECT id, undoes FROM changes WHERE undoes IS NOT NULL ORDER BY id DESC"
    ):
        if undo_id not in gone:
            gone.add(target)
    return gone


def _is_redo(db: Database, change: Change) -> bool:
    """Whether this undo took back another undo."""
    return db.value("SELECT undoes FROM changes WHERE id = ?", [change.undoes]) is not None


def _standing(db: Database, change: Change) -> Change:
    """The change to invert so that `change` is gone: itself, or the redo that brought it back."""
    undoer = db.value("SELECT max(id) FROM changes WHERE undoes = ?", [change.id])
    if undoer is None:
        return change
    redo = db.value("SELECT max(id) FROM changes WHERE undoes = ?", [undoer])
    if redo is None:
        raise UserError("This change has already been undone.")
    return _standing(db, get(db, redo))


def _later(db: Database, change_id: int) -> list[int]:
    """Later changes, still in force, that touch the same rows; a change and its undo cancel out."""
    rows = db.rows(
        """SELECT DISTINCT l.change_id FROM history l
        WHERE l.change_id > ?1 AND l.operation <> 'insert' AND EXISTS (
            SELECT 1 FROM history t INDEXED BY history_change
            WHERE t.change_id = ?1 AND t.table_name = l.table_name AND t.row_id = l.row_id)"""
        if _size(db, change_id) <= 1000
        else """WITH touched AS MATERIALIZED (SELECT DISTINCT table_name, row_id FROM history WHERE change_id = ?1)
        SELECT DISTINCT l.change_id FROM history l JOIN touched USING (table_name, row_id)
        WHERE l.change_id > ?1 AND l.operation <> 'insert'""",
        [change_id],
    )
    settled = _undone(db)
    undos = dict(db.rows("SELECT id, undoes FROM changes WHERE undoes > ?", [change_id]))
    return [c for (c,) in rows if c not in settled and undos.get(c) not in settled]


def _size(db: Database, change_id: int) -> int:
    return int(db.value("SELECT count(*) FROM history WHERE change_id = ?", [change_id]))


def _named(db: Database, ids: list[int]) -> str:
    return ", ".join(f"{change.label} ({change.id})" for change in (get(db, i) for i in sorted(ids)[:5]))


def _apply_inverse(db: Database, change_id: int) -> None:
    rows = db.rows(
        "SELECT table_name, operation, row_id, old FROM history WHERE change_id = ? ORDER BY id DESC",
        [change_id],
    )
    for (table, operation), group in groupby(rows, key=lambda row: row[:2]):
        entries = [(row_id, old) for _, _, row_id, old in group]
        if operation == "insert":
            db.write_many(f"DELETE FROM {table} WHERE id = ?", ((row_id,) for row_id, _ in entries))
        elif operation == "delete":
            _insert_again(db, table, [json.loads(old) for _, old in entries])
        else:
            for row_id, old in entries:
                _write_back(db, table, row_id, json.loads(old))


def _insert_again(db: Database, table: str, rows: list[dict[str, Any]]) -> None:
    columns = triggers.stored_columns(db.connection, table)
    places = ", ".join(f":{column}" for column in columns)
    blank = dict.fromkeys(columns)
    db.write_many(
        f"INSERT INTO {table} ({', '.join(columns)}) VALUES ({places})", (blank | row for row in rows)
    )


def _write_back(db: Database, table: str, row_id: int, old: dict[str, Any]) -> None:
    settings = ", ".join(f"{column} = :{column}" for column in old)
    db.write(f"UPDATE {table} SET {settings} WHERE id = :id", old | {"id": row_id})


def _refuse_orphans(db: Database) -> None:
    """Refuse an undo that would take away rows on which later rows stand, naming the changes that made those."""
    orphans = db.rows('SELECT DISTINCT "table", rowid FROM pragma_foreign_key_check LIMIT 20')
    if not orphans:
        return
    makers = {
        db.value("SELECT max(change_id) FROM history WHERE table_name = ? AND row_id = ?", orphan)
        for orphan in orphans
    }
    raise UserError(
        "This cannot be undone alone: {later} came after it. Undo that first.",
        later=_named(db, [maker for maker in makers if maker]),
    )
