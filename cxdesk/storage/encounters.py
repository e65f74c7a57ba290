"""Promises, notes, requests and interviews of a customer, for the timeline."""

from datetime import date

from cxdesk.domain.encounters import Encounter, EncounterKind
from cxdesk.storage.database import Database

OF = """
    SELECT 'promise', id, date, text, due, closed, iif(kept = 0, 'missed', '') FROM promises WHERE customer_id = ?1
    UNION ALL SELECT kind, id, date, text, NULL, NULL, '' FROM notes WHERE customer_id = ?1
    UNION ALL SELECT 'request', id, date, text, arrived, closed, outcome FROM requests WHERE customer_id = ?1
    UNION ALL SELECT 'interview', id, date, concat_ws(' · ', nullif(wishes, ''), nullif(proposal, '')), NULL, NULL,
        outcome FROM interviews WHERE customer_id = ?1"""


def of(db: Database, customer_id: int) -> list[Encounter]:
    """All of them, in no particular order."""
    return [
        Encounter(EncounterKind(kind), i, date.fromisoformat(day), text, _day(due), _day(done), outcome)
        for kind, i, day, text, due, done, outcome in db.rows(OF, [customer_id])
    ]


def _day(text: str | None) -> date | None:
    return date.fromisoformat(text[:10]) if text else None
