"""The rows of one file, set aside in a temporary file that only this process reads."""

import secrets
import tempfile
from collections.abc import Callable, Iterable, Iterator, Sequence
from contextlib import closing, contextmanager
from itertools import count, islice
from pathlib import Path
from typing import Any

import sqlcipher3

from cxdesk.domain.imports import AnswerRow, PersonRow, ProductRow, PurchaseRow, Row
from cxdesk.storage.database import Database
from cxdesk.storage.errors import translated
from cxdesk.storage.watching import watched

LONGEST_NOTE = 4_000  # characters
BATCH = 5_000
REMEMBERED = 1 << 16  # articles with what is told of them
PRAGMAS = ("journal_mode = OFF", "synchronous = OFF", "cache_size = -32768")  # KiB
SORTED_ON_DISK = "PRAGMA temp_store = 1"  # our SQLite sorts in memory otherwise, however long the file is
AS_BEFORE = "PRAGMA temp_store = 0"
SCHEMA = """
CREATE TABLE people (
    key TEXT PRIMARY KEY, line INTEGER, external_id TEXT, first_name TEXT, last_name TEXT, language TEXT,
    birth_day INTEGER, birth_month INTEGER, birth_year INTEGER, since TEXT, street TEXT, postcode TEXT, town TEXT,
    country TEXT, note TEXT, search_key TEXT, sort_key TEXT, name_key TEXT, points REAL, points_change REAL,
    spent INTEGER, customer_id INTEGER, same_as TEXT, known INTEGER DEFAULT 0, fresh INTEGER DEFAULT 0
) STRICT;
CREATE TABLE contacts (person TEXT, kind TEXT, value TEXT, key TEXT, PRIMARY KEY (person, kind, key)) STRICT;
CREATE TABLE permissions (person TEXT, channel TEXT, given INTEGER, words TEXT, PRIMARY KEY (person, channel)) STRICT;
CREATE TABLE lines (
    line INTEGER, part INTEGER, receipt TEXT, kind TEXT, date TEXT, time TEXT, buyer TEXT, told INTEGER, quantity REAL,
    unit_price INTEGER, amount INTEGER, line_key TEXT
) STRICT;
CREATE TABLE told (
    id INTEGER PRIMARY KEY, article TEXT, code TEXT, name TEXT, barcode TEXT, category TEXT, goods INTEGER,
    sales INTEGER, lines INTEGER, last INTEGER, product_id INTEGER
) STRICT;
CREATE TABLE receipts (
    id INTEGER PRIMARY KEY, receipt TEXT UNIQUE, date TEXT, time TEXT, buyer TEXT, mixed INTEGER, kind TEXT,
    total INTEGER, purchase_id INTEGER
) STRICT;
CREATE TABLE products (
    line INTEGER PRIMARY KEY, article TEXT, code TEXT, name TEXT, barcode TEXT, category TEXT, price INTEGER,
    cost INTEGER, stock REAL
) STRICT;
CREATE TABLE answers (
    line INTEGER PRIMARY KEY, uuid TEXT, person TEXT, at TEXT, date TEXT, nps INTEGER, csat INTEGER, ces INTEGER,
    comment TEXT, channel TEXT
) STRICT;
CREATE TABLE articles (
    article TEXT PRIMARY KEY, code TEXT, name TEXT, barcode TEXT, category TEXT, goods INTEGER, price INTEGER,
    cost INTEGER, stock REAL, product_id INTEGER, known INTEGER DEFAULT 0
) STRICT;
CREATE TABLE doubts (person TEXT, customer_id INTEGER, other TEXT, why TEXT) STRICT;
"""
INDEXES = """
CREATE INDEX lines_receipt ON lines (receipt, line_key);
CREATE INDEX contacts_key ON contacts (key, kind);
CREATE INDEX people_name ON people (name_key);
"""
REPEATED = """
UPDATE lines SET line_key = line_key || '#' || n FROM (
    SELECT rowid AS at, row_number() OVER (PARTITION BY receipt, line_key ORDER BY rowid) AS n FROM lines
    WHERE (receipt, line_key) IN (SELECT receipt, line_key FROM lines GROUP BY receipt, line_key HAVING count(*) > 1)
) WHERE lines.rowid = at AND n > 1"""
RECEIPTS = """
INSERT INTO receipts (receipt, date, time, buyer, mixed, kind, total)
SELECT receipt, min(date), min(time), max(buyer), min(buyer) <> max(buyer),
    CASE WHEN max(kind = 'sale') THEN 'sale' WHEN max(kind = 'refund') THEN 'refund'
        WHEN max(kind = 'adjustment') THEN 'adjustment' ELSE 'cancelled' END,
    coalesce(sum(amount) FILTER (WHERE kind <> 'cancelled'), 0)
FROM lines GROUP BY receipt ORDER BY min(rowid)"""
SINCE = """
UPDATE people SET since = first FROM (
    SELECT buyer, min(date) AS first FROM (
        SELECT buyer, date FROM receipts WHERE NOT mixed
        UNION ALL
        SELECT buyer, date FROM lines WHERE receipt IN (SELECT receipt FROM receipts WHERE mixed))
    WHERE buyer <> '' GROUP BY buyer)
WHERE key = buyer AND since IS NULL"""
COUNTED = """
UPDATE told SET sales = s.sales, lines = s.lines, last = s.last FROM (
    SELECT told, count(*) FILTER (WHERE kind = 'sale') AS sales, count(*) AS lines,
        max(iif(kind = 'sale' AND unit_price > 0, rowid, NULL)) AS last
    FROM lines GROUP BY told) s
WHERE id = s.told"""
NAMED_OFTEST = """
INSERT INTO articles (article, code, name, barcode, category, goods)
SELECT article, code, name, barcode, category, goods FROM (
    SELECT article, code, name, max(barcode) AS barcode, max(category) AS category, max(goods) AS goods,
        row_number() OVER (PARTITION BY article ORDER BY name = '', sum(sales) DESC, sum(lines) DESC, name) AS place
    FROM told WHERE article <> '' GROUP BY article, name)
WHERE place = 1"""
PRICED_LAST = """
UPDATE articles SET price = unit_price
FROM (SELECT article AS of, max(last) AS last FROM told WHERE article <> '' GROUP BY article) t
JOIN lines ON lines.rowid = t.last WHERE article = of"""
LISTED = """
INSERT INTO articles (article, code, name, barcode, category, goods, price, cost, stock)
SELECT article, code, name, barcode, category, 1, price, cost, stock FROM products WHERE true ORDER BY line
ON CONFLICT (article) DO UPDATE SET name = excluded.name,
    price = coalesce(excluded.price, price), cost = coalesce(excluded.cost, cost),
    stock = coalesce(excluded.stock, stock)"""
