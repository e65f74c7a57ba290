"""The last entries, as the counter lists them."""

from dataclasses import dataclass
from datetime import datetime

from cxdesk.domain.feedback import Feedback
from cxdesk.language.language import Language
from cxdesk.services.desk import Desk

SHOWN = 4
HOUR = 60  # minutes


@dataclass(frozen=True, slots=True)
class Latest:
    """One of the last entries; `when` in words."""

    id: int
    nps: int | None
    csat: int | None
    name: str
    when: str


def latest(desk: Desk, language: Language) -> list[Latest]:
    """The feedback recorded last, newest first."""
    entries = desk.feedback.latest(SHOWN)
    people = desk.customers.rows([entry.customer_id for entry in entries if entry.customer_id])
    names: dict[int | None, str] = {row.id: row.name for row in people}
    nobody, now = language.tr("Anonymous"), desk.workplace.now()
    return [
        Latest(e.id, e.nps, e.csat, names.get(e.customer_id, nobody), _when(language, e, now))
        for e in entries
    ]


def _when(language: Language, entry: Feedback, now: datetime) -> str:
    if entry.day != now.date() or not entry.at:
        return language.day(entry.day)
    at = datetime.fromisoformat(entry.at).astimezone(now.tzinfo)
    minutes = max(0, int((now - at).total_seconds() // 60))
    if minutes >= HOUR:
        return language.time(at)
    return language.tr("{n} min", n=minutes) if minutes else language.tr("just now")
