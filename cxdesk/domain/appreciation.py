"""Whom to thank today, why, with what, and on whose permission: the rules, without a clock or a database."""

from collections.abc import Collection, Iterable, Mapping
from dataclasses import dataclass, field, replace
from datetime import date, datetime, timedelta
from enum import StrEnum
from math import ceil
from typing import Any

from cxdesk.domain.customer import Consent, Customer, CustomerSummary, kept_in
from cxdesk.domain.feedback import Feedback
from cxdesk.domain.gift import Gift

MILESTONES = (5, 10, 25, 50, 100, 200, 500)
ANNIVERSARIES = (1, 3, 5, 10, 15, 20, 25, 30, 40, 50)
STILL_COMES = 180
BEFORE_BIRTHDAY = 7
WHILE_FRESH = 14
WHILE_MISSED = 60
SHORTEST_SILENCE = 21
PROMOTER = 9
ADULT = 18  # years
YEARS = range(1900, 2200)


class Occasion(StrEnum):
    """Why somebody is suggested, the most pressing first: an unhappy customer comes before every thank-you."""

    ANSWER_FEEDBACK = "answer_feedback"
    BIRTHDAY = "birthday"
    WELCOME = "welcome"
    THANK_YOU = "thank_you"
    WE_MISS_YOU = "we_miss_you"


PRIORITY = {occasion: place for place, occasion in enumerate(Occasion)}
MARKETING = frozenset(Occasion) - {Occasion.ANSWER_FEEDBACK}


class Basis(StrEnum):
    """On what ground a customer may be contacted."""

    CONSENT = "consent"
    OPT_OUT = "opt_out"
    SERVICE = "service"


@dataclass(frozen=True, slots=True)
class Allowance:
    """The ground of a contact, and the consent event that gives it where there is one."""

    basis: Basis
    consent: Consent | None = None


class Ground(StrEnum):
    """A fact that speaks for a suggestion."""

    BIRTHDAY = "birthday"
    MILESTONE = "milestone"
    PROMOTER = "promoter"
    ANNIVERSARY = "anniversary"
    FIRST_VISIT = "first_visit"
    RHYTHM = "rhythm"
    UNHAPPY = "unhappy"
    FAVOURITE = "favourite"
    STOCK = "stock"
    COUPON = "coupon"
    LAST_THANKED = "last_thanked"


@dataclass(frozen=True, slots=True)
class Reason:
    """A fact with its figures, and the record (table, id) that proves it."""

    ground: Ground
    facts: Mapping[str, Any] = field(default_factory=dict)
    record: tuple[str, int] | None = None


@dataclass(frozen=True, slots=True)
class Known:
    """All that the rules look at in one customer.

    `allowed` is the ground on which a letter may go out (None: it may not), `thanked` the day of the last contact of
    any kind, `basket` the average purchase in minor units, 0 where nothing may be added up.
    """

    customer: Customer
    summary: CustomerSummary | None = None
    allowed: Allowance | None = None
    profiling: bool = True
    thanked: date | None = None
    unhappy: Feedback | None = None
    praise: Feedback | None = None
    gift: Gift | None = None
    basket: int = 0

    @property
    def counted(self) -> CustomerSummary | None:
        """What the visits add up to; nothing of who objects to profiling."""
        return self.summary if self.profiling else None


@dataclass(frozen=True, slots=True)
class Rules:
    """The owner's limits: money in minor units, `contact_gap` in days, the coupon in per cent."""

    contact_gap: int = 30
    letter_cost: int = 150
    coupon_percent: int = 10


@dataclass(frozen=True, slots=True)
class Suggestion:
    """One proposed act; `id` stays the same as long as its occasion does, `over_budget` is in minor units."""

    id: str
    kind: Occasion
    customer: Customer
    due: date
    reasons: tuple[Reason, ...]
    allowed: Allowance
    cost: int
    gift: Gift | None = None
    coupon_percent: int = 0
    over_budget: int = 0
    feedback_id: int | None = None


class Status(StrEnum):
    """What a person has decided about a suggestion."""

    DONE = "done"
    SNOOZED = "snoozed"
    NEVER = "never"


@dataclass(frozen=True, slots=True)
class Decision:
    """A suggestion that was done, snoozed until a day, or ruled out."""

    suggestion: str
    status: Status
    day: date
    until: date | None = None


@dataclass(frozen=True, slots=True)
class Action:
    """A decision as it is kept, with what was said and given at the time; `cost` in minor units."""

    id: int
    suggestion: str
    kind: Occasion
    customer_id: int
    status: Status
    day: date
    until: date | None = None
    reason: str = ""
    gift: str = ""
    product_id: int | None = None
    coupon: str = ""
    cost: int = 0
    consent: str = ""
    staff_id: int | None = None


