"""A large shop for benchmarks: CXDESK_BENCH customers (20,000 by default; size L of docs/speed.md is 200,000).

The machine's speed drifts, so ours and the reference take turns and only ratios are kept.
"""

import csv
import inspect
import os
import random
import shutil
from contextlib import closing
from datetime import UTC, date, datetime, timedelta
from functools import partial
from hashlib import blake2b
from statistics import median
from time import perf_counter

import pytest
from PySide6.QtCore import QEventLoop, QTimer

from cxdesk import paths
from cxdesk.domain.shop import Shop
from cxdesk.language import folding
from cxdesk.services import desk as desks
from cxdesk.storage import files, migrations, triggers
from cxdesk.ui.ahead import Ahead

NOW = datetime(2026, 11, 21, 12, tzinfo=UTC)
FIRST = [
    "Kaisa",
    "Aino",
    "Jari",
    "Timo",
    "Päivi",
    "Sanna",
    "Mikko",
    "Oʻktam",
    "Gulnora",
    "Emma",
    "Jack",
    "Åsa",
]
LAST = [
    "Virtanen",
    "Mäkelä",
    "Korhonen",
    "Laine",
    "Rahimova",
    "Yoʻldosheva",
    "Wilson",
    "Smith",
    "Öhman",
    "Salo",
]
TICK_MS = 5
SIZE = int(os.environ.get("CXDESK_BENCH", "20000"))
LINES = 5 * SIZE  # of a file: ten for each of half as many customers


@pytest.fixture
def paired(benchmark):
    """Time ours and a reference in turn; notes and gives the median ratio, and with it the median and p95 of each."""

    def run(ours, reference, *, rounds=15, name="ratio"):
        pairs = [(timed(ours), timed(reference)) for _ in range(rounds)]
        mine, theirs = zip(*pairs, strict=True)
        found = {
            "ratio": round(median(a / b for a, b in pairs), 3),
            "ratio_of_p95": round(p95(mine) / p95(theirs), 3),
            "ours_ms": [round(1000 * value, 3) for value in (median(mine), p95(mine))],
            "reference_ms": [round(1000 * value, 3) for value in (median(theirs), p95(theirs))],
        }
        benchmark.extra_info[name] = found
        print(f"\n{benchmark.name}: {name} {found}")
        return found["ratio"]

    yield run
    benchmark.pedantic(lambda: None, rounds=1)


@pytest.fixture
def late(qtbot, benchmark):
    """Does something and waits for its end; gives by how many ms a timer of the window was late at most."""

    def measured(name, act, done):
        gaps, last = [], [perf_counter()]

        def tick():
            now = perf_counter()
            gaps.append(now - last[0])
            last[0] = now

        clock = QTimer(interval=TICK_MS)
        clock.timeout.connect(tick)
        clock.start()
        qtbot.wait(50)
        gaps.clear()
        act()
        qtbot.waitUntil(done, timeout=600_000)
        qtbot.wait(50)
        clock.stop()
        worst = round(1000 * max(gaps)) - TICK_MS
        benchmark.extra_info[name] = worst
        print(f"\n{name}: {worst} ms late at most")
        return worst

    yield measured
    benchmark.pedantic(lambda: None, rounds=1)


def settle(window, *pages):
    """The window as it is a few seconds after the start: all code is read, and these pages are made."""
    ready, waiting = [], QEventLoop()
    steps = [*(partial(window.prepare, key) for key in pages), lambda: ready.append(1)]
    Ahead(window, window.language, steps, every=0).begin()
    while not ready:
        waiting.processEvents(QEventLoop.ProcessEventsFlag.WaitForMoreEvents)


def timed(work):
    start = perf_counter()
    work()
    return perf_counter() - start


