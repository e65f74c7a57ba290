"""A large shop for benchmarks: CXDESK_BENCH customers (20,000 by default; size L of docs/speed.md is 200,000).

The machine's speed drifts, so ours and the reference take turns and only ratios are kept.
"""

import os
import random
from datetime import UTC, date, datetime, timedelta
from statistics import median
from time import perf_counter

import pytest

from cxdesk.domain.shop import Shop
from cxdesk.language import folding
from cxdesk.services import desk as desks

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
SIZE = int(os.environ.get("CXDESK_BENCH", "20000"))


@pytest.fixture
def paired(benchmark):
    """Time ours and a reference in turn; gives and notes the median ratio, and lets the plugin time ours."""

    def run(ours, reference, *, rounds=15, name="ratio"):
        pairs = [(timed(ours), timed(reference)) for _ in range(rounds)]
        ratio = round(median(mine / theirs for mine, theirs in pairs), 3)
        milliseconds = [round(1000 * median(times), 3) for times in zip(*pairs, strict=True)]
        benchmark.extra_info[name] = {
            "ratio": ratio,
            "ours_ms": milliseconds[0],
            "reference_ms": milliseconds[1],
        }
        print(f"\n{benchmark.name}: {name} {benchmark.extra_info[name]}")
        return ratio

    yield run
    benchmark.pedantic(lambda: None, rounds=1)


def timed(work):
    start = perf_counter()
    work()
    return perf_counter() - start


@pytest.fixture(scope="session")
def large_shop(tmp_path_factory):
    """A desk in a shop with 8 purchases of 2.5 lines and one feedback for each customer, after ANALYZE."""
    desk = desks.found(tmp_path_factory.mktemp("large") / "large.cxdesk", Shop("Large"), lambda: NOW)
    random_ = random.Random(7)  # noqa: S311 - test data
    fill(desk.workplace.db, SIZE, random_)
    connection = desk.workplace.db.connection
    connection.execute("PRAGMA query_only = 0")
    connection.execute("ANALYZE")
    connection.execute("PRAGMA query_only = 1")
    yield desk
    desk.close()


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
