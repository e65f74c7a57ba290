"""The questions with a score, and why one of them waits, in words."""

from datetime import date

from cxdesk.domain.asking import Hold, Question
from cxdesk.language.language import Language


def scale(language: Language, question: Question) -> tuple[int, int, str, str, str]:
    """The first and the last figure of a question as the customer reads it, its words, and those of its ends."""
    tr = language.tr
    nps = (
        tr("How likely are you to recommend us to a friend?"),
        tr("0 = not at all"),
        tr("10 = extremely likely"),
    )
    csat = (tr("How satisfied are you with today?"), tr("1 = very dissatisfied"), tr("5 = very satisfied"))
    ces = (tr("How easy was it to get what you came for?"), tr("1 = very hard"), tr("7 = very easy"))
    return {Question.NPS: (0, 10, *nps), Question.CSAT: (1, 5, *csat), Question.CES: (1, 7, *ces)}[question]


def why(language: Language, hold: Hold, today: date) -> str:
    """`answered 12 days ago; ask again from 3 December`, as short as the counter needs it."""
    if hold.answered is None or hold.until is None:
        return language.tr("asked only after a purchase")
    near = hold.until.year == today.year
    day = language.day(hold.until) if near else language.date(hold.until)
    ago = language.ago((today - hold.answered).days)
    return language.tr("answered {ago}; ask again from {day}", ago=ago, day=day)