KEPT = ["first_name", "last_name", "language", "street", "postcode", "town", "country"]
OF_NAME = ["search_key", "sort_key", "name_key"]
FIRST_TOLD = ["birth_day", "birth_month", "birth_year"]
ADDED_UP = ["points", "points_change", "spent"]  # of each row; one row may come twice
NOTE = f"""note = CASE WHEN instr(char(10) || note || char(10), char(10) || excluded.note || char(10)) THEN note
    ELSE substr(trim(note || char(10) || excluded.note, char(10)), 1, {LONGEST_NOTE}) END"""
MERGED = ", ".join(
    [f"{name} = CASE excluded.{name} WHEN '' THEN {name} ELSE excluded.{name} END" for name in KEPT]
    + [f"{name} = CASE excluded.name_key WHEN '' THEN {name} ELSE excluded.{name} END" for name in OF_NAME]
    + [NOTE, *(f"{name} = coalesce({name}, excluded.{name})" for name in FIRST_TOLD)]
    + [
        f"{name} = CASE WHEN line = excluded.line THEN {name} "
        f"ELSE coalesce({name} + excluded.{name}, {name}, excluded.{name}) END"
        for name in ADDED_UP
    ]
)
PERSON_COLUMNS = PersonRow._fields[: PersonRow._fields.index("contacts")]


