"""Gestures of goodwill in words."""

from cxdesk.domain.goodwill import Given, GoodwillMonth, GoodwillReason, Purse
from cxdesk.language.language import Language


def reasons(language: Language) -> dict[GoodwillReason, str]:
    """Why something is given, in words."""
    return {
        GoodwillReason.WAIT: language.tr_c("goodwill", "Had to wait"),
        GoodwillReason.MISTAKE: language.tr_c("goodwill", "Our mistake"),
        GoodwillReason.COMFORT: language.tr_c("goodwill", "Hard times"),
        GoodwillReason.JOY: language.tr_c("goodwill", "Something to celebrate"),
        GoodwillReason.LOYALTY: language.tr_c("goodwill", "Faithful customer"),
    }


def purse(language: Language, found: Purse) -> str:
    """What of the month's limit is used."""
    used = language.money(found.used)
    if found.limit is None:
        return language.tr("{used} given this month, no limit", used=used)
    return language.tr("{used} of {limit} used this month", used=used, limit=language.money(found.limit))


def given(language: Language, each: Given) -> str:
    """What was given, why, by whom and when."""
    why = reasons(language)[each.goodwill.reason] if each.goodwill.reason else ""
    cost = language.money(each.goodwill.cost) if each.goodwill.cost else ""
    parts = (each.goodwill.what, cost, why, each.staff, language.day(each.goodwill.day))
    return " · ".join(part for part in parts if part)


def month(language: Language, found: GoodwillMonth) -> str:
    """What was given in a month and what came of it."""
    said = language.tr_n(
        "{month}: {n} gesture, {cost}.",
        "{month}: {n} gestures, {cost}.",
        found.count,
        month=language.month(found.first),
        cost=language.money(found.cost),
    )
    if not found.known:
        return said
    came = language.tr("{back} of {known} came again.", back=found.back, known=found.known)
    return f"{said} {came}"
