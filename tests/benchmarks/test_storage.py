"""What storage and services do all day in a large shop, each job beside its reference in the same run."""

import csv
import itertools
import os
import shutil
import subprocess
import sys
from collections import defaultdict
from contextlib import closing
from datetime import date, datetime
from decimal import Decimal
from pathlib import Path

import sqlcipher3

from cxdesk.domain import value
from cxdesk.domain.feedback import Feedback
from cxdesk.domain.listing import DEFAULT
from cxdesk.domain.purchase import Purchase, PurchaseKind, PurchaseLine
from cxdesk.domain.shop import Shop
from cxdesk.language.language import Language
from cxdesk.services import desk as desks
from cxdesk.services.visits import Visit
from cxdesk.services.workplace import new_uuid
from cxdesk.storage import customers, files, triggers
from cxdesk.ui.today.presenter import WORKED_OUT

from .conftest import LINES, NOW, sales_file

ROOT = Path(__file__).parents[2]
IMPORT = """
import resource, sys
from datetime import UTC, datetime
from pathlib import Path
from cxdesk.domain.shop import Shop
from cxdesk.services import desk
shop = desk.found(Path(sys.argv[2]), Shop("Import"), lambda: datetime(2026, 11, 21, 12, tzinfo=UTC))
shop.imports.run(Path(sys.argv[1]))
shop.close()
print(resource.getrusage(resource.RUSAGE_SELF).ru_maxrss)
"""

TYPED = ["kai", "mak", "oktam", "virt", "vaino", "ohman sa", "gul rah", "wilson", "0401", "asa"]


def test_search_as_you_type_against_raw_index_and_like(paired, large_shop):
    db = large_shop.workplace.db
    words = itertools.cycle(word for word in TYPED for _ in range(2))  # each pair types the same

    def ours():
        large_shop.customers.search(next(words), 20)

    def raw():
        query = " ".join(f'"{word}"*' for word in next(words).split())
        db.connection.execute(
            "SELECT rowid FROM customer_search WHERE customer_search MATCH ? LIMIT 20", [query]
        ).fetchall()

    def like():
        db.connection.execute(
            "SELECT id FROM customers WHERE search_key LIKE ? LIMIT 20", [f"%zzz{next(words)}%"]
        ).fetchall()

    paired(ours, like, rounds=200, name="rows for the screen against LIKE")
    paired(lambda: customers.search(db, next(words), "FI", 20), like, rounds=200, name="ids against LIKE")
    paired(lambda: customers.search(db, next(words), "FI", 20), raw, rounds=200, name="ids against raw FTS")


def test_list_first_page_against_loading_all(paired, large_shop):
    db = large_shop.workplace.db

    def ours():
        ids = large_shop.register.ids()
        large_shop.register.rows(ids[:128], DEFAULT)

    def load_all():
        db.connection.execute(f"{customers.ROW} ORDER BY c.sort_key").fetchall()

    paired(ours, load_all, rounds=5)


def test_one_counter_commit_against_append_and_fdatasync(paired, large_shop, tmp_path):
    product = large_shop.products.scanned("00001")
    days = itertools.count()

    def ours():
        n = next(days)
        line = PurchaseLine("Lanka 1", 1, 890, 890, product.id)
        bought = Purchase(0, NOW.date(), PurchaseKind.SALE, 0, n % 1000 + 1, uuid=new_uuid(), lines=(line,))
        said = Feedback(0, NOW.date(), n % 1000 + 1, nps=10, csat=5, uuid=new_uuid())
        large_shop.visits.record(Visit(bought, said))

    with (tmp_path / "floor").open("ab", buffering=0) as file:

        def floor():
            file.write(bytes(16 * 1024))
            os.fdatasync(file.fileno())

        paired(ours, floor, rounds=60)


def test_suggestions_for_everybody_against_a_flat_read(paired, large_shop):
    db = large_shop.workplace.db

    def flat():
        db.connection.execute("SELECT * FROM customer_summary").fetchall()

    day = large_shop.appreciation.day
    paired(lambda: day(first=WORKED_OUT), flat, rounds=9, name="as the first page asks")
    paired(day, flat, rounds=5, name="with the gift and the cost of everybody")


def test_counting_a_report_against_a_flat_read(paired, large_shop):
    db, english = large_shop.workplace.db, Language("en")

    def flat():
        db.connection.execute("SELECT * FROM feedback").fetchall()

    paired(lambda: large_shop.reports.count(date(2026, 10, 1), english), flat, rounds=5)


def test_backup_against_copying_the_file(paired, large_shop, tmp_path):
    numbers = itertools.count()

    def copy():
        copied = shutil.copyfile(large_shop.workplace.db.path, tmp_path / f"copy{next(numbers)}")
        with copied.open("rb+") as file:
            os.fsync(file.fileno())
        copied.unlink()

    paired(lambda: large_shop.backups.make(tmp_path / "backups").unlink(), copy, rounds=3)


def test_opening_against_a_bare_connection(paired, large_file, tmp_path):
    path = shutil.copyfile(large_file, tmp_path / "shop.cxdesk")

    def bare():
        with closing(sqlcipher3.connect(str(path))) as connection:
            connection.execute("SELECT count(*) FROM sqlite_schema").fetchone()

    paired(lambda: desks.enter(path, lambda: NOW).close(), bare, rounds=15)
    files.remove(path)


