"""The loyalty programme's rules, as they are kept."""

from collections.abc import Sequence
from dataclasses import fields
from datetime import date
from typing import Any, TypeVar

from cxdesk.domain.programme import EarnRule, Reward, Rule, StampCard, Tier, tier
from cxdesk.storage.database import Database

Kept = TypeVar("Kept", bound=EarnRule | Tier | Reward | StampCard)
TABLES: dict[type, str] = {
    EarnRule: "earn_rules",
    Tier: "tiers",
    Reward: "rewards",
    StampCard: "stamp_cards",
}
ORDER: dict[type, str] = {
    EarnRule: "name, id",
    Tier: "spend",
    Reward: "points, id",
    StampCard: "name, id",
}
DAYS, FLAGS = {"first", "last"}, {"active", "vip"}


def every(db: Database, kind: type[Kept]) -> list[Kept]:
    """All rules of a kind, those that are out of use as well."""
    names = [field.name for field in fields(kind)]
    rows = db.rows(f"SELECT {', '.join(names)} FROM {TABLES[kind]} ORDER BY {ORDER[kind]}")
    return [rule(kind, dict(zip(names, row, strict=True))) for row in rows]


def rule(kind: type[Kept], row: dict[str, Any]) -> Kept:
    """A rule of a row, whatever else stands in that."""
    names = {field.name for field in fields(kind)}
    return kind(**{name: _read(name, value) for name, value in row.items() if name in names})


def put(db: Database, rule: Rule) -> int:
    """Save a new (id 0) or changed rule; gives the id."""
    names = [field.name for field in fields(rule) if field.name != "id"]
    values: list[Any] = [_kept(getattr(rule, name)) for name in names]
    table = TABLES[type(rule)]
    if rule.id:
        db.write(
            f"UPDATE {table} SET {', '.join(f'{n} = ?' for n in names)} WHERE id = ?", [*values, rule.id]
        )
        return rule.id
    marks = ", ".join("?" * len(names))
    return int(db.write(f"INSERT INTO {table} ({', '.join(names)}) VALUES ({marks})", values).lastrowid)


def drop(db: Database, rule: Rule) -> None:
    """Take a rule away."""
    db.write(f"DELETE FROM {TABLES[type(rule)]} WHERE id = ?", [rule.id])


def spend(db: Database, customer_id: int, first: date, last: date) -> int:
    """What a customer has spent in a period, both days included, refunds taken off, in minor units."""
    found = db.value(
        "SELECT sum(total) FROM purchases WHERE customer_id = ? AND date BETWEEN ? AND ? AND kind <> 'cancelled'",
        [customer_id, first.isoformat(), last.isoformat()],
    )
    return int(found or 0)


def reached(db: Database, tiers: Sequence[Tier], first: date) -> dict[int, int]:
    """How many customers each tier has, by its id."""
    counts = dict.fromkeys((tier.id for tier in tiers), 0)
    rows = db.rows(
        "SELECT sum(total) AS spend FROM purchases WHERE date >= ? AND kind <> 'cancelled' AND customer_id IS NOT NULL "
        "GROUP BY customer_id HAVING spend >= ?",
        [first.isoformat(), min((tier.spend for tier in tiers), default=0)],
    )
    for (amount,) in rows:
        best = max(
            (tier for tier in tiers if tier.spend <= amount), key=lambda tier: tier.spend, default=None
        )
        if best:
            counts[best.id] += 1
    return counts


def vips(db: Database, first: date, last: date) -> list[int] | None:
    """The customers whose tier is one for VIPs, by what they spent in a period; None where no tier is."""
    tiers = every(db, Tier)
    least = min((each.spend for each in tiers if each.vip), default=None)
    if least is None:
        return None
    rows = db.rows(
        "SELECT customer_id, sum(total) AS spend FROM purchases WHERE date BETWEEN ? AND ? AND kind <> 'cancelled' "
        "AND customer_id IS NOT NULL GROUP BY customer_id HAVING spend >= ? ORDER BY spend DESC, customer_id",
        [first.isoformat(), last.isoformat(), least],
    )
    return [i for i, amount in rows if (reached := tier(tiers, amount)) and reached.vip]


def _read(name: str, value: Any) -> Any:
    if name in DAYS:
        return date.fromisoformat(value) if value else None
    return bool(value) if name in FLAGS else value


def _kept(value: Any) -> Any:
    return value.isoformat() if isinstance(value, date) else value
