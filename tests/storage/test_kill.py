"""Kills at random moments: what was acknowledged is there, whole and once."""

import random
import subprocess
import sys
import threading
from contextlib import suppress
from pathlib import Path

from cxdesk.storage.check import check
from cxdesk.storage.database import Database

ROOT = Path(__file__).parents[2]
LINES = 3
CLIENT = """
import json, sys
from datetime import UTC, datetime
from pathlib import Path
from cxdesk.domain.purchase import Purchase, PurchaseKind, PurchaseLine
from cxdesk.storage import purchases
from cxdesk.storage.database import Database
db = Database.open(Path(sys.argv[1]))
print("ready", flush=True)
for form in sys.stdin:
    uuid = form.strip()
    if purchases.by_uuid(db, uuid) is None:
        lines = tuple(PurchaseLine("Tea", 1.0, 500, 500) for _ in range(3))
        now = datetime.now(UTC)
        with db.change("Purchase", at=now):
            purchases.insert(db, Purchase(0, now.date(), PurchaseKind.SALE, 1500, uuid=uuid, lines=lines))
    print(uuid, flush=True)
"""


class Client:
    """The program in a process of its own: a form goes in, its UUID comes out once it is saved."""

    def __init__(self, path):
        self.process = subprocess.Popen(
            [sys.executable, "-c", CLIENT, path],
            stdin=subprocess.PIPE,
            stdout=subprocess.PIPE,
            text=True,
            cwd=ROOT,
        )
        assert self.process.stdout.readline() == "ready\n"

    def save(self, uuid):
        """Whether the save was acknowledged."""
        try:
            self.process.stdin.write(uuid + "\n")
            self.process.stdin.flush()
        except BrokenPipeError:
            return False
        return self.process.stdout.readline() == uuid + "\n"

    def kill(self):
        self.process.kill()

    def end(self):
        self.process.kill()
        self.process.wait(timeout=30)
        with suppress(BrokenPipeError):
            self.process.stdin.close()
        self.process.stdout.close()


def test_nothing_acknowledged_is_lost_partial_or_doubled(path, times):
    chance = random.Random(20260504)  # noqa: S311 - no secret, only a moment
    acknowledged, unanswered = [], 0
    forms = (f"form-{n}" for n in range(1_000_000))
    waiting = next(forms)
    kills = times(15, 50)
    for _ in range(kills):
        client = Client(path)
        clock = threading.Timer(chance.uniform(0, 0.02), client.kill)
        clock.start()
        while client.save(waiting):  # the form that got no answer is sent again by the next start
            acknowledged.append(waiting)
            waiting = next(forms)
        unanswered += 1
        clock.join()
        client.end()
    client = Client(path)
    assert client.save(waiting)
    client.end()

    db = Database.open(path)
    rows = db.rows(
        "SELECT uuid, count(*) FROM purchases p JOIN purchase_lines l ON l.purchase_id = p.id "
        "GROUP BY p.id ORDER BY p.id"
    )
    assert rows == [(uuid, LINES) for uuid in [*acknowledged, waiting]]
    assert db.value("SELECT count(*) FROM changes") == len(rows)
    assert check(db) == []
    db.close()
    assert unanswered == kills
    assert len(acknowledged) > kills / 10  # a busy machine acknowledges less between two kills
