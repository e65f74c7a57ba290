"""Feedback and its needs, as they are kept and counted."""

from collections import defaultdict
from collections.abc import Sequence
from datetime import date
from typing import Any

from cxdesk.domain.feedback import Feedback
from cxdesk.domain.needs import Channel, Emotion, Need, Route, Stage
from cxdesk.storage.database import Database

COLUMNS = (
    "id, date, customer_id, nps, csat, ces, comment, channel, stage, product_id, purchase_id, staff_id, follow_up, "
    "resolved, resolution, coalesce(uuid, ''), at, emotion, waited, route"
)
STORED = (
    "uuid, at, date, customer_id, nps, csat, ces, comment, channel, stage, product_id, purchase_id, staff_id, "
    "follow_up, resolved, resolution, emotion, waited, route"
)
FILTERS = {
    "all": "1",
    "open": "follow_up = 1 AND resolved IS NULL",
    "promoters": "nps >= 9",
    "passives": "nps BETWEEN 7 AND 8",
    "detractors": "nps <= 6",
    "comments": "comment <> ''",
}


def get(db: Database, feedback_id: int) -> Feedback | None:
    """One feedback."""
    found = find(db, "WHERE id = ?", [feedback_id])
    return found[0] if found else None


def by_uuid(db: Database, uuid: str) -> int | None:
    """The feedback that a form has already made, if any."""
    found = db.value("SELECT id FROM feedback WHERE uuid = ?", [uuid])
    return int(found) if found else None


def of_customer(db: Database, customer_id: int) -> list[Feedback]:
    """What a customer has said, newest first."""
    return find(db, "WHERE customer_id = ? ORDER BY date DESC, id DESC", [customer_id])


def between(db: Database, first: date, last: date) -> list[Feedback]:
    """The feedback of a period, both days included, oldest first."""
    return find(db, "WHERE date BETWEEN ? AND ? ORDER BY date, id", [first.isoformat(), last.isoformat()])


def unresolved(db: Database) -> list[Feedback]:
    """What still waits for an answer, oldest first."""
    return find(db, f"WHERE {FILTERS['open']} ORDER BY date, id")


def by_ids(db: Database, ids: Sequence[int]) -> list[Feedback]:
    """These feedbacks in this order."""
    marks = ", ".join("?" * len(ids))
    found = {item.id: item for item in find(db, f"WHERE id IN ({marks})", ids)}
    return [found[i] for i in ids if i in found]


def latest(db: Database, limit: int) -> list[Feedback]:
    """The feedback recorded last, newest first."""
    return find(db, "ORDER BY id DESC LIMIT ?", [limit])


def counts(db: Database, first: date, last: date) -> dict[str, int]:
    """How many feedbacks of a period, both days included, each of FILTERS lets through."""
    sums = ", ".join(f"count(*) FILTER (WHERE {condition})" for condition in FILTERS.values())
    row = db.row(
        f"SELECT {sums} FROM feedback WHERE date BETWEEN ? AND ?", [first.isoformat(), last.isoformat()]
    )
    return dict(zip(FILTERS, row, strict=True))


def answers(db: Database, first: date, last: date) -> list[tuple[int | None, int | None, int | None]]:
    """NPS, CSAT and CES of every feedback of a period, both days included."""
    return db.rows(
        "SELECT nps, csat, ces FROM feedback WHERE date BETWEEN ? AND ?",
        [first.isoformat(), last.isoformat()],
    )


def ids(db: Database, filter_by: str, first: date | None = None, last: date | None = None) -> list[int]:
    """The ids of one filter (a key of FILTERS) and period, newest first."""
    rows = db.rows(
        f"SELECT id FROM feedback WHERE {FILTERS[filter_by]} AND date BETWEEN ? AND ? ORDER BY date DESC, id DESC",
        [first.isoformat() if first else "", last.isoformat() if last else "9999"],
    )
    return [i for (i,) in rows]


def find(db: Database, where: str, values: Sequence[Any] = ()) -> list[Feedback]:
    """The feedback that fits a WHERE clause, with its needs."""
    rows = db.rows(f"SELECT {COLUMNS} FROM feedback {where}", values)
    needs: dict[int, list[Need]] = defaultdict(list)
    for part in range(0, len(rows), 10_000):
        ids_of_part = [row[0] for row in rows[part : part + 10_000]]
        marks = ", ".join("?" * len(ids_of_part))
        for feedback_id, need in db.rows(
            f"SELECT feedback_id, need FROM feedback_needs WHERE feedback_id IN ({marks}) ORDER BY id",
            ids_of_part,
        ):
            needs[feedback_id].append(Need(need))
    return [_feedback(row, tuple(needs[row[0]])) for row in rows]


def insert(db: Database, feedback: Feedback) -> int:
    """A new feedback with its needs; gives the id."""
    values = _values(feedback)
    marks = ", ".join("?" * len(values))
    feedback_id = int(db.write(f"INSERT INTO feedback ({STORED}) VALUES ({marks})", values).lastrowid)
    _add_needs(db, feedback_id, feedback.needs)
    return feedback_id


def update(db: Database, feedback: Feedback) -> None:
    """Save what has changed of a feedback and its needs."""
    settings = ", ".join(f"{name} = ?" for name in STORED.split(", "))
    db.write(f"UPDATE feedback SET {settings} WHERE id = ?", [*_values(feedback), feedback.id])
    kept = {
        Need(need)
        for (need,) in db.rows("SELECT need FROM feedback_needs WHERE feedback_id = ?", [feedback.id])
    }
    for need in kept - set(feedback.needs):
        db.write("DELETE FROM feedback_needs WHERE feedback_id = ? AND need = ?", [feedback.id, need.value])
    _add_needs(db, feedback.id, [need for need in feedback.needs if need not in kept])


def _add_needs(db: Database, feedback_id: int, needs: Sequence[Need]) -> None:
    db.write_many(
        "INSERT INTO feedback_needs (feedback_id, need) VALUES (?, ?)",
        [(feedback_id, need.value) for need in dict.fromkeys(needs)],
    )


def _values(feedback: Feedback) -> list[Any]:
    return [
        feedback.uuid or None,
        feedback.at,
        feedback.day.isoformat(),
        feedback.customer_id,
        feedback.nps,
        feedback.csat,
        feedback.ces,
        feedback.comment,
        feedback.channel.value,
        feedback.stage.value if feedback.stage else None,
        feedback.product_id,
        feedback.purchase_id,
        feedback.staff_id,
        int(feedback.follow_up),
        feedback.resolved.isoformat() if feedback.resolved else None,
        feedback.resolution,
        feedback.emotion or "",
        feedback.waited,
        feedback.route or "",
    ]


def _feedback(row: Sequence[Any], needs: tuple[Need, ...]) -> Feedback:
    (
        i,
        day,
        customer,
        nps,
        csat,
        ces,
        comment,
        channel,
        stage,
        product,
        purchase,
        staff,
        follow,
        done,
        how,
        uuid,
        at,
        emotion,
        waited,
        route,
    ) = row
    return Feedback(
        id=i,
        day=date.fromisoformat(day),
        customer_id=customer,
        nps=nps,
        csat=csat,
        ces=ces,
        comment=comment,
        channel=Channel(channel),
        stage=Stage(stage) if stage else None,
        needs=needs,
        product_id=product,
        purchase_id=purchase,
        staff_id=staff,
        follow_up=bool(follow),
        resolved=date.fromisoformat(done) if done else None,
        resolution=how,
        uuid=uuid,
        at=at,
        emotion=Emotion(emotion) if emotion else None,
        waited=waited,
        route=Route(route) if route else None,
    )
