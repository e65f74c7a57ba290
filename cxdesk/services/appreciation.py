"""Whom to thank today: the suggestions of a day, and what staff decides about each."""

from collections.abc import Callable, Iterable, Sequence
from dataclasses import dataclass, replace
from datetime import date, timedelta

from cxdesk.domain import appreciation as rules
from cxdesk.domain import occasions
from cxdesk.domain.appreciation import Action, Rules, Status, Suggestion
from cxdesk.domain.budget import Budget
from cxdesk.domain.errors import UserError
from cxdesk.domain.occasion import AT_THE_COUNTER, BEFORE_BIRTHDAY, OWN, Occasion
from cxdesk.domain.occasions.proposal import Choice, within_budget
from cxdesk.domain.occasions.visits import WHILE_MISSED
from cxdesk.language import reasons
from cxdesk.services.budgets import Budgets
from cxdesk.services.effects import Effects
from cxdesk.services.feedback import Feedback
from cxdesk.services.gifts import Gifts
from cxdesk.services.known import of_reachable, of_unpermitted, people, rules_on
from cxdesk.services.permissions import Permission
from cxdesk.services.workplace import Workplace
from cxdesk.storage import actions, goals, ideas
from cxdesk.storage.candidates import candidates

SNOOZE = 7
CLOSING = {"ideas": ideas.close, "goals": goals.close}
"""What a suggestion came from that is over with it, by the table."""


@dataclass(frozen=True, slots=True)
class Day:
    """The suggestions of a day, the most pressing first, and how many more wait.

    `thanked` are all who may be thanked, the `suggestions` of the first of them; `left_out` whom the lot leaves out.
    """

    day: date
    suggestions: tuple[Suggestion, ...]
    thanked: Sequence[Choice]
    budget: Budget
    snoozed: int
    left_out: tuple[Choice, ...] = ()


