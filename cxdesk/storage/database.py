"""The open shop file: pragmas, reading, and the one gateway through which everything is written."""

import sys
from collections.abc import Iterable, Iterator, Sequence
from contextlib import contextmanager
from dataclasses import dataclass
from datetime import UTC, datetime
from pathlib import Path
from typing import Any

import sqlcipher3

from cxdesk.domain.change import Change
from cxdesk.domain.errors import UserError
from cxdesk.storage import migrations, triggers
from cxdesk.storage.errors import translated
from cxdesk.storage.lock import ShopLock

# sqlite-utils takes the module registered under this name; it has to be the one that opens the file.
sys.modules["pysqlite3"] = sqlcipher3

PRAGMAS = {
    "busy_timeout": 5000,
    "journal_mode": "wal",
    "synchronous": 2,
    "foreign_keys": 1,
    "secure_delete": 1,
    "trusted_schema": 0,
    "recursive_triggers": 1,
    "temp_store": 0,
}

Values = Sequence[Any] | dict[str, Any]


@dataclass
class Recording:
    """A change in progress; `made` is filled when it has been committed and changed something."""

    id: int
    tables: frozenset[str] = frozenset()
    made: Change | None = None


class Database:
    """One connection to a shop file.

    Reading is free; writing works only inside `with db.change("What is done", at=…)`, which is one transaction, one
    entry of the history and one undo step. Open files with `create`, `open` and `again`.
    """

    def __init__(self, path: Path, connection: Any, lock: ShopLock | None = None) -> None:
        self.path = path
        self.connection = connection
        self._lock = lock
        self._recording: Recording | None = None

    @classmethod
    def create(cls, path: Path) -> "Database":
        """Make a new, empty shop file and open it.

        Raises:
            UserError: when something already stands there, or the folder cannot be written.
        """
        if path.exists():
            raise UserError("{path} already exists. Choose another name for the new shop file.", path=path)
        lock = ShopLock(path).acquire()
        part = path.with_name(path.name + ".part")
        remove_shop_file(part)
        try:
            with translated(path):
                connection = connect(part)
                migrations.migrate(connection)
                connection.close()
                part.rename(path)
                return cls(path, connect(path), lock)
        except BaseException:
            lock.release()
            remove_shop_file(part)
            raise

    @classmethod
    def open(cls, path: Path, *, lock: bool = True) -> "Database":
        """Open an existing shop file; with `lock=False` only for reading, beside another process.

        Raises:
            UserError: when it is missing, damaged, no shop file, newer than the program, or open elsewhere.
        """
        check_header(path)
        holder = ShopLock(path).acquire() if lock else None
        try:
            with translated(path):
                connection = connect(path)
                connection.execute("SELECT count(*) FROM sqlite_schema").fetchone()
                refuse_newer(path, connection.execute("PRAGMA user_version").fetchone()[0])
        except BaseException:
            if holder:
                holder.release()
            raise
        database = cls(path, connection, holder)
        if not lock:
            connection.execute("PRAGMA query_only = 1")
        return database

    @property
    def outdated(self) -> bool:
        """Whether the file was made by an older program and has to be migrated before use."""
        return bool(self.rows("PRAGMA user_version")[0][0] < migrations.VERSION)

    def migrate(self) -> None:
        """Bring the file up to this program's schema, all or nothing. Make a backup first."""
        with translated(self.path):
            migrations.migrate(self.connection)
            self.connection.execute("PRAGMA wal_checkpoint(TRUNCATE)")

    def again(self) -> "Database":
        """A second connection of this process to the same file, for the worker thread."""
        with translated(self.path):
            return Database(self.path, connect(self.path))

    def close(self) -> None:
        """Close the connection and, where this is the owner, let go of the file."""
        if self._recording:
            raise RuntimeError("closed in the middle of a change")
        self.connection.close()
        if self._lock:
            self._lock.release()

    def rows(self, sql: str, values: Values = ()) -> list[Any]:
        """All rows that a query finds, as tuples."""
        with translated(self.path):
            return list(self.connection.execute(sql, values).fetchall())

    def each(self, sql: str, values: Values = ()) -> Iterator[Any]:
        """The rows that a query finds, one by one, for results that should not be held in memory."""
        with translated(self.path):
            yield from self.connection.execute(sql, values)

    def row(self, sql: str, values: Values = ()) -> Any:
        """The first row that a query finds, or None."""
        with translated(self.path):
            return self.connection.execute(sql, values).fetchone()

    def value(self, sql: str, values: Values = ()) -> Any:
        """The first column of the first row, or None."""
        row = self.row(sql, values)
        return row[0] if row else None

    def write(self, sql: str, values: Values = ()) -> Any:
        """Execute a writing statement inside the change in progress; gives the cursor."""
        self._demand_change()
        with translated(self.path):
            return self.connection.execute(sql, values)

    def write_many(self, sql: str, values: Iterable[Values]) -> None:
        """Execute a writing statement once for each set of values inside the change in progress."""
        self._demand_change()
        with translated(self.path):
            self.connection.executemany(sql, values)

    @contextmanager
    def change(
        self,
        label: str,
        *,
        at: datetime,
        staff_id: int | None = None,
        customer_id: int | None = None,
        detail: str = "",
        undoes: int | None = None,
        bulk: bool = False,
    ) -> Iterator[Recording]:
        """One transaction, one entry in the history, one undo step; everything is saved at its end or nothing.

        A change that changed nothing leaves no trace. `bulk` has search and summaries rebuilt once at the end.
        """
        if self._recording or self.connection.in_transaction:
            raise RuntimeError("a change is already in progress")
        moment = at.astimezone(UTC).isoformat(timespec="milliseconds")
        entry = (moment, staff_id, label, customer_id, detail, undoes, int(bulk))
        with translated(self.path), self._transaction(entry) as recording:
            yield recording
            recording.tables = self._touched(recording.id)
            if bulk and recording.tables:
                triggers.rebuild(self.connection)
        if recording.tables:
            recording.made = Change(
                recording.id,
                moment,
                label,
                staff_id,
                "",
                customer_id,
                detail,
                undoes,
                tables=recording.tables,
            )

    @contextmanager
    def _transaction(self, entry: tuple[Any, ...]) -> Iterator[Recording]:
        self.connection.execute("BEGIN IMMEDIATE")
        try:
            cursor = self.connection.execute(
                "INSERT INTO changes (at, staff_id, label, customer_id, detail, undoes, bulk) VALUES (?,?,?,?,?,?,?)",
                entry,
            )
            self._recording = recording = Recording(cursor.lastrowid)
            yield recording
            self.connection.execute("COMMIT" if recording.tables else "ROLLBACK")
        except BaseException:
            if self.connection.in_transaction:
                self.connection.execute("ROLLBACK")
            raise
        finally:
            self._recording = None

    def _touched(self, change_id: int) -> frozenset[str]:
        found = self.rows("SELECT DISTINCT table_name FROM history WHERE change_id = ?", [change_id])
        return frozenset(name for (name,) in found)

    def _demand_change(self) -> None:
        if not self._recording:
            raise RuntimeError("written outside a change")


