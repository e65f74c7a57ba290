"""What a period's purchases add up to, for reports."""

from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date

from cxdesk.domain.budget import Earned
from cxdesk.storage.database import Database


@dataclass(frozen=True, slots=True)
class Sales:
    """A period's purchases: receipts of sale, and net money in minor units with refunds taken off."""

    purchases: int
    net: int
    customers: int
    new: int
    referred: int


def sales(db: Database, first: date, last: date) -> Sales:
    """The sales of a period, both days included; a customer is new in the period of their very first purchase.

    `referred` are those of the new whom somebody has sent.
    """
    row = db.row(
        """SELECT count(*) FILTER (WHERE kind = 'sale'), coalesce(sum(total), 0),
            count(DISTINCT customer_id) FILTER (WHERE kind = 'sale')
        FROM purchases WHERE date BETWEEN ?1 AND ?2 AND kind <> 'cancelled'""",
        [first.isoformat(), last.isoformat()],
    )
    new = db.value(
        "SELECT count(*) FROM customer_summary WHERE first_day BETWEEN ? AND ?",
        [first.isoformat(), last.isoformat()],
    )
    referred = db.value(
        "SELECT count(*) FROM relations r JOIN customer_summary s ON s.customer_id = r.other_id "
        "WHERE r.kind = 'referred' AND s.first_day BETWEEN ? AND ?",
        [first.isoformat(), last.isoformat()],
    )
    purchases, net, customers = row
    return Sales(purchases, net, customers, new, referred)


def best_sellers(db: Database, first: date, last: date, limit: int = 10) -> list[tuple[str, float, int]]:
    """The goods that brought in most in a period: name, units net of returns, money in minor units."""
    return [
        tuple(row)
        for row in db.rows(
            """SELECT p.name, round(sum(l.quantity), 3), sum(l.amount) AS amount
            FROM purchases u JOIN purchase_lines l ON l.purchase_id = u.id JOIN products p ON p.id = l.product_id
            WHERE u.date BETWEEN ? AND ? AND u.kind <> 'cancelled' AND l.kind IN ('sale', 'refund') AND p.goods = 1
            GROUP BY p.id HAVING sum(l.amount) > 0 ORDER BY amount DESC, p.name LIMIT ?""",
            [first.isoformat(), last.isoformat(), limit],
        )
    ]


def visits(db: Database, last: date) -> Iterator[tuple[int, date]]:
    """Every customer's purchase days up to a day, as (customer id, day)."""
    for customer_id, day in db.each(
        "SELECT DISTINCT customer_id, date FROM purchases "
        "WHERE kind = 'sale' AND customer_id IS NOT NULL AND date <= ? ORDER BY customer_id, date",
        [last.isoformat()],
    ):
        yield customer_id, date.fromisoformat(day)


def earned(db: Database, year: int) -> Earned:
    """What a calendar year brought, returns taken off, by the purchase prices as they stand now."""
    row = db.row(
        """SELECT (SELECT coalesce(sum(total), 0) FROM purchases WHERE date BETWEEN ?1 AND ?2 AND kind <> 'cancelled'),
            coalesce(sum(l.amount), 0), coalesce(sum(l.quantity * p.cost), 0)
        FROM purchases u JOIN purchase_lines l ON l.purchase_id = u.id
        JOIN products p ON p.id = l.product_id AND p.cost IS NOT NULL
        WHERE u.date BETWEEN ?1 AND ?2 AND u.kind <> 'cancelled' AND l.kind IN ('sale', 'refund')""",
        _year(year),
    )
    sales, known, cost = row
    return Earned(year, sales, known, round(cost))


def signature(db: Database, year: int) -> tuple[int, ...]:
    """What is quickly read and changes with the receipts of a year and with the purchase prices."""
    row = db.row(
        """SELECT count(*), coalesce(max(id), 0), (SELECT coalesce(sum(cost), 0) FROM products)
        FROM purchases WHERE date BETWEEN ? AND ?""",
        _year(year),
    )
    return tuple(row)


def _year(year: int) -> list[str]:
    return [date(year, 1, 1).isoformat(), date(year, 12, 31).isoformat()]
