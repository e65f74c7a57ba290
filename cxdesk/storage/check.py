"""Is the shop file whole? Each question that can be put to it, and what was found."""

from collections.abc import Callable
from contextlib import closing
from dataclasses import dataclass
from datetime import UTC, datetime
from enum import StrEnum
from functools import cache
from typing import Any

import sqlcipher3

from cxdesk.domain.errors import UserError
from cxdesk.storage import migrations, triggers
from cxdesk.storage.connection import PRAGMAS
from cxdesk.storage.database import Database

SUMMARIES = "SELECT customer_id, first_day, last_day, days, purchases, spend, gap FROM customer_summary"
SEARCH_TEST = "INSERT INTO customer_search (customer_search, rank) VALUES ('integrity-check', 1)"
NO_TIME = datetime(
    2000, 1, 1, tzinfo=UTC
)  # a change that changes nothing is not kept, so its time does not matter


class Fault(StrEnum):
    """What can be wrong with a shop file."""

    STRUCTURE = "structure"
    REFERENCE = "reference"
    SUMMARY = "summary"
    SEARCH = "search"
    SCHEMA = "schema"
    PRAGMA = "pragma"


@dataclass(frozen=True, slots=True)
class Finding:
    """One fault; `detail` names the place in the engine's words."""

    fault: Fault
    detail: str


def check(db: Database) -> list[Finding]:
    """Everything that is wrong with an open shop file; nothing, when it is whole. Reads all of it."""
    questions = {
        Fault.STRUCTURE: structure,
        Fault.REFERENCE: references,
        Fault.SUMMARY: summaries,
        Fault.SCHEMA: schema,
        Fault.PRAGMA: pragmas,
    }
    found = [Finding(fault, detail) for fault, ask in questions.items() for detail in _answer(ask, db)]
    return found + [Finding(Fault.SEARCH, detail) for detail in search(db)]


def _answer(ask: Callable[[Any], list[str]], db: Database) -> list[str]:
    try:
        return ask(db.connection)
    except sqlcipher3.DatabaseError as error:  # too damaged to be read to its end
        return [str(error)]


def structure(connection: Any) -> list[str]:
    """What SQLite's own check says of pages, indexes and constraints."""
    rows = connection.execute("PRAGMA integrity_check").fetchall()
    return [text for (text,) in rows if text != "ok"]


def references(connection: Any) -> list[str]:
    """Rows that refer to nothing, as `table row → table`."""
    rows = connection.execute("PRAGMA foreign_key_check").fetchall()
    return [f"{table} {row} → {parent}" for table, row, parent, _ in rows]


def summaries(connection: Any) -> list[str]:
    """Customers whose summary is not what their purchases add up to."""
    kept = set(connection.execute(SUMMARIES))
    counted = set(connection.execute(triggers.RECOUNT.format(condition="customer_id IS NOT NULL")))
    return [f"customer {i}" for i in sorted({row[0] for row in kept ^ counted})]


def search(db: Database) -> list[str]:
    """Whether the search index says what the customers say; FTS5 answers only to a write."""
    try:
        with db.change("Check", at=NO_TIME):
            db.write(SEARCH_TEST)
    except UserError as error:
        return [str(error.__cause__ or error)]
    return []


def schema(connection: Any) -> list[str]:
    """Names of tables, indexes, views and triggers that are not as this program makes them for the file's version.

    The triggers of an older version are left out: a migration makes them anew.
    """
    version = connection.execute("PRAGMA user_version").fetchone()[0]
    names = {name for _, name, _ in _made(version) ^ objects(connection)}
    return sorted(name for name in names if version == migrations.VERSION or not name.startswith("auto_"))


@cache
def _made(version: int) -> set[tuple[str, str, str]]:
    """The objects of a new file of this version."""
    with closing(sqlcipher3.connect(":memory:", isolation_level=None)) as fresh:
        migrations.migrate(fresh, migrations.STEPS[:version])
        return objects(fresh)


def objects(connection: Any) -> set[tuple[str, str, str]]:
    """Type, name and definition of what is ours in a file, without what SQLite, FTS5 and sqlite-utils keep there."""
    rows = connection.execute("SELECT type, name, sql FROM sqlite_schema WHERE sql IS NOT NULL").fetchall()
    theirs = ("sqlite_", "customer_search_", "_sqlite_migrations")
    return {row for row in rows if not (row[0] == "table" and row[1].startswith(theirs))}


def pragmas(connection: Any) -> list[str]:
    """Pragmas that are not as they were set."""
    read = {name: connection.execute(f"PRAGMA {name}").fetchone()[0] for name in PRAGMAS}
    return [f"{name} = {value}" for name, value in read.items() if value != PRAGMAS[name]]


def counts(connection: Any) -> dict[str, int]:
    """The number of rows of every table."""
    names = sorted(name for kind, name, _ in objects(connection) if kind == "table")
    return {name: connection.execute(f'SELECT count(*) FROM "{name}"').fetchone()[0] for name in names}
