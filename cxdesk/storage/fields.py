"""The shop's own fields and what customers' fields hold, as they are kept."""

import json
from collections.abc import Mapping

from cxdesk.domain.fields import Field, FieldKind, FieldValue
from cxdesk.storage.database import Database

COLUMNS = "f.id, f.name, f.kind, f.choices, f.position, f.active"


def every(db: Database) -> list[Field]:
    """All fields in their order, those that are asked no more last."""
    rows = db.rows(f"SELECT {COLUMNS} FROM fields f ORDER BY active DESC, position, id")
    return [_field(*row) for row in rows]


def values(db: Database, customer_id: int) -> list[FieldValue]:
    """What this customer's fields hold, in the order of the fields."""
    rows = db.rows(
        f"""SELECT {COLUMNS}, v.value FROM field_values v JOIN fields f ON f.id = v.field_id
        WHERE v.customer_id = ? ORDER BY f.active DESC, f.position, f.id""",
        [customer_id],
    )
    return [FieldValue(_field(*row), value) for *row, value in rows]


def insert(db: Database, field: Field) -> int:
    """A new field behind the others; gives the id."""
    return int(
        db.write(
            "INSERT INTO fields (name, kind, choices, position) "
            "SELECT ?, ?, ?, coalesce(max(position), 0) + 1 FROM fields",
            [field.name, field.kind.value, _choices(field)],
        ).lastrowid
    )


def update(db: Database, field: Field) -> None:
    """Save what has changed of a field; its kind stays, as its values do."""
    db.write(
        "UPDATE fields SET name = ?, choices = ?, position = ?, active = ? WHERE id = ?",
        [field.name, _choices(field), field.position, int(field.active), field.id],
    )


def put(db: Database, customer_id: int, held: Mapping[int, str]) -> None:
    """Save what these fields of a customer hold; an empty value takes one away."""
    for field_id, value in held.items():
        if value:
            db.write(
                """INSERT INTO field_values (customer_id, field_id, value) VALUES (?, ?, ?)
                ON CONFLICT (customer_id, field_id) DO UPDATE SET value = excluded.value""",
                [customer_id, field_id, value],
            )
        else:
            db.write(
                "DELETE FROM field_values WHERE customer_id = ? AND field_id = ?", [customer_id, field_id]
            )


def _choices(field: Field) -> str:
    return json.dumps(field.choices, ensure_ascii=False) if field.choices else ""


def _field(i: int, name: str, kind: str, choices: str, position: int, active: int) -> Field:
    return Field(i, name, FieldKind(kind), tuple(json.loads(choices or "[]")), position, bool(active))
