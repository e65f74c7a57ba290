"""Invitations to events, as they are kept."""

from collections.abc import Sequence
from datetime import date
from typing import Any

from cxdesk.domain.campaign import Attended, Invitation, Reply
from cxdesk.storage.database import Database

INVITED = """
    SELECT i.id, i.campaign_id, i.customer_id, i.code, i.date,
        coalesce(nullif(trim(c.first_name || ' ' || c.last_name), ''), c.external_id, ''), i.reply, i.guests, i.came
    FROM invitations i JOIN customers c ON c.id = i.customer_id"""


def to(db: Database, campaign_id: int) -> list[Invitation]:
    """Who is invited, by name."""
    return _find(db, "WHERE i.campaign_id = ? ORDER BY c.sort_key, i.id", [campaign_id])


def by_code(db: Database, code: str) -> Invitation | None:
    """The invitation that bears this code."""
    return next(iter(_find(db, "WHERE i.code = ?", [code])), None)


def attended(db: Database, customer_id: int) -> list[Attended]:
    """The events to which a customer came, the newest first."""
    rows = db.rows(
        "SELECT i.id, k.name, i.came, i.guests FROM invitations i JOIN campaigns k ON k.id = i.campaign_id "
        "WHERE i.customer_id = ? AND i.came IS NOT NULL ORDER BY i.came DESC, i.id DESC",
        [customer_id],
    )
    return [Attended(i, event, date.fromisoformat(day), guests) for i, event, day, guests in rows]


def is_invited(db: Database, campaign_id: int, customer_id: int) -> bool:
    """Whether a customer is invited to an event."""
    sql = "SELECT 1 FROM invitations WHERE campaign_id = ? AND customer_id = ?"
    return db.value(sql, [campaign_id, customer_id]) is not None


def insert(db: Database, campaign_id: int, customer_id: int, code: str, day: date) -> int:
    """A new invitation; gives the id."""
    sql = "INSERT INTO invitations (campaign_id, customer_id, code, date) VALUES (?, ?, ?, ?)"
    return int(db.write(sql, [campaign_id, customer_id, code, day.isoformat()]).lastrowid)


def change(db: Database, changed: Invitation) -> None:
    """Save the reply, the guests and the day on which somebody came."""
    db.write(
        "UPDATE invitations SET reply = ?, guests = ?, came = ? WHERE id = ?",
        [changed.reply or "", changed.guests, changed.came.isoformat() if changed.came else None, changed.id],
    )


def _find(db: Database, rest: str, values: Sequence[Any]) -> list[Invitation]:
    return [_invitation(row) for row in db.rows(f"{INVITED} {rest}", values)]


def _invitation(row: Sequence[Any]) -> Invitation:
    i, campaign_id, customer_id, code, day, name, reply, guests, came = row
    return Invitation(
        i,
        campaign_id,
        customer_id,
        code,
        date.fromisoformat(day),
        name,
        Reply(reply) if reply else None,
        guests,
        date.fromisoformat(came) if came else None,
    )
