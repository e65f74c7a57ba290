"""Who changed what, and taking it back: undo applies a change's rows in reverse, as a new change.

Undoing an undo is therefore redo, an import is undone like a single row, and the trail never lies.
"""

import json
from collections.abc import Callable, Iterator
from dataclasses import replace
from datetime import datetime
from itertools import groupby
from typing import Any

import sqlcipher3

from cxdesk.domain.change import Change
from cxdesk.domain.errors import UserError
from cxdesk.language.text import N_
from cxdesk.storage import triggers
from cxdesk.storage.database import Database
from cxdesk.storage.errors import GoneError

LOTS, EXPIRED = N_("Lots drawn"), N_("Points expired")
BY_ITSELF = frozenset({LOTS, EXPIRED})
"""What the program does by itself: nobody means it when they undo what they did last."""
COLUMNS = """c.id, c.at, c.label, c.staff_id, coalesce(s.name, ''), c.customer_id, c.detail, c.undoes"""
SOURCE = "FROM changes c LEFT JOIN staff s ON s.id = c.staff_id"
OF_RUN = "FROM history WHERE change_id = ? AND id BETWEEN ? AND ?"
STEP = 1000
Progress = Callable[[float], object]


def changes(db: Database, limit: int = 200, before: int | None = None) -> list[Change]:
    """The newest changes first, at most `limit`, those older than the change `before` when it is given."""
    gone = undone(db)
    rows = db.rows(
        f"SELECT {COLUMNS} {SOURCE} WHERE c.id < ? ORDER BY c.id DESC LIMIT ?", [before or 2**62, limit]
    )
    return [replace(Change(*row), undone=row[0] in gone) for row in rows]


def get(db: Database, change_id: int) -> Change:
    """One change.

    Raises:
        UserError: when there is no such change.
    """
    row = db.row(f"SELECT {COLUMNS} {SOURCE} WHERE c.id = ?", [change_id])
    if row is None:
        raise UserError("There is no change number {number} in the history.", number=change_id)
    return replace(Change(*row), undone=change_id in undone(db))


def last_to_undo(db: Database) -> Change | None:
    """The newest change that somebody made and that is neither undone nor itself an undo."""
    return next((change for change in _walk(db) if _stands(change)), None)


def last_to_redo(db: Database) -> Change | None:
    """The undo that redo would take back: the newest one with nothing but undos made after it."""
    for change in _walk(db):
        if _stands(change):
            return None
        if change.undoes is not None and not change.undone and not _is_redo(db, change):
            return change
    return None


def _stands(change: Change) -> bool:
    """Whether somebody made a change that is neither undone nor itself an undo."""
    return change.undoes is None and not change.undone and change.label not in BY_ITSELF


def is_larger(db: Database, change_id: int, rows: int) -> bool:
    """Whether a change moved more than so many rows."""
    some = "SELECT 1 FROM history WHERE change_id = ? LIMIT ?"
    return bool(db.value(f"SELECT count(*) FROM ({some})", [change_id, rows + 1]) > rows)


def undo(
    db: Database,
    change_id: int,
    *,
    at: datetime,
    staff_id: int | None = None,
    progress: Progress = lambda _: None,
) -> Change:
    """Take back a change, as a new change; the change that a redo has brought back is taken back through that redo.

    `progress` is told the share done from 0 to 1, and may raise to give it up.

    Raises:
        UserError: when it is already undone, or when later changes stand on its rows (they are named).
    """
    target = _standing(db, get(db, change_id))
    _refuse_before(db, _later(db, target.id))
    try:
        return _invert(db, target, at, staff_id, progress)
    except (sqlcipher3.IntegrityError, GoneError) as error:
        # Only now is it worth reading the whole file to say which rows stand in the way.
        _refuse_before(db, _cut_off(db, target.id) or _in_the_place(db, target.id, str(error)))
        raise


def _invert(db: Database, target: Change, at: datetime, staff_id: int | None, progress: Progress) -> Change:
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
        _apply_inverse(db, target.id, progress)
        _refuse_before(db, _cascaded(db, recording.id, target.id))
    if recording.made is None:
        raise UserError("There is nothing left to undo in this change.")
    return recording.made


def _refuse_before(db: Database, later: list[int]) -> None:
    if later:
        names = ", ".join(
            f"{change.label} ({change.id})" for change in (get(db, i) for i in sorted(later)[:5])
        )
        raise UserError("This cannot be undone alone: {later} came after it. Undo that first.", later=names)


def _walk(db: Database) -> Iterator[Change]:
    before = None
    while page := changes(db, before=before):
        yield from page
        before = page[-1].id


def undone(db: Database) -> set[int]:
    """The changes whose effect is gone: undone by an undo that is not itself undone (newest undo decides first)."""
    gone: set[int] = set()
    for undo_id, target in db.rows(
        "SELECT id, undoes FROM changes WHERE undoes IS NOT NULL ORDER BY id DESC"
    ):
        if undo_id not in gone:
            gone.add(target)
    return gone


def _is_redo(db: Database, change: Change) -> bool:
    """Whether this undo brought something back: it undoes an undo, be it after any number of turns."""
    turns, undone = 0, change.undoes
    while undone is not None:
        turns, undone = turns + 1, db.value("SELECT undoes FROM changes WHERE id = ?", [undone])
    return turns % 2 == 0


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
        """WITH touched AS MATERIALIZED (SELECT DISTINCT table_name, row_id FROM history WHERE change_id = ?1)
        SELECT DISTINCT l.change_id FROM touched CROSS JOIN history l USING (table_name, row_id)
        WHERE l.change_id > ?1 AND l.operation <> 'insert'""",
        [change_id],
    )
    settled = undone(db)
    undos = dict(db.rows("SELECT id, undoes FROM changes WHERE undoes > ?", [change_id]))
    return [c for (c,) in rows if c not in settled and undos.get(c) not in settled]


