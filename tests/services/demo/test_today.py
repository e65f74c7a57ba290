"""What the demo shop has to show on its first morning."""

from datetime import date, timedelta

from cxdesk.domain import consent
from cxdesk.domain.appreciation import Ground
from cxdesk.domain.customer import ContactChannel
from cxdesk.domain.occasion import Occasion
from cxdesk.storage import consents, customers


def of_kind(shop, kind):
    return [s for s in shop.suggestions().suggestions if s.kind is kind]


def facts(suggestion, ground):
    return next((reason.facts for reason in suggestion.reasons if reason.ground is ground), None)


def test_today_has_a_birthday_with_a_favourite_in_stock(shop):
    found = [
        s
        for s in of_kind(shop, Occasion.BIRTHDAY)
        if s.gift and s.gift.bought >= 3 and s.gift.stock and 0 <= (s.due - shop.today).days <= 3
    ]

    assert "Kaisa Virtanen" in {s.customer.name for s in found}
    assert all(facts(s, Ground.FAVOURITE)["count"] >= 3 for s in found)


def test_today_has_a_tenth_visit_a_promoter_and_a_welcome(shop):
    thanks = of_kind(shop, Occasion.MILESTONE) + of_kind(shop, Occasion.PRAISE)
    tenth = [s for s in thanks if (facts(s, Ground.MILESTONE) or {}).get("count") == 10]
    praise = {s.customer.name: facts(s, Ground.PROMOTER) for s in thanks if facts(s, Ground.PROMOTER)}

    assert "Päivi Korhonen" in {s.customer.name for s in tenth}
    assert praise["Dilnoza Yoʻldosheva"]["nps"] == 10
    assert "Emily Carter" in {s.customer.name for s in of_kind(shop, Occasion.WELCOME)}


def test_today_misses_a_regular(shop):
    missed = {s.customer.name: facts(s, Ground.RHYTHM) for s in of_kind(shop, Occasion.WE_MISS_YOU)}
    jari = missed["Jari Mäkelä"]

    assert 19 <= jari["gap"] <= 23
    assert 3 * jari["gap"] <= jari["silent"] <= 4 * jari["gap"]


def test_today_has_fresh_and_late_complaints(shop):
    waiting = shop.db.rows(
        "SELECT date, comment, customer_id FROM feedback WHERE follow_up = 1 AND resolved IS NULL"
    )
    ages = [(shop.today - date.fromisoformat(day)).days for day, comment, _ in waiting if comment]

    assert len(waiting) == 3
    assert min(ages) <= 3
    assert max(ages) >= 7
    assert any(customer is None for *_, customer in waiting)
    names = {s.customer.name for s in of_kind(shop, Occasion.ANSWER_FEEDBACK)}
    assert names == {"Mikko Laine", "Robert Hughes"}


def test_birthdays_this_week_include_one_without_permission(shop):
    week = [shop.today + timedelta(days=n) for n in range(8)]
    people = [customer for customer, _ in customers.birthdays(shop.db, week)]
    events = consents.by_customer(shop.db)
    silent = [p.name for p in people if not consent.may_contact(events[p.id], ContactChannel.LETTER)]

    assert len(people) >= 3
    assert "Timo Nieminen" in silent


def test_today_is_a_morning_not_a_month_of_work(shop):
    day = shop.suggestions()

    assert 7 <= len(day.suggestions) <= 60
    assert shop.appreciation().unpermitted() >= 1
    assert day.budget.left > 0