@dataclass(frozen=True, slots=True)
class LetterRecord:
    """A letter that was made: its words, and the code of the coupon in it."""

    id: int
    uuid: str
    customer_id: int
    suggestion: str
    template: str
    language: str
    day: date
    body: str
    code: str = ""
    staff_id: int | None = None


def suggest(
    people: Iterable[Known], today: date, rules: Rules, settled: Collection[str] = frozenset()
) -> list[Suggestion]:
    """At most one suggestion for each person, the most pressing first.

    Nobody is suggested who was contacted within the gap or may not be written to; an unhappy customer is answered
    first, before any thank-you, and answering needs neither. `settled` are the ids that were decided about.
    """
    chosen = [found for known in people if (found := for_person(known, today, rules, settled))]
    return sorted(chosen, key=lambda s: (PRIORITY[s.kind], s.due, s.customer.id))


def for_person(
    known: Known, today: date, rules: Rules, settled: Collection[str] = frozenset()
) -> Suggestion | None:
    """The one act that fits this person today, or None."""
    if known.customer.restricted:
        return None
    if known.unhappy:
        answer = _answer(known, known.unhappy)
        return answer if _open(answer, settled) else None
    resting = known.thanked and (today - known.thanked).days < rules.contact_gap
    if resting or known.allowed is None or _is_child(known.customer, today):
        return None
    for rule in (_birthday, _welcome, _milestone, _praise, _anniversary, _we_miss_you):
        if (found := rule(known, today, rules)) and _open(found, settled):
            return found
    return None


def _is_child(customer: Customer, today: date) -> bool:
    """Whether somebody is known to be a minor: no marketing to children, whatever they permitted."""
    years = customer.birthday.years(today) if customer.birthday else None
    return years is not None and years < ADULT


def within_budget(suggestions: Iterable[Suggestion], left: int) -> list[Suggestion]:
    """The same suggestions, each told by how much it exceeds what the ones before it leave of the month's budget."""
    marked = []
    for suggestion in suggestions:
        over = max(0, suggestion.cost - max(0, left)) if suggestion.cost else 0
        left -= 0 if over else suggestion.cost
        marked.append(replace(suggestion, over_budget=over))
    return marked


def customer_in(suggestion_id: str) -> int | None:
    """The customer whom a suggestion with this id is about: its second part; None when it is no such id."""
    number = suggestion_id.partition("-")[2].partition("-")[0]
    return int(number) if number.isascii() and number.isdecimal() and len(number) < 19 else None


def due_in(suggestion_id: str) -> date | None:
    """The day on which a suggestion with this id was due: its last part; None when it is no such id."""
    try:
        due = datetime.strptime(suggestion_id.rpartition("-")[2], "%Y%m%d").date()  # noqa: DTZ007 - a local date
    except ValueError:
        return None
    return due if due.year in YEARS else None


def settled(decisions: Iterable[Decision], today: date) -> frozenset[str]:
    """The ids of what was done, ruled out, or snoozed beyond `today`."""
    return frozenset(d.suggestion for d in decisions if d.until is None or d.until > today)


def _open(suggestion: Suggestion, settled: Collection[str]) -> bool:
    return suggestion.id not in settled and never(suggestion.kind, suggestion.customer.id) not in settled


def never(kind: Occasion, customer_id: int) -> str:
    """The id under which "never again for this customer" is kept."""
    return f"{kind}-{customer_id}-never"


def _answer(known: Known, feedback: Feedback) -> Suggestion:
    facts = {"nps": feedback.nps, "csat": feedback.csat, "date": feedback.day, "comment": feedback.comment}
    return Suggestion(
        id=f"{Occasion.ANSWER_FEEDBACK}-{known.customer.id}-{feedback.id}-{feedback.day:%Y%m%d}",
        kind=Occasion.ANSWER_FEEDBACK,
        customer=known.customer,
        due=feedback.day,
        reasons=(Reason(Ground.UNHAPPY, facts, ("feedback", feedback.id)),),
        allowed=Allowance(Basis.SERVICE),
        cost=0,
        feedback_id=feedback.id,
    )


def _birthday(known: Known, today: date, rules: Rules) -> Suggestion | None:
    born = known.customer.birthday
    if born is None or not 0 <= (born.next(today) - today).days <= BEFORE_BIRTHDAY:
        return None
    due = born.next(today)
    reason = Reason(Ground.BIRTHDAY, {"age": born.age(due), "date": due}, ("customers", known.customer.id))
    return _offer(
        known, Occasion.BIRTHDAY, "year", due, (reason,), rules, gift=known.gift, coupon=not known.gift
    )


