"""What was decided about suggestions, and the letters that were made, as they are kept."""

from collections.abc import Collection, Sequence
from dataclasses import dataclass
from datetime import date
from typing import Any

from cxdesk.domain.appreciation import Action, Decision, LetterRecord, Status
from cxdesk.domain.letter import Way
from cxdesk.domain.occasion import Occasion
from cxdesk.storage.database import AMONG, Database, among

COLUMNS = (
    "suggestion, kind, customer_id, status, date, until, reason, gift, product_id, coupon, cost, consent, "
    "staff_id, gift_id, gift_cost"
)
LETTER = "uuid, customer_id, suggestion, template, language, date, body, code, staff_id, campaign_id, way"


@dataclass(frozen=True, slots=True)
class Done:
    """How often a kind of act was done in a period, and what that cost in minor units."""

    kind: Occasion
    count: int
    cost: int


def decisions(db: Database, ids: Collection[int]) -> list[Decision]:
    """The decisions that were made about these customers."""
    rows = db.rows(
        f"SELECT suggestion, status, date, until FROM actions WHERE customer_id {AMONG}", [among(ids)]
    )
    return [
        Decision(key, Status(status), date.fromisoformat(day), date.fromisoformat(until) if until else None)
        for key, status, day, until in rows
    ]


def get(db: Database, suggestion: str) -> Action | None:
    """What was decided about one suggestion."""
    row = db.row(f"SELECT id, {COLUMNS} FROM actions WHERE suggestion = ?", [suggestion])
    return _action(row) if row else None


def of_customer(db: Database, customer_id: int) -> list[Action]:
    """What was done for a customer, newest first."""
    rows = db.rows(
        f"SELECT id, {COLUMNS} FROM actions WHERE customer_id = ? AND status = 'done' ORDER BY date DESC, id DESC",
        [customer_id],
    )
    return [_action(row) for row in rows]


def put(db: Database, action: Action) -> None:
    """Save a decision; a later one about the same suggestion takes its place."""
    columns = COLUMNS.split(", ")
    changed = ", ".join(f"{name} = excluded.{name}" for name in columns[3:])
    db.write(
        f"INSERT INTO actions ({COLUMNS}) VALUES ({', '.join('?' * len(columns))}) "
        f"ON CONFLICT (suggestion) DO UPDATE SET {changed}",
        _values(action),
    )


def spent(db: Database, first: date, last: date) -> int:
    """What the acts done in a period cost, in minor units."""
    total = db.value(
        "SELECT sum(cost) FROM actions WHERE status = 'done' AND date BETWEEN ? AND ?",
        [first.isoformat(), last.isoformat()],
    )
    return int(total or 0)


def done_between(db: Database, first: date, last: date) -> list[Done]:
    """How many acts of each kind were done in a period, and their cost."""
    rows = db.rows(
        "SELECT kind, count(*), sum(cost) FROM actions WHERE status = 'done' AND date BETWEEN ? AND ? GROUP BY kind",
        [first.isoformat(), last.isoformat()],
    )
    return [Done(Occasion(kind), count, cost) for kind, count, cost in rows]


def snoozed(db: Database, today: date) -> int:
    """How many suggestions wait for a later day."""
    return int(
        db.value("SELECT count(*) FROM actions WHERE status = 'snoozed' AND until > ?", [today.isoformat()])
    )


def waiting(db: Database, today: date) -> list[Action]:
    """The decisions that put a suggestion off beyond today, the next to come back first."""
    rows = db.rows(
        f"SELECT id, {COLUMNS} FROM actions WHERE status = 'snoozed' AND until > ? ORDER BY until, id",
        [today.isoformat()],
    )
    return [_action(row) for row in rows]


def done(db: Database, first: date, last: date) -> list[Action]:
    """What was done in a period, both days included, newest first."""
    rows = db.rows(
        f"SELECT id, {COLUMNS} FROM actions WHERE status = 'done' AND date BETWEEN ? AND ? "
        "ORDER BY date DESC, id DESC",
        [first.isoformat(), last.isoformat()],
    )
    return [_action(row) for row in rows]


def delete(db: Database, suggestion: str) -> None:
    """Forget what was decided about a suggestion, so that it is open again."""
    db.write("DELETE FROM actions WHERE suggestion = ?", [suggestion])


def put_letter(db: Database, letter: LetterRecord) -> int:
    """Remember a letter that was made; making the same letter (uuid) again updates it. Gives its id."""
    columns = LETTER.split(", ")
    changed = ", ".join(f"{name} = excluded.{name}" for name in columns[1:])
    db.write(
        f"INSERT INTO letters ({LETTER}) VALUES ({', '.join('?' * len(columns))}) "
        f"ON CONFLICT (uuid) DO UPDATE SET {changed}",
        [
            letter.uuid,
            letter.customer_id,
            letter.suggestion,
            letter.template,
            letter.language,
            letter.day.isoformat(),
            letter.body,
            letter.code,
            letter.staff_id,
            letter.campaign_id,
            letter.way or "",
        ],
    )
    return int(db.value("SELECT id FROM letters WHERE uuid = ?", [letter.uuid]))


def letters_of(db: Database, customer_id: int) -> list[LetterRecord]:
    """The letters made for a customer, newest first."""
    rows = db.rows(
        f"SELECT id, {LETTER} FROM letters WHERE customer_id = ? ORDER BY date DESC, id DESC", [customer_id]
    )
    return [_letter(row) for row in rows]


def letter_for(db: Database, suggestion: str) -> LetterRecord | None:
    """The newest letter made for a suggestion."""
    row = db.row(f"SELECT id, {LETTER} FROM letters WHERE suggestion = ? ORDER BY id DESC", [suggestion])
    return _letter(row) if row else None


def _values(action: Action) -> list[Any]:
    return [
        action.suggestion,
        action.kind.value,
        action.customer_id,
        action.status.value,
        action.day.isoformat(),
        action.until.isoformat() if action.until else None,
        action.reason,
        action.gift,
        action.product_id,
        action.coupon,
        action.cost,
        action.consent,
        action.staff_id,
        action.catalogue_id,
        action.gift_cost,
    ]


def _action(row: Sequence[Any]) -> Action:
    i, key, kind, customer_id, status, day, until, *rest = row
    return Action(
        i,
        key,
        Occasion(kind),
        customer_id,
        Status(status),
        date.fromisoformat(day),
        date.fromisoformat(until) if until else None,
        *rest,
    )


def _letter(row: Sequence[Any]) -> LetterRecord:
    i, uuid, customer_id, suggestion, template, language, day, body, code, staff_id, campaign_id, way = row
    return LetterRecord(
        i,
        uuid,
        customer_id,
        suggestion,
        template,
        language,
        date.fromisoformat(day),
        body,
        code,
        staff_id,
        campaign_id,
        Way(way) if way else None,
    )
