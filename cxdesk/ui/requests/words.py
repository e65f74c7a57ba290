"""Promises and requests in words."""

from dataclasses import dataclass
from datetime import date

from cxdesk.domain.request import Outcome, Wanted
from cxdesk.language.language import Language
from cxdesk.services.promises import Owed
from cxdesk.services.requests import Call
from cxdesk.ui.tokens import Tone


@dataclass(frozen=True, slots=True)
class Row:
    """A row of the page: its record's id, and what it says."""

    id: int
    title: str
    detail: str
    badge: str = ""
    tone: Tone = Tone.NEUTRAL
    customer_id: int | None = None


def call(language: Language, each: Call) -> Row:
    """Whom to tell that what they asked for is there."""
    request = each.request
    count = f"{language.quantity(request.quantity)} × " if request.quantity != 1 else ""
    what = language.tr("{what}, asked for {day}", what=count + request.text, day=language.date(request.day))
    badge = language.tr("has arrived") if request.arrived else language.tr("in stock again")
    who = each.name or each.phone
    detail = f"{each.phone} · {what}" if each.name and each.phone else what
    return Row(request.id, who, detail, badge, Tone.GOOD, request.customer_id)


def owed(language: Language, each: Owed, today: date) -> Row:
    """What was promised to whom, and how late it is."""
    promise = each.promise
    given = language.tr("promised {day}", day=language.date(promise.day))
    detail = " · ".join(part for part in (promise.text, each.phone, given) if part)
    badge, tone = due(language, promise.due, today)
    return Row(promise.id, each.name, detail, badge, tone, promise.customer_id)


def due(language: Language, day: date, today: date) -> tuple[str, Tone]:
    """When something is due."""
    late = (today - day).days
    if late > 0:
        return language.tr("{days} late", days=language.days(late)), Tone.BAD
    if late == 0:
        return language.tr("today"), Tone.WARN
    return language.day(day), Tone.NEUTRAL


def wanted(language: Language, each: Wanted) -> tuple[str, str]:
    """What is asked for, and how often."""
    times = language.tr_n("asked for {n} time", "asked for {n} times", each.times)
    last = language.tr("last {day}", day=language.date(each.last))
    parts = [times, last]
    if each.quantity != each.times:
        parts.insert(1, language.tr("{count} in all", count=language.quantity(each.quantity)))
    return each.text, " · ".join(parts)


def outcome(language: Language, each: Outcome) -> str:
    """How a request ended, as its button says it."""
    return {
        Outcome.TOLD: language.tr("Told"),
        Outcome.BOUGHT: language.tr("Bought it"),
        Outcome.DECLINED: language.tr("Not wanted any more"),
        Outcome.UNREACHED: language.tr("Not reached"),
        Outcome.DROPPED: language.tr("Leave it"),
    }[each]