def _welcome(known: Known, today: date, rules: Rules) -> Suggestion | None:
    summary = known.counted
    if summary is None or summary.days != 1 or not 1 <= (today - summary.first_day).days <= WHILE_FRESH:
        return None
    reason = Reason(Ground.FIRST_VISIT, {"date": summary.first_day}, ("customers", known.customer.id))
    return _offer(known, Occasion.WELCOME, "first", summary.first_day + timedelta(1), (reason,), rules)


def _thank_you(known: Known, mark: str, due: date, reason: Reason, rules: Rules) -> Suggestion | None:
    thanked = Reason(Ground.LAST_THANKED, {"date": known.thanked})
    return _offer(known, Occasion.THANK_YOU, mark, due, (reason, thanked), rules)


def _milestone(known: Known, today: date, rules: Rules) -> Suggestion | None:
    summary = known.counted
    if summary is None or summary.days not in MILESTONES or not _fresh(summary.last_day, today):
        return None
    facts = {"count": summary.days, "date": summary.last_day}
    reason = Reason(Ground.MILESTONE, facts, ("customers", known.customer.id))
    return _thank_you(known, f"visit-{summary.days}", summary.last_day, reason, rules)


def _praise(known: Known, today: date, rules: Rules) -> Suggestion | None:
    praise = known.praise
    if praise is None or not _fresh(praise.day, today):
        return None
    facts = {"nps": praise.nps, "date": praise.day, "comment": praise.comment}
    reason = Reason(Ground.PROMOTER, facts, ("feedback", praise.id))
    return _thank_you(known, f"praise-{praise.id}", praise.day, reason, rules)


def _anniversary(known: Known, today: date, rules: Rules) -> Suggestion | None:
    began = [day for day in (known.customer.since, known.summary and known.summary.first_day) if day]
    if not began:
        return None
    since = min(began)
    due = kept_in(today.year, since.month, since.day)
    if due > today:
        due = kept_in(today.year - 1, since.month, since.day)
    years = due.year - since.year
    if years < 1 or not _fresh(due, today):
        return None
    reason = Reason(Ground.ANNIVERSARY, {"years": years, "date": due}, ("customers", known.customer.id))
    return _thank_you(known, f"years-{years}", due, reason, rules)


def _fresh(day: date, today: date) -> bool:
    return 0 <= (today - day).days <= WHILE_FRESH


def _we_miss_you(known: Known, today: date, rules: Rules) -> Suggestion | None:
    summary = known.counted
    if summary is None or summary.gap is None:
        return None
    due = summary.last_day + timedelta(days=missed_after(summary.gap))
    if not 0 <= (today - due).days <= WHILE_MISSED:
        return None
    facts = {"gap": round(summary.gap), "silent": (today - summary.last_day).days, "date": summary.last_day}
    reason = Reason(Ground.RHYTHM, facts, ("customers", known.customer.id))
    return _offer(known, Occasion.WE_MISS_YOU, "since", due, (reason,), rules, coupon=True)


def missed_after(gap: float) -> int:
    """After how many silent days a customer with this median gap is missed: three gaps, three weeks at the least."""
    return max(SHORTEST_SILENCE, ceil(3 * gap))


def _offer(
    known: Known,
    kind: Occasion,
    mark: str,
    due: date,
    reasons: tuple[Reason, ...],
    rules: Rules,
    *,
    gift: Gift | None = None,
    coupon: bool = False,
) -> Suggestion | None:
    if known.allowed is None:
        return None
    percent = rules.coupon_percent if coupon else 0
    if gift:
        reasons += gift_reasons(gift)
    elif percent:
        reasons += (Reason(Ground.COUPON, {"percent": percent}),)
    return Suggestion(
        id=f"{kind}-{known.customer.id}-{mark}-{due:%Y%m%d}",
        kind=kind,
        customer=known.customer,
        due=due,
        reasons=reasons,
        allowed=known.allowed,
        cost=rules.letter_cost + (gift.cost if gift else round(known.basket * percent / 100)),
        gift=gift,
        coupon_percent=percent,
    )


def gift_reasons(gift: Gift) -> tuple[Reason, ...]:
    """Why this gift: how often the customer bought it, and that it is there."""
    favourite = Reason(
        Ground.FAVOURITE, {"item": gift.name, "count": gift.bought}, ("products", gift.product_id)
    )
    stock = Reason(Ground.STOCK, {"count": gift.stock}, ("products", gift.product_id))
    return (favourite, stock) if gift.stock is not None else (favourite,)
