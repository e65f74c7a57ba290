"""What loyalty costs while a customer waits: opening them at the counter, pricing the basket, and the one commit."""

import random
import shutil
from contextlib import closing
from dataclasses import replace
from functools import partial
from statistics import median

import pytest

from cxdesk.domain.benefits import PointsUse, priced
from cxdesk.domain.programme import Reward, StampCard, Tier
from cxdesk.domain.purchase import Purchase, PurchaseKind, PurchaseLine
from cxdesk.services import desk as desks
from cxdesk.services.visits import Visit
from cxdesk.services.workplace import new_uuid
from cxdesk.storage import files

from .conftest import NOW, SIZE, day, p95, timed

TIMES = 200


@pytest.fixture(scope="module")
def loyal_shop(large_file, tmp_path_factory):
    """The large shop with a loyalty programme in full use: points, coupons, stamps and gift cards."""
    path = shutil.copyfile(large_file, tmp_path_factory.mktemp("loyal") / "loyal.cxdesk")
    with closing(desks.enter(path, lambda: NOW)) as desk:
        desk.settings.save(replace(desk.settings.shop(), points_on=1))
        for number in range(1, 6):
            desk.programme.save(Reward(0, f"Reward {number}", 40 * number))
        for number in range(1, 4):
            desk.programme.save(Tier(0, f"Tier {number}", 5000 * number))
        desk.programme.save(StampCard(0, "Coffee", 10, "A coffee", product_id=1))
        with desk.workplace.db.change("Loyal", at=NOW, bulk=True):
            fill(desk.workplace.db, random.Random(9))  # noqa: S311 - test data
        yield desk
    files.remove(path)


def fill(db, chance):
    at = NOW.isoformat()
    db.write_many(
        "INSERT INTO points (customer_id, at, date, points, kind, expires) "
        "VALUES (?, ?, ?, 22, 'earned', '2028-01-01')",
        ((n // 8 + 1, at, day(chance)) for n in range(8 * SIZE)),
    )
    db.write_many(
        "INSERT INTO coupons (code, customer_id, kind, percent, date, first, last) "
        "VALUES (?, ?, 'percent', 10, '2026-11-01', '2026-11-01', '2027-01-01')",
        ((f"CODE{i}", i) for i in range(1, SIZE + 1)),
    )
    db.write_many(
        "INSERT INTO stamps (card_id, customer_id, at, date, stamps) VALUES (1, ?, ?, ?, 1)",
        ((i, at, day(chance)) for i in range(1, SIZE + 1)),
    )
    db.write_many(
        "INSERT INTO gift_cards (id, code, kind, customer_id, date) VALUES (?, ?, 'gift_card', ?, '2026-11-01')",
        ((i, f"CARD{i}", i) for i in range(1, SIZE + 1, 20)),
    )
    db.write_many(
        "INSERT INTO gift_card_entries (card_id, at, date, amount) VALUES (?, ?, '2026-11-01', 5000)",
        ((i, at) for i in range(1, SIZE + 1, 20)),
    )


def measured(name, times):
    print(f"\n{name}: median {median(times) * 1000:.1f} ms, p95 {p95(times) * 1000:.1f} ms")


def test_opening_a_customer_and_all_that_they_hold(loyal_shop, benchmark):
    desk = loyal_shop
    parts = {
        "card": desk.customers.card,
        "what fits": partial(desk.appreciation.next_for, here=True),
        "what they hold": desk.benefits.of_customer,
    }
    whole = [0.0] * TIMES
    for name, part in parts.items():
        times = [timed(partial(part, who)) for who in range(1, 7 * TIMES, 7)]
        whole = list(map(sum, zip(whole, times, strict=True)))
        measured(name, times)
    measured("all", whole)
    benchmark.pedantic(lambda: None, rounds=1)


def test_a_basket_priced_with_all_of_it_and_its_one_commit(loyal_shop, benchmark):
    desk = loyal_shop
    lines = [PurchaseLine(f"Lanka {n}", 1, 890, 890, n) for n in range(1, 11)]

    def buy(who):
        held = desk.benefits.of_customer(who)
        use = PointsUse(20, 5)
        made = priced(lines, held.coupons, use, held.gift_cards[0])
        bought = Purchase(
            0, NOW.date(), PurchaseKind.SALE, 0, who, uuid=new_uuid(), lines=made.lines,
            coupons=made.coupons, gift_cards=(made.gift_card,),
        )  # fmt: skip
        desk.visits.record(Visit(bought))

    before = len(desk.history.changes(limit=10**6))
    measured("pricing and saving", [timed(partial(buy, who)) for who in range(1, 20 * TIMES, 20)])
    assert len(desk.history.changes(limit=10**6)) == before + TIMES
    benchmark.pedantic(lambda: None, rounds=1)
