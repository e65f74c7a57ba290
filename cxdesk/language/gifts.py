"""What makes a gift a good one, in words."""

from cxdesk.domain.budget import Budget
from cxdesk.domain.gift import GiftKind
from cxdesk.language.language import Language


def kinds(language: Language) -> dict[str, str]:
    """The kinds of gifts, in words."""
    return {
        GiftKind.USEFUL: language.tr_c("gift", "Useful"),
        GiftKind.FUN: language.tr_c("gift", "Fun"),
        GiftKind.QUALITY: language.tr_c("gift", "Of quality"),
        GiftKind.EXPERIENCE: language.tr_c("gift", "An experience"),
        GiftKind.SWAG: language.tr_c("gift", "With the shop's name"),
        GiftKind.GESTURE: language.tr_c("gift", "A gesture"),
    }


def part(language: Language, budget: Budget) -> str:
    """What part of last year's earnings may be given, and what it rests on; empty where no part is set."""
    earned, say, money = budget.earned, language.tr, language.money
    if earned is None:
        return ""
    share, year = language.percent(budget.percent / 100), str(earned.year)
    if budget.part is None:
        return say("Nothing was sold in {year}, so {share} of it is no limit.", year=year, share=share)
    facts = {"share": share, "year": year, "base": money(earned.base), "amount": money(budget.part)}
    if not earned.known:
        return say(
            "{share} of the sales of {year} ({base}) is {amount}; no product has a purchase price.", **facts
        )
    known = language.percent(earned.share)
    return say(
        "{share} of the gross margin of {year} ({base}, known of {known} of the sales) is {amount}.",
        known=known,
        **facts,
    )
