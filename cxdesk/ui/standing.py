"""Where a customer stands in the programme, in words: at the counter and on the page of points."""

from cxdesk.language import loyalty
from cxdesk.language.language import Language
from cxdesk.services.points import Standing
from cxdesk.services.stamps import Stamped


def ahead(language: Language, standing: Standing) -> list[str]:
    """What is missing to the next reward and tier, and what expires soon."""
    say, parts = language.tr, list[str]()
    if standing.next_reward:
        missing = loyalty.points(language, standing.next_reward.points - standing.balance)
        parts.append(say("{what}: {missing} to go", what=standing.next_reward.name, missing=missing))
    if standing.next_tier:
        money = language.money(standing.next_tier.spend - standing.spend)
        parts.append(say("{what}: {missing} to go", what=standing.next_tier.name, missing=money))
    if standing.expiring and standing.expires:
        day = language.day(standing.expires)
        parts.append(say("{n} expire from {day}", n=standing.expiring, day=day))
    return parts


def owed(language: Language, standing: Standing) -> str:
    """What the next points will pay before any can be used; empty when nothing is owed."""
    if not standing.owed:
        return ""
    return language.tr_n(
        "{n} point was spent that a return has taken back; the next points pay for it.",
        "{n} points were spent that a return has taken back; the next points pay for them.",
        standing.owed,
    )


def stamped(language: Language, each: Stamped) -> str:
    """How full a stamp card is."""
    card, say = each.card, language.tr
    if each.full:
        return say("{card} is full: {reward}", card=card.name, reward=card.reward)
    return say("{card}: {n} of {of} stamps", card=card.name, n=each.stamps, of=card.stamps)
