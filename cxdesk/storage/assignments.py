"""Whom the lot has put in which arm, and who of them came, as it is kept and counted."""

import json
from collections.abc import Collection, Iterable
from dataclasses import dataclass
from datetime import date

from cxdesk.domain.effect import Spend
from cxdesk.domain.occasion import Setting
from cxdesk.storage.database import AMONG, Database

CAME = """EXISTS (SELECT 1 FROM purchases u WHERE u.customer_id = a.customer_id AND u.kind = 'sale'
    AND u.date > a.date AND u.date <= date(a.date, :within))"""
THESE = "a.occasion = :kind AND a.version = :version"


@dataclass(frozen=True, slots=True)
class Assignment:
    """One suggestion in its arm."""

    suggestion: str
    occasion: str
    version: int
    customer_id: int
    day: date
    held_back: bool


def known(db: Database, suggestions: Collection[str]) -> dict[str, bool]:
    """Of these suggestions those that were drawn before, each with whether it was left out."""
    rows = db.rows(
        f"SELECT suggestion, held_back FROM assignments WHERE suggestion {AMONG}",
        [_texts(suggestions)],
    )
    return {suggestion: bool(held) for suggestion, held in rows}


def insert(db: Database, drawn: Iterable[Assignment]) -> None:
    """Keep what was drawn; the first draw of a suggestion stays."""
    db.write_many(
        "INSERT INTO assignments (suggestion, occasion, version, customer_id, date, held_back) "
        "VALUES (?, ?, ?, ?, ?, ?) ON CONFLICT (suggestion) DO NOTHING",
        [
            (
                each.suggestion,
                each.occasion,
                each.version,
                each.customer_id,
                each.day.isoformat(),
                each.held_back,
            )
            for each in drawn
        ],
    )


def begun(db: Database, setting: Setting) -> tuple[date | None, int]:
    """The first day on which this version of a rule has drawn, and how many it has drawn so far."""
    first, count = db.row(f"SELECT min(date), count(*) FROM assignments a WHERE {THESE}", _of(setting))
    return (date.fromisoformat(first) if first else None), count


def outcome(db: Database, setting: Setting, until: date) -> list[tuple[int, int, int]]:
    """Of all drawn by `until`, arm by arm: whether left out, how many came within the days of the rule, how many."""
    return db.rows(
        f"""SELECT held_back, coalesce(sum({CAME}), 0), count(*) FROM assignments a
        WHERE {THESE} AND a.date <= :until GROUP BY held_back""",
        _of(setting) | {"until": until.isoformat()},
    )


def spends(db: Database, setting: Setting, until: date) -> dict[bool, Spend]:
    """Of all drawn by `until`, arm by arm (left out or not), what they bought for within the days of the rule."""
    rows = db.rows(
        f"""SELECT held_back, count(*), sum(spent), sum(1.0 * spent * spent) FROM (
            SELECT a.held_back, coalesce((SELECT sum(u.total) FROM purchases u
                WHERE u.customer_id = a.customer_id AND u.kind IN ('sale', 'refund')
                    AND u.date > a.date AND u.date <= date(a.date, :within)), 0) AS spent
            FROM assignments a WHERE {THESE} AND a.date <= :until) GROUP BY held_back""",
        _of(setting) | {"until": until.isoformat()},
    )
    return {bool(held): Spend(people, total, squares) for held, people, total, squares in rows}


def cost(db: Database, setting: Setting, until: date) -> int:
    """What was done for all drawn by `until` has cost, in minor units."""
    total = db.value(
        f"""SELECT sum(c.cost) FROM assignments a JOIN actions c ON c.suggestion = a.suggestion
        AND c.status = 'done' WHERE {THESE} AND a.date <= :until""",
        _of(setting) | {"until": until.isoformat()},
    )
    return int(total or 0)


def _of(setting: Setting) -> dict[str, object]:
    within = setting["within"]
    return {"kind": setting.kind.value, "version": setting.version, "within": f"+{within} days"}


def _texts(texts: Collection[str]) -> str:
    return json.dumps([*texts])
