"""Guided interviews, as they are kept."""

from datetime import date

from cxdesk.domain.interview import Fit, Interview, Outcome
from cxdesk.storage.database import Database

COLUMNS = "customer_id, purchase_id, at, date, wishes, hits, proposal, outcome, fit, staff_id"
BETWEEN_HITS = "\n"


def by_uuid(db: Database, uuid: str) -> int | None:
    """The interview that a form has already made, if any."""
    found = db.value("SELECT id FROM interviews WHERE uuid = ?", [uuid])
    return int(found) if found else None


def of_customer(db: Database, customer_id: int) -> list[Interview]:
    """The interviews with a customer, newest first."""
    rows = db.rows(
        f"SELECT id, coalesce(uuid, ''), {COLUMNS} FROM interviews WHERE customer_id = ? "
        "ORDER BY date DESC, id DESC",
        [customer_id],
    )
    return [
        Interview(
            id=i,
            day=date.fromisoformat(day),
            customer_id=customer,
            purchase_id=purchase,
            wishes=wishes,
            hits=tuple(hits.split(BETWEEN_HITS)) if hits else (),
            proposal=proposal,
            outcome=Outcome(outcome) if outcome else None,
            fit=Fit(fit) if fit else None,
            staff_id=staff,
            uuid=uuid,
            at=at,
        )
        for i, uuid, customer, purchase, at, day, wishes, hits, proposal, outcome, fit, staff in rows
    ]


def insert(db: Database, interview: Interview) -> int:
    """A new interview; gives the id."""
    return int(
        db.write(
            f"INSERT INTO interviews (uuid, {COLUMNS}) VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)",
            [
                interview.uuid or None,
                interview.customer_id,
                interview.purchase_id,
                interview.at,
                interview.day.isoformat(),
                interview.wishes,
                BETWEEN_HITS.join(interview.hits),
                interview.proposal,
                interview.outcome or "",
                interview.fit or "",
                interview.staff_id,
            ],
        ).lastrowid
    )
