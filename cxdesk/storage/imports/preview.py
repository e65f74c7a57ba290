"""The first rows of a staged file as they will be, and the people of whom it is not sure who they are."""

from dataclasses import dataclass

from cxdesk.storage.database import Database

PEOPLE = """
    SELECT p.line, p.first_name, p.last_name, p.town, p.fresh,
        coalesce((SELECT value FROM staged.contacts WHERE person = p.key AND kind = 'phone' LIMIT 1), ''),
        coalesce((SELECT value FROM staged.contacts WHERE person = p.key AND kind = 'email' LIMIT 1), '')
    FROM staged.people p ORDER BY p.line, p.key LIMIT ?"""
LINES = """
    SELECT l.line, l.date, l.receipt, l.kind, coalesce(trim(p.first_name || ' ' || p.last_name), ''), t.name,
        l.quantity, l.amount
    FROM staged.lines l JOIN staged.told t ON t.id = l.told LEFT JOIN staged.people p ON p.key = l.buyer
    WHERE l.rowid <= ? ORDER BY l.rowid"""
PRODUCTS = "SELECT line, code, name, category, price, stock FROM staged.products ORDER BY line LIMIT ?"
ANSWERS = "SELECT line, date, nps, csat, ces, comment FROM staged.answers ORDER BY line LIMIT ?"
COLUMNS = {
    "people": ("line", "first_name", "last_name", "town", "new", "phone", "email"),
    "lines": ("line", "date", "receipt", "kind", "customer", "product", "quantity", "amount"),
    "products": ("line", "code", "product", "category", "price", "stock"),
    "answers": ("line", "date", "nps", "csat", "ces", "comment"),
}
DOUBTS = """
    SELECT d.person, trim(p.first_name || ' ' || p.last_name), p.line, d.customer_id,
        coalesce(nullif(trim(c.first_name || ' ' || c.last_name), ''), c.external_id,
            trim(q.first_name || ' ' || q.last_name), ''), d.why, d.other
    FROM staged.doubts d JOIN staged.people p ON p.key = d.person
    LEFT JOIN main.customers c ON c.id = d.customer_id LEFT JOIN staged.people q ON q.key = d.other
    ORDER BY p.line LIMIT ?"""


@dataclass(frozen=True, slots=True)
class Doubt:
    """Somebody in the file who may be a customer (`customer_id`) or, when that is None, another person of the file.

    `key` is what a decision about them is given by, and `other_key` the other person's; `agrees` are the fields that
    agree (`domain.duplicates.Field`).
    """

    key: str
    name: str
    line: int
    customer_id: int | None
    other: str
    agrees: tuple[str, ...]
    other_key: str = ""


@dataclass(frozen=True, slots=True)
class Sample:
    """The first rows of one kind: the names of their values, and the values; money is minor units."""

    kind: str
    columns: tuple[str, ...]
    rows: tuple[tuple[object, ...], ...]


def samples(db: Database, limit: int = 20) -> tuple[Sample, ...]:
    """What goes in first, of each kind that the file has."""
    queries = {"people": PEOPLE, "lines": LINES, "products": PRODUCTS, "answers": ANSWERS}
    found = (Sample(kind, COLUMNS[kind], tuple(db.rows(sql, [limit]))) for kind, sql in queries.items())
    return tuple(sample for sample in found if sample.rows)


def doubts(db: Database, limit: int = 500) -> tuple[Doubt, ...]:
    """Of whom it is not sure who they are, in the order of the file."""
    return tuple(
        Doubt(key, name, line, customer_id, other, tuple(why.split()), other_key)
        for key, name, line, customer_id, other, why, other_key in db.rows(DOUBTS, [limit])
    )
