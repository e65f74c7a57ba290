"""Why a question waits, in words."""

from datetime import date

from cxdesk.domain.asking import Hold
from cxdesk.language.language import Language


def why(language: Language, hold: Hold, today: date) -> str:
    """`answered 12 days ago; ask again from 3 December`, as short as the counter needs it."""
    if hold.answered is None or hold.until is None:
        return language.tr("asked only after a purchase")
    near = hold.until.year == today.year
    day = language.day(hold.until) if near else language.date(hold.until)
    ago = language.ago((today - hold.answered).days)
    return language.tr("answered {ago}; ask again from {day}", ago=ago, day=day)
