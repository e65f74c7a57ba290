"""Every step of the schema (resources/schema), oldest first; a released step is never edited again.

The triggers of the history are not part of a step: they rest meanwhile, so that a step's writes are nobody's change,
and `triggers.install` makes them anew from the tables it finds. A step that uses sqlite-utils' `transform()` makes the
table anew: it drops the table's own triggers and generated columns, which the step has to bring back.
"""

from collections.abc import Callable, Iterator, Sequence
from contextlib import contextmanager
from typing import TYPE_CHECKING, Any

from sqlcipher3 import complete_statement

from cxdesk import paths
from cxdesk.storage import triggers

if TYPE_CHECKING:
    from sqlite_utils import Database as SqliteUtilsDatabase

APPLICATION_ID = 0x43584453  # "CXDS"

Step = Callable[["SqliteUtilsDatabase"], None]


SCRIPTS = ("001.sql", "002.sql", "003.sql", "004.sql", "005.sql", "006.sql")


def _step(script: str) -> Step:
    return lambda db: run(db.conn, (paths.resources() / "schema" / script).read_text(encoding="utf-8"))


STEPS: tuple[Step, ...] = tuple(_step(script) for script in SCRIPTS)
VERSION = len(STEPS)


def migrate(connection: Any, steps: Sequence[Step] = STEPS) -> None:
    """Bring an open file up to the last of `steps`: all that are pending and the triggers, or nothing.

    sqlite-utils keeps the list of applied steps. It is imported here because an up-to-date file opens without it.
    Foreign keys rest meanwhile, because a table made anew would take its children along; they are checked at the end.

    Raises:
        RuntimeError: when a step leaves rows that refer to nothing.
    """
    from sqlite_utils import Database as SqliteUtils  # noqa: PLC0415 - half a second that most starts do not need
    from sqlite_utils import Migrations  # noqa: PLC0415

    migrations = Migrations("cxdesk")
    for number, step in enumerate(steps, 1):
        migrations(name=f"{number:03}")(step)
    with _writable(connection):
        database = SqliteUtils(connection, execute_plugins=False)
        with database.atomic():
            triggers.remove(connection)
            migrations.apply(database)
            triggers.install(connection)
            connection.execute(f"PRAGMA application_id = {APPLICATION_ID}")
            connection.execute(f"PRAGMA user_version = {len(steps)}")
            if orphan := connection.execute("PRAGMA foreign_key_check").fetchone():
                raise RuntimeError(f"a migration left a row of {orphan[0]} that refers to nothing")


@contextmanager
def _writable(connection: Any) -> Iterator[None]:
    connection.execute("PRAGMA query_only = 0")
    connection.execute("PRAGMA foreign_keys = 0")
    try:
        yield
    finally:
        connection.execute("PRAGMA foreign_keys = 1")
        connection.execute("PRAGMA query_only = 1")


def run(connection: Any, script: str) -> None:
    """Execute each statement of `script` within the open transaction (executescript would commit it first)."""
    statement = ""
    for line in script.splitlines(keepends=True):
        statement += line
        if statement.strip() and complete_statement(statement):
            connection.execute(statement)
            statement = ""
