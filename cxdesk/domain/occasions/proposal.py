"""An act as a rule proposes it, as it is chosen by the smallest gesture that is permitted, and as it is suggested."""

from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass
from datetime import date

from cxdesk.domain.appreciation import Allowance, Basis, Gesture, Ground, Reason, Rules, Suggestion
from cxdesk.domain.customer import Customer
from cxdesk.domain.gift import Gift
from cxdesk.domain.known import Known
from cxdesk.domain.occasion import SERVICE, Occasion

FREE = frozenset({Gesture.WORD, Gesture.CALL})
UNLIMITED = 10**12


@dataclass(frozen=True, slots=True)
class Proposal:
    """What a rule proposes for somebody; `mark` and the day tell it from others of its kind.

    Of the `gestures` the first one that is permitted is taken. `gift` says that one is worth looking for, `coupon` that
    there is one where no gift is found.
    """

    kind: Occasion
    mark: str
    due: date
    reasons: tuple[Reason, ...]
    gestures: tuple[Gesture, ...] = (Gesture.LETTER,)
    gift: bool = False
    coupon: bool = False
    feedback_id: int | None = None

    def id_for(self, customer_id: int) -> str:
        """The id of the suggestion that becomes of it."""
        return f"{self.kind}-{customer_id}-{self.mark}-{self.due.isoformat().replace('-', '')}"


@dataclass(frozen=True, slots=True)
class Choice:
    """The proposal that was chosen for somebody, by which gesture and on what ground; with what is not settled yet."""

    id: str
    proposal: Proposal
    known: Known
    gesture: Gesture
    allowed: Allowance

    @property
    def kind(self) -> Occasion:
        """The rule that names them."""
        return self.proposal.kind

    @property
    def customer(self) -> Customer:
        """Who is thanked."""
        return self.known.customer

    def suggestion(self, rules: Rules, gift: Gift | None = None, left: int = UNLIMITED) -> Suggestion:
        """The suggestion, with this gift where one was looked for and found, while so much is `left` of the budget."""
        proposal = self.proposal
        percent = rules.coupon_percent if proposal.coupon and not gift else 0
        worth = gift.cost if gift else round(self.known.basket * percent / 100)
        cost = worth + (0 if self.gesture in FREE else rules.letter_cost)
        return Suggestion(
            id=self.id,
            kind=proposal.kind,
            customer=self.customer,
            due=proposal.due,
            reasons=proposal.reasons + _offered(gift, percent) + _gesture(proposal.kind, gift, self.gesture),
            allowed=self.allowed,
            cost=cost,
            gift=gift,
            coupon_percent=percent,
            over_budget=max(0, cost - max(0, left)),
            feedback_id=proposal.feedback_id,
            gesture=self.gesture,
        )


def within_budget(
    choices: Iterable[Choice], rules: Rules, gifts: Mapping[int, Gift], left: int
) -> Iterator[Suggestion]:
    """The suggestions with these gifts by customer, each told by how much it exceeds what the ones before it leave."""
    for choice in choices:
        suggestion = choice.suggestion(rules, gifts.get(choice.customer.id), left)
        left -= 0 if suggestion.over_budget else suggestion.cost
        yield suggestion


def permitted(proposal: Proposal, known: Known) -> Choice | None:
    """The proposal by the first of its gestures that is permitted; None when none is."""
    for gesture in proposal.gestures:
        if allowed := allowance(known, proposal.kind, gesture):
            return Choice(proposal.id_for(known.customer.id), proposal, known, gesture, allowed)
    return None


def allowance(known: Known, kind: Occasion, gesture: Gesture) -> Allowance | None:
    """On what ground a customer may be met with this gesture; None when they may not.

    A word at the counter is for whoever stands there; what somebody waits for is told without any permission.
    """
    if kind in SERVICE:
        return Allowance(Basis.SERVICE)
    if gesture is Gesture.WORD:
        return Allowance(Basis.COUNTER)
    return known.phone if gesture is Gesture.CALL else known.allowed


def _offered(gift: Gift | None, percent: int) -> tuple[Reason, ...]:
    if gift:
        return gift_reasons(gift)
    return (Reason(Ground.COUPON, {"percent": percent}),) if percent else ()


def _gesture(kind: Occasion, gift: Gift | None, gesture: Gesture) -> tuple[Reason, ...]:
    """A letter, an answer and a gift from hand to hand speak for themselves; what is done otherwise is said."""
    handed = gift is not None and gesture is Gesture.WORD
    if handed or gesture is Gesture.LETTER or kind is Occasion.ANSWER_FEEDBACK:
        return ()
    return (Reason(Ground.GESTURE, {"gesture": gesture}),)


def gift_reasons(gift: Gift) -> tuple[Reason, ...]:
    """Why this gift: how often the customer or who else bought it, or that it is of the catalogue; its stock."""
    record = ("products", gift.product_id) if gift.product_id else ("gifts", gift.catalogue_id or 0)
    if gift.bought:
        why = Reason(Ground.FAVOURITE, {"item": gift.name, "count": gift.bought}, record)
    elif gift.beside:
        source, both, of = gift.beside
        why = Reason(Ground.BESIDE, {"item": gift.name, "source": source, "both": both, "of": of}, record)
    else:
        why = Reason(Ground.CATALOGUE, {"item": gift.name}, record)
    stock = Reason(Ground.STOCK, {"count": gift.stock}, record)
    return (why, stock) if gift.stock is not None else (why,)
