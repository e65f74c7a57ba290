"""An import on its way in: staged beside the shop file, then applied set by set within one change.

Staging keeps memory flat whatever the length of the file, and the live shop is not touched before the last step.
"""

import secrets
import tempfile
from collections.abc import Iterable, Iterator
from contextlib import closing, contextmanager
from dataclasses import dataclass
from datetime import date, time
from functools import lru_cache
from itertools import groupby, islice
from pathlib import Path
from typing import Any

import sqlcipher3

from cxdesk.domain.customer import Customer
from cxdesk.domain.imports import REMEMBERED, ImportRow
from cxdesk.domain.product import Product
from cxdesk.domain.shop import Shop
from cxdesk.language import folding, territories
from cxdesk.storage import customers, products
from cxdesk.storage.database import Database
from cxdesk.storage.errors import translated

BATCH = 10_000
LONGEST = 200
TABLE = """CREATE TABLE rows (
    line INTEGER PRIMARY KEY, receipt TEXT, kind TEXT, date TEXT, time TEXT, customer TEXT, customer_name TEXT,
    country TEXT, code TEXT, name TEXT, goods INTEGER, quantity REAL, unit_price INTEGER, amount INTEGER, line_key TEXT
) STRICT"""
INDEX = "CREATE INDEX rows_receipt ON rows (receipt, line_key)"
ARTICLES = """CREATE TABLE articles AS SELECT code, name, max(goods) AS goods, count(*) AS lines,
    count(*) FILTER (WHERE kind = 'sale') AS sales,
    max(line) FILTER (WHERE kind = 'sale' AND unit_price > 0) AS newest
FROM rows WHERE code <> '' GROUP BY code, name"""
REPEATED = """UPDATE rows SET line_key = line_key || '#' || n FROM (
    SELECT line AS at, row_number() OVER (PARTITION BY receipt, line_key ORDER BY line) AS n FROM rows
) WHERE line = at AND n > 1"""
PURCHASES = """
    INSERT INTO purchases (customer_id, date, time, kind, total, receipt, source)
    SELECT c.id, r.date, r.time, r.kind, r.total, r.receipt, :source FROM (
        SELECT receipt, min(date) AS date, min(time) AS time, max(customer) AS customer, min(line) AS first,
            CASE WHEN max(kind = 'sale') THEN 'sale' WHEN max(kind = 'refund') THEN 'refund'
                WHEN max(kind = 'adjustment') THEN 'adjustment' ELSE 'cancelled' END AS kind,
            coalesce(sum(amount) FILTER (WHERE kind <> 'cancelled'), 0) AS total
        FROM staged.rows GROUP BY receipt) r
    LEFT JOIN customers c ON c.external_id = r.customer AND r.customer <> ''
    WHERE NOT EXISTS (SELECT 1 FROM purchases p WHERE p.source = :source AND p.receipt = r.receipt AND p.receipt <> '')
    ORDER BY r.first"""
LINES = """
    INSERT INTO purchase_lines (purchase_id, line_key, product_id, kind, description, quantity, unit_price, amount)
    SELECT p.id, r.line_key, a.id, r.kind, r.name, r.quantity, r.unit_price, r.amount
    FROM staged.rows r JOIN purchases p ON p.source = :source AND p.receipt = r.receipt AND p.receipt <> ''
    LEFT JOIN products a ON a.code = r.code
    WHERE true ORDER BY r.line ON CONFLICT DO NOTHING"""
TOTALS = """
    UPDATE purchases SET total = (SELECT coalesce(sum(amount), 0) FROM purchase_lines
        WHERE purchase_id = purchases.id AND kind <> 'cancelled')
    WHERE id IN (SELECT DISTINCT purchase_id FROM purchase_lines WHERE id > :last_line AND purchase_id <= :last)"""


@dataclass(frozen=True, slots=True)
class Counts:
    """How many records of each kind."""

    customers: int = 0
    products: int = 0
    purchases: int = 0
    lines: int = 0


@dataclass(frozen=True, slots=True)
class Applied:
    """What an import did: what is new, what got more lines, and what was there already."""

    added: Counts
    updated: Counts
    unchanged: Counts


class Staging:
    """The rows of one file, set aside in a temporary file that only this process reads."""

    def __init__(self, path: Path) -> None:
        self.path = path
        self._connection = sqlcipher3.connect(str(path), isolation_level=None)
        for pragma in ("journal_mode = OFF", "synchronous = OFF"):
            self._connection.execute(f"PRAGMA {pragma}")
        self._connection.execute(TABLE)

    def add(self, rows: Iterable[ImportRow]) -> None:
        """Set rows aside; a repeated line number takes the place of the earlier one."""
        with translated(self.path):
            self._connection.execute("BEGIN")
            self._connection.executemany(
                "INSERT INTO rows VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)", map(_values, rows)
            )
            self._connection.execute("COMMIT")

    def finish(self) -> None:
        """Number the lines of one receipt that are alike, add the articles up, and let go of the file."""
        with translated(self.path):
            for statement in (INDEX, REPEATED, ARTICLES):
                self._connection.execute(statement)
        self.close()

    def close(self) -> None:
        """Let go of the file."""
        self._connection.close()