class Appreciation:
    """Suggestions and decisions."""

    def __init__(self, workplace: Workplace, feedback: Feedback, effects: Effects, gifts: Gifts) -> None:
        self._work, self._budgets = workplace, Budgets(workplace)
        self._feedback, self._effects, self._gifts = feedback, effects, gifts

    def day(self, day: date | None = None, first: int | None = None) -> Day:
        """The suggestions of a day (today by default), nothing that was decided about among them.

        Whom to thank is settled for all, with what for the `first` so many; for all of them by default.
        """
        day = day or self._work.today()
        limits = rules_on(self._work, day)
        named = self._named(day, limits, of_reachable).choices
        thanked, left_out = self._effects.divided(named)
        budget = self.budget(day)
        return Day(
            day=day,
            suggestions=tuple(self._worked_out(thanked[:first], day, limits, budget)),
            thanked=thanked,
            budget=budget,
            snoozed=actions.snoozed(self._work.db, day),
            left_out=tuple(left_out),
        )

    def unpermitted(self) -> int:
        """How many customers a rule would name today if they had permitted letters."""
        today = self._work.today()
        return self._named(today, rules_on(self._work, today), of_unpermitted).unpermitted

    def _named(self, day: date, limits: Rules, who: Callable[[Permission], bool]) -> occasions.Named:
        db = self._work.db
        kinds = [kind for kind in Occasion if kind not in AT_THE_COUNTER]
        known = people(self._work, candidates(db, day, limits, kinds), day, limits, who)
        settled = rules.settled(actions.decisions(db, [each.customer.id for each in known]), day)
        return occasions.name(known, day, limits, settled)

    def _worked_out(
        self, choices: Sequence[Choice], day: date, limits: Rules, budget: Budget
    ) -> list[Suggestion]:
        """With what each of these is thanked, and how far the budget reaches."""
        gifts = self._gifts.liked([each.customer.id for each in choices if each.proposal.gift], day)
        return list(within_budget(choices, limits, gifts, budget.left))

    def draw(self, day: Day) -> None:
        """Keep in which arm of a trial everybody is who may be thanked today; the lot itself never changes."""
        self._effects.draw([*day.thanked, *day.left_out])

    def budget(self, day: date | None = None) -> Budget:
        """The budget of the month and the year in which `day` lies."""
        return self._budgets.of(day or self._work.today())

    def find(self, suggestion_id: str, day: date | None = None) -> Suggestion:
        """One of the day's suggestions; without a day it is looked for today and about the day when it was due.

        Raises:
            UserError: when it is not among them (any more).
        """
        customer_id = rules.customer_in(suggestion_id)
        for candidate in [day] if day else self._days_of(suggestion_id):
            for here in (False, True) if customer_id else ():
                found = self._for_one(customer_id or 0, candidate, here=here)
                if found and found.id == suggestion_id:
                    return found
        raise UserError("The suggestion “{id}” is not open on this day.", id=suggestion_id)

    def next_for(self, customer_id: int, *, here: bool = False) -> Suggestion | None:
        """What is suggested for one customer today, measured against the month's budget alone.

        Who stands `here` at the counter may also be given a word.
        """
        return self._for_one(customer_id, self._work.today(), here=here)

    def waiting(self) -> list[Action]:
        """What was put off and has not come back yet, the next to come back first."""
        return actions.waiting(self._work.db, self._work.today())

    def wake(self, action: Action) -> None:
        """Bring a suggestion that was put off back today."""
        with self._work.change("Suggestion brought back", customer_id=action.customer_id):
            actions.delete(self._work.db, action.suggestion)

    def done_between(self, first: date, last: date) -> list[Action]:
        """What was done in a period, both days included, newest first."""
        return actions.done(self._work.db, first, last)

    def _for_one(self, customer_id: int, day: date, *, here: bool) -> Suggestion | None:
        limits = rules_on(self._work, day)
        settled = rules.settled(actions.decisions(self._work.db, [customer_id]), day)
        asked: dict[Occasion, list[int]] = {
            kind: [customer_id] for kind in Occasion if limits.of(kind).active
        }
        known = people(self._work, asked, day, limits)
        found = [occasions.for_person(each, day, limits, settled, here=here) for each in known]
        kept, _ = self._effects.divided([each for each in found if each])
        return next(iter(self._worked_out(kept, day, limits, self.budget(day))), None)

    def _days_of(self, suggestion_id: str) -> list[date]:
        """The days on which a suggestion with this id may have been open, today first."""
        due = rules.due_in(suggestion_id)
        around = range(-BEFORE_BIRTHDAY, WHILE_MISSED + 1) if due else ()
        return [self._work.today()] + [due + timedelta(days=n) for n in around if due]

    def done(self, suggestion: Suggestion, *, day: date | None = None) -> None:
        """Note that a suggestion was carried out, today or on `day`; an answered feedback is closed with it.

        Twice is the same as once.
        """
        with self._work.change("Thanked", customer_id=suggestion.customer.id):
            self._carry_out(suggestion, day or self._work.today())

    def done_together(self, suggestions: Iterable[Suggestion]) -> None:
        """Note as one step that these were carried out today."""
        with self._work.change("Thanked"):
            for suggestion in suggestions:
                self._carry_out(suggestion, self._work.today())

    def _carry_out(self, suggestion: Suggestion, day: date) -> None:
        if self._is_done(suggestion):
            return
        self._effects.keep([suggestion])
        letter = actions.letter_for(self._work.db, suggestion.id)
        action = self._action(suggestion, Status.DONE, day)
        actions.put(
            self._work.db, replace(action, coupon=letter.code if letter else "", cost=suggestion.cost)
        )
        if suggestion.gift:
            self._gifts.hand_over(suggestion.gift)
        self._settle(suggestion, day)
        if suggestion.feedback_id:
            answered = self._feedback.get(suggestion.feedback_id)
            if answered.resolved is None:
                self._feedback.close(answered, "")

    def until(self, suggestion: Suggestion, days: int = SNOOZE) -> date:
        """The day on which a suggestion put off for so many days comes back: a birthday's by that day itself."""
        today = self._work.today()
        until = today + timedelta(days=days)
        if suggestion.kind is Occasion.BIRTHDAY:
            until = min(until, max(suggestion.due, today + timedelta(days=1)))
        return until

    def snooze(self, suggestion: Suggestion, days: int = SNOOZE) -> None:
        """Put a suggestion off for so many days; what was carried out meanwhile stays done."""
        if self._is_done(suggestion):
            return
        today, until = self._work.today(), self.until(suggestion, days)
        action = replace(self._action(suggestion, Status.SNOOZED, today), until=until)
        with self._work.change("Suggestion put off", customer_id=suggestion.customer.id):
            actions.put(self._work.db, action)

    def never(self, suggestion: Suggestion) -> None:
        """Never suggest this kind of act for this customer again; of an own idea or goal only this one."""
        own = suggestion.kind in OWN
        name = suggestion.id if own else rules.never(suggestion.kind, suggestion.customer.id)
        action = replace(self._action(suggestion, Status.NEVER, self._work.today()), suggestion=name)
        with self._work.change("Suggestion ruled out", customer_id=suggestion.customer.id):
            actions.put(self._work.db, action)
            self._settle(suggestion, self._work.today())

    def _settle(self, suggestion: Suggestion, day: date) -> None:
        """What the suggestion came from is done, or dropped."""
        for reason in suggestion.reasons:
            table, i = reason.record or ("", 0)
            if table in CLOSING:
                CLOSING[table](self._work.db, i, day)

    def _is_done(self, suggestion: Suggestion) -> bool:
        kept = actions.get(self._work.db, suggestion.id)
        return kept is not None and kept.status is Status.DONE

    def _action(self, suggestion: Suggestion, status: Status, day: date) -> Action:
        language, gift = self._work.language(), suggestion.gift
        return Action(
            id=0,
            suggestion=suggestion.id,
            kind=suggestion.kind,
            customer_id=suggestion.customer.id,
            status=status,
            day=day,
            reason=reasons.explain(language, suggestion, day),
            gift=gift.name if gift else "",
            product_id=gift.product_id if gift else None,
            catalogue_id=gift.catalogue_id if gift else None,
            gift_cost=gift.cost if gift else None,
            consent=reasons.allowance(language, suggestion),
            staff_id=self._work.staff_id,
        )
