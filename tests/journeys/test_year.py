"""A year of a shop, day by day: what was suggested, approved and left, held against the promises of thanking."""

import os
from collections import Counter, defaultdict
from contextlib import closing
from dataclasses import replace
from datetime import date, datetime, timedelta
from random import Random
from zoneinfo import ZoneInfo

import pytest

from cxdesk.domain import consent
from cxdesk.domain.appreciation import Basis
from cxdesk.domain.customer import ContactChannel, Customer, Purpose
from cxdesk.domain.feedback import Feedback
from cxdesk.domain.occasion import BEFORE_BIRTHDAY, Occasion
from cxdesk.domain.purchase import Purchase, PurchaseKind, PurchaseLine
from cxdesk.services import demo
from cxdesk.services.desk import enter
from cxdesk.storage import consents
from cxdesk.storage.database import Database

LONG = "CXDESK_LONG" in os.environ
PEOPLE, DAYS, SEEDS = (300, 366, range(4)) if LONG else (40, 45, range(1))
ADULT = 18
UNASKED = {Basis.SERVICE, Basis.COUNTER}
"""What somebody waits for, and a word to whoever stands there, need neither a permission nor a rest."""


class Year:
    """The shop, its clock, what chance brings, and what was promised to whom as this test keeps it itself."""

    def __init__(self, path, seed):
        self.now = datetime(2026, 11, 21, 9, tzinfo=ZoneInfo("Europe/Helsinki"))
        self.chance = Random(seed)  # noqa: S311 - no secret, only variety
        db = Database.create(path)
        demo.make(db, customers=PEOPLE, years=1, seed=seed, now=self.now)
        db.close()
        self.desk = enter(path, lambda: self.now)
        self.contacts, self.gifts = defaultdict(list), defaultdict(list)
        self.spent, self.named = Counter(), Counter()
        for customer_id in self.desk.customers.ids()[::9]:
            self._grow_young(self.desk.customers.get(customer_id))

    def _grow_young(self, customer: Customer):
        """A child, and whatever they permit."""
        if customer.birthday:
            young = replace(customer.birthday, year=self.now.year - self.chance.randint(8, 17))
            self.desk.customers.save(replace(customer, birthday=young))
            self._say(customer.id, given=True)

    def _say(self, customer_id, *, given):
        self.desk.customers.consent(
            customer_id, Purpose.MARKETING, ContactChannel.ANY, given=given, source="counter"
        )

    def pass_a_day(self):
        self.now += timedelta(days=1)
        today = self.now.date()
        for customer_id in self.chance.sample(self.desk.customers.ids(), PEOPLE // 20):
            self._visit(customer_id, today)
        day = self.desk.appreciation.day()
        events = consents.by_customer(self.desk.workplace.db)
        self._nobody_against_their_will(day, events, today)
        self._every_birthday(day, events, today)
        for suggestion in day.suggestions:
            self._decide(suggestion, today)

    def _visit(self, customer_id, today):
        line = PurchaseLine("Yarn", 1, 890, 890)
        self.desk.purchases.record(Purchase(0, today, PurchaseKind.SALE, 0, customer_id, lines=(line,)))
        score = self.chance.randint(0, 40)
        if score <= 10:
            self.desk.feedback.record(Feedback(0, today, customer_id, nps=score, follow_up=score <= 6))
        elif score == 11:
            self._say(customer_id, given=False)

    def _decide(self, suggestion, today):
        self.named[suggestion.kind] += 1
        drawn = self.chance.random()
        if drawn < 0.5 and not suggestion.over_budget:
            if suggestion.allowed.basis not in UNASKED:
                self._nobody_too_often(suggestion.customer.id, today)
            if suggestion.gift:
                self.gifts[suggestion.customer.id, today.year].append(suggestion.gift.cost)
            self.contacts[suggestion.customer.id].append(today)
            self.spent[today.year, today.month] += suggestion.cost
            self.desk.appreciation.done(suggestion)
        elif drawn > 0.97:
            self.desk.appreciation.never(suggestion)

    def _nobody_too_often(self, customer_id, today):
        gap = timedelta(days=self.desk.settings.shop().contact_gap)
        assert all(today - before >= gap for before in self.contacts[customer_id])

    def _nobody_against_their_will(self, day, events, today):
        for suggestion in day.suggestions:
            if suggestion.allowed.basis not in UNASKED:
                customer = suggestion.customer
                assert consent.may_contact(events[customer.id], ContactChannel.LETTER)
                assert not _is_child(customer, today)

    def _every_birthday(self, day, events, today):
        """Whoever has one within the week, permits letters, rests from nothing and waits for nothing, is named."""
        named = {each.customer.id for each in day.suggestions if each.kind is Occasion.BIRTHDAY}
        waiting = {each.customer_id for each in self.desk.feedback.unresolved()}
        rows = self.desk.workplace.db.rows("SELECT suggestion FROM actions")
        for customer, on in self.desk.customers.birthdays(BEFORE_BIRTHDAY + 1):
            i, rested = customer.id, self._rested(customer.id, today)
            decided = {(f"birthday-{i}-never",), (f"birthday-{i}-year-{on:%Y%m%d}",)} & set(rows)
            free = rested and i not in waiting and not decided and not _is_child(customer, today)
            assert (i in named) == (free and consent.may_contact(events[i], ContactChannel.LETTER))

    def _rested(self, customer_id, today):
        before = self.desk.customers.card(customer_id).actions
        return all((today - each.day).days >= self.desk.settings.shop().contact_gap for each in before)


def _is_child(customer, today):
    born = customer.birthday
    if not born or not born.year:
        return False
    return today.year - born.year - ((today.month, today.day) < (born.month, born.day)) < ADULT


@pytest.mark.timeout(600)
@pytest.mark.parametrize("seed", SEEDS)
def test_a_year_keeps_every_promise(tmp_path, seed):
    year = Year(tmp_path / "shop.cxdesk", seed)
    with closing(year.desk):
        shop = replace(year.desk.settings.shop(), gifts_a_year=1, yearly_budget=90_000)
        year.desk.settings.save(shop)
        for _ in range(DAYS):
            year.pass_a_day()
        first = min(year.spent)
        year.spent[first] = year.desk.appreciation.budget(date(*first, 1)).spent  # with what was before
    assert max(year.spent.values()) <= shop.monthly_budget
    for of_year in {y for y, _ in year.spent}:
        assert sum(cost for (y, _), cost in year.spent.items() if y == of_year) <= shop.yearly_budget
    assert all(len(costs) <= 1 and max(costs) <= shop.gift_limit for costs in year.gifts.values())
    assert {Occasion.BIRTHDAY, Occasion.ANSWER_FEEDBACK, Occasion.PRAISE} <= set(year.named)
    assert sum(map(len, year.contacts.values())) > DAYS / 4