def connect(path: Path) -> Any:
    """A connection with our pragmas, each read back. The caller's thread may hand it on, never share it."""
    connection = sqlcipher3.connect(str(path), isolation_level=None, check_same_thread=False)
    for name, value in PRAGMAS.items():
        connection.execute(f"PRAGMA {name} = {value}")
        read = connection.execute(f"PRAGMA {name}").fetchone()[0]
        if read != value:
            raise RuntimeError(f"pragma {name} is {read!r}, not {value!r}")
    return connection


def check_header(path: Path) -> None:
    """Refuse what is no shop file of ours, without opening it as a database.

    Raises:
        UserError: when the file is missing, a folder, empty, damaged, of another kind or newer than the program.
    """
    try:
        with path.open("rb") as file:
            header = file.read(100)
    except FileNotFoundError:
        raise UserError("{path} does not exist. Check the name or create a new shop.", path=path) from None
    except OSError as error:
        raise UserError("{path} cannot be opened: {reason}", path=path, reason=error.strerror) from error
    if len(header) < 100 or not header.startswith(b"SQLite format 3\0"):
        raise UserError("{path} is not a CX Desk shop file, or it is damaged. Restore a backup.", path=path)
    if int.from_bytes(header[68:72], "big") != migrations.APPLICATION_ID:
        raise UserError("{path} is a database of another program, not a CX Desk shop file.", path=path)
    refuse_newer(path, int.from_bytes(header[60:64], "big"))


def refuse_newer(path: Path, version: int) -> None:
    """Refuse a file whose schema this program does not know yet, leaving it untouched."""
    if version > migrations.VERSION:
        raise UserError("{path} was made by a newer CX Desk. Update the program to open it.", path=path)


def remove_shop_file(path: Path) -> None:
    """Remove a shop file that was just made, with its write-ahead log."""
    for suffix in ("", "-wal", "-shm"):
        path.with_name(path.name + suffix).unlink(missing_ok=True)
