"""Permissions given and withdrawn, as events; the present state is derived from them."""

from collections import defaultdict
from collections.abc import Collection, Sequence
from typing import Any

from cxdesk.domain.customer import Consent, ContactChannel, Purpose
from cxdesk.storage.database import AMONG, Database, among

PROFILED = """NOT EXISTS (SELECT 1 FROM consents o
    WHERE o.customer_id = c.id AND o.purpose = 'profiling' AND o.given = 0 AND NOT EXISTS (SELECT 1 FROM consents n
        WHERE n.customer_id = c.id AND n.purpose = 'profiling' AND (n.at, n.id) > (o.at, o.id)))"""
"""Of a customer `c`: whether visits and purchases may be added up, as `consent.may_profile` has it."""
COLUMNS = "customer_id, purpose, channel, given, at, source, wording, id"


def of(db: Database, customer_id: int) -> list[Consent]:
    """A customer's events, oldest first."""
    return by_customer(db, "WHERE customer_id = ?", [customer_id])[customer_id]


def of_many(db: Database, ids: Collection[int]) -> dict[int, list[Consent]]:
    """The events of these customers, oldest first; customers without any have an empty list."""
    return by_customer(db, f"WHERE customer_id {AMONG}", [among(ids)])


def by_customer(db: Database, where: str = "", values: Sequence[Any] = ()) -> dict[int, list[Consent]]:
    """Every customer's events, oldest first; customers without any have an empty list."""
    events: dict[int, list[Consent]] = defaultdict(list)
    for row in db.rows(f"SELECT {COLUMNS} FROM consents {where} ORDER BY at, id", values):
        customer_id, purpose, channel, given, at, source, wording, i = row
        event = Consent(Purpose(purpose), ContactChannel(channel), bool(given), at, source, wording, i)
        events[customer_id].append(event)
    return events


def insert(db: Database, customer_id: int, event: Consent, staff_id: int | None) -> int:
    """A new event; gives the id. Events are never changed."""
    return int(
        db.write(
            "INSERT INTO consents (customer_id, purpose, channel, given, at, source, wording, staff_id) "
            "VALUES (?, ?, ?, ?, ?, ?, ?, ?)",
            [
                customer_id,
                event.purpose.value,
                event.channel.value,
                int(event.given),
                event.at,
                event.source,
                event.wording,
                staff_id,
            ],
        ).lastrowid
    )
