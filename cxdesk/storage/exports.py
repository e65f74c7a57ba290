"""Every recorded table as rows for open formats, and such rows put into an empty shop."""

from collections.abc import Iterable, Iterator, Mapping, Sequence
from contextlib import contextmanager
from graphlib import TopologicalSorter

import sqlcipher3

from cxdesk.domain.errors import UserError
from cxdesk.domain.exports import Column, Value
from cxdesk.storage import triggers
from cxdesk.storage.database import Database

REPLACED = ("settings", "staff")
"""The tables that an empty shop has filled already."""
OF_THIS_PC = "second_backup"
"""A setting that names a folder; a foreign file must not say where copies of the shop go."""
NO_DAY = "{c} IS NOT date({c}) OR {c} < '0001'"
NOT_IN_MONTH = "{{c}} <> strftime('%d', printf('%d-%02d-%02d', coalesce({year}, 2000), {month}, {{c}})) + 0"
IMPOSSIBLE = {
    "id": "{c} < 1",
    "at": "datetime({c}) IS NULL OR {c} NOT GLOB '[0-9][0-9][0-9][0-9]-*'",
    "date": NO_DAY,
    "since": NO_DAY,
    "until": NO_DAY,
    "resolved": NO_DAY,
    "due": NO_DAY,
    "kept": NO_DAY,
    "arrived": NO_DAY,
    "ended": NO_DAY,
    "closed": f"typeof({{c}}) = 'text' AND ({NO_DAY})",  # of an event it is a yes or no
    "warranty_until": NO_DAY,
    "time": "{c} <> '' AND (time({c}) IS NULL OR {c} NOT GLOB '[0-9][0-9]:[0-9][0-9]*')",
    "birth_day": NOT_IN_MONTH.format(year="birth_year", month="birth_month"),
    "day": NOT_IN_MONTH.format(year="year", month="month"),
}
"""What no column of this name may hold: the rest of the program relies on it, and no CHECK says it."""


@contextmanager
def snapshot(db: Database) -> Iterator[None]:
    """Everything read inside is of the same moment, whatever another connection writes meanwhile."""
    db.connection.execute("BEGIN")
    try:
        yield
    finally:
        db.connection.execute("ROLLBACK")


def tables(db: Database) -> dict[str, list[Column]]:
    """The recorded tables with their stored columns; none refers to a later one, so that rows go in at once."""
    parents = {
        table: {parent for (parent,) in db.rows('SELECT "table" FROM pragma_foreign_key_list(?)', [table])}
        - {table}
        for table in triggers.recorded(db.connection)
    }
    return {table: _columns(db, table) for table in TopologicalSorter(parents).static_order()}


def _columns(db: Database, table: str) -> list[Column]:
    rows = db.rows('SELECT name, type, "notnull" FROM pragma_table_info(?)', [table])
    return [Column(name, kind, not required) for name, kind, required in rows]


def count(db: Database, table: str) -> int:
    """How many rows a table has."""
    return int(db.value(f"SELECT count(*) FROM {table}"))


def rows(db: Database, table: str, columns: Iterable[Column]) -> Iterator[tuple[Value, ...]]:
    """The rows of a table, oldest first, one by one."""
    names = ", ".join(f'"{column.name}"' for column in columns)
    return db.each(f"SELECT {names} FROM {table} ORDER BY id")


def filled(db: Database) -> list[str]:
    """The tables that hold something although the shop should be empty."""
    return [table for table in tables(db) if table not in REPLACED and count(db, table)]


def put(
    db: Database, name: str, names: Sequence[str], cells: Iterable[Sequence[object]], *, older: bool
) -> int:
    """Put rows into a table within the change in progress, in the place of what it has; gives their number.

    Of a file that is `older` than the program, columns that are gone are left out. References are left to `check`.

    Raises:
        UserError: when the table or a column is not of this shop, or a row cannot be kept.
    """
    table = _known(db, name, names, older=older)
    kept = {at: column for at, n in enumerate(names) for column in table if column.name == n}
    db.write("PRAGMA defer_foreign_keys = 1")
    db.write(f"DELETE FROM {name}")
    number = 0

    def values() -> Iterator[list[Value]]:
        nonlocal number
        for number, row in enumerate(cells, 1):  # noqa: B007 - told when the row is refused
            yield _values(row, kept, len(names))

    columns, marks = ", ".join(f'"{column.name}"' for column in kept.values()), ", ".join("?" * len(kept))
    try:
        db.write_many(f"INSERT INTO {name} ({columns}) VALUES ({marks})", values())
    except (ValueError, sqlcipher3.IntegrityError) as error:
        raise UserError("{table}, row {row}: {reason}", table=name, row=number, reason=str(error)) from error
    return number


def part_from_history(db: Database) -> None:
    """The history stays with the old shop: a note on one of its changes stands by itself here."""
    db.write("UPDATE programme_changes SET change_id = NULL WHERE change_id IS NOT NULL")


def _known(db: Database, name: str, names: Sequence[str], *, older: bool) -> list[Column]:
    """The columns of a table that a file names; only names that the open file has itself ever get into a statement."""
    table = tables(db).get(name)
    if table is None:
        raise UserError("{table} is no table of a shop.", table=name)
    known = {column.name for column in table}
    strange = [n for n in names if n not in known]
    if "id" not in names or len(set(names)) < len(names) or (strange and not older):
        raise UserError("{table} has columns that no shop has, or lacks its id.", table=name)
    return table


def _values(row: Sequence[object], kept: Mapping[int, Column], width: int) -> list[Value]:
    if len(row) != width:
        raise ValueError(f"{len(row)} / {width}")
    return [column.value(row[at]) for at, column in kept.items()]


def check(db: Database) -> None:
    """Refuse what has been put when a row refers to nothing, or holds what the rest of the program cannot read.

    Raises:
        UserError: naming the first such row.
    """
    if missing := db.row("PRAGMA foreign_key_check"):
        table, row, parent, _ = missing
        raise UserError(
            "{table}, id {row}: the row of {parent} to which it refers is missing.",
            table=table,
            row=row,
            parent=parent,
        )
    for table, columns in tables(db).items():
        for name in (column.name for column in columns if column.name in IMPOSSIBLE):
            condition = IMPOSSIBLE[name].format(c=name)
            if wrong := db.row(f"SELECT id, {name} FROM {table} WHERE {name} IS NOT NULL AND ({condition})"):
                row, value = wrong
                raise UserError(
                    "{table}, id {row}: “{value}” cannot be right.", table=table, row=row, value=value
                )


@contextmanager
def keeping_places(db: Database) -> Iterator[None]:
    """The settings that belong to this PC stay as they are, whatever is put in their table."""
    before = db.value("SELECT value FROM settings WHERE key = ?", [OF_THIS_PC])
    yield
    db.write(
        "UPDATE settings SET value = ? WHERE key = ? AND value IS NOT ?",
        [before or "", OF_THIS_PC, before or ""],
    )
