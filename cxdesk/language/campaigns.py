"""Events in words: their kinds, the replies, and what came of them."""

from cxdesk.domain.campaign import Campaign, CampaignKind, Outcome, Reply, Turnout
from cxdesk.language.language import Language
from cxdesk.language.text import N_


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
        return "" if event.closed else language.tr("Nobody is invited yet.")
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
        _coupons(language, found) if found.coupons else "",
        say("Budget {budget}.", budget=language.money(event.budget)) if event.budget else "",
        _cost(language, event, found),
    ]
    return " ".join(part for part in said if part)


def _coupons(language: Language, found: Turnout) -> str:
    """How many were used, of those sent; of one that everybody may use, how often."""
    if found.coupons > 1:
        return language.tr("Coupons used: {used} of {sent}.", used=found.used, sent=found.coupons)
    return language.tr_n("Coupon used {n} time.", "Coupon used {n} times.", found.used)


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


def fields(language: Language) -> dict[str, str]:
    """What the form asks of an event, by the name of each field."""
    say = language.tr
    return {
        "name": say("Name of the event"),
        "first": say("First day"),
        "last": say("Last day"),
        "time": say("Time"),
        "place": say("Place"),
        "programme": say("Programme"),
        "partner": say("Partner"),
        "percent": say("Off for regulars, %"),
        "everybody_percent": say("Off for all others, %"),
        "guest_percent": say("Off for a friend, %"),
        "guests": say("Friends each may bring"),
        "per_purchase": say("For each purchase"),
        "cause_percent": say("Of the sales, %"),
        "budget": say("Budget"),
        "goal": say("Goal"),
    }


def goals(language: Language) -> tuple[str, str]:
    """What the goal of an event counts: people, or (of a cause) money."""
    return language.tr("Goal: how many come"), language.tr("Goal: how much money")


def plan(language: Language, event: Campaign) -> list[str]:
    """What is planned, in sentences: a partner, discounts, friends, a cause, the programme."""
    say = language.tr
    percent = {name: language.percent(getattr(event, name) / 100) for name in _SHARES if getattr(event, name)}
    levels = [say(words, percent=percent[name]) for name, words in _SHARES.items() if name in percent]
    friends = language.tr_n("Each may bring {n} friend.", "Each may bring {n} friends.", event.guests)
    given = say("{money} of each purchase goes to the cause.", money=language.money(event.per_purchase))
    said = [
        say("With {partner}.", partner=event.partner) if event.partner else "",
        *levels,
        friends if event.guests else "",
        given if event.per_purchase else "",
        event.programme,
    ]
    return [part for part in said if part]


def offer(language: Language, event: Campaign, percent: int) -> str:
    """What a customer gets today because of an event."""
    return language.tr(
        "{event} today: {percent} off.", event=event.name, percent=language.percent(percent / 100)
    )


def outcome(language: Language, event: Campaign, found: Outcome) -> list[str]:
    """What came of it at the till, in sentences."""
    say, money = language.tr, language.money
    sold = language.tr_n(
        "{n} purchase in these days, {sales}.",
        "{n} purchases in these days, {sales}.",
        found.till.purchases,
        sales=money(found.till.sales),
    )
    said = [sold]
    if found.usual and found.extra is not None:
        said.append(
            say(
                "The same weekdays of the eight weeks before: {n} purchases, {sales}. Difference {extra}.",
                n=language.number(found.usual.purchases),
                sales=money(found.usual.sales),
                extra=money(found.extra),
            )
        )
    if found.newcomers:
        said.append(language.tr_n("{n} new customer.", "{n} new customers.", found.newcomers))
    if event.ended and event.booked is not None:
        day = language.date(event.ended)
        said.append(say("Booked for the cause on {day}: {money}.", day=day, money=money(event.booked)))
    elif found.collected:
        said.append(say("Collected for the cause: {money}.", money=money(found.collected)))
    if event.cost and found.extra and found.extra > 0:
        share = language.percent(event.cost / found.extra)
        said.append(say("The cost is {share} of what was sold beyond the usual.", share=share))
    return [" ".join(said)]


def reached(event: Campaign, turnout: Turnout, found: Outcome) -> int:
    """How much of the goal is reached: money for a cause, else people."""
    return found.collected if event.kind is CampaignKind.CAUSE else turnout.came + turnout.guests


def goal(language: Language, event: Campaign, has: int) -> str:
    """How far the goal is."""
    if event.kind is CampaignKind.CAUSE:
        return language.tr("{has} of {goal}", has=language.money(has), goal=language.money(event.goal))
    return language.tr("{has} of {goal} have come", has=has, goal=event.goal)


_SHARES = {
    "percent": N_("Regulars get {percent} off."),
    "everybody_percent": N_("All others get {percent} off."),
    "guest_percent": N_("A friend gets {percent} off."),
    "cause_percent": N_("{percent} of the sales goes to the cause."),
}
