"""What the rules look at: how they are set, and all that is known of customers on a day."""

from collections import defaultdict
from collections.abc import Callable, Collection, Mapping
from datetime import date, timedelta
from typing import Any

from cxdesk.domain import holidays
from cxdesk.domain.appreciation import Coming, Rules
from cxdesk.domain.customer import Customer
from cxdesk.domain.known import Known
from cxdesk.domain.occasion import WITHOUT_PERMISSION, Occasion
from cxdesk.domain.occasions.answers import WHILE_ASKED
from cxdesk.domain.occasions.regulars import told
from cxdesk.domain.programme import TIER_DAYS
from cxdesk.domain.shop import Shop
from cxdesk.services.holidays import calendar
from cxdesk.services.permissions import Permission, permissions
from cxdesk.services.workplace import Workplace
from cxdesk.storage import campaigns, candidates, customers, goals, ideas, occasions, programme
from cxdesk.storage import known as storage
from cxdesk.storage.database import Database

Asked = Mapping[Occasion, Collection[int]]
Facts = dict[str, dict[int, Any]]
GREETED_BY = 45  # days before a holiday; the owner's own figure is shorter


def rules_on(work: Workplace, day: date) -> Rules:
    """The owner's limits and rules, and what is coming up on a day."""
    shop, early = work.shop(), campaigns.next_early(work.db, day)
    return Rules(
        shop.contact_gap,
        shop.letter_cost,
        shop.coupon_percent,
        occasions.every(work.db),
        early,
        _holiday(shop, work.language().code, day),
        programme.vips(work.db, day - timedelta(days=TIER_DAYS), day) if early else None,
    )


def _holiday(shop: Shop, code: str, day: date) -> Coming | None:
    near = holidays.coming(calendar(), shop.country.upper() or "FI", day)
    kept = ((each, on) for each, on in near if (on - day).days <= GREETED_BY)
    return next((Coming(each.key, each.names[code], on) for each, on in kept), None)


def of_anybody(_: Permission) -> bool:
    """Whatever somebody permits."""
    return True


def of_reachable(permission: Permission) -> bool:
    """Only who may be written to or called."""
    return permission.reachable


def of_unpermitted(permission: Permission) -> bool:
    """Only who may not be written to."""
    return permission.letter is None


def people(
    work: Workplace, asked: Asked, day: date, rules: Rules, who: Callable[[Permission], bool] = of_anybody
) -> list[Known]:
    """What the rules need to know on `day` of the customers whom each of them is asked about.

    Where a permission is needed, only those are asked about `who` permit what is wanted.
    """
    permitted = permissions(work, _ids(asked))
    wanted = frozenset(i for i, permission in permitted.items() if who(permission))
    asked = {
        kind: ids if kind in WITHOUT_PERMISSION else wanted.intersection(ids) for kind, ids in asked.items()
    }
    ids = _ids(asked)
    facts = {name: values for name, values in _facts(work.db, ids, asked, day, rules).items() if values}
    return [_known(customer, permitted[customer.id], facts) for customer in customers.many(work.db, ids)]


def _ids(asked: Asked) -> frozenset[int]:
    return frozenset[int]().union(*asked.values())


def _known(customer: Customer, permission: Permission, facts: Facts) -> Known:
    profiling, summary = permission.profiling, facts.get("summary", {}).get(customer.id)
    own = {name: values[customer.id] for name, values in facts.items() if customer.id in values}
    if not profiling:
        own.pop("best", None)
    return Known(
        customer=customer,
        allowed=permission.letter,
        phone=permission.phone,
        profiling=profiling,
        basket=round(summary.spend / summary.purchases) if summary and profiling else 0,
        **own,
    )


def _facts(db: Database, ids: Collection[int], asked: Asked, day: date, rules: Rules) -> Facts:
    """What is read of many customers at once, by the name of the field; of each only what a rule asks for."""
    of = {kind: asked.get(kind, ()) for kind in Occasion}
    after = rules.of(Occasion.FOLLOW_UP)["after"] + WHILE_ASKED
    praise, said = rules.of(Occasion.PRAISE), rules.of(Occasion.FEEDBACK_GIVEN)
    warranty, friend = rules.of(Occasion.WARRANTY)["before"], rules.of(Occasion.REFERRAL)["fresh"]
    return {
        "summary": storage.summaries(db, ids, day),
        "thanked": storage.last_contacts(db, ids),
        "met": storage.met(db, of[Occasion.KEEP_IN_TOUCH], day),
        "unhappy": storage.unhappy(db, ids, day),
        "solved": storage.solved(db, of[Occasion.FOLLOW_UP], day, after),
        "praise": storage.said(db, of[Occasion.PRAISE], day, praise["fresh"], praise["score"]),
        "said": storage.said(db, of[Occasion.FEEDBACK_GIVEN], day, said["fresh"]),
        "days": {i: tuple(days) for i, days in storage.days_of(db, of[Occasion.REMEMBERED_DAY]).items()},
        "arrived": storage.arrived(db, of[Occasion.BACK_IN_STOCK]),
        "warranty": storage.warranties(db, of[Occasion.WARRANTY], day, warranty),
        "friend": storage.friends(db, of[Occasion.REFERRAL], day, friend),
        "aim": storage.aims(db, of[Occasion.REWARD]),
        "idea": ideas.due(db, of[Occasion.THANK_YOU], day),
        "goal": goals.reached(db, of[Occasion.GOAL], day),
        "best": _best(db, day, rules) if of[Occasion.EARLY_ACCESS] or of[Occasion.HOLIDAY] else {},
        "asked": _by_customer(asked),
    }


def _by_customer(asked: Asked) -> dict[int, list[Occasion]]:
    found: dict[int, list[Occasion]] = defaultdict(list)
    for kind, ids in asked.items():
        for i in ids:
            found[i].append(kind)
    return found


def _best(db: Database, day: date, rules: Rules) -> dict[int, int]:
    """The places of those who buy for most, where something is coming up for them."""
    places = max(told(rules, kind, day) for kind in (Occasion.EARLY_ACCESS, Occasion.HOLIDAY))
    return {i: place for place, i in enumerate(candidates.best(db, day, places), 1)}
