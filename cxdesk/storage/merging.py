"""Two customers become one row: all that refers to the second comes to refer to the first.

What refers to a customer is read from the schema of the open file, so that a table added later is merged like the rest.
"""

from collections.abc import Iterable
from dataclasses import dataclass

from cxdesk.domain.customer import Consent, Customer
from cxdesk.domain.shop import Shop
from cxdesk.language.folding import search_key
from cxdesk.storage import (
    anniversaries,
    consents,
    customers,
    draws,
    duplicates,
    households,
    relations,
    triggers,
)
from cxdesk.storage.database import Database

REFERENCES = """SELECT m.name, f."from", EXISTS (
        SELECT 1 FROM sqlite_schema t WHERE t.type = 'trigger' AND t.tbl_name = m.name
        AND t.name NOT GLOB 'auto_*' AND t.sql LIKE '%BEFORE UPDATE ON%')
    FROM sqlite_schema m, pragma_foreign_key_list(m.name) f
    WHERE m.type = 'table' AND f."table" = 'customers' ORDER BY m.name"""


@dataclass(frozen=True, slots=True)
class Reference:
    """A column that refers to a customer; `fixed` where the table's rows are events that nothing may rewrite."""

    table: str
    column: str
    fixed: bool


def references(db: Database) -> list[Reference]:
    """Every column of the open file that refers to a customer."""
    return [Reference(table, column, bool(fixed)) for table, column, fixed in db.rows(REFERENCES)]


def counts(db: Database, customer_id: int) -> dict[str, int]:
    """How many rows of each table refer to a customer; tables without any are left out."""
    found = {
        r.table: db.value(f"SELECT count(*) FROM {r.table} WHERE {r.column} = ?", [customer_id])
        for r in references(db)
    }
    return {table: count for table, count in found.items() if count}


def merge(
    db: Database, whole: Customer, drop: int, stops: Iterable[Consent], shop: Shop, staff: int | None
) -> None:
    """Save `whole` under its id, with all that refers to it or to `drop`, who goes; `stops` are noted last.

    Where a table allows a value only once for each customer, the row of `whole` stays.
    """
    _drop_repeated(db, whole.id, drop)
    _drop_repeated_days(db, whole.id, drop)
    left = households.of(db, drop)
    for reference in references(db):
        _repoint(db, reference, whole.id, drop)
    _rename_suggestions(db, whole.id, drop)
    duplicates.hand_over(db, drop, whole.id)
    draws.hand_over(db, drop, whole.id)
    relations.tidy(db, whole.id)
    if left:
        households.tidy(db, left.id)
    db.write("DELETE FROM customers WHERE id = ?", [drop])
    customers.update(db, whole, shop)
    for event in stops:
        consents.insert(db, whole.id, event, staff)


def _drop_repeated(db: Database, keep: int, drop: int) -> None:
    """Contact points and preferences that both have stay once."""
    for table, words in (("contact_points", "coalesce(nullif(key, ''), value)"), ("preferences", "text")):
        query = f"SELECT kind, {words}, id FROM {table} WHERE customer_id = ?"
        known = {(kind, search_key(text)) for kind, text, _ in db.rows(query, [keep])}
        repeated = [(i,) for kind, text, i in db.rows(query, [drop]) if (kind, search_key(text)) in known]
        db.write_many(f"DELETE FROM {table} WHERE id = ?", repeated)


def _drop_repeated_days(db: Database, keep: int, drop: int) -> None:
    """Of a day that both keep under one name the one with its year stays."""
    known = {(search_key(a.name), a.day.day, a.day.month): a for a in anniversaries.of(db, keep)}
    for other in anniversaries.of(db, drop):
        same = known.get((search_key(other.name), other.day.day, other.day.month))
        if same and same.day.year in {None, other.day.year}:
            anniversaries.delete(db, same.id)
        elif same and other.day.year is None:
            anniversaries.delete(db, other.id)


def _repoint(db: Database, reference: Reference, keep: int, drop: int) -> None:
    table, column = reference.table, reference.column
    if reference.fixed:
        _copy(db, reference, keep, drop)
        return
    db.write(f"UPDATE OR IGNORE {table} SET {column} = ? WHERE {column} = ?", [keep, drop])
    db.write(f"DELETE FROM {table} WHERE {column} = ?", [drop])


def _copy(db: Database, reference: Reference, keep: int, drop: int) -> None:
    """Events are told again under their own number; the told ones go with the one who goes."""
    table, column = reference.table, reference.column
    columns = triggers.stored_columns(db.connection, table)
    rows = db.rows(f"SELECT {', '.join(columns)} FROM {table} WHERE {column} = ? ORDER BY id", [drop])
    db.write(f"DELETE FROM {table} WHERE {column} = ?", [drop])
    again = [dict(zip(columns, row, strict=True)) | {column: keep} for row in rows]
    marks = ", ".join(f":{name}" for name in columns)
    db.write_many(f"INSERT INTO {table} ({', '.join(columns)}) VALUES ({marks})", again)


def _rename_suggestions(db: Database, keep: int, drop: int) -> None:
    """A suggestion's id names its customer: what was done or ruled out for one is so for both."""
    for table, columns in triggers.recorded(db.connection).items():
        if {"suggestion", "customer_id"} <= {*columns}:
            db.write(
                f"""UPDATE OR IGNORE {table} SET suggestion = replace(suggestion, '-{drop}-', '-{keep}-')
                WHERE customer_id = {keep} AND substr(suggestion, instr(suggestion, '-')) GLOB '-{drop}-*'"""
            )