class Staging:
    """Rows set aside; they come within reach of the shop by `attached`."""

    def __init__(self, path: Path) -> None:
        self.path = path
        self._connection = sqlcipher3.connect(str(path), isolation_level=None)
        for pragma in PRAGMAS:
            self._connection.execute(f"PRAGMA {pragma}")
        self._connection.execute(SORTED_ON_DISK)
        self._connection.executescript(SCHEMA)
        self._told: dict[tuple[Any, ...], int] = {}
        self._numbers = count(1)

    def add(self, rows: Sequence[Row]) -> None:
        """Set rows aside; what is told again of a person fills what was empty."""
        with translated(self.path):
            self._connection.execute("BEGIN")
            self._add_people([row for row in rows if type(row) is PersonRow])
            self._add_lines([row for row in rows if type(row) is PurchaseRow])
            self._insert("products", [row for row in rows if type(row) is ProductRow])
            self._insert("answers", [row for row in rows if type(row) is AnswerRow])
            self._connection.execute("COMMIT")

    def _insert(self, table: str, rows: Sequence[Sequence[Any]]) -> None:
        if rows:
            marks = ", ".join("?" * len(rows[0]))
            self._connection.executemany(f"INSERT OR REPLACE INTO {table} VALUES ({marks})", rows)

    def _add_lines(self, rows: Sequence[PurchaseRow]) -> None:
        """What a line says of its article is told once; plain texts and numbers go in fastest."""
        if len(self._told) > REMEMBERED:
            self._told.clear()
        articles: list[tuple[Any, ...]] = [row[7:13] for row in rows]
        fresh = [each for each in dict.fromkeys(articles) if each not in self._told]
        self._told.update(zip(fresh, self._numbers, strict=False))
        self._insert("told", [(self._told[each], *each, None, None, None, None) for each in fresh])
        numbered = zip(rows, map(self._told.__getitem__, articles), strict=True)
        lines = [(*row[:3], str(row[3]), *row[4:7], number, *row[13:]) for row, number in numbered]
        self._insert("lines", lines)

    def _add_people(self, rows: Sequence[PersonRow]) -> None:
        if not rows:
            return
        width = len(PERSON_COLUMNS)
        marks = ", ".join("?" * width)
        add = self._connection.executemany
        add(
            f"INSERT INTO people ({', '.join(PERSON_COLUMNS)}) VALUES ({marks}) "
            f"ON CONFLICT (key) DO UPDATE SET {MERGED}",
            [row[:width] for row in rows],
        )
        add(
            "INSERT OR IGNORE INTO contacts VALUES (?, ?, ?, ?)",
            [(row.key, *point) for row in rows for point in row.contacts],
        )
        add(
            "INSERT INTO permissions VALUES (?, ?, ?, ?) ON CONFLICT (person, channel) DO UPDATE SET given = 0, "
            "words = excluded.words WHERE excluded.given < given",
            [(row.key, *each) for row in rows for each in row.permissions],
        )

    def finish(self, tick: Callable[[], None] = lambda: None) -> None:
        """Number the lines of one receipt that are alike, and add up what is told of each article and person.

        `tick` is called now and then and may raise.
        """
        with watched(self._connection, tick), translated(self.path):
            for statement in (
                *INDEXES.strip().split(";\n"),
                REPEATED,
                RECEIPTS,
                SINCE,
                COUNTED,
                NAMED_OFTEST,
                PRICED_LAST,
                LISTED,
            ):
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
    """The staged rows within reach of the shop's connection, as `staged`."""
    db.connection.execute(SORTED_ON_DISK)
    db.connection.execute("ATTACH ? AS staged", [str(staged.path)])
    for pragma in PRAGMAS:
        db.connection.execute(f"PRAGMA staged.{pragma}")
    try:
        yield
    finally:
        db.connection.execute("DETACH staged")
        db.connection.execute(AS_BEFORE)


def batches(rows: Iterable[Any]) -> Iterator[list[Any]]:
    """The rows in parts that fit into memory."""
    source = iter(rows)
    while part := list(islice(source, BATCH)):
        yield part
