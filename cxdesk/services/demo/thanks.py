"""The thanking of the past year, decided by the very rules that decide about today, within each month's budget."""

from collections.abc import Iterable, Iterator, Sequence
from datetime import date, datetime, time, timedelta
from itertools import pairwise
from random import Random
from statistics import median

from cxdesk.domain import consent
from cxdesk.domain import gift as gifts
from cxdesk.domain.appreciation import Action, Rules, Status, Suggestion
from cxdesk.domain.customer import CustomerSummary
from cxdesk.domain.gift import Bought, Gift
from cxdesk.domain.known import Known
from cxdesk.domain.letter import Way
from cxdesk.domain.occasion import Occasion
from cxdesk.domain.occasions import for_person
from cxdesk.domain.occasions.proposal import Choice, gift_reasons
from cxdesk.domain.occasions.visits import MILESTONES, missed_after
from cxdesk.domain.paper import Mark
from cxdesk.domain.product import Product
from cxdesk.domain.shop import Shop
from cxdesk.language import reasons
from cxdesk.language.language import Language
from cxdesk.services.demo.opening import Period
from cxdesk.services.demo.people import Person
from cxdesk.services.letters import Letters, remember
from cxdesk.services.permissions import allowance
from cxdesk.services.workplace import Workplace
from cxdesk.storage import actions, papers
from cxdesk.storage.database import Database

LEFT_FOR_TODAY = 2
"""What came up in the last days is still open, so that today has something to show."""
CAST_RESTS = 90
PUT_OFF = 7
LOW, HIGH = 0.45, 0.56
"""How much of the present month's budget is spent, at least and at most."""


