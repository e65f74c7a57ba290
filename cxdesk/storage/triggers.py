"""The triggers that keep history, the search index and the summaries, made from the tables of the open file.

All of them ask the newest row of `changes`: it is the change in progress, because every write happens inside one.
A bulk change (an import) leaves search and summaries alone and has them rebuilt once at its end.
"""

from collections.abc import Iterator
from contextlib import contextmanager
from typing import Any

DERIVED = frozenset({"changes", "history", "customer_summary", "_sqlite_migrations"})
CURRENT = "(SELECT max(id) FROM changes)"
ONE_BY_ONE = "(SELECT bulk FROM changes ORDER BY id DESC LIMIT 1) IS NOT 1"

GAPS = """
    SELECT customer_id, julianday(date) - julianday(lag(date) OVER (PARTITION BY customer_id ORDER BY date)) AS gap
    FROM purchases WHERE {condition} AND kind = 'sale'"""
MEDIAN_GAP = f"""
    SELECT customer_id, avg(gap) AS gap FROM (
        SELECT customer_id, gap, row_number() OVER (PARTITION BY customer_id ORDER BY gap) AS place,
            count(*) OVER (PARTITION BY customer_id) AS gaps
        FROM ({GAPS}) WHERE gap > 0)
    WHERE gaps > 1 AND 2 * place BETWEEN gaps AND gaps + 2 GROUP BY customer_id"""
RECOUNT = f"""
    SELECT s.*, gap FROM (
        SELECT customer_id, min(date) FILTER (WHERE kind = 'sale') AS first_day,
            max(date) FILTER (WHERE kind = 'sale') AS last_day,
            count(DISTINCT date) FILTER (WHERE kind = 'sale') AS days,
            count(*) FILTER (WHERE kind = 'sale') AS purchases, sum(total) AS spend
        FROM purchases WHERE {{condition}} AND kind <> 'cancelled'
        GROUP BY customer_id HAVING count(*) FILTER (WHERE kind = 'sale') > 0) s
    LEFT JOIN ({MEDIAN_GAP}) USING (customer_id)"""
SUMMARY = (
    f"INSERT INTO customer_summary (customer_id, first_day, last_day, days, purchases, spend, gap) {RECOUNT}"
)


def recorded(connection: Any) -> dict[str, list[str]]:
    """The tables whose rows are history, each with its stored columns."""
    names = connection.execute(
        "SELECT name FROM sqlite_schema WHERE type = 'table' AND name NOT LIKE 'sqlite_%' "
        "AND sql NOT LIKE 'CREATE VIRTUAL%' AND name NOT LIKE '%\\_search\\_%' ESCAPE '\\' ORDER BY name"
    ).fetchall()
    return {name: stored_columns(connection, name) for (name,) in names if name not in DERIVED}


def stored_columns(connection: Any, table: str) -> list[str]:
    """The columns of `table` that hold a value of their own (generated ones do not)."""
    rows = connection.execute("SELECT name FROM pragma_table_info(?)", [table])
    return [name for (name,) in rows]


def remove(connection: Any) -> None:
    """Drop our triggers, so that a migration's own writes are nobody's change."""
    ours = connection.execute(
        "SELECT name FROM sqlite_schema WHERE type = 'trigger' AND name GLOB 'auto_*'"
    ).fetchall()
    for (name,) in ours:
        connection.execute(f'DROP TRIGGER "{name}"')


def install(connection: Any) -> None:
    """Make our triggers anew from the schema, inside the open transaction."""
    remove(connection)
    for table, columns in recorded(connection).items():
        for statement in history_triggers(table, columns):
            connection.execute(statement)
    for statement in (*search_triggers(), *summary_triggers()):
        connection.execute(statement)


