"""Asking each rule only about its candidates names the very same people as asking all rules about everybody."""

from dataclasses import replace
from datetime import date, timedelta
from random import Random

import pytest

from cxdesk.domain import occasions
from cxdesk.domain.appreciation import settled
from cxdesk.domain.campaign import Campaign, CampaignKind
from cxdesk.domain.occasion import FIGURES, Occasion
from cxdesk.services.known import people, rules_on
from cxdesk.storage import actions
from cxdesk.storage.candidates import candidates

PEOPLE = 150
DAYS = (date(2026, 11, 21), date(2026, 12, 20), date(2027, 2, 28), date(2028, 2, 25), date(2026, 3, 1))
FIELDS = {
    "customers": "id, first_name, birth_day, birth_month, birth_year, since, keep_in_touch, restricted",
    "consents": "customer_id, purpose, channel, given, at",
    "purchases": "id, customer_id, date, kind, total",
    "purchase_lines": "purchase_id, line_key, kind, quantity, unit_price, amount, warranty_until",
    "feedback": "customer_id, at, date, nps, follow_up, resolved",
    "anniversaries": "customer_id, name, day, month",
    "notes": "customer_id, kind, at, date",
    "requests": "customer_id, at, date, text, key, arrived",
    "relations": "customer_id, other_id, kind",
    "actions": "suggestion, kind, customer_id, status, date",
    "points": "customer_id, at, date, points, kind",
    "rewards": "name, points",
    "ideas": "customer_id, at, date, way, text",
    "goals": "customer_id, at, date, counts, target",
}


class Life:
    """What happens to many people in some years, by chance."""

    def __init__(self, seed):
        self.chance = Random(seed)  # noqa: S311 - no secret, only variety

    def day(self, first=-1200, last=500):
        return (DAYS[0] + timedelta(days=self.chance.randint(first, last))).isoformat()

    def rarely(self, value, share=0.2):
        return value if self.chance.random() < share else None

    def person(self, i):
        pick = self.chance.randint
        born = (pick(1, 28), pick(1, 12), self.rarely(pick(1950, 2015))) if pick(0, 3) else (29, 2, 2000)
        kept = (self.rarely(self.day()), self.rarely(pick(7, 400)), int(pick(0, 30) == 0))
        yield "customers", (i, f"N{i}", *born, *kept)
        for channel in ("letter", "phone", "any"):
            if given := self.rarely(pick(1, 5), 0.4):
                yield "consents", (i, "marketing", channel, int(given > 1), self.day())
        yield "consents", (i, "profiling", "any", int(pick(0, 9) > 0), self.day())
        yield from self.visits(i)
        yield from self.words(i)

    def visits(self, i):
        first, gap = self.chance.randint(-1000, 400), self.chance.choice((1, 7, 30, 200))
        for n in range(self.chance.randint(0, 11)):
            number, kind = 100 * i + n, self.chance.choice(("sale", "sale", "sale", "refund", "cancelled"))
            day = self.day(first + gap * n, first + gap * n + gap)
            yield "purchases", (number, i, day, kind, self.chance.randint(1, 9000))
            until = self.rarely(self.day())
            yield "purchase_lines", (number, "1", "sale", 1.0, 1, 1, until)

    def words(self, i):
        pick = self.chance.randint
        for _ in range(pick(0, 3)):
            said, solved = self.day(), self.rarely(self.day(), 0.7)
            yield (
                "feedback",
                (i, said, said, self.rarely(pick(0, 10), 0.8), int(bool(solved) or pick(0, 3) == 0), solved),
            )
        yield "anniversaries", (i, "Wedding", pick(1, 28), pick(1, 12))
        yield "notes", (i, "visit", self.day(), self.day())
        if pick(0, 9) == 0:
            yield "requests", (i, self.day(), self.day(), "Tea", "tea", self.day())
        if i > 1 and pick(0, 2) == 0:
            yield "relations", (pick(1, i - 1), i, "referred")
        if pick(0, 2) == 0:
            status = self.chance.choice(("done", "never"))
            yield "actions", (f"birthday-{i}-never", "birthday", i, status, self.day())
        if pick(0, 4) == 0:
            yield "ideas", (i, self.day(), self.day(), self.chance.choice(("word", "card", "gift")), "Thanks")
        if i % 5 == 0:
            since = DAYS[-1].isoformat()
            yield "goals", (i, since, since, "visits", float(i % 4 + 1))
        yield "points", (i, self.day(), self.day(), pick(1, 300), "earned")


@pytest.fixture
def shop(desk, clock):
    """The desk of a shop in which much has happened; every rule is on."""
    life = Life(8)
    with desk.workplace.db.change("Life", at=clock.now, bulk=True):
        for i in range(1, PEOPLE + 1):
            for table, row in life.person(i):
                _insert(desk, table, row)
        _insert(desk, "rewards", ("Mug", 200))
    for kind in Occasion:
        desk.occasions.save(replace(desk.occasions.get(kind), active=True))
    desk.campaigns.save(Campaign(0, CampaignKind.EARLY_ACCESS, "Spring", date(2027, 3, 1), date(2027, 3, 9)))
    return desk


def _insert(desk, table, row):
    marks = ", ".join("?" * len(row))
    desk.workplace.db.write(f"INSERT INTO {table} ({FIELDS[table]}) VALUES ({marks})", row)


def test_candidates_are_all_whom_a_rule_can_name_whatever_the_figures(shop):
    chance, everybody, seen = Random(3), range(1, PEOPLE + 1), set()  # noqa: S311
    for day in DAYS:
        for kind in Occasion:
            turned = {name: chance.choice((f.default, f.low, f.high)) for name, f in FIGURES[kind].items()}
            shop.occasions.save(replace(shop.occasions.get(kind), figures=turned))
        rules, work = rules_on(shop.workplace, day), shop.workplace
        known = people(work, dict.fromkeys(Occasion, everybody), day, rules)
        found = candidates(work.db, day, rules)
        for kind in Occasion:
            named = {each.customer.id for each in known if occasions.RULES[kind](each, day, rules)}
            assert named <= found[kind], (day, kind, named - found[kind])
            seen |= {kind} if named else set()
        decided = settled(actions.decisions(work.db, everybody), day)
        slow, fast = occasions.name(known, day, rules, decided), shop.appreciation.day(day)
        if day == work.today():
            assert slow.unpermitted == shop.appreciation.unpermitted() > 0
        assert {each.id for each in slow.choices} == {each.id for each in (*fast.thanked, *fast.left_out)}
        assert shop.appreciation.day(day, 9).suggestions == fast.suggestions[:9]
    assert seen == set(Occasion)