@contextmanager
def staging() -> Iterator[Staging]:
    """A place to set rows aside, gone afterwards."""
    with (
        tempfile.TemporaryDirectory(prefix="cxdesk-import-") as folder,
        closing(Staging(Path(folder) / secrets.token_hex(8))) as staged,
    ):
        yield staged


@contextmanager
def attached(db: Database, staged: Staging) -> Iterator[None]:
    """The staged rows within reach of the shop's connection, as `staged.rows`."""
    db.connection.execute("ATTACH ? AS staged", [str(staged.path)])
    try:
        yield
    finally:
        db.connection.execute("DETACH staged")


def apply(db: Database, source: str, shop: Shop) -> Applied:
    """Add what the shop does not have yet, within the change in progress."""
    met = _met(db)
    new_customers = _new_customers(db)
    customers.insert_many(db, new_customers, shop)
    new_products = _new_products(db)
    products.insert_many(db, new_products)
    last = db.value("SELECT coalesce(max(id), 0) FROM purchases")
    last_line = db.value("SELECT coalesce(max(id), 0) FROM purchase_lines")
    purchases = db.write(PURCHASES, {"source": source}).rowcount
    lines = db.write(LINES, {"source": source}).rowcount
    grown = db.write(TOTALS, {"last": last, "last_line": last_line}).rowcount
    added = Counts(len(new_customers), len(new_products), purchases, lines)
    unchanged = Counts(
        met.customers - added.customers,
        met.products - added.products,
        met.purchases - purchases - grown,
        met.lines - lines,
    )
    return Applied(added, Counts(purchases=grown), unchanged)


def _met(db: Database) -> Counts:
    return Counts(
        *db.row(
            "SELECT count(DISTINCT nullif(customer, '')), (SELECT count(DISTINCT code) FROM staged.articles), "
            "(SELECT count(*) FROM (SELECT DISTINCT receipt FROM staged.rows)), count(*) FROM staged.rows"
        )
    )


def _new_customers(db: Database) -> list[Customer]:
    rows = db.rows(
        """WITH seen AS (
            SELECT customer, coalesce(max(customer_name), '') AS name, min(date) AS first, min(line) AS place,
                max(line) FILTER (WHERE country <> '') AS newest
            FROM staged.rows
            WHERE customer <> '' AND customer NOT IN (SELECT external_id FROM customers WHERE external_id IS NOT NULL)
            GROUP BY customer)
        SELECT seen.customer, seen.name, coalesce(r.country, ''), first
        FROM seen LEFT JOIN staged.rows r ON r.line = newest ORDER BY place"""
    )
    return [
        Customer(
            0,
            last_name=name,
            external_id=number,
            country=territories.code(country) or country,
            since=date.fromisoformat(first),
        )
        for number, name, country, first in rows
    ]


def _new_products(db: Database) -> list[Product]:
    """New articles under the name that their sales carry most often, at the price of their last sale."""
    prices = dict(
        db.rows(
            "SELECT a.code, r.unit_price FROM (SELECT code, max(newest) AS line FROM staged.articles GROUP BY code) a "
            "JOIN staged.rows r USING (line)"
        )
    )
    named = db.rows(
        """SELECT code, name, goods FROM staged.articles
        WHERE code NOT IN (SELECT code FROM products WHERE code IS NOT NULL)
        ORDER BY code, name = '', sales DESC, lines DESC, name"""
    )
    found = []
    for code, names in groupby(named, key=lambda row: row[0]):
        _, name, goods = next(names)
        found.append(Product(0, name or code, code, price=prices.get(code, 0), goods=bool(goods)))
    return found


def batches(rows: Iterable[Any]) -> Iterator[list[Any]]:
    """The rows in parts that fit into memory."""
    source = iter(rows)
    while part := list(islice(source, BATCH)):
        yield part


def _values(row: ImportRow) -> tuple[Any, ...]:
    line, receipt, kind, day, at, customer, customer_name, country, code, name, *rest = row
    when = (kind.value, _written_day(day), _written_time(at))
    who = (_printable(customer), customer_name and _printable(customer_name), _printable(country))
    return (line, _printable(receipt), *when, *who, _printable(code), _printable(name), *rest)


@lru_cache(REMEMBERED)
def _written_day(day: date) -> str:
    return day.isoformat()


@lru_cache(REMEMBERED)
def _written_time(at: time | None) -> str | None:
    return at.isoformat("minutes") if at else None


@lru_cache(REMEMBERED)
def _printable(text: str) -> str:
    """The text without control characters, at most LONGEST characters of it."""
    if len(text) <= LONGEST and text.isprintable():
        return text
    return folding.clean(text, len(text))[:LONGEST]
