"""What the rules look at: how they are set, and all that is known of customers on a day."""

import re
from collections.abc import Collection, Iterable, Sequence
from dataclasses import replace
from datetime import date, timedelta
from typing import Any

from cxdesk.domain import consent, gift, holidays
from cxdesk.domain.appreciation import Allowance, Basis, Coming, Rules
from cxdesk.domain.customer import Consent, ContactChannel, Purpose
from cxdesk.domain.gift import Gift
from cxdesk.domain.known import Known
from cxdesk.domain.occasion import Occasion
from cxdesk.domain.occasions.answers import WHILE_ASKED
from cxdesk.domain.shop import LetterBasis, Shop
from cxdesk.language.folding import search_key
from cxdesk.services.holidays import calendar
from cxdesk.services.workplace import Workplace
from cxdesk.storage import campaigns, candidates, consents, customers, occasions, preferences
from cxdesk.storage import gifts as catalogue
from cxdesk.storage import known as storage
from cxdesk.storage.database import Database

SHORTEST_WORD = 3
GREETED_BY = 45  # days before a holiday; the owner's own figure is shorter


def rules_on(work: Workplace, day: date) -> Rules:
    """The owner's limits and rules, and what is coming up on a day."""
    shop = work.shop()
    return Rules(
        shop.contact_gap,
        shop.letter_cost,
        shop.coupon_percent,
        occasions.every(work.db),
        early=campaigns.next_early(work.db, day),
        holiday=_holiday(shop, work.language().code, day),
    )


def _holiday(shop: Shop, code: str, day: date) -> Coming | None:
    near = holidays.coming(calendar(), shop.country.upper() or "FI", day)
    kept = ((each, on) for each, on in near if (on - day).days <= GREETED_BY)
    return next((Coming(each.key, each.names[code], on) for each, on in kept), None)


def people(work: Workplace, ids: frozenset[int], day: date, rules: Rules) -> list[Known]:
    """What the rules need to know of these customers on `day`."""
    shop, events = work.shop(), consents.of_many(work.db, ids)
    facts = _facts(work.db, ids, day, rules)
    known = [
        Known(
            customer=customer,
            allowed=allowance(events[customer.id], shop.letter_basis),
            phone=allowance(events[customer.id], shop.letter_basis, ContactChannel.PHONE),
            profiling=consent.may_profile(events[customer.id]),
            **{name: values[customer.id] for name, values in facts.items() if customer.id in values},
        )
        for customer in customers.many(work.db, ids)
    ]
    known = [
        replace(each, basket=_basket(each), best=each.best if each.profiling else None) for each in known
    ]
    return _with_gifts(work.db, known, shop, day, rules)


def _facts(db: Database, ids: Collection[int], day: date, rules: Rules) -> dict[str, dict[int, Any]]:
    """What is read of all these customers at once, by the name of the field; only what an active rule asks for."""

    def asked(kind: Occasion) -> Collection[int]:
        return ids if rules.of(kind).active else ()

    after = rules.of(Occasion.FOLLOW_UP)["after"] + WHILE_ASKED
    praise, said = rules.of(Occasion.PRAISE), rules.of(Occasion.FEEDBACK_GIVEN)
    warranty, friend = rules.of(Occasion.WARRANTY)["before"], rules.of(Occasion.REFERRAL)["fresh"]
    return {
        "summary": storage.summaries(db, ids, day),
        "thanked": storage.last_contacts(db, ids),
        "met": storage.met(db, asked(Occasion.KEEP_IN_TOUCH), day),
        "unhappy": storage.unhappy(db, ids, day),
        "solved": storage.solved(db, asked(Occasion.FOLLOW_UP), day, after),
        "praise": storage.said(db, asked(Occasion.PRAISE), day, praise["fresh"], praise["score"]),
        "said": storage.said(db, asked(Occasion.FEEDBACK_GIVEN), day, said["fresh"]),
        "days": {i: tuple(days) for i, days in storage.days_of(db, asked(Occasion.REMEMBERED_DAY)).items()},
        "arrived": storage.arrived(db, asked(Occasion.BACK_IN_STOCK)),
        "warranty": storage.warranties(db, asked(Occasion.WARRANTY), day, warranty),
        "friend": storage.friends(db, asked(Occasion.REFERRAL), day, friend),
        "aim": storage.aims(db, asked(Occasion.REWARD)),
        "best": _best(db, day, rules),
    }


def _best(db: Database, day: date, rules: Rules) -> dict[int, int]:
    """The places of those who buy for most, where something is coming up for them."""
    wanted = [
        rules.of(kind)["top"]
        for kind, coming in ((Occasion.EARLY_ACCESS, rules.early), (Occasion.HOLIDAY, rules.holiday))
        if coming and rules.of(kind).active and (coming.day - day).days <= rules.of(kind)["before"]
    ]
    return {i: place for place, i in enumerate(candidates.best(db, day, max(wanted)), 1)} if wanted else {}


def _basket(known: Known) -> int:
    summary = known.counted
    return round(summary.spend / summary.purchases) if summary else 0


def _with_gifts(db: Database, known: Sequence[Known], shop: Shop, day: date, rules: Rules) -> list[Known]:
    """The same people, with what each would like to be given where a birthday is near."""
    near = timedelta(days=rules.of(Occasion.BIRTHDAY)["before"])
    chosen = gifts(db, [each.customer.id for each in known if _may_get_gift(each, day, near)], shop, day)
    return [replace(each, gift=chosen.get(each.customer.id)) for each in known]


def gifts(db: Database, ids: Collection[int], shop: Shop, day: date) -> dict[int, Gift | None]:
    """What each of these customers would like to be given: of their own, else of the catalogue, else None."""
    bought, given, had = (
        storage.bought(db, ids, day),
        storage.given(db, ids),
        storage.given(db, ids, "gift_id"),
    )
    warnings, kept, limit = preferences.warnings(db, ids), catalogue.every(db), shop.gift_limit
    chosen = dict[int, Gift | None]()
    for i in ids:
        avoid = unwanted(warnings[i])
        own = gift.choose(bought[i], limit=limit, given=given[i], unwanted=avoid)
        chosen[i] = own or gift.from_catalogue(kept, limit=limit, given=had[i], unwanted=avoid)
    return chosen


def allowance(
    events: list[Consent], basis: LetterBasis, channel: ContactChannel = ContactChannel.LETTER
) -> Allowance | None:
    """On what ground somebody with these consent events may be reached by a channel; None when they may not."""
    if not consent.may_contact(events, channel, basis):
        return None
    event = consent.latest(events, Purpose.MARKETING, channel)
    return Allowance(Basis.CONSENT, event) if event else Allowance(Basis.OPT_OUT)


def unwanted(warnings: Iterable[str]) -> frozenset[str]:
    """The folded words of a customer's warnings: "Villa-allergia" keeps everything of wool ("villa") away."""
    texts = map(search_key, warnings)
    return frozenset(w for text in texts for w in re.findall(r"\w+", text) if len(w) >= SHORTEST_WORD)


def _may_get_gift(known: Known, day: date, near: timedelta) -> bool:
    """Whether a birthday gift is worth looking for: a birthday is near, and nothing rules it out from the start."""
    born = known.customer.birthday
    soon = born is not None and born.next(day) - day <= near
    return soon and known.profiling and known.allowed is not None and known.unhappy is None
