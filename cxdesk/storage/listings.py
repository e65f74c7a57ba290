"""Customers, purchases and feedback for lists that leave the shop; people who are restricted are in none of them."""

from collections import defaultdict
from collections.abc import Collection, Iterator, Sequence
from dataclasses import replace
from datetime import date

from cxdesk.domain.customer import ContactKind, ContactPoint, Customer
from cxdesk.domain.exports import Figures, SoldLine
from cxdesk.storage import customers
from cxdesk.storage.consents import PROFILED
from cxdesk.storage.database import AMONG, Database, among

BATCH = 1000
LINES = f"""
    SELECT p.date, coalesce(p.time, ''), p.receipt, coalesce(l.kind, p.kind),
        coalesce(nullif(trim(c.first_name || ' ' || c.last_name), ''), c.external_id, ''), coalesce(c.external_id, ''),
        coalesce(a.code, ''), coalesce(nullif(l.description, ''), a.name, ''), l.quantity, l.unit_price,
        coalesce(l.amount, p.total), p.source
    FROM purchases p LEFT JOIN customers c ON c.id = p.customer_id LEFT JOIN purchase_lines l ON l.purchase_id = p.id
        LEFT JOIN products a ON a.id = l.product_id
    WHERE coalesce(c.restricted, 0) = 0 AND (:all OR p.customer_id {AMONG.replace("?", ":ids")})
    ORDER BY p.date, p.id, l.id"""


def everybody(db: Database) -> list[int]:
    """The ids of all customers in the order of their names."""
    return [i for (i,) in db.rows("SELECT id FROM customers ORDER BY sort_key, id")]


def people(db: Database, ids: Sequence[int]) -> list[Customer]:
    """These customers in this order with their contact points, without those who are restricted."""
    points = defaultdict(list)
    for customer_id, kind, value, key in db.rows(
        f"SELECT customer_id, kind, value, key FROM contact_points WHERE customer_id {AMONG} ORDER BY id",
        [among(ids)],
    ):
        points[customer_id].append(ContactPoint(ContactKind(kind), value, key))
    found = {person.id: person for person in customers.many(db, ids) if not person.restricted}
    return [replace(found[i], contacts=tuple(points[i])) for i in ids if i in found]


def has_points(db: Database) -> bool:
    """Whether the shop has given any loyalty points."""
    return bool(db.value("SELECT EXISTS (SELECT 1 FROM points)"))


def figures(db: Database, ids: Collection[int]) -> dict[int, Figures]:
    """What the purchases and the points of these customers add up to, purchases only where they may be added up."""
    kept = "(SELECT max(coalesce(sum(points), 0), 0) FROM points WHERE customer_id = c.id)"
    rows = db.rows(
        f"""SELECT c.id, s.last_day, iif({PROFILED}, coalesce(s.days, 0), NULL),
            iif({PROFILED}, coalesce(s.spend, 0), NULL), {kept}
        FROM customers c LEFT JOIN customer_summary s ON s.customer_id = c.id WHERE c.id {AMONG}""",
        [among(ids)],
    )
    return {i: Figures(date.fromisoformat(last) if last else None, *rest) for i, last, *rest in rows}


def lines(db: Database, ids: Collection[int] | None) -> Iterator[SoldLine]:
    """Every line of the purchases of these customers, or of all and of nobody known, oldest first."""
    for row in db.each(LINES, {"all": ids is None, "ids": among(ids or ())}):
        yield SoldLine(*row)


def product_names(db: Database, ids: Collection[int]) -> dict[int, str]:
    """The names of these products."""
    return dict(db.rows(f"SELECT id, name FROM products WHERE id {AMONG}", [among(ids)]))


def contact_keys(db: Database, ids: Collection[int]) -> frozenset[str]:
    """The searchable forms of all contact points of these customers."""
    rows = db.rows(f"SELECT DISTINCT key FROM contact_points WHERE customer_id {AMONG}", [among(ids)])
    return frozenset(key for (key,) in rows)
