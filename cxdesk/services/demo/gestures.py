"""What the staff of the demo shop gave away on their own judgement, and whom they want to thank."""

from collections.abc import Sequence
from datetime import datetime, time, timedelta
from random import Random

from cxdesk.domain.goodwill import Goodwill, GoodwillReason
from cxdesk.domain.idea import Idea, Way
from cxdesk.services.demo.opening import Period
from cxdesk.services.demo.people import Person
from cxdesk.storage import goodwill, ideas, shop
from cxdesk.storage.database import Database

WHAT = {
    "fi": (
        "Kahvi ja pulla",
        "Tuotteen paketointi lahjaksi",
        "Kerä villalankaa",
        "Kotiinkuljetus",
        "Silmukkamerkit",
    ),
    "en": ("Coffee and a bun", "Gift wrapping", "A skein of wool", "Delivered to the door", "Stitch markers"),
    "uz": ("Qahva va bulochka", "Sovgʻa qilib oʻrash", "Bir kalava jun", "Uyga yetkazish", "Halqa belgilari"),
}
IDEAS = {
    "fi": ("Kiitos, että kannoit lankalaatikot sisään.", "Kiitos, kun opetit uudelle neulojalle kantapään."),
    "en": (
        "Thank you for carrying the boxes of yarn in.",
        "Thank you for teaching a beginner to turn a heel.",
    ),
    "uz": (
        "Ip qutilarini koʻtarishga yordam berganingiz uchun rahmat.",
        "Yangi toʻquvchiga oʻrgatganingiz uchun rahmat.",
    ),
}
COSTS = (250, 120, 430, 600, 180)
DAYS = (1, 4, 9, 15, 24, 37, 45, 52, 70, 84, 96, 110)


def record(db: Database, random: Random, period: Period, people: Sequence[Person], code: str) -> None:
    """One gesture on each of these days before the last, by the staff in turn; then their ideas."""
    staff = [each.id for each in shop.staff(db)]
    for number, ago in enumerate(DAYS):
        kind, day = random.randrange(len(COSTS)), period.open_day(period.today - timedelta(days=ago))
        person, reason = random.choice(people), random.choice([*GoodwillReason])
        given = Goodwill(
            0, day, WHAT[code][kind], reason, COSTS[kind], person.customer.id, staff[number % len(staff)]
        )
        goodwill.insert(db, given, period.stamp(datetime.combine(day, time(15, 20))))
    for number, text in enumerate(IDEAS[code]):
        author = staff[(number + 1) % len(staff)]
        day = period.today + timedelta(days=2 * number)
        idea = Idea(0, random.choice(people).customer.id, day, text, Way.WORD, author)
        ideas.insert(db, idea, period.stamp(datetime.combine(period.today, time(9, 5))))
