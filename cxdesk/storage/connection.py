"""A connection to a shop file: what is looked at before one is trusted, and the pragmas it always has."""

import sys
from collections.abc import Iterable
from contextlib import closing
from pathlib import Path
from typing import Any

import sqlcipher3

from cxdesk.domain.errors import UserError
from cxdesk.storage import files, migrations
from cxdesk.storage.errors import DAMAGED, NOT_OURS, DamagedFileError

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
    "cache_size": -65536,  # KiB, taken only as far as there is something to keep; an import spills less
    "analysis_limit": 1000,  # statistics from so many rows of an index, and without samples of anybody's name
    "query_only": 1,  # the engine itself refuses what is written outside a change
}


def connect(path: Path, *, read_only: bool = False, new: bool = False) -> Any:
    """A connection with our pragmas, each read back. The caller's thread may hand it on, never share it.

    Only a `new` file is made: where one has been deleted, an empty one must not take its place.

    Raises:
        UserError: when the drive cannot keep a write-ahead log (network drives).
    """
    mode = "rwc" if new else "ro" if read_only else "rw"
    source = f"{path.resolve().as_uri()}?mode={mode}"
    connection = sqlcipher3.connect(source, uri=True, isolation_level=None, check_same_thread=False)
    try:
        set_pragmas(connection, path, PRAGMAS if not read_only else PRAGMAS.keys() - {"journal_mode"})
    except BaseException:
        connection.close()
        raise
    return connection


def set_pragmas(connection: Any, path: Path, names: Iterable[str]) -> None:
    """Set each of these pragmas and read it back; see `connect`."""
    for name in names:
        value = PRAGMAS[name]
        connection.execute(f"PRAGMA {name} = {value}")
        read = connection.execute(f"PRAGMA {name}").fetchone()[0]
        if read != value and name == "journal_mode":
            raise UserError("{path} is on a drive that cannot keep it safe. Move it to this PC.", path=path)
        if read != value:
            raise RuntimeError(f"pragma {name} is {read!r}, not {value!r}")


def still(path: Path) -> Any:
    """A connection for reading a file that nobody writes: no lock, no log, nothing left beside it."""
    source = f"{path.resolve().as_uri()}?mode=ro&immutable=1"
    connection = sqlcipher3.connect(source, uri=True, isolation_level=None)
    connection.execute("PRAGMA trusted_schema = 0")
    return connection


def make(path: Path) -> None:
    """Write a new, empty shop file."""
    connection = connect(path, new=True)
    try:
        migrations.migrate(connection)
    finally:
        connection.close()


def look(path: Path, *, thoroughly: bool) -> None:
    """Read enough of a shop file to trust it, without changing a byte; `thoroughly` reads all of it.

    Raises:
        DamagedFileError: when it does not hold together.
        UserError: when it is newer than the program.
    """
    with closing(connect(path, read_only=True) if left_open(path) else still(path)) as connection:
        connection.execute("SELECT count(*) FROM sqlite_schema").fetchone()
        version = connection.execute("PRAGMA user_version").fetchone()[0]
        refuse_newer(path, version)
        identity = connection.execute("PRAGMA application_id").fetchone()[0]
        sound = version > 0 and identity == migrations.APPLICATION_ID
        if thoroughly and sound:
            sound = connection.execute("PRAGMA integrity_check(1)").fetchone()[0] == "ok"
        if not sound:
            raise DamagedFileError(DAMAGED, path=path)


def left_open(path: Path) -> bool:
    """Whether the program did not get to close the file: its log is still there and may not be its own."""
    return any(member.name.endswith("-wal") and member.stat().st_size for member in files.members(path))


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
        raise DamagedFileError(NOT_OURS, path=path)
    if int.from_bytes(header[68:72], "big") != migrations.APPLICATION_ID:
        raise UserError("{path} is a database of another program, not a CX Desk shop file.", path=path)
    refuse_newer(path, int.from_bytes(header[60:64], "big"))


def refuse_newer(path: Path, version: int) -> None:
    """Refuse a file whose schema this program does not know yet, leaving it untouched."""
    if version > migrations.VERSION:
        raise UserError("{path} was made by a newer CX Desk. Update the program to open it.", path=path)
