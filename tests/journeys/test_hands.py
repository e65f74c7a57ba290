"""The counter of the real program on a real screen, with hands that press real keys."""

import os
import select
import shutil
import subprocess
import sys
import time
from contextlib import closing
from datetime import UTC, datetime
from pathlib import Path

import pytest

from cxdesk.domain.customer import Customer
from cxdesk.domain.product import Product
from cxdesk.domain.shop import Shop, StaffMember
from cxdesk.services.desk import enter, found

pytestmark = [
    pytest.mark.long,  # on a machine that is busy with other tests the scanner would type as slowly as a person
    pytest.mark.skipif(
        not (shutil.which("Xvfb") and shutil.which("xdotool")), reason="needs Xvfb and xdotool"
    ),
]
ROOT = Path(__file__).resolve().parents[2]
YARN, NEEDLES = "6412345678908", "6412345678915"
PERSON_MS, SCANNER_MS, PATIENCE = 120, 4, 60


@pytest.fixture
def display():
    """An X server of its own, which picks a free number itself."""
    read, write = os.pipe()
    command = ["Xvfb", "-displayfd", str(write), "-screen", "0", "1366x768x24", "-nolisten", "tcp"]
    with subprocess.Popen(command, pass_fds=[write], stderr=subprocess.DEVNULL) as server:
        os.close(write)
        assert select.select([read], [], [], PATIENCE)[0], "the X server does not start"
        yield f":{os.read(read, 16).decode().strip()}"
        server.terminate()
    os.close(read)


class Counter:
    """The running program and the keys that were pressed in it."""

    def __init__(self, surroundings):
        self._surroundings, self.keys = surroundings, 0

    def _hands(self, *words):
        done = subprocess.run(
            ["xdotool", *words], env=self._surroundings, capture_output=True, text=True, check=False
        )
        return done.stdout.split()

    def seen(self, title):
        """Wait for a window with such a title, and give it the focus."""
        until = time.monotonic() + PATIENCE
        while not (found := self._hands("search", "--onlyvisible", "--name", title)):
            assert time.monotonic() < until, f"no window {title}"
            time.sleep(0.05)
        self._hands("windowfocus", "--sync", found[-1])

    def press(self, *keys):
        """Press keys as slowly as a person, and count them."""
        self.keys += len(keys)
        self._hands("key", "--delay", str(PERSON_MS), *keys)

    def scan(self, code):
        """A scanner types a code and Enter."""
        time.sleep(PERSON_MS / 1000)
        self._hands("key", "--delay", str(SCANNER_MS), *code, "Return")


@pytest.fixture
def shop(tmp_path):
    path = tmp_path / "shop.cxdesk"
    with closing(found(path, Shop("Kerä", language="en", theme="light"), lambda: datetime.now(UTC))) as desk:
        desk.settings.save_staff(StaffMember(0, "Aino", "owner"))
        desk.customers.save(Customer(0, "Kaisa", "Virtanen"))
        desk.customers.save(Customer(0, "Pekka", "Laine"))
        desk.products.save(Product(0, "Yarn", barcode=YARN, price=890))
        desk.products.save(Product(0, "Needles", barcode=NEEDLES, price=1100))
    return path


@pytest.fixture
def counter(shop, display, tmp_path):
    """The program with the counter in front."""
    home = {
        name: str(tmp_path / "home")
        for name in ("XDG_DATA_HOME", "XDG_STATE_HOME", "XDG_CONFIG_HOME", "HOME")
    }
    surroundings = os.environ | home | {"DISPLAY": display, "QT_QPA_PLATFORM": "xcb", "PYTHONPATH": str(ROOT)}
    command = [sys.executable, "-m", "cxdesk", "gui", "--shop", str(shop)]
    with subprocess.Popen(command, env=surroundings, stderr=subprocess.DEVNULL) as program:
        made = Counter(surroundings)
        made.seen("Today")
        made.press("F2")
        made.seen("Counter")
        made.keys = 0
        yield made
        program.terminate()


def saved(shop, count):
    """The feedback and purchases in the shop's file, once there are `count` of both together."""
    until = time.monotonic() + PATIENCE
    while True:
        with closing(enter(shop, lambda: datetime.now(UTC), lock=False)) as desk:
            entries, purchases = desk.feedback.latest(9), desk.purchases.latest(9)
        if len(entries) + len(purchases) >= count:
            return entries, purchases
        assert time.monotonic() < until, f"only {entries} and {purchases} were saved"
        time.sleep(0.05)


def test_visits_by_hand(counter, shop):
    """Ten keys at most for a customer with two scores, fourteen and the scans with two products."""
    counter.press("k", "a", "i", "Return", "1", "0", "5", "ctrl+Return")
    [entry], _ = saved(shop, 1)
    assert (entry.nps, entry.csat, entry.customer_id, counter.keys) == (10, 5, 1, 8)

    counter.press("p", "e", "k", "Return")
    counter.scan(YARN)
    counter.scan(NEEDLES)
    counter.press("1", "0", "5", "ctrl+Return")
    [entry, _], [bought] = saved(shop, 3)
    assert (entry.nps, entry.csat, entry.customer_id, counter.keys) == (10, 5, 2, 16)
    assert (bought.customer_id, bought.total, [line.description for line in bought.lines]) == (
        2,
        1990,
        ["Yarn", "Needles"],
    )

    counter.press("F6", "9", "4", "H", "i")  # the comment has the focus after the second answer
    counter.scan(YARN)
    counter.press("ctrl+Return")
    [entry, *_], [bought, _] = saved(shop, 5)
    assert (entry.nps, entry.csat, entry.comment, entry.customer_id) == (9, 4, "Hi", None)
    assert [(line.description, line.quantity) for line in bought.lines] == [("Yarn", 1)]

    counter.press("F6", "8", "ctrl+Return", "ctrl+Return", "F6", "7", "ctrl+Return")
    entries, _ = saved(shop, 7)
    assert [entry.nps for entry in entries[:3]] == [7, 8, 9], "a double save records once"
