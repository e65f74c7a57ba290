"""The shop's settings and staff, as they are kept."""

from dataclasses import fields
from enum import StrEnum
from typing import Any

from cxdesk.domain.asking import AskWhen
from cxdesk.domain.formality import Formality
from cxdesk.domain.shop import LetterBasis, Role, Shop, StaffMember
from cxdesk.storage.database import Database

KINDS = {"letter_basis": LetterBasis, "ask_when": AskWhen, "formality": Formality}


def get(db: Database) -> Shop:
    """The settings; what was never saved has its default."""
    stored = dict(db.rows("SELECT key, value FROM settings"))
    values: dict[str, Any] = {"name": ""}
    for field in fields(Shop):
        if field.name in stored:
            kind = KINDS.get(field.name) or (int if field.type is int else str)
            values[field.name] = kind(stored[field.name])
    return Shop(**values)


def put(db: Database, shop: Shop) -> None:
    """Save the settings that differ from what is kept."""
    for field in fields(Shop):
        value = getattr(shop, field.name)
        db.write(
            "INSERT INTO settings (key, value) VALUES (?, ?) "
            "ON CONFLICT (key) DO UPDATE SET value = excluded.value WHERE value <> excluded.value",
            [field.name, value.value if isinstance(value, StrEnum) else str(value)],
        )


def staff(db: Database) -> list[StaffMember]:
    """Everybody who works or has worked in the shop, owners first."""
    rows = db.rows(
        "SELECT id, name, title, role, active, monthly_limit FROM staff ORDER BY role = 'owner' DESC, name"
    )
    return [
        StaffMember(id=i, name=name, title=title, role=Role(role), active=bool(active), monthly_limit=limit)
        for i, name, title, role, active, limit in rows
    ]


def add_staff(db: Database, member: StaffMember) -> int:
    """A new member of staff; gives the id."""
    return int(
        db.write(
            "INSERT INTO staff (name, title, role, monthly_limit) VALUES (?, ?, ?, ?)",
            [member.name, member.title, member.role.value, member.monthly_limit],
        ).lastrowid
    )


def update_staff(db: Database, member: StaffMember) -> None:
    """Save what has changed of a member of staff."""
    db.write(
        "UPDATE staff SET name = ?, title = ?, role = ?, active = ?, monthly_limit = ? WHERE id = ?",
        [member.name, member.title, member.role.value, int(member.active), member.monthly_limit, member.id],
    )
