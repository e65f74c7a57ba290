"""Fifty kills at random moments while visits are recorded: every acknowledged one is there, whole and once."""

import multiprocessing
import pkgutil
import random
import threading
from dataclasses import replace
from datetime import UTC, datetime, timedelta
from itertools import count

from cxdesk import services
from cxdesk.domain.coupon import Coupon, CouponKind
from cxdesk.domain.customer import Customer
from cxdesk.domain.feedback import Feedback
from cxdesk.domain.product import Product
from cxdesk.domain.programme import StampCard
from cxdesk.domain.purchase import Purchase, PurchaseKind, PurchaseLine, Redeemed
from cxdesk.domain.shop import Shop
from cxdesk.services.desk import enter, found
from cxdesk.services.visits import Visit

STOCK = 1_000_000


def now():
    return datetime.now(UTC)


def visit(form, coupon):
    """Two skeins, with a coupon and two points, and an answer of customer 1, under the identities of one form."""
    yarn = PurchaseLine("Yarn", 2, 890, 1700, 1, discount=80)
    lines = (yarn, PurchaseLine("Bag", 1, 110, 100, discount=10, points=2))
    used = (Redeemed(coupon, 80),)
    bought = Purchase(0, now().date(), PurchaseKind.SALE, 0, 1, uuid=f"p-{form}", lines=lines, coupons=used)
    return Visit(bought, Feedback(0, now().date(), 1, nps=0, comment="Kiva", uuid=f"f-{form}"))


def counter(path, pipe):
    """The shop's program: a form comes in and goes back once its visit is saved."""
    desk = enter(path, now)
    coupon = desk.coupons.every()[0].coupon.code
    pipe.send("ready")
    while True:
        form = pipe.recv()
        desk.visits.record(visit(form, coupon))
        pipe.send(form)


class Program:
    """One start of the program in a process of its own."""

    def __init__(self, context, path):
        self.pipe, theirs = context.Pipe()
        self.process = context.Process(target=counter, args=(path, theirs))
        self.process.start()
        theirs.close()
        assert self.pipe.recv() == "ready"

    def save(self, form):
        """Whether the visit was acknowledged."""
        try:
            self.pipe.send(form)
            return self.pipe.recv() == form
        except (EOFError, OSError):
            return False

    def end(self):
        self.process.kill()
        self.process.join()
        self.process.close()
        self.pipe.close()


def test_nothing_acknowledged_is_lost_partial_or_doubled(tmp_path, times):
    path = tmp_path / "shop.cxdesk"
    desk = found(path, Shop("Kerä"), now)
    desk.customers.save(Customer(0, "Aino"))
    desk.products.save(Product(0, "Yarn", price=890, stock=STOCK))
    desk.settings.save(replace(desk.settings.shop(), points_on=1))
    desk.points.correct(1, STOCK, "A present")
    desk.programme.save(StampCard(0, "Yarn", 10, "A skein", product_id=1))
    days = now().date() - timedelta(days=1), now().date() + timedelta(days=1)
    desk.coupons.new(Coupon(CouponKind.AMOUNT, *days, amount=80, uses=STOCK))
    steps = len(desk.history.changes())
    desk.close()

    warm = "forkserver" in multiprocessing.get_all_start_methods()
    context = multiprocessing.get_context("forkserver" if warm else "spawn")
    if warm:
        used = pkgutil.walk_packages(services.__path__, f"{services.__name__}.")
        context.set_forkserver_preload(
            [module.name for module in used]
        )  # or a kill meets nothing but imports
    chance, forms, acknowledged = random.Random(20261121), count(), []  # noqa: S311 - no secret, only a moment
    waiting = next(forms)
    kills = times(50, 200)
    for _ in range(kills):
        program = Program(context, path)
        clock = threading.Timer(chance.uniform(0, 0.03), program.process.kill)
        clock.start()
        while program.save(waiting):  # the form that got no answer is sent again by the next start
            acknowledged.append(waiting)
            waiting = next(forms)
        clock.join()
        program.end()
    program = Program(context, path)
    assert program.save(waiting)
    program.end()

    desk = enter(path, now)
    expected, card = [*acknowledged, waiting], desk.customers.card(1)
    assert [purchase.uuid for purchase in reversed(card.purchases)] == [f"p-{form}" for form in expected]
    assert [entry.uuid for entry in reversed(card.feedback)] == [f"f-{form}" for form in expected]
    assert {(purchase.total, len(purchase.lines)) for purchase in card.purchases} == {(1800, 2)}
    assert card.spend == card.summary.spend == 1800 * len(expected)
    assert desk.products.get(1).stock == STOCK - 2 * len(expected)
    held, (coupon,) = desk.benefits.of_customer(1), desk.coupons.every()
    assert held.standing.balance == STOCK + (18 - 2) * len(expected)
    assert [each.stamps for each in held.stamps] == [2 * len(expected)]
    redeemed = desk.workplace.db.rows("SELECT coupon_id, count(*), sum(amount) FROM redemptions")
    assert redeemed == [(coupon.coupon.id, len(expected), 80 * len(expected))]
    assert len(desk.history.changes(limit=STOCK)) == steps + len(expected)
    assert desk.backups.check() == []
    desk.close()
    assert len(acknowledged) > kills / 10  # a busy machine acknowledges less between two kills
