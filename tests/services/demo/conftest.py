"""Demo shops of several days, as they are made."""

import time
from datetime import datetime, timedelta
from zoneinfo import ZoneInfo

import pytest

from cxdesk.domain import consent
from cxdesk.services import demo
from cxdesk.services.appreciation import Appreciation
from cxdesk.services.effects import Effects
from cxdesk.services.feedback import Feedback
from cxdesk.services.gifts import Gifts
from cxdesk.services.workplace import Workplace
from cxdesk.storage import consents
from cxdesk.storage.database import Database

HELSINKI = ZoneInfo("Europe/Helsinki")


DAYS = [
    ("2026-11-21T13:15", 1),  # a Saturday while the shop is open
    ("2027-02-28T12:00", 2),  # a Sunday; birthdays of 29 February are kept today
    ("2028-02-29T09:00", 3),  # the leap day, before opening
    ("2027-07-15T20:30", 4),  # July, after closing
    ("2026-12-26T11:00", 5),  # closed for Christmas
    ("2027-10-01T10:20", 6),  # the first of a month, just opened
]


class Shop:
    """A demo shop and the moment at which it was made."""

    def __init__(self, folder, moment, seed, **options):
        self.now = datetime.fromisoformat(moment).replace(tzinfo=HELSINKI)
        self.today = self.now.date()
        self.db = Database.create(folder / "demo.cxdesk")
        self.heard = []
        before = time.process_time()  # other work on the machine does not count
        demo.make(self.db, now=self.now, seed=seed, progress=self.heard.append, **options)
        self.took = time.process_time() - before
        self.year_ago = self.today - timedelta(days=365)

    def appreciation(self):
        work = Workplace(self.db, now=lambda: self.now)
        return Appreciation(work, Feedback(work, lambda *_: None), Effects(work), Gifts(work))

    def suggestions(self):
        return self.appreciation().day()

    def permitted(self, channel):
        return sum(consent.may_contact(events, channel) for events in consents.by_customer(self.db).values())


@pytest.fixture(
    scope="session",
    params=[DAYS[0], *(pytest.param(day, marks=pytest.mark.long) for day in DAYS[1:])],
    ids=[moment for moment, _ in DAYS],
)
def shop(request, tmp_path_factory):
    made = Shop(tmp_path_factory.mktemp("demo"), *request.param)
    yield made
    made.db.close()


@pytest.fixture
def make():
    """Makes a demo shop in a folder, at a moment, from a seed."""
    return Shop
