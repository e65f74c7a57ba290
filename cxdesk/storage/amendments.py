"""What was changed of the loyalty programme, before and after, worked out from the history."""

from collections.abc import Iterator, Sequence
from dataclasses import fields
from typing import Any

from cxdesk.domain.programme import Amendment, Rule
from cxdesk.language.text import N_
from cxdesk.storage import differences, history, programme
from cxdesk.storage.database import AMONG, Database, among

RULES = N_("Loyalty rules changed")
FIGURES = (
    "points_on",
    "money_per_point",
    "point_value",
    "points_months",
    "referral_points",
    "answer_points",
    "birthday_points",
)
KINDS = {table: kind for kind, table in programme.TABLES.items()}
OF_RULES = """
    SELECT c.id, c.at, c.staff_id, h.table_name, h.row_id, h.operation, h.id, ''
    FROM changes c JOIN history h ON h.change_id = c.id WHERE c.label = ? AND c.undoes IS NULL ORDER BY h.id DESC"""
OF_FIGURES = f"""
    SELECT c.id, c.at, c.staff_id, h.table_name, h.row_id, h.operation, h.id, s.key
    FROM settings s JOIN history h ON h.table_name = 'settings' AND h.row_id = s.id AND h.operation = 'update'
    JOIN changes c ON c.id = h.change_id WHERE s.key {AMONG} AND c.undoes IS NULL AND h.id > (
        SELECT coalesce(max(i.id), 0) FROM history i
        WHERE i.table_name = 'settings' AND i.row_id = s.id AND i.operation = 'insert') ORDER BY h.id DESC"""
"""Since the setting stands in its row: another shop that is brought in puts its own settings into the old places."""


def every(db: Database) -> list[Amendment]:
    """All that stand, the newest first."""
    gone = history.undone(db)
    rows = [*db.rows(OF_RULES, [RULES]), *db.rows(OF_FIGURES, [among(FIGURES)])]
    found = (each for row in rows if row[0] not in gone for each in _amendment(db, row))
    return sorted(found, key=lambda each: each.change_id, reverse=True)


def _amendment(db: Database, row: Sequence[Any]) -> Iterator[Amendment]:
    change_id, at, staff_id, table, row_id, operation, entry, key = row
    if key:
        before, after = differences.around(db, table, ["value"], row_id, operation, entry)
        yield Amendment(change_id, at, staff_id, int(before["value"]), int(after["value"]), key)
    elif kind := KINDS.get(table):
        columns = [field.name for field in fields(kind) if field.name != "id"]
        both = differences.around(db, table, columns, row_id, operation, entry)
        old, new = (_rule(kind, each) for each in both)
        if old != new:
            yield Amendment(change_id, at, staff_id, old, new)


def _rule(kind: type, row: dict[str, Any]) -> Rule | None:
    """The rule as it stood; None where there was or is none."""
    return programme.rule(kind, row) if row else None
