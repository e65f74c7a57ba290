"""The goals of customers, and what has brought them nearer, as they are kept."""

from collections import defaultdict
from collections.abc import Collection, Sequence
from datetime import date
from typing import Any

from cxdesk.domain.goal import Counts, Goal, Progress, Step, progress
from cxdesk.storage.database import AMONG, Database, among

COLUMNS = """g.id, g.customer_id, g.date, g.counts, g.target, g.text, g.unit, g.product_id, g.category,
    coalesce(p.name, g.category), coalesce(g.uuid, '')"""
OPEN = f"SELECT {COLUMNS} FROM goals g LEFT JOIN products p ON p.id = g.product_id WHERE g.closed IS NULL"
STEPS = f"""
    SELECT g.id, u.date, 1.0 AS amount FROM goals g JOIN purchases u ON u.customer_id = g.customer_id
        AND u.date BETWEEN g.date AND ?2 AND u.kind = 'sale'
    WHERE g.counts = 'visits' AND g.id IN (SELECT value FROM json_each(?1)) GROUP BY g.id, u.date
    UNION ALL
    SELECT g.id, u.date, l.quantity FROM goals g JOIN purchases u ON u.customer_id = g.customer_id
        AND u.date BETWEEN g.date AND ?2 AND u.kind IN ('sale', 'refund')
    JOIN purchase_lines l ON l.purchase_id = u.id AND l.kind IN ('sale', 'refund')
    JOIN products p ON p.id = l.product_id
    WHERE g.counts = 'pieces' AND g.id IN (SELECT value FROM json_each(?1))
        AND CASE WHEN g.product_id IS NULL THEN g.category <> '' AND g.category = p.category
            ELSE g.product_id = p.id END
    UNION ALL
    SELECT goal_id, date, amount FROM goal_steps WHERE goal_id {AMONG.replace("?", "?1")} AND date <= ?2"""


def by_uuid(db: Database, uuid: str) -> int | None:
    """The goal that a form has already set, if any."""
    found = db.value("SELECT id FROM goals WHERE uuid = ?", [uuid])
    return int(found) if found else None


def insert(db: Database, goal: Goal, at: str, staff_id: int | None) -> int:
    """A new goal; gives the id."""
    row = {
        "uuid": goal.uuid or None,
        "customer_id": goal.customer_id,
        "staff_id": staff_id,
        "at": at,
        "date": goal.day.isoformat(),
        "text": goal.text,
        "counts": goal.counts.value,
        "product_id": goal.product_id,
        "category": goal.category,
        "unit": goal.unit,
        "target": float(goal.target),
    }
    marks = ", ".join(f":{name}" for name in row)
    return int(db.write(f"INSERT INTO goals ({', '.join(row)}) VALUES ({marks})", row).lastrowid)


def close(db: Database, goal_id: int, day: date) -> None:
    """It was reached, and the customer has been thanked."""
    db.write("UPDATE goals SET closed = ? WHERE id = ?", [day.isoformat(), goal_id])


def delete(db: Database, goal_id: int) -> None:
    """Take a goal away."""
    db.write("DELETE FROM goals WHERE id = ?", [goal_id])


def knows_step(db: Database, uuid: str) -> bool:
    """Whether a form has already added a step."""
    return db.value("SELECT 1 FROM goal_steps WHERE uuid = ?", [uuid]) is not None


def add_step(db: Database, goal_id: int, step: Step, at: str, staff_id: int | None, uuid: str) -> None:
    """Bring a goal nearer by hand."""
    day, amount = step
    db.write(
        "INSERT INTO goal_steps (uuid, goal_id, staff_id, at, date, amount) VALUES (?, ?, ?, ?, ?, ?)",
        [uuid or None, goal_id, staff_id, at, day.isoformat(), float(amount)],
    )


def of(db: Database, ids: Collection[int], today: date) -> dict[int, list[Progress]]:
    """How far the open goals of these customers had come by `today`, the oldest first."""
    rows = db.rows(f"{OPEN} AND g.customer_id {AMONG} ORDER BY g.id", [among(ids)])
    return _progress(db, [_goal(row) for row in rows], today)


def reached(db: Database, ids: Collection[int], today: date) -> dict[int, Progress]:
    """The oldest goal of each of these customers that is reached and not yet thanked for."""
    rows = db.rows(f"{OPEN} AND g.customer_id {AMONG} ORDER BY g.id", [among(ids)])
    goals = {goal.id: goal for goal in map(_goal, rows)}
    sums = f"SELECT id, round(sum(amount), 3) FROM ({STEPS}) GROUP BY id"
    done = dict(db.rows(sums, [among(goals), today.isoformat()])) if goals else {}
    enough = [goal for i, goal in goals.items() if done.get(i, 0) >= goal.target]
    return {i: found[0] for i, found in _progress(db, enough, today).items()}


def _progress(db: Database, goals: Sequence[Goal], today: date) -> dict[int, list[Progress]]:
    """How far each of these goals has come, by the customer."""
    steps: dict[int, list[Step]] = defaultdict(list)
    if goals:
        for i, day, amount in db.rows(STEPS, [among([goal.id for goal in goals]), today.isoformat()]):
            steps[i].append((date.fromisoformat(day), amount))
    found: dict[int, list[Progress]] = defaultdict(list)
    for goal in goals:
        found[goal.customer_id].append(progress(goal, steps[goal.id]))
    return found


def _goal(row: Sequence[Any]) -> Goal:
    i, customer_id, day, counts, target, *rest = row
    return Goal(i, customer_id, date.fromisoformat(day), Counts(counts), target, *rest)