def history_triggers(table: str, columns: list[str]) -> list[str]:
    """Triggers that note each new row, the old values of changed columns, and the whole of a deleted row."""
    values = [column for column in columns if column != "id"]
    row = ", ".join(f"'{column}', OLD.{column}" for column in columns)
    changed = " UNION ALL ".join(
        f"SELECT '{column}' AS name, OLD.{column} AS value WHERE OLD.{column} IS NOT NEW.{column}"
        for column in values
    )
    differs = " OR ".join(f"OLD.{column} IS NOT NEW.{column}" for column in values)
    note = "INSERT INTO history (change_id, table_name, row_id, operation, old) VALUES"
    return [
        (
            f"CREATE TRIGGER auto_{table}_insert AFTER INSERT ON {table} BEGIN "
            f"{note} ({CURRENT}, '{table}', NEW.id, 'insert', NULL); END"
        ),
        (
            f"CREATE TRIGGER auto_{table}_update AFTER UPDATE ON {table} WHEN {differs} BEGIN "
            f"{note} ({CURRENT}, '{table}', NEW.id, 'update', "
            f"(SELECT json_group_object(name, value) FROM ({changed}))); END"
        ),
        (
            f"CREATE TRIGGER auto_{table}_delete AFTER DELETE ON {table} BEGIN "
            f"{note} ({CURRENT}, '{table}', OLD.id, 'delete', json_object({row})); END"
        ),
    ]


@contextmanager
def noted_at_once(connection: Any, table: str) -> Iterator[None]:
    """What is inserted into `table` meanwhile is noted in the history at the end, by one statement for all rows.

    The trigger is away only within the open transaction, which nobody else sees.
    """
    name = f"auto_{table}_insert"
    (trigger,) = connection.execute("SELECT sql FROM sqlite_schema WHERE name = ?", [name]).fetchone()
    (last,) = connection.execute(f"SELECT coalesce(max(id), 0) FROM {table}").fetchone()
    connection.execute(f"DROP TRIGGER {name}")
    try:
        yield
        connection.execute(
            "INSERT INTO history (change_id, table_name, row_id, operation) "
            f"SELECT {CURRENT}, '{table}', id, 'insert' FROM {table} WHERE id > ? ORDER BY id",
            [last],
        )
    finally:
        if connection.in_transaction:
            connection.execute(trigger)


def search_triggers() -> list[str]:
    """Triggers that keep the search index of customers in step with their search keys."""
    add = "INSERT INTO customer_search (rowid, search_key) VALUES (NEW.id, NEW.search_key);"
    drop = "INSERT INTO customer_search (customer_search, rowid, search_key) VALUES ('delete', OLD.id, OLD.search_key);"
    return [
        f"CREATE TRIGGER auto_search_insert AFTER INSERT ON customers WHEN {ONE_BY_ONE} BEGIN {add} END",
        (
            "CREATE TRIGGER auto_search_update AFTER UPDATE OF search_key ON customers "
            f"WHEN {ONE_BY_ONE} AND OLD.search_key <> NEW.search_key BEGIN {drop} {add} END"
        ),
        f"CREATE TRIGGER auto_search_delete AFTER DELETE ON customers WHEN {ONE_BY_ONE} BEGIN {drop} END",
    ]


def summary_triggers() -> list[str]:
    """Triggers that recount one customer's summary when one of their purchases changes."""

    def recount(row: str) -> str:
        again = SUMMARY.format(condition=f"customer_id = {row}.customer_id")
        return f"DELETE FROM customer_summary WHERE customer_id = {row}.customer_id; {again};"

    return [
        (
            "CREATE TRIGGER auto_summary_insert AFTER INSERT ON purchases "
            f"WHEN NEW.customer_id IS NOT NULL AND {ONE_BY_ONE} BEGIN {recount('NEW')} END"
        ),
        (
            "CREATE TRIGGER auto_summary_update AFTER UPDATE OF customer_id, date, kind, total ON purchases "
            f"WHEN {ONE_BY_ONE} BEGIN {recount('OLD')} {recount('NEW')} END"
        ),
        (
            "CREATE TRIGGER auto_summary_delete AFTER DELETE ON purchases "
            f"WHEN OLD.customer_id IS NOT NULL AND {ONE_BY_ONE} BEGIN {recount('OLD')} END"
        ),
    ]


def rebuild(connection: Any) -> None:
    """Make the search index and every summary anew, inside the open transaction."""
    connection.execute("INSERT INTO customer_search (customer_search) VALUES ('rebuild')")
    connection.execute("DELETE FROM customer_summary")
    connection.execute(SUMMARY.format(condition="customer_id IS NOT NULL"))
