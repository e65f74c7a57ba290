"""The rules of the loyalty programme as sentences."""

from collections.abc import Callable
from datetime import date, timedelta

from cxdesk.domain.programme import Amendment, EarnRule, Reward, Rule, StampCard, Tier
from cxdesk.language import loyalty
from cxdesk.language.language import Language

MONDAY = date(2024, 1, 1)
MONEY = ("money_per_point", "point_value")
Product = Callable[[int | None], str]


def weekdays(language: Language) -> dict[int, str]:
    """The names of the weekdays by their number, Monday being 1."""
    return {n: language.weekday(MONDAY + timedelta(days=n - 1)) for n in range(1, 8)}


def figures(language: Language) -> dict[str, str]:
    """What the figures of a point are called."""
    tr = language.tr
    return {
        "money_per_point": tr("One point for each"),
        "point_value": tr("A point is worth"),
        "points_months": tr("Valid for so many months (0: for ever)"),
        "referral_points": tr("Points for both when a friend buys the first time"),
        "answer_points": tr("Points for an answer, once a day"),
        "birthday_points": tr("Points for telling the birthday"),
    }


def amendment(language: Language, each: Amendment, product: Product) -> str:
    """What was changed: what came, what went, or old → new."""
    say, before, after = language.tr, each.before, each.after
    if isinstance(before, int) or isinstance(after, int):
        return _figure(language, each.figure, before, after)
    if before and after:
        old, new = (_told(language, rule, product) for rule in (before, after))
        named = "" if before.name == after.name else f"{before.name} → "
        return f"{named}{after.name}: {old} → {new}" if old != new else f"{named}{after.name}"
    if after:
        return say("New: {name} ({what})", name=after.name, what=_told(language, after, product))
    return say("Removed: {name}", name=before.name) if before else ""


def _figure(language: Language, name: str, before: object, after: object) -> str:
    if name not in figures(language):
        return language.tr("Points are in use.") if after else language.tr("Points are out of use.")
    old, new = (language.money(int(str(n))) if name in MONEY else str(n) for n in (before, after))
    return f"{figures(language)[name]}: {old} → {new}"


def _told(language: Language, rule: Rule, product: Product) -> str:
    """What a rule says, and whether it is out of use."""
    match rule:
        case EarnRule():
            said = earning(language, rule, product(rule.product_id))
        case Tier():
            return tier(language, rule)
        case Reward():
            said = reward(language, rule, product(rule.product_id))
        case StampCard():
            said = stamp_card(language, rule, product(rule.product_id))
    return said if rule.active else _parts(said, language.tr("Out of use"))


def earning(language: Language, rule: EarnRule, product: str = "") -> str:
    """By what points are multiplied, for what and when."""
    gives = _times(language, rule.factor) if rule.factor else language.tr("no points")
    return _parts(gives, product, rule.category, _weekly(language, rule.weekday), _period(language, rule))


def tier(language: Language, each: Tier) -> str:
    """What a tier asks for and gives."""
    say = language.tr
    return _parts(
        say("from {money} in 365 days", money=language.money(each.spend)),
        _times(language, each.factor) if each.factor != 1 else "",
        tier_discount(language, each),
        say("hears of sales first") if each.vip else "",
    )


def tier_discount(language: Language, each: Tier) -> str:
    """What a tier takes off every purchase; empty where it takes nothing off."""
    share = language.percent(each.percent / 100)
    return language.tr("{share} off every purchase", share=share) if each.percent else ""


def reward(language: Language, each: Reward, product: str = "") -> str:
    """What a reward costs."""
    return _parts(loyalty.points(language, each.points), product)


def stamp_card(language: Language, each: StampCard, product: str = "") -> str:
    """How many stamps bring which reward, and what is stamped."""
    stamps = language.tr_n("{n} stamp", "{n} stamps", each.stamps)
    return _parts(f"{stamps}: {each.reward}", product, each.category)


def _parts(*parts: str) -> str:
    return " · ".join(part for part in parts if part)


def _times(language: Language, factor: float) -> str:
    return language.tr("points × {factor}", factor=language.quantity(factor))


def _weekly(language: Language, weekday: int | None) -> str:
    say = language.tr
    words = {
        1: say("on Mondays"),
        2: say("on Tuesdays"),
        3: say("on Wednesdays"),
        4: say("on Thursdays"),
        5: say("on Fridays"),
        6: say("on Saturdays"),
        7: say("on Sundays"),
    }
    return words[weekday] if weekday else ""


def _period(language: Language, rule: EarnRule) -> str:
    if rule.first and rule.last:
        return f"{language.date(rule.first)}–{language.date(rule.last)}"
    if rule.first:
        return language.tr("from {day}", day=language.date(rule.first))
    return language.tr("until {day}", day=language.date(rule.last)) if rule.last else ""
