"""The open shop file: pragmas, reading, and the one gateway through which everything is written."""

import json
from collections.abc import Iterable, Iterator, Sequence
from contextlib import contextmanager, suppress
from dataclasses import dataclass
from datetime import UTC, datetime
from pathlib import Path
from typing import Any

import sqlcipher3

from cxdesk.domain.change import Change
from cxdesk.domain.errors import UserError
from cxdesk.storage import files, migrations, triggers
from cxdesk.storage.connection import check_header, connect, left_open, look, make
from cxdesk.storage.errors import file_errors, translated
from cxdesk.storage.lock import ShopLock

READONLY = 8  # SQLite's result code

ENTRY = "INSERT INTO changes (at, staff_id, label, customer_id, detail, undoes, bulk) VALUES (?, ?, ?, ?, ?, ?, ?)"
ABOUT = "UPDATE changes SET customer_id = ? WHERE id = ?"

AMONG = "IN (SELECT value FROM json_each(?))"

Values = Sequence[Any] | dict[str, Any]


def among(ids: Iterable[int | str]) -> str:
    """Any number of ids, or of texts, as the one value that AMONG asks for."""
    return json.dumps([*ids])


@dataclass
class Recording:
    """A change in progress; `made` is filled when it has been committed and changed something.

    `customer_id` is whom it is about; it may be said while the change is made.
    """

    id: int
    customer_id: int | None = None
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
        self._identity = files.identity(path)
        self._recording: Recording | None = None
        self._written = False

    @classmethod
    def create(cls, path: Path) -> "Database":
        """Make a new, empty shop file and open it.

        Raises:
            UserError: when something already stands there (a leftover log of another shop would be read into the new
                file), or the folder cannot be written.
        """
        with file_errors(path):
            standing = files.members(path)
        if standing:
            raise UserError(
                "{path} already exists. Choose another name for the new shop file.", path=standing[0]
            )
        lock = ShopLock(path).acquire()
        part = path.with_name(path.name + ".part")
        try:
            with translated(path), file_errors(path):
                files.remove(part)
                make(part)
                files.publish(part, path)
                return cls(path, connect(path), lock)
        except BaseException:
            files.remove(part)
            lock.release()
            raise

    @classmethod
    def open(cls, path: Path, *, lock: bool = True) -> "Database":
        """Open an existing shop file; with `lock=False` only for reading, beside another process.

        Raises:
            DamagedFileError: when it does not hold together; it is left as it is.
            UserError: when it is missing, no shop file, newer than the program, or open elsewhere.
        """
        check_header(path)
        holder = ShopLock(path).acquire() if lock else None
        try:
            with translated(path):
                look(path, thoroughly=lock and left_open(path))
                return cls(path, connect(path, read_only=not lock), holder)
        except BaseException:
            if holder:
                holder.release()
            raise

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
        self.demand_file()
        with translated(self.path):
            return Database(self.path, connect(self.path))

    def demand_file(self) -> None:
        """Refuse to go on when another file, or none, stands where the shop was: what is saved would be lost with it.

        Raises:
            UserError: when that is so; a file that is put back is taken again.
        """
        if files.identity(self.path) != self._identity:
            raise UserError(
                "{path} was moved, deleted or replaced while it was open. Put it back; until then nothing is saved.",
                path=self.path,
            )

    def close(self) -> None:
        """Close the connection and, where this is the owner, let go of the file."""
        if self._recording:
            raise RuntimeError("closed in the middle of a change")
        try:
            if self._written:
                self._optimize()
            self.connection.close()
        finally:
            if self._lock:
                self._lock.release()

    def rows(self, sql: str, values: Values = ()) -> list[Any]:
        """All rows that a query finds, as tuples."""
        with self._reading():
            return list(self.connection.execute(sql, values).fetchall())

    def each(self, sql: str, values: Values = ()) -> Iterator[Any]:
        """The rows that a query finds, one by one, for results that should not be held in memory."""
        with self._reading():
            yield from self.connection.execute(sql, values)

    def row(self, sql: str, values: Values = ()) -> Any:
        """The first row that a query finds, or None."""
        with self._reading():
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

    def insert_all(self, table: str, sql: str, values: Values = ()) -> int:
        """Execute one `INSERT INTO table … SELECT` of very many rows inside the change; gives how many there were."""
        self._demand_change()
        with translated(self.path), triggers.noted_at_once(self.connection, table):
            return int(self.connection.execute(sql, values).rowcount)

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
        self.demand_file()
        moment = at.astimezone(UTC).isoformat(timespec="milliseconds")
        entry = (moment, staff_id, label, customer_id, detail, undoes, int(bulk))
        with self._transaction():
            with translated(self.path):
                self.connection.execute("BEGIN IMMEDIATE")
                self._recording = recording = Recording(
                    self.connection.execute(ENTRY, entry).lastrowid, customer_id
                )
            yield recording
            self._demand_change()
            with translated(self.path):
                if recording.customer_id != customer_id:
                    self.connection.execute(ABOUT, [recording.customer_id, recording.id])
                recording.tables = self._touched(recording.id)
                if bulk and recording.tables:
                    triggers.rebuild(self.connection)
                self.connection.execute("COMMIT" if recording.tables else "ROLLBACK")
                if bulk and recording.tables:
                    self._optimize("= 0x10002")  # every table, not only those that were asked for
        if tables := recording.tables:
            self._written = True
            recording.made = Change(
                recording.id,
                moment,
                label,
                staff_id,
                "",
                recording.customer_id,
                detail,
                undoes,
                tables=tables,
            )

    @contextmanager
    def _transaction(self) -> Iterator[None]:
        """Writing is allowed inside; what is still open at the end is taken back."""
        try:
            self.connection.execute("PRAGMA query_only = 0")
            yield
        finally:
            self._recording = None
            if self.connection.in_transaction:
                self.connection.execute("ROLLBACK")
            self.connection.execute("PRAGMA query_only = 1")

    def _optimize(self, mask: str = "") -> None:
        """Let SQLite count again what has grown, for its query plans; they are good without, so it may fail."""
        with suppress(sqlcipher3.Error):
            self.connection.execute("PRAGMA query_only = 0")
            self.connection.execute(f"PRAGMA optimize {mask}")
            self.connection.execute("PRAGMA query_only = 1")

    def _touched(self, change_id: int) -> frozenset[str]:
        found = self.rows("SELECT DISTINCT table_name FROM history WHERE change_id = ?", [change_id])
        return frozenset(name for (name,) in found)

    def _demand_change(self) -> None:
        """Refuse to go on outside a change, or in one whose transaction the engine had to give up (a full disk)."""
        if not self._recording or not self.connection.in_transaction:
            raise RuntimeError("written outside a change")

    @contextmanager
    def _reading(self) -> Iterator[None]:
        try:
            with translated(self.path):
                yield
        except UserError as error:
            if getattr(error.__cause__, "sqlite_errorcode", 0) == READONLY and not self._recording:
                raise RuntimeError("written outside a change") from error
            raise
