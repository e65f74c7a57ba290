"""The rules by which somebody is suggested, and what goes before what: without a clock or a database."""

from collections.abc import Callable, Collection, Iterable, Mapping
from datetime import date

from cxdesk.domain.appreciation import ADULT, Gesture, Rules, Suggestion, never
from cxdesk.domain.customer import Customer
from cxdesk.domain.known import Known
from cxdesk.domain.occasion import SERVICE, THANKS, Occasion
from cxdesk.domain.occasions import answers, dates, goods, regulars, visits

Rule = Callable[[Known, date, Rules], Suggestion | None]

RULES: Mapping[Occasion, Rule] = {
    Occasion.ANSWER_FEEDBACK: answers.answer_feedback,
    Occasion.FOLLOW_UP: answers.follow_up,
    Occasion.BACK_IN_STOCK: goods.back_in_stock,
    Occasion.BIRTHDAY: dates.birthday,
    Occasion.REMEMBERED_DAY: dates.remembered_day,
    Occasion.EARLY_ACCESS: regulars.early_access,
    Occasion.REWARD: regulars.reward,
    Occasion.REFERRAL: regulars.referral,
    Occasion.WELCOME: visits.welcome,
    Occasion.MILESTONE: visits.milestone,
    Occasion.PRAISE: answers.praise,
    Occasion.ANNIVERSARY: dates.anniversary,
    Occasion.WARRANTY: goods.warranty,
    Occasion.FEEDBACK_GIVEN: answers.feedback_given,
    Occasion.HOLIDAY: dates.holiday,
    Occasion.KEEP_IN_TOUCH: visits.keep_in_touch,
    Occasion.WE_MISS_YOU: visits.we_miss_you,
    Occasion.COME_AGAIN: visits.come_again,
}
"""Every rule, the most pressing first; staff's own idea has none."""

PRIORITY = {occasion: place for place, occasion in enumerate(Occasion)}


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
    known: Known, today: date, rules: Rules, settled: Collection[str] = frozenset(), *, here: bool = False
) -> Suggestion | None:
    """The one act that fits this person today, or None; a word at the counter only fits who is `here`."""
    fitting = (
        found
        for kind in _eligible(known, today, rules)
        if (found := RULES[kind](known, today, rules)) and (here or found.gesture is not Gesture.WORD)
    )
    return next((found for found in fitting if is_open(found, settled)), None)


def _eligible(known: Known, today: date, rules: Rules) -> list[Occasion]:
    """The rules that may speak for this person today."""
    if known.customer.restricted:
        return []
    if known.unhappy:
        return [Occasion.ANSWER_FEEDBACK]
    resting = known.thanked is not None and (today - known.thanked).days < rules.contact_gap
    only_service = resting or _is_child(known.customer, today)
    return [kind for kind in RULES if rules.of(kind).active and (kind in SERVICE or not only_service)]


def _is_child(customer: Customer, today: date) -> bool:
    """Whether somebody is known to be a minor: no marketing to children, whatever they permitted."""
    years = customer.birthday.years(today) if customer.birthday else None
    return years is not None and years < ADULT


def is_open(suggestion: Suggestion, settled: Collection[str]) -> bool:
    """Whether nothing was decided about a suggestion; what older files ruled out for all thanks stays ruled out."""
    kind, customer_id = suggestion.kind, suggestion.customer.id
    ruled_out = {suggestion.id, never(kind, customer_id)}
    if kind in THANKS:
        ruled_out.add(never(Occasion.THANK_YOU, customer_id))
    return ruled_out.isdisjoint(settled)
