"""The rules by which somebody is suggested, and what goes before what: without a clock or a database."""

from collections.abc import Callable, Collection, Iterable, Iterator, Mapping
from dataclasses import dataclass
from datetime import date

from cxdesk.domain.appreciation import ADULT, Rules, never
from cxdesk.domain.customer import Customer
from cxdesk.domain.known import Known
from cxdesk.domain.occasion import AT_THE_COUNTER, OWN, SERVICE, THANKS, Occasion
from cxdesk.domain.occasions import answers, dates, goals, goods, ideas, regulars, visits
from cxdesk.domain.occasions.proposal import Choice, Proposal, permitted

Rule = Callable[[Known, date, Rules], Proposal | None]

RULES: Mapping[Occasion, Rule] = {
    Occasion.ANSWER_FEEDBACK: answers.answer_feedback,
    Occasion.FOLLOW_UP: answers.follow_up,
    Occasion.BACK_IN_STOCK: goods.back_in_stock,
    Occasion.THANK_YOU: ideas.thank_you,
    Occasion.BIRTHDAY: dates.birthday,
    Occasion.REMEMBERED_DAY: dates.remembered_day,
    Occasion.GOAL: goals.goal,
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
"""Every rule, the most pressing first."""

PRIORITY = {occasion: place for place, occasion in enumerate(Occasion)}


@dataclass(frozen=True, slots=True)
class Named:
    """Whom the rules name: what was chosen, the most pressing first, and for how many more permission is missing."""

    choices: list[Choice]
    unpermitted: int


def name(people: Iterable[Known], today: date, rules: Rules, settled: Collection[str] = frozenset()) -> Named:
    """At most one choice for each person.

    Nobody is named who was contacted within the gap or may not be written to; an unhappy customer is answered
    first, before any thank-you, and answering needs neither. `settled` are the ids that were decided about.
    """
    chosen, unpermitted = [], 0
    for known in people:
        proposals = list(_open(known, today, rules, settled))
        if found := _first(proposals, known):
            chosen.append(found)
        elif proposals:
            unpermitted += 1
    return Named(sorted(chosen, key=_pressing), unpermitted)


def _pressing(choice: Choice) -> tuple[int, date, int]:
    return PRIORITY[choice.proposal.kind], choice.proposal.due, choice.known.customer.id


def for_person(
    known: Known, today: date, rules: Rules, settled: Collection[str] = frozenset(), *, here: bool = False
) -> Choice | None:
    """The one act that fits this person today, or None; a word at the counter only fits who is `here`."""
    return _first(_open(known, today, rules, settled, here=here), known)


def _first(proposals: Iterable[Proposal], known: Known) -> Choice | None:
    return next((found for each in proposals if (found := permitted(each, known))), None)


def _open(
    known: Known, today: date, rules: Rules, settled: Collection[str], *, here: bool = False
) -> Iterator[Proposal]:
    """What fits this person today and was not decided about, the most pressing first, be it permitted or not."""
    for kind in _eligible(known, today, rules):
        proposal = RULES[kind](known, today, rules) if here or kind not in AT_THE_COUNTER else None
        if proposal and _is_open(proposal, known.customer.id, settled):
            yield proposal


def _eligible(known: Known, today: date, rules: Rules) -> Collection[Occasion]:
    """The rules that may speak for this person today."""
    if known.customer.restricted:
        return ()
    kinds = (Occasion.ANSWER_FEEDBACK,) if known.unhappy else known.asked
    resting = known.thanked is not None and (today - known.thanked).days < rules.contact_gap
    only_service = resting or is_child(known.customer, today)
    posted = known.idea and not known.idea.way.at_counter
    welcome = SERVICE | OWN - ({Occasion.THANK_YOU} if posted else set())
    return [kind for kind in kinds if rules.of(kind).active and (kind in welcome or not only_service)]


def is_child(customer: Customer, today: date) -> bool:
    """Whether somebody is known to be a minor: no marketing to children, whatever they permitted."""
    years = customer.birthday.years(today) if customer.birthday else None
    return years is not None and years < ADULT


def _is_open(proposal: Proposal, customer_id: int, settled: Collection[str]) -> bool:
    """Whether nothing was decided about a proposal; what older files ruled out for all thanks stays ruled out."""
    if not settled:
        return True
    kind = proposal.kind
    if kind in OWN:
        return proposal.id_for(customer_id) not in settled
    ruled_out = {proposal.id_for(customer_id), never(kind, customer_id)}
    if kind in THANKS:
        ruled_out.add(never(Occasion.THANK_YOU, customer_id))
    return ruled_out.isdisjoint(settled)
