"""Why something is recommended, in words."""

from datetime import date

from cxdesk.domain.recommendations import Companion, Habit
from cxdesk.language.language import Language


def habit(language: Language, each: Habit, today: date) -> str:
    """How often, when last, and by which rhythm somebody buys an article."""
    say, ago = language.tr, language.ago((today - each.days[-1]).days)
    often = language.tr_n(
        "bought {n} time, last {ago}", "bought {n} times, last {ago}", len(each.days), ago=ago
    )
    if each.gap is None or not each.due(today):
        return often
    return say("{often}; usually every {days}", often=often, days=language.days(round(each.gap)))


def companion(language: Language, each: Companion) -> str:
    """How many of those who bought one thing bought the other too."""
    return language.tr(
        "{both} of {of} who bought {source} have bought it too",
        both=each.both,
        of=each.of,
        source=each.source.name,
    )
