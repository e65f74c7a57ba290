"""Events in words: their kinds, the replies, and what came of them."""

from cxdesk.domain.campaign import Campaign, CampaignKind, Reply, Turnout
from cxdesk.language.language import Language


def kinds(language: Language) -> dict[str, str]:
    """The kinds of events, in words."""
    return {
        CampaignKind.APPRECIATION: language.tr("Appreciation day"),
        CampaignKind.EARLY_ACCESS: language.tr("Early access"),
        CampaignKind.PARTY: language.tr("Party"),
        CampaignKind.COMMUNITY: language.tr("Community"),
        CampaignKind.CAUSE: language.tr("Good cause"),
        CampaignKind.PARTNER: language.tr("Partner’s offer"),
    }


def replies(language: Language) -> dict[str, str]:
    """What somebody may answer, in words."""
    return {
        "": language.tr("no reply yet"),
        Reply.YES: language.tr("is coming"),
        Reply.MAYBE: language.tr("perhaps"),
        Reply.NO: language.tr("is not coming"),
    }


def when(language: Language, event: Campaign) -> str:
    """From when to when, and where."""
    first = language.date(event.first)
    days = first if event.last == event.first else f"{first} – {language.date(event.last)}"
    return " · ".join(part for part in (days, event.time, event.place) if part)


def turnout(language: Language, event: Campaign, found: Turnout) -> str:
    """What came of it, in sentences."""
    if not (found.invited or found.coupons):
        return language.tr("Nobody is invited yet.")
    say = language.tr
    said = [
        say(
            "Invited {n}: {yes} coming, {maybe} perhaps, {no} not.",
            n=found.invited,
            yes=found.yes,
            maybe=found.maybe,
            no=found.no,
        )
        if found.invited
        else "",
        say("Came {came}, with {guests} guests.", came=found.came, guests=found.guests) if found.came else "",
        say("{n} of those invited bought for {sales}.", n=found.buyers, sales=language.money(found.sales))
        if found.buyers
        else "",
        say("Coupons used: {used} of {sent}.", used=found.used, sent=found.coupons) if found.coupons else "",
        say("Budget {budget}.", budget=language.money(event.budget)) if event.budget else "",
        _cost(language, event, found),
    ]
    return " ".join(part for part in said if part)


def _cost(language: Language, event: Campaign, found: Turnout) -> str:
    """What it has cost, coupons included; nothing while nothing is known."""
    if found.redeemed:
        cost = language.money((event.cost or 0) + found.redeemed)
        return language.tr(
            "It has cost {cost}, {coupons} of it for coupons.",
            cost=cost,
            coupons=language.money(found.redeemed),
        )
    return (
        language.tr("It has cost {cost}.", cost=language.money(event.cost)) if event.cost is not None else ""
    )
