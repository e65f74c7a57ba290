"""The four figures of the day in words: never without n, never an arrow that chance could have drawn."""

from dataclasses import dataclass

from cxdesk.domain import scores
from cxdesk.domain.budget import Budget
from cxdesk.domain.money import exponent
from cxdesk.domain.scores import FEW, MINIMUM, Csat, Nps
from cxdesk.language.language import Language
from cxdesk.services.appreciation import Day
from cxdesk.ui.today.morning import Morning
from cxdesk.ui.tokens import Tone

LATE_AFTER = 2


@dataclass(frozen=True, slots=True)
class Figure:
    """What a tile shows; `share` fills its meter."""

    value: str
    note: str
    badge: str = ""
    tone: Tone = Tone.NEUTRAL
    share: float | None = None


def nps(language: Language, morning: Morning) -> Figure:
    """The NPS of the period, its interval and n, and whether it clearly changed."""
    now, before = morning.now.scores.nps, morning.before.scores.nps
    if now is None:
        return _too_few(language, morning.now.scores.nps_answers)
    between = _between(language, language.number(now.low, plus=True), language.number(now.high, plus=True))
    change = scores.change(before, now) if before else None
    moved = round(change.difference) if change and change.clear else 0
    words = language.number(abs(moved))
    badge, tone = _badge(language, words, moved, n=now.n, compared=before is not None)
    return Figure(
        language.number(now.score, plus=True), f"{_answers(language, now)} · {between}", badge, tone
    )


def csat(language: Language, morning: Morning) -> Figure:
    """The share of satisfied answers (4 and 5), its interval and n, and whether it clearly changed."""
    now, before = morning.now.scores.csat, morning.before.scores.csat
    if now is None:
        return _too_few(language, morning.now.scores.csat_answers)
    between = _between(language, language.percent(now.low), language.percent(now.high))
    change = scores.change(before, now) if before else None
    moved = change.difference if change and change.clear else 0
    words = language.tr("{points} points", points=language.number(abs(round(100 * moved))))
    badge, tone = _badge(language, words, moved, n=now.n, compared=before is not None)
    return Figure(language.percent(now.share), f"{_answers(language, now)} · {between}", badge, tone)


def complaints(language: Language, morning: Morning) -> Figure:
    """How many wait for an answer, how long the oldest has, and how many are late."""
    ages = [(morning.day.day - entry.day).days for entry, _ in morning.complaints]
    if not ages:
        return Figure("0", language.tr("Nobody waits for an answer"))
    late = sum(age > LATE_AFTER for age in ages)
    note = language.tr("the oldest {ago}", ago=language.ago(max(ages)))
    badge = language.tr_n("{n} late", "{n} late", late) if late else ""
    return Figure(language.number(len(ages)), note, badge, Tone.BAD)


def budget(language: Language, day: Day, suggested: int) -> Figure:
    """What the month's appreciation has cost, of how much, and what today's suggestions would cost.

    That is left out where only the first of the `suggested` so many are worked out.
    """
    month, cost = day.budget, sum(suggestion.cost for suggestion in day.suggestions)
    value = f"{_amount(language, month.spent)} / {_amount(language, month.total)}"
    notes = [_left(language, month)]
    if suggested == len(day.suggestions):
        notes.append(language.tr("suggested acts {amount}", amount=language.money(cost)))
    share = month.spent / month.total if month.total else float(month.spent > 0)
    return Figure(value, " · ".join(notes), share=share)


def _left(language: Language, budget: Budget) -> str:
    """How much is left, of the month or of the year, whichever is tighter."""
    amount = _amount(language, abs(budget.left))
    if budget.year_binds:
        over = budget.left < 0
        text = language.tr("{amount} over this year's budget", amount=amount)
        return text if over else language.tr("{amount} left this year", amount=amount)
    if budget.left >= 0:
        return language.tr("{amount} left this month", amount=amount)
    return language.tr("{amount} over this month's budget", amount=amount)


def _amount(language: Language, minor: int) -> str:
    """Without decimals that say nothing: a tile is narrow."""
    return language.money(minor, cents=minor % 10 ** exponent(language.currency) != 0)


def _too_few(language: Language, n: int) -> Figure:
    so_far = language.tr_n("{n} answer so far", "{n} answers so far", n)
    return Figure("–", f"{so_far} · {language.tr('shown from {n} answers on', n=MINIMUM)}")


def _answers(language: Language, score: Nps | Csat) -> str:
    return language.tr_n("{n} answer", "{n} answers", score.n)


def _between(language: Language, low: str, high: str) -> str:
    return language.tr("between {low} and {high}", low=low, high=high)


def _badge(language: Language, moved: str, by: float, *, n: int, compared: bool) -> tuple[str, Tone]:
    if by:
        return (f"▲ {moved}", Tone.GOOD) if by > 0 else (f"▼ {moved}", Tone.BAD)
    if n < FEW:
        return language.tr("few answers"), Tone.WARN
    return (language.tr("no clear change") if compared else ""), Tone.NEUTRAL