def test_taking_an_import_back_against_making_it(paired, tmp_path):
    path = tmp_path / "sales.csv"
    sales_file(path, 100_000)
    numbers, made = itertools.count(), []

    def bring_in():
        made.append(desks.found(tmp_path / f"{next(numbers)}.cxdesk", Shop("Import"), lambda: NOW))
        made[-1].imports.run(path)

    def take_back():
        made[-1].history.undo()
        made[-1].close()

    bring_in()  # the first is for the pair's first half
    paired(take_back, bring_in, rounds=3)
    made[-1].close()


def test_rfm_against_a_flat_read(paired, large_shop):
    db = large_shop.workplace.db

    def flat():
        return db.connection.execute(
            "SELECT customer_id, last_day, days, spend FROM customer_summary"
        ).fetchall()

    def ours():
        value.rfm([(i, date.fromisoformat(last), days, spend) for i, last, days, spend in flat()], NOW.date())

    paired(ours, flat, rounds=5)


def test_import_against_executemany(paired, tmp_path):
    """A script has neither history nor matching, asks nothing and tells nothing; `bare` has no shop either."""
    path = tmp_path / "sales.csv"
    rows = sales_file(path, LINES)
    numbers = itertools.count()

    def ours():
        with closing(
            desks.found(tmp_path / f"ours{next(numbers)}.cxdesk", Shop("Import"), lambda: NOW)
        ) as desk:
            assert desk.imports.run(path).added.lines == rows

    def bare():
        with closing(
            sqlcipher3.connect(str(tmp_path / f"raw{next(numbers)}.db"), isolation_level=None)
        ) as db:
            for pragma in ("journal_mode = wal", "synchronous = full"):
                db.execute(f"PRAGMA {pragma}")
            db.execute(
                "CREATE TABLE lines (a TEXT, b TEXT, c TEXT, d REAL, e TEXT, f REAL, g TEXT, h TEXT) STRICT"
            )
            db.execute("BEGIN")
            db.executemany("INSERT INTO lines VALUES (?, ?, ?, ?, ?, ?, ?, ?)", cells_of(path))
            db.execute("COMMIT")

    def script():
        shop = tmp_path / f"script{next(numbers)}.cxdesk"
        desks.found(shop, Shop("Import"), lambda: NOW).close()
        with closing(sqlcipher3.connect(str(shop), isolation_level=None)) as db:
            for pragma in ("synchronous = full", "foreign_keys = 1", "cache_size = -65536"):
                db.execute(f"PRAGMA {pragma}")
            db.execute("BEGIN")
            triggers.remove(db)
            write_checked(db, path)
            db.execute("COMMIT")

    paired(ours, script, rounds=3, name="against a script that checks and writes into a shop")
    paired(ours, bare, rounds=3, name="against bare executemany")


def test_import_memory_whatever_the_length(benchmark, tmp_path):
    peaks = {}
    for lines in (LINES // 4, LINES):
        path = tmp_path / f"{lines}.csv"
        sales_file(path, lines)
        run = [sys.executable, "-c", IMPORT, path, tmp_path / f"{lines}.cxdesk"]
        peaks[lines] = int(subprocess.run(run, check=True, capture_output=True, cwd=ROOT).stdout) // 1024
    print(f"\n{benchmark.name}: peak MB by lines {peaks}")
    assert max(peaks.values()) < 300
    benchmark.pedantic(lambda: None, rounds=1)


def cells_of(path):
    with path.open(newline="", encoding="utf-8") as file:
        yield from itertools.islice(csv.reader(file), 1, None)


def write_checked(db, path):
    """The file's customers, products, receipts and lines, each cell checked, with their indices and references."""
    people, articles, receipts = (defaultdict(itertools.count(1).__next__) for _ in range(3))
    rows = [
        (
            receipts[receipt, datetime.fromisoformat(moment), people[customer]],
            articles[code, name],
            float(units),
            int(Decimal(price) * 100),
            int(Decimal(units) * Decimal(price) * 100),
        )
        for receipt, code, name, units, moment, price, customer, _ in cells_of(path)
    ]
    db.executemany(
        "INSERT INTO customers (id, external_id) VALUES (?, ?)", ((i, c) for c, i in people.items())
    )
    db.executemany(
        "INSERT INTO products (id, code, name) VALUES (?, ?, ?)", ((i, *a) for a, i in articles.items())
    )
    db.executemany(
        "INSERT INTO purchases (id, receipt, date, time, customer_id, kind, total, source) "
        "VALUES (?, ?, ?, ?, ?, 'sale', 0, 'till')",
        (
            (i, number, f"{at:%Y-%m-%d}", f"{at:%H:%M}", customer)
            for (number, at, customer), i in receipts.items()
        ),
    )
    db.executemany(
        "INSERT INTO purchase_lines (purchase_id, product_id, quantity, unit_price, amount, line_key, kind) "
        "VALUES (?, ?, ?, ?, ?, ?, 'sale')",
        ((*row, str(n)) for n, row in enumerate(rows)),
    )
