"""The catalogue of gifts, and who got what, as they are kept."""

from collections.abc import Collection
from dataclasses import dataclass
from datetime import date

from cxdesk.domain.gift import CatalogueGift, GiftKind, Had
from cxdesk.language.folding import search_key
from cxdesk.storage.database import AMONG, Database, among

COLUMNS = "id, name, kind, cost, stock, text, active, product_id"


@dataclass(frozen=True, slots=True)
class Given:
    """A gift that somebody got: when, who, what, and what it cost in minor units."""

    day: date
    customer_id: int
    name: str
    gift: str
    cost: int


def every(db: Database) -> list[CatalogueGift]:
    """The whole catalogue by name; of what is a product its stock is the product's."""
    rows = db.rows(
        """SELECT g.id, g.name, g.kind, g.cost, coalesce(CAST(p.stock AS INTEGER), g.stock), g.text, g.active,
            g.product_id
        FROM gifts g LEFT JOIN products p ON p.id = g.product_id ORDER BY g.active DESC, g.name, g.id"""
    )
    return [
        CatalogueGift(
            i, name, GiftKind(kind), cost, stock, text, bool(active), product, search_key(f"{name} {text}")
        )
        for i, name, kind, cost, stock, text, active, product in rows
    ]


def put(db: Database, gift: CatalogueGift) -> int:
    """Save a gift of the catalogue, a new one without an id; gives the id."""
    values = [gift.name, gift.kind.value, gift.cost, gift.stock, gift.text, int(gift.active), gift.product_id]
    if gift.id:
        names = ", ".join(f"{name} = ?" for name in COLUMNS.split(", ")[1:])
        db.write(f"UPDATE gifts SET {names} WHERE id = ?", [*values, gift.id])
        return gift.id
    marks = ", ".join("?" * len(values))
    return int(
        db.write(f"INSERT INTO gifts ({COLUMNS.partition(', ')[2]}) VALUES ({marks})", values).lastrowid
    )


def take(db: Database, gift_id: int) -> None:
    """One less is there of a gift that is counted."""
    db.write("UPDATE gifts SET stock = stock - 1 WHERE id = ? AND stock > 0", [gift_id])


def given(db: Database, limit: int) -> list[Given]:
    """Who got what, newest first."""
    rows = db.rows(
        """SELECT a.date, c.id, coalesce(nullif(trim(c.first_name || ' ' || c.last_name), ''), c.external_id), a.gift,
            coalesce(a.gift_cost, a.cost)
        FROM actions a JOIN customers c ON c.id = a.customer_id
        WHERE a.status = 'done' AND a.gift <> '' ORDER BY a.date DESC, a.id DESC LIMIT ?""",
        [limit],
    )
    return [Given(date.fromisoformat(day), *rest) for day, *rest in rows]


def had(db: Database, ids: Collection[int], year: int) -> dict[int, Had]:
    """What each of these customers was given in a year; nobody who got nothing is among them."""
    rows = db.rows(
        f"""SELECT customer_id, count(*), sum(coalesce(gift_cost, cost)) FROM actions
        WHERE status = 'done' AND gift <> '' AND date BETWEEN ? AND ? AND customer_id {AMONG} GROUP BY customer_id""",
        [f"{year}-01-01", f"{year}-12-31", among(ids)],
    )
    return {i: Had(pieces, cost) for i, pieces, cost in rows}