def _cascaded(db: Database, undo_id: int, target_id: int) -> list[int]:
    """The changes that made the rows which an undo would take away besides its own."""
    return _makers(
        db,
        """SELECT table_name, row_id FROM history WHERE change_id = ? AND operation = 'delete'
        EXCEPT SELECT table_name, row_id FROM history WHERE change_id = ? AND operation = 'insert'""",
        [undo_id, target_id],
        before=undo_id,
    )


def _cut_off(db: Database, target_id: int) -> list[int]:
    """The changes whose rows refer to a row that the target made, or that removed a row to which its rows refer."""
    makers: set[int] = set()
    for table, parent, column in db.rows(
        'SELECT m.name, f."table", f."from" FROM sqlite_schema m, pragma_foreign_key_list(m.name) f WHERE m.type = ?',
        ["table"],
    ):
        made = "SELECT row_id FROM history WHERE change_id = ? AND table_name = ? AND operation = 'insert'"
        children = f"SELECT '{table}', id FROM {table} WHERE {column} IN ({made})"
        makers.update(_makers(db, children, [target_id, parent]))
        parents = f"""SELECT '{parent}', old ->> '{column}' FROM history WHERE change_id = ? AND table_name = ?
            AND old ->> '{column}' NOT IN (SELECT id FROM {parent})"""
        makers.update(_makers(db, parents, [target_id, table]))
    return sorted(makers - {target_id})


def _in_the_place(db: Database, target_id: int, message: str) -> list[int]:
    """The changes that gave to another row what had to be unique in the target's rows."""
    _, _, places = message.partition("UNIQUE constraint failed: ")
    if not places:
        return []
    table = places.partition(".")[0]
    columns = [place.rpartition(".")[2] for place in places.split(", ")]
    same = " AND ".join(f"r.{column} = coalesce(h.old ->> '{column}', own.{column})" for column in columns)
    rows = f"""SELECT '{table}', r.id FROM history h LEFT JOIN {table} own ON own.id = h.row_id
        JOIN {table} r ON r.id <> h.row_id AND {same}
        WHERE h.change_id = ? AND h.table_name = '{table}' AND h.operation <> 'insert'"""
    return _makers(db, rows, [target_id])


def _makers(db: Database, rows: str, values: list[Any], before: int = 2**62) -> list[int]:
    """The newest change of each of the first rows that a query names by table and id."""
    found = db.rows(
        f"""WITH r (table_name, row_id) AS MATERIALIZED (SELECT * FROM ({rows}) LIMIT 20)
        SELECT DISTINCT (SELECT max(h.change_id) FROM history h
            WHERE h.table_name = r.table_name AND h.row_id = r.row_id AND h.change_id < ?) FROM r""",
        [*values, before],
    )
    return [maker for (maker,) in found if maker]


def _apply_inverse(db: Database, change_id: int, progress: Progress) -> None:
    tables, runs, done = triggers.recorded(db.connection), list(_runs(db, change_id)), 0
    whole = sum(_length(run) for *_, run in runs)
    for table, operation, run in runs:
        progress(done / whole)
        columns = tables[table]  # a name from a history that somebody has tampered with ends here
        if operation == "insert":
            db.write(f"DELETE FROM {table} WHERE id IN (SELECT row_id {OF_RUN})", run)
        elif operation == "delete":
            _insert_again(db, table, columns, run)
        else:
            olds = db.rows(f"SELECT row_id, old {OF_RUN} ORDER BY id DESC", run)
            for at, (row_id, old) in enumerate(olds, start=1):
                _write_back(db, table, row_id, json.loads(old), columns)
                if at % STEP == 0:
                    progress((done + at) / whole)
        done += _length(run)


def _length(run: list[int]) -> int:
    """How many rows lie in a stretch; a change has its entries one after another."""
    _, first, last = run
    return last - first + 1


def _runs(db: Database, change_id: int) -> Iterator[tuple[str, str, list[int]]]:
    """The stretches of one operation on one table in a change, the last first, each with its values for OF_RUN.

    An import is a handful of them, so that taking it back is a handful of statements.
    """
    rows = db.each(
        "SELECT table_name, operation, id FROM history WHERE change_id = ? ORDER BY id DESC", [change_id]
    )
    for (table, operation), group in groupby(rows, key=lambda row: row[:2]):
        ids = [i for *_, i in group]
        yield table, operation, [change_id, ids[-1], ids[0]]


def _insert_again(db: Database, table: str, columns: list[str], run: list[int]) -> None:
    """Columns that the table has only got since keep their default."""
    known = json.loads(db.value(f"SELECT old {OF_RUN}", run))
    kept = [column for column in columns if column in known]
    values = ", ".join(f"old ->> '{column}'" for column in kept)
    db.write(f"INSERT INTO {table} ({', '.join(kept)}) SELECT {values} {OF_RUN} ORDER BY row_id", run)


def _write_back(db: Database, table: str, row_id: int, old: dict[str, Any], columns: list[str]) -> None:
    kept = {column: old[column] for column in columns if column in old}
    settings = ", ".join(f"{column} = :{column}" for column in kept)
    if settings:
        db.write(f"UPDATE {table} SET {settings} WHERE id = :id", kept | {"id": row_id})
