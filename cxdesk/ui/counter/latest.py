"""The last entries, as the counter lists them."""

from dataclasses import dataclass
from datetime import datetime, time

from cxdesk.domain.feedback import Feedback
from cxdesk.domain.purchase import Purchase, PurchaseKind
from cxdesk.language.language import Language
from cxdesk.services.desk import Desk

SHOWN = 5
HOUR = 60  # minutes


@dataclass(frozen=True, slots=True)
class Latest:
    """One of the last entries; `when` in words. A sale has the `amount`, a feedback the scores."""

    id: int
    nps: int | None
    csat: int | None
    name: str
    when: str
    amount: str = ""


def latest(desk: Desk, language: Language) -> list[Latest]:
    """The feedback recorded last and the last sales of today, newest first."""
    now = desk.workplace.now()
    today = (each for each in desk.purchases.latest(SHOWN) if each.day == now.date())
    entries: list[tuple[datetime, Feedback | Purchase]] = [
        *((_said(each, now), each) for each in desk.feedback.latest(SHOWN)),
        *((_sold(each, now), each) for each in today if each.kind is PurchaseKind.SALE),
    ]
    entries = sorted(entries, key=lambda entry: entry[0], reverse=True)[:SHOWN]
    people = desk.customers.rows(sorted({each.customer_id for _, each in entries if each.customer_id}))
    names: dict[int | None, str] = {row.id: row.name for row in people}
    nobody = language.tr("Anonymous")
    return [
        _row(language, each, names.get(each.customer_id, nobody), _when(language, at, now))
        for at, each in entries
    ]


def _row(language: Language, each: Feedback | Purchase, name: str, when: str) -> Latest:
    if isinstance(each, Feedback):
        return Latest(each.id, each.nps, each.csat, name, when)
    return Latest(each.id, None, None, name, when, language.money(each.total))


def _said(entry: Feedback, now: datetime) -> datetime:
    if not entry.at:
        return datetime.combine(entry.day, time(), now.tzinfo)
    at = datetime.fromisoformat(entry.at).astimezone(now.tzinfo)
    return at if at.date() == entry.day else datetime.combine(entry.day, time(), now.tzinfo)


def _sold(bought: Purchase, now: datetime) -> datetime:
    return datetime.combine(bought.day, bought.time_of_day or time(), now.tzinfo)


def _when(language: Language, at: datetime, now: datetime) -> str:
    if at.date() != now.date() or at.time() == time():
        return language.day(at.date())
    minutes = max(0, int((now - at).total_seconds() // 60))
    if minutes >= HOUR:
        return language.time(at)
    return language.tr("{n} min", n=minutes) if minutes else language.tr("just now")
