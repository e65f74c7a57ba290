"""A disk that fills up while a file is written: one sentence, and no half of anything."""

import json
import subprocess
import sys
from dataclasses import replace
from pathlib import Path

import pytest

from cxdesk.domain.benefits import PointsUse, priced
from cxdesk.domain.coupon import Coupon, CouponKind
from cxdesk.domain.errors import UserError
from cxdesk.domain.feedback import Feedback
from cxdesk.domain.programme import StampCard
from cxdesk.domain.purchase import Purchase, PurchaseKind, PurchaseLine
from cxdesk.services.desk import found
from cxdesk.services.visits import Visit

ROOT = Path(__file__).parents[2]
FULL = """
import json, resource, sys, tempfile
from datetime import UTC, datetime
from pathlib import Path
from cxdesk.domain.errors import UserError
from cxdesk.services import demo
from cxdesk.services.desk import enter
now = lambda: datetime(2026, 5, 4, 12, tzinfo=UTC)
path = Path(sys.argv[1])
tempfile.tempdir = str(path.parent / "temporary")
desk = enter(path, now)
demo.make(desk.workplace.db, customers=30, years=1, now=now())
for name in ("x.json", "x.zip", "x.xlsx", "x.csv", "y.xlsx", "x.vcf", "x.ics"):
    write = {"x.csv": desk.exports.customers, "y.xlsx": desk.exports.customers, "x.vcf": desk.exports.customers,
        "x.ics": desk.exports.birthdays}.get(name, desk.exports.everything)
    for room in (0, 100, 1500):
        resource.setrlimit(resource.RLIMIT_FSIZE, (room, resource.RLIM_INFINITY))
        try:
            write(path.parent / name)
            said = ""
        except UserError as error:
            said = str(error)
        resource.setrlimit(resource.RLIMIT_FSIZE, (resource.RLIM_INFINITY, resource.RLIM_INFINITY))
        left = [p.name for p in path.parent.rglob("*") if p.name[0] in "xy" or p.parent.name == "temporary"]
        print(json.dumps([name, said, left]), flush=True)
desk.close()
"""


@pytest.mark.skipif(sys.platform == "win32", reason="the limit is set in the way of Unix")
def test_a_full_disk_leaves_no_half_file(desk, tmp_path):
    path = tmp_path / "full" / "shop.cxdesk"
    found(path, desk.settings.shop(), desk.workplace.now).close()
    (path.parent / "temporary").mkdir()
    done = subprocess.run(
        [sys.executable, "-W", "error", "-c", FULL, path],
        cwd=ROOT, capture_output=True, text=True, check=False, timeout=60,
    )  # fmt: skip
    assert (done.returncode, done.stderr) == (0, "")
    lines = [json.loads(line) for line in done.stdout.splitlines()]
    assert len(lines) == 21
    for name, said, left in lines:
        assert (said, left) == (f"{name} could not be saved: File too large", [])


def test_a_visit_with_points_a_coupon_and_stamps_is_saved_whole_or_not_at_all(desk, person, rows, today):
    aino, db = person(), desk.workplace.db
    desk.settings.save(replace(desk.settings.shop(), points_on=1))
    desk.points.correct(aino, 100, "A present")
    desk.programme.save(StampCard(0, "Yarn", 10, "A skein"))
    coupon = desk.coupons.new(Coupon(CouponKind.PERCENT, today, today, percent=10))
    lines = [PurchaseLine(f"Yarn {n} " + "wool " * 30, 1, 1000, 1000) for n in range(50)]
    made = priced(lines, [coupon], PointsUse(90, 5))
    bought = Purchase(0, today, PurchaseKind.SALE, 0, aino, uuid="p", lines=made.lines, coupons=made.coupons)
    visit, before, refused = Visit(bought, Feedback(0, today, aino, nps=9, uuid="f")), rows(), 0
    while True:
        db.connection.execute(f"PRAGMA max_page_count = {db.value('PRAGMA page_count') + refused}")
        try:
            desk.visits.record(visit)
            break
        except UserError:
            refused += 1
            assert rows() == before
    assert refused > 5
    desk.visits.record(visit)  # again, as after a crash
    held = desk.benefits.of_customer(aino)
    # 50 x 10.00, a tenth off, 4.50 of points: 445.50, of which each euro in a line's share of 8.91 earns one
    assert (held.coupons, held.standing.balance, held.stamps[0].stamps) == ((), 100 - 90 + 445, 50)
    assert desk.customers.card(aino).spend == 44550