class Thanks:
    """Goes through the past year day by day and notes what was done."""

    def __init__(
        self,
        db: Database,
        random: Random,
        period: Period,
        shop: Shop,
        products: Iterable[Product],
        staff_id: int,
    ) -> None:
        self._db, self._random, self._period, self._shop = db, random, period, shop
        self._staff_id = staff_id
        self._products = {product.id: product for product in products}
        self._language = Language(shop.language, currency=shop.currency)
        self._rules = Rules(shop.contact_gap, shop.letter_cost, shop.coupon_percent)
        self._thanked: dict[int, date] = {}
        self._given: dict[int, set[int]] = {}
        self._settled: set[str] = set()
        self._spent: dict[tuple[int, int], int] = {}
        self._limits: dict[tuple[int, int], int] = {}

    def record(self, people: Sequence[Person]) -> None:
        """Note what was done for these people, this month's budget being about half spent."""
        triggers = sorted(
            ((day, number) for number, person in enumerate(people) for day in set(self._days(person)))
        )
        for day, number in triggers:
            known = self._known(people[number], day)
            chosen = for_person(known, day, self._rules, self._settled)
            if chosen and not _is_old_friend(chosen):
                gift = self._gift(people[number], day) if chosen.proposal.gift else None
                self._decide(people[number], chosen.suggestion(self._rules, gift), day)
        self._fill_month(people)

    def _days(self, person: Person) -> Iterator[date]:
        """The days in the past year on which a rule may speak for somebody."""
        last = self._period.today - timedelta(days=CAST_RESTS if person.role else LEFT_FOR_TODAY)
        first = self._period.today - timedelta(days=365)
        return (day for day in _occasions(person, last) if first <= day <= last)

    def _known(self, person: Person, day: date) -> Known:
        days = [visit for visit in person.days if visit <= day]
        events = [event for event in person.consents if event.at[:10] <= day.isoformat()]
        said = [item for item in person.said if item.day <= day]
        basket = round(person.spend / max(1, len(person.days)))
        return Known(
            customer=person.customer,
            summary=CustomerSummary(days[0], days[-1], len(days), len(days), 0, median_gap(days))
            if days
            else None,
            allowed=allowance(events, self._shop.letter_basis),
            profiling=consent.may_profile(events),
            thanked=self._thanked.get(person.customer.id),
            unhappy=next((item for item in said if item.follow_up and (item.resolved or day) >= day), None),
            praise=next((item for item in reversed(said) if (item.nps or 0) >= 9), None),
            basket=basket,
        )

    def _gift(self, person: Person, day: date) -> Gift | None:
        counts: dict[int, list[date]] = {}
        for bought, product_id in person.bought:
            if bought <= day:
                counts.setdefault(product_id, []).append(bought)
        history = [Bought(i, len(set(days)), days[-1], i in person.returned) for i, days in counts.items()]
        given = self._given.get(person.customer.id, ())
        return gifts.choose(
            history,
            self._products.__getitem__,
            limit=self._shop.gift_limit,
            given=given,
            unwanted=person.avoid,
        )

    def _decide(self, person: Person, suggestion: Suggestion, day: date) -> None:
        """What fits the budget is carried out; lately some has been put off."""
        if suggestion.kind is Occasion.ANSWER_FEEDBACK:
            waited = next(item for item in person.said if item.id == suggestion.feedback_id)
            if waited.resolved == day:
                self._do(suggestion, day, letter=self._random.random() < 0.3)
            return
        put_off = day + timedelta(days=PUT_OFF)
        if put_off > self._period.today and self._random.random() < 0.3:
            self._keep(suggestion, Status.SNOOZED, day, until=put_off)
        elif self._fits(suggestion.cost, day):
            self._do(suggestion, day, letter=True)

    def _fits(self, cost: int, day: date) -> bool:
        month = (day.year, day.month)
        if month not in self._limits:
            present = month == (self._period.today.year, self._period.today.month)
            part = HIGH if present else self._random.uniform(0.7, 0.97)
            self._limits[month] = round(self._shop.monthly_budget * part)
        return self._spent.get(month, 0) + cost <= self._limits[month]

    def _do(self, suggestion: Suggestion, day: date, *, letter: bool) -> None:
        customer_id, month = suggestion.customer.id, (day.year, day.month)
        self._thanked[customer_id] = day
        self._spent[month] = self._spent.get(month, 0) + suggestion.cost
        if suggestion.gift and suggestion.gift.product_id:
            self._given.setdefault(customer_id, set()).add(suggestion.gift.product_id)
        code = self._letter(suggestion, day) if letter else ""
        self._keep(suggestion, Status.DONE, day, code=code)

    def _keep(
        self, suggestion: Suggestion, status: Status, day: date, *, until: date | None = None, code: str = ""
    ) -> None:
        self._settled.add(suggestion.id)
        actions.put(
            self._db,
            Action(
                id=0,
                suggestion=suggestion.id,
                kind=suggestion.kind,
                customer_id=suggestion.customer.id,
                status=status,
                day=day,
                until=until,
                reason=reasons.explain(self._language, suggestion, day),
                gift=suggestion.gift.name if suggestion.gift else "",
                product_id=suggestion.gift.product_id if suggestion.gift else None,
                coupon=code,
                cost=suggestion.cost if status is Status.DONE else 0,
                consent=reasons.allowance(self._language, suggestion),
                staff_id=self._staff_id,
            ),
        )

    def _letter(self, suggestion: Suggestion, day: date) -> str:
        """Write the letter as it was written that day; gives the code of its coupon."""
        evening = datetime.combine(day, time(17, 45), tzinfo=self._period.now.tzinfo)
        work = Workplace(self._db, now=lambda: evening, staff_id=self._staff_id)
        letter = Letters(work).draft(suggestion).letter
        way = Way.HAND if suggestion.kind is Occasion.PRAISE else Way.PRINTED
        remember(work, letter, suggestion.customer.id, way, suggestion.id)
        slip = papers.find(self._db, letter.code)
        if slip and suggestion.kind is not Occasion.WE_MISS_YOU:
            papers.mark(self._db, slip.paper.id, Mark.DELIVERED, day)
        return letter.coupon.code if letter.coupon else ""

    def _fill_month(self, people: Sequence[Person]) -> None:
        """Small presents for good regulars, until the present month has used its share of the budget."""
        today = self._period.today
        regulars = sorted((p for p in people if not p.role), key=lambda p: (-len(p.days), p.customer.id))
        for person in regulars:
            if self._spent.get((today.year, today.month), 0) >= LOW * self._shop.monthly_budget:
                return
            day = today.replace(day=self._random.randint(1, today.day))
            if present := self._present(person, day):
                self._do(present, day, letter=True)

    def _present(self, person: Person, day: date) -> Suggestion | None:
        known = self._known(person, day)
        last, gift = known.thanked, self._gift(person, day)
        rested = last is None or (abs(day - last).days >= self._rules.contact_gap)
        if not (known.allowed and gift and rested):
            return None
        cost = self._shop.letter_cost + gift.cost
        if not self._fits(cost, day):
            return None
        return Suggestion(
            id=f"{Occasion.THANK_YOU}-{person.customer.id}-present-{day}",
            kind=Occasion.THANK_YOU,
            customer=person.customer,
            due=day,
            reasons=gift_reasons(gift),
            allowed=known.allowed,
            cost=cost,
            gift=gift,
        )


def _is_old_friend(chosen: Choice) -> bool:
    """Whether somebody would be welcomed who was a customer before the first purchase that is known."""
    known = chosen.known
    since, first = known.customer.since, known.summary.first_day if known.summary else None
    return chosen.kind is Occasion.WELCOME and bool(since and first and since < first)


def median_gap(days: Sequence[date]) -> float | None:
    """The median gap between these days; None under three of them."""
    if len(days) < 3:
        return None
    return median((after - before).days for before, after in pairwise(days))


def _occasions(person: Person, last: date) -> Iterator[date]:
    """When something happens that a rule looks at, in no order."""
    for number, day in enumerate(person.days, 1):
        if number == 1 or number in MILESTONES:
            yield day + timedelta(1)
        following = person.days[number] if number < len(person.days) else None
        gap = median_gap(person.days[:number])
        missed = day + timedelta(days=missed_after(gap) + 1) if gap else None
        if missed and (following is None or missed < following):
            yield missed
    for item in person.said:
        yield item.resolved or item.day + timedelta(1)
    since = person.customer.since or (person.days[0] if person.days else None)
    for year in (last.year - 1, last.year):
        if person.customer.birthday:
            yield person.customer.birthday.on(year) - timedelta(days=4)
        if since:
            yield since.replace(year=year, day=min(since.day, 28)) + timedelta(days=4)
