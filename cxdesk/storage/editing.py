"""One change to many customers: who would change, and the statement that changes them."""

from collections.abc import Sequence
from typing import Any

from cxdesk.domain.editing import Edit, Part
from cxdesk.domain.listing import Column
from cxdesk.language import folding
from cxdesk.storage.conditions import PERMITTED
from cxdesk.storage.database import AMONG, Database, among
from cxdesk.storage.register import CELLS, NAME

ALLOWED = PERMITTED.format(channel=":value")
HELD = "(SELECT v.value FROM field_values v WHERE v.customer_id = c.id AND v.field_id = :field)"
TAGGED = "EXISTS (SELECT 1 FROM tags WHERE customer_id = c.id AND key = :key)"
PLAIN = (Part.PERSONA, Part.ORIGIN, Part.STAGE, Part.LANGUAGE, Part.TOWN)
BEFORE = {part: f"c.{part}" for part in PLAIN} | {
    Part.ADD_TAG: CELLS[Column.TAGS],
    Part.REMOVE_TAG: CELLS[Column.TAGS],
    Part.FIELD: HELD,
    Part.WITHDRAW: ":value",
}
NOT_YET = {part: f"c.{part} <> :value" for part in PLAIN} | {
    Part.ADD_TAG: f"NOT {TAGGED}",
    Part.REMOVE_TAG: TAGGED,
    Part.FIELD: f"coalesce({HELD}, '') <> :value",
    Part.WITHDRAW: f"{ALLOWED} = 1",
}
LAST_SAID = "coalesce((SELECT max(k.at) FROM consents k WHERE k.customer_id = c.id), '')"
STATEMENTS = {part: f"UPDATE customers AS c SET {part} = :value WHERE {{these}}" for part in PLAIN} | {
    Part.ADD_TAG: "INSERT INTO tags (customer_id, text, key) SELECT c.id, :value, :key FROM customers c WHERE {these}",
    Part.REMOVE_TAG: "DELETE FROM tags WHERE key = :key AND customer_id IN "
    "(SELECT c.id FROM customers c WHERE {these})",
    Part.WITHDRAW: "INSERT INTO consents (customer_id, purpose, channel, given, at, source, staff_id) "
    f"SELECT c.id, 'marketing', :value, 0, max(:at, {LAST_SAID}), :source, :staff FROM customers c WHERE {{these}}",
}
FILL = (
    "INSERT INTO field_values (customer_id, field_id, value) SELECT c.id, :field, :value FROM customers c "
    "WHERE {these} ON CONFLICT (customer_id, field_id) DO UPDATE SET value = excluded.value"
)
CLEAR = (
    "DELETE FROM field_values WHERE field_id = :field "
    "AND customer_id IN (SELECT c.id FROM customers c WHERE {these})"
)


def count(db: Database, ids: Sequence[int], edit: Edit, *, by_default: bool) -> int:
    """How many of these customers would change."""
    values = _values(ids, edit) | {"by_default": int(by_default)}
    return int(db.value(f"SELECT count(*) FROM customers c WHERE {_these(edit)}", values))


def first(
    db: Database, ids: Sequence[int], edit: Edit, limit: int, *, by_default: bool
) -> list[tuple[int, str, str]]:
    """The first of those who would change, by name: id, name, and what stands there now."""
    sql = f"SELECT c.id, {NAME}, coalesce({BEFORE[edit.part]}, '') FROM customers c WHERE {_these(edit)}"
    values = _values(ids, edit) | {"by_default": int(by_default), "limit": limit}
    return [tuple(row) for row in db.rows(f"{sql} ORDER BY c.sort_key, c.id LIMIT :limit", values)]


def apply(
    db: Database,
    ids: Sequence[int],
    edit: Edit,
    *,
    by_default: bool,
    at: str,
    source: str,
    staff_id: int | None,
) -> int:
    """Change those of these customers who do not have it so already; gives how many."""
    values = _values(ids, edit) | {
        "by_default": int(by_default),
        "at": at,
        "source": source,
        "staff": staff_id,
    }
    if edit.part is Part.TOWN:
        return _move(db, edit, values)
    statement = STATEMENTS.get(edit.part) or (FILL if edit.value else CLEAR)
    return int(db.write(statement.format(these=_these(edit)), values).rowcount)


def _move(db: Database, edit: Edit, values: dict[str, Any]) -> int:
    """A town is a part of what customers are found by."""
    sql = f"SELECT c.id, c.first_name, c.last_name, coalesce(c.external_id, '') FROM customers c WHERE {_these(edit)}"
    moving = db.rows(sql, values)
    keys = ((folding.search_key(" ".join((*names, edit.value))), i) for i, *names in moving)
    db.write_many(
        "UPDATE customers SET town = ?, search_key = ? WHERE id = ?",
        ((edit.value, key, i) for key, i in keys),
    )
    return len(moving)


def _these(edit: Edit) -> str:
    """Those who would change; of people who are restricted only permissions are withdrawn."""
    free = "" if edit.part is Part.WITHDRAW else " AND c.restricted = 0"
    return f"c.id {AMONG.replace('?', ':ids')} AND {NOT_YET[edit.part]}{free}"


def _values(ids: Sequence[int], edit: Edit) -> dict[str, Any]:
    key = folding.search_key(edit.value)
    return {"ids": among(ids), "value": edit.value, "key": key, "field": edit.field}