def p95(times):
    return sorted(times)[-1 - len(times) // 20]


@pytest.fixture(scope="session")
def large_file(pytestconfig):
    """The shop file with 8 purchases of 2.5 lines and one feedback for each customer; pytest's cache keeps it."""
    schema = [(paths.resources() / "schema" / script).read_text("utf-8") for script in migrations.SCRIPTS]
    made_by = "".join([*map(inspect.getsource, (fill, customer, day, migrations, triggers)), *schema])
    digest = blake2b(made_by.encode(), digest_size=8).hexdigest()
    path = pytestconfig.cache.mkdir("large_shop") / f"{SIZE}-{digest}.cxdesk"
    if not path.exists():
        part = path.with_suffix(".part")
        files.remove(part)
        with closing(desks.found(part, Shop("Large"), lambda: NOW)) as desk:
            fill(desk.workplace.db, SIZE, random.Random(7))  # noqa: S311 - test data
        part.rename(path)
    return path


@pytest.fixture(scope="session")
def large_shop(large_file, tmp_path_factory):
    """A desk in a copy of the large shop, gone afterwards."""
    path = shutil.copyfile(large_file, tmp_path_factory.mktemp("large") / "large.cxdesk")
    with closing(desks.enter(path, lambda: NOW)) as desk:
        yield desk
    files.remove(path)


def fill(db, customers, random_):
    with db.change("Filled", at=NOW, bulk=True):
        db.write_many(
            "INSERT INTO customers (id, first_name, last_name, birth_day, birth_month, since, search_key, sort_key) "
            "VALUES (?, ?, ?, ?, ?, ?, ?, ?)",
            (customer(i, random_) for i in range(1, customers + 1)),
        )
        db.write_many(
            "INSERT INTO contact_points (customer_id, kind, value, key) VALUES (?, 'phone', ?, ?)",
            ((i, f"040 {i:07}", f"+35840{i:07}") for i in range(1, customers + 1)),
        )
        db.write_many(
            "INSERT INTO consents (customer_id, purpose, channel, given, at) VALUES (?, 'marketing', 'letter', 1, ?)",
            ((i, "2024-01-01T00:00:00+00:00") for i in range(1, customers + 1, 2)),
        )
        db.write_many(
            "INSERT INTO products (id, code, name, price, search_key) VALUES (?, ?, ?, ?, ?)",
            ((i, f"{i:05}", f"Lanka {i}", 890, f"lanka {i} {i:05}") for i in range(1, 5001)),
        )
        db.write_many(
            "INSERT INTO purchases (id, customer_id, date, kind, total) VALUES (?, ?, ?, 'sale', ?)",
            ((n + 1, n // 8 + 1, day(random_), 2225) for n in range(8 * customers)),
        )
        db.write_many(
            "INSERT INTO purchase_lines (purchase_id, line_key, product_id, kind, quantity, unit_price, amount) "
            "VALUES (?, ?, ?, 'sale', 1, 890, 890)",
            ((n * 2 // 5 + 1, str(n), random_.randint(1, 5000)) for n in range(20 * customers)),
        )
        db.write_many(
            "INSERT INTO feedback (customer_id, at, date, nps, csat, comment) VALUES (?, ?, ?, ?, ?, ?)",
            (
                (i, f"{d}T10:00:00+00:00", d, random_.randint(0, 10), random_.randint(1, 5), "Ihana palvelu.")
                for i in range(1, customers + 1)
                if (d := day(random_))
            ),
        )


def customer(i, random_):
    first, last = random_.choice(FIRST), f"{random_.choice(LAST)}{random_.choice(['', '', 'la', 'nen'])}"
    since = day(random_)
    key = folding.search_key(f"{first} {last}")
    return (
        i,
        first,
        last,
        random_.randint(1, 28),
        random_.randint(1, 12),
        since,
        key,
        f"{last} {first}".casefold(),
    )


def day(random_):
    return (date(2026, 11, 21) - timedelta(days=random_.randint(0, 729))).isoformat()


def sales_file(path, lines):
    random_ = random.Random(3)  # noqa: S311 - test data
    with path.open("w", newline="", encoding="utf-8") as file:
        table = csv.writer(file)
        table.writerow(
            [
                "InvoiceNo",
                "StockCode",
                "Description",
                "Quantity",
                "InvoiceDate",
                "UnitPrice",
                "CustomerID",
                "Country",
            ]
        )
        for n in range(lines):
            code = random_.randint(10000, 14999)
            receipt = 500000 + n // 5
            moment = f"2011-{receipt % 12 + 1:02}-{receipt % 28 + 1:02} 10:00:00"
            table.writerow(
                [receipt, code, f"ITEM {code}", 1 + n % 5, moment, "2.55", receipt // 2, "Finland"]
            )
    return lines
