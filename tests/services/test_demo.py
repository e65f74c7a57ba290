"""The demo shop: whatever the day and the seed, it adds up, breaks no rule of its own and has something to show."""

import hashlib
import os
import time
from collections import Counter
from datetime import UTC, date, datetime, timedelta
from zoneinfo import ZoneInfo

import pytest

from cxdesk.domain import consent
from cxdesk.domain.appreciation import Ground, Occasion
from cxdesk.domain.customer import ContactChannel, Purpose
from cxdesk.services import demo
from cxdesk.services.appreciation import Appreciation
from cxdesk.services.demo.content import barcode, comments
from cxdesk.services.feedback import Feedback
from cxdesk.services.workplace import Workplace
from cxdesk.storage import actions, consents, customers, history
from cxdesk.storage import shop as shop_storage
from cxdesk.storage.database import Database

HELSINKI = ZoneInfo("Europe/Helsinki")
DAYS = [
    ("2026-11-21T13:15", 1),  # a Saturday while the shop is open
    ("2027-02-28T12:00", 2),  # a Sunday; birthdays of 29 February are kept today
    ("2028-02-29T09:00", 3),  # the leap day, before opening
    ("2027-07-15T20:30", 4),  # July, after closing
    ("2026-12-26T11:00", 5),  # closed for Christmas
    ("2027-10-01T10:20", 6),  # the first of a month, just opened
]
TABLES = [
    *("settings", "staff", "products", "customers", "contact_points", "preferences", "consents"),
    *("purchases", "purchase_lines", "feedback", "feedback_needs", "actions", "letters", "customer_summary"),
]


class Shop:
    """A demo shop and the moment at which it was made."""

    def __init__(self, folder, moment, seed, **options):
        self.now = datetime.fromisoformat(moment).replace(tzinfo=HELSINKI)
        self.today = self.now.date()
        self.db = Database.create(folder / "demo.cxdesk")
        demo.make(self.db, now=self.now, seed=seed, **options)
        self.year_ago = self.today - timedelta(days=365)

    def suggestions(self):
        work = Workplace(self.db, now=lambda: self.now)
        return Appreciation(work, Feedback(work)).day()

    def permitted(self, channel):
        return sum(consent.may_contact(events, channel) for events in consents.by_customer(self.db).values())


ORDINARY = DAYS if "CXDESK_LONG" in os.environ else DAYS[::2]


@pytest.fixture(scope="module", params=ORDINARY, ids=[moment for moment, _ in ORDINARY])
def shop(request, tmp_path_factory):
    made = Shop(tmp_path_factory.mktemp("demo"), *request.param)
    yield made
    made.db.close()


def share(part, whole):
    return len(list(part)) / len(list(whole))


def fingerprint(db):
    digest = hashlib.sha256()
    for table in TABLES:
        for row in db.rows(f"SELECT * FROM {table} ORDER BY 1"):
            digest.update(repr(row).encode())
    return digest.hexdigest()


# What every shop must be


def test_totals_are_the_sum_of_the_lines(shop):
    wrong = shop.db.rows(
        "SELECT p.id, p.total, sum(l.amount) FROM purchases p LEFT JOIN purchase_lines l "
        "ON l.purchase_id = p.id AND l.kind <> 'cancelled' GROUP BY p.id HAVING p.total <> coalesce(sum(l.amount), 0)"
    )

    assert wrong == []


def test_lines_are_quantity_times_price_of_the_product(shop):
    wrong = shop.db.value(
        "SELECT count(*) FROM purchase_lines l JOIN products p ON p.id = l.product_id "
        "WHERE l.amount <> l.quantity * l.unit_price OR l.unit_price <> p.price OR l.quantity = 0"
    )

    assert wrong == 0
    assert shop.db.value("SELECT count(*) FROM purchase_lines WHERE product_id IS NULL") == 0


def test_nothing_has_happened_after_now(shop):
    local, stamp = shop.now.strftime("%Y-%m-%d %H:%M"), shop.now.astimezone(UTC).isoformat(timespec="seconds")

    assert shop.db.value("SELECT max(date || ' ' || time) FROM purchases") <= local
    assert shop.db.value("SELECT max(at) FROM feedback") <= stamp
    assert shop.db.value("SELECT max(at) FROM consents") <= stamp
    for column in ("feedback.date", "feedback.resolved", "actions.date", "letters.date", "customers.since"):
        table, _, name = column.partition(".")
        assert shop.db.value(f"SELECT max({name}) FROM {table}") <= shop.today.isoformat()


def test_the_story_reaches_the_last_open_days(shop):
    newest = date.fromisoformat(shop.db.value("SELECT max(date) FROM purchases"))

    assert shop.today - newest <= timedelta(days=4)
    assert shop.db.value("SELECT min(date) FROM purchases") < (shop.today - timedelta(days=700)).isoformat()


def test_nobody_comes_when_the_shop_is_closed(shop):
    for day, at in shop.db.rows("SELECT date, time FROM purchases"):
        weekday, hour = date.fromisoformat(day).weekday(), int(at[:2])
        assert weekday != 6
        assert 10 <= hour < (15 if weekday == 5 else 18)


def test_receipts_are_numbered_in_the_order_of_time(shop):
    rows = shop.db.rows("SELECT receipt, date || time FROM purchases ORDER BY id")
    numbers, moments = [int(receipt) for receipt, _ in rows], [moment for _, moment in rows]

    assert numbers == list(range(numbers[0], numbers[0] + len(numbers)))
    assert moments == sorted(moments)


def test_birthdays_are_real_and_past(shop):
    born = shop.db.rows(
        "SELECT birth_year, birth_month, birth_day FROM customers WHERE birth_day IS NOT NULL"
    )
    dated = [date(*row) for row in born if row[0]]

    assert max(dated) < shop.today.replace(year=shop.today.year - 15, day=1)
    assert min(dated).year >= shop.today.year - 96
    assert 20 <= sum(not row[0] for row in born) <= 80
    assert any(row[1:] == (2, 29) for row in born)
    assert 0.75 <= len(born) / 400 <= 0.95


def test_letters_and_numbers_cannot_reach_anybody_real(shop):
    phones = [v for (v,) in shop.db.rows("SELECT value FROM contact_points WHERE kind = 'phone'")]
    mails = [v for (v,) in shop.db.rows("SELECT value FROM contact_points WHERE kind = 'email'")]

    assert all(" 555 " in number for number in phones)
    assert all(mail.endswith(".example") and mail.isascii() for mail in mails)
    assert any(n >= 2 for n in Counter(phones).values()), "no family shares a telephone"
    kept = shop_storage.get(shop.db)
    assert kept.phone == "03 555 0101"
    assert kept.email.endswith(".example")


# What the shop must look like


def test_people(shop):
    languages = Counter(language for (language,) in shop.db.rows("SELECT language FROM customers"))
    names = " ".join(f"{a} {b}" for a, b in shop.db.rows("SELECT first_name, last_name FROM customers"))

    assert sum(languages.values()) == 400
    assert 0.55 <= languages["fi"] / 400 <= 0.65
    assert all(0.15 <= languages[code] / 400 <= 0.25 for code in ("en", "uz"))
    assert all(sign in names.lower() for sign in "äöåʻʼ")
    assert "'" not in names
    places = shop.db.rows("SELECT town, postcode FROM customers")
    assert 5 <= sum(not town for town, _ in places) <= 60
    assert sum(postcode.startswith("15") for _, postcode in places) >= 300


def test_products(shop):
    rows = shop.db.rows("SELECT barcode, price, cost, stock, goods, giftable FROM products")

    assert 80 <= len(rows) <= 100
    assert len({row[0] for row in rows}) == len(rows)
    assert all(row[0].startswith("2") and len(row[0]) == 13 for row in rows)
    assert all(0 < cost <= price for _, price, cost, *_ in rows)
    assert 3 <= sum(row[3] == 0 for row in rows) <= 10
    assert sum(not row[4] for row in rows) >= 3
    assert any(row[4] and not row[5] for row in rows), "a gift card is no gift"


def test_rhythms(shop):
    days = [n for (n,) in shop.db.rows("SELECT days FROM customer_summary")]

    assert len(days) == 400
    assert 0.36 <= share((n for n in days if n <= 2), days) <= 0.54
    assert max(days) >= 50


def test_seasons(shop):
    months = Counter(
        int(day[5:7]) for (day,) in shop.db.rows("SELECT date FROM purchases WHERE kind = 'sale'")
    )

    assert months[7] < 0.8 * sum(months.values()) / 12
    assert months[12] > 1.4 * months[7]


def test_returns_and_cancelled_receipts(shop):
    kinds = Counter(kind for (kind,) in shop.db.rows("SELECT kind FROM purchases"))

    assert 0.02 <= kinds["refund"] / kinds["sale"] <= 0.05
    assert 3 <= kinds["cancelled"] <= 50
    assert shop.db.value("SELECT max(total) FROM purchases WHERE kind = 'refund'") < 0


def test_scores_are_spread_honestly(shop):
    scores = [n for (n,) in shop.db.rows("SELECT nps FROM feedback WHERE nps IS NOT NULL")]

    assert set(scores) == set(range(11))
    assert 0.45 <= share((n for n in scores if n >= 9), scores) <= 0.51
    assert 0.29 <= share((n for n in scores if n in {7, 8}), scores) <= 0.36
    assert 0.17 <= share((n for n in scores if n <= 6), scores) <= 0.22
    assert shop.db.value("SELECT count(csat) FROM feedback") > 0.5 * len(scores)
    assert shop.db.value("SELECT count(ces) FROM feedback") > 20


def test_a_quarter_of_visits_is_asked(shop):
    since = [shop.year_ago.isoformat()]
    visits = shop.db.value("SELECT count(*) FROM purchases WHERE kind = 'sale' AND date >= ?", since)
    answers = shop.db.value("SELECT count(*) FROM feedback WHERE date >= ?", since)

    assert 0.2 <= answers / visits <= 0.3


def test_comments_are_in_the_customers_language(shop):
    rows = shop.db.rows(
        "SELECT c.language, f.comment FROM feedback f JOIN customers c ON c.id = f.customer_id WHERE f.comment <> ''"
    )
    known = {
        code: {c.text for mood in ("glad", "fair", "unhappy") for c in comments(code, mood)}
        for code in ("fi", "en", "uz")
    }

    assert len(rows) > 100
    assert sum(text in known[code] for code, text in rows) >= len(rows) - 10, "all but the cast's own"
    assert shop.db.value("SELECT count(DISTINCT need) FROM feedback_needs") == 16


def test_permissions(shop):
    events = consents.by_customer(shop.db)
    withdrawn = [
        1 for found in events.values() if len([e for e in found if e.channel is ContactChannel.LETTER]) == 2
    ]

    assert 0.54 <= shop.permitted(ContactChannel.LETTER) / 400 <= 0.68
    assert 0.38 <= shop.permitted(ContactChannel.EMAIL) / 400 <= 0.52
    assert 5 <= len(withdrawn) <= 40
    assert all(event.source and event.at for found in events.values() for event in found)
    objectors = [i for i, found in events.items() if not consent.may_profile(found)]
    assert 3 <= len(objectors) <= 15
    assert all(e.given is False for i in objectors for e in events[i] if e.purpose is Purpose.PROFILING)


def test_thanks_stay_within_the_budget(shop):
    budget = shop_storage.get(shop.db).monthly_budget
    months = shop.db.rows("SELECT substr(date, 1, 7), sum(cost) FROM actions GROUP BY 1 ORDER BY 1")

    assert budget == 15000
    assert len(months) in {12, 13}
    assert all(0 < cost <= budget for _, cost in months)
    assert 0.4 <= dict(months)[shop.today.isoformat()[:7]] / budget <= 0.6


def test_letters_are_kept_in_the_customers_language(shop):
    rows = shop.db.rows(
        "SELECT l.language, c.language, l.body FROM letters l JOIN customers c ON c.id = l.customer_id"
    )

    assert len(rows) > 100
    assert all(written == spoken for written, spoken, _ in rows)
    assert all(len(body) > 150 and "{" not in body for *_, body in rows)


def test_nobody_was_thanked_twice_within_a_month(shop):
    rows = shop.db.rows(
        "SELECT a.suggestion FROM actions a JOIN actions b ON b.customer_id = a.customer_id AND b.id <> a.id "
        "WHERE a.status = 'done' AND b.status = 'done' AND a.kind <> 'answer_feedback' "
        "AND julianday(a.date) - julianday(b.date) BETWEEN 0 AND 29"
    )

    assert rows == []


def test_only_newcomers_were_welcomed(shop):
    rows = shop.db.rows(
        "SELECT a.id FROM actions a JOIN customers c ON c.id = a.customer_id "
        "JOIN customer_summary s ON s.customer_id = c.id WHERE a.kind = 'welcome' AND c.since < s.first_day"
    )

    assert rows == []


# What the first page must show


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
    thanks = of_kind(shop, Occasion.THANK_YOU)
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
    assert day.unpermitted >= 1
    assert day.budget.left > 0


# How it is made


def test_same_seed_and_moment_make_the_same_shop(tmp_path):
    prints = []
    for folder, seed in (("a", 7), ("b", 7), ("c", 8)):
        (tmp_path / folder).mkdir()
        made = Shop(tmp_path / folder, "2026-11-21T13:15", seed, customers=60)
        prints.append(fingerprint(made.db))
        made.db.close()

    assert prints[0] == prints[1] != prints[2]


def test_one_undoable_change_made_quickly(tmp_path):
    heard = []
    before = time.process_time()  # other work on the machine does not count
    made = Shop(tmp_path, "2026-11-21T13:15", 1, progress=heard.append)
    took = time.process_time() - before

    assert made.db.rows("SELECT label, bulk FROM changes") == [("Demo shop made", 1)]
    assert heard == sorted(heard)
    assert heard[-1] == 1.0
    assert 0 <= heard[0] < 0.1
    assert took < 10
    assert actions.spent(made.db, date(2026, 11, 1), date(2026, 11, 30)) > 0
    made.db.close()


def test_undo_empties_the_shop_and_it_can_be_made_again(tmp_path):
    made = Shop(tmp_path, "2026-11-21T13:15", 1, customers=30)
    history.undo(made.db, history.changes(made.db)[0].id, at=made.now)
    left = [table for table in TABLES if made.db.value(f"SELECT count(*) FROM {table}")]
    demo.make(made.db, now=made.now, customers=30)
    presents = made.db.value("SELECT count(*) FROM actions WHERE gift <> ''")
    made.db.close()

    assert left == []
    assert presents > 0


@pytest.mark.parametrize("language", ["fi", "en", "uz"])
def test_staff_writes_in_the_language_asked_for(tmp_path, language):
    made = Shop(tmp_path, "2026-11-21T13:15", 1, customers=40, language=language)
    kept = shop_storage.get(made.db)
    sources = {source for (source,) in made.db.rows("SELECT DISTINCT source FROM consents")}
    made.db.close()

    assert (kept.name, kept.language, kept.currency) == ("Lankakauppa Kerä", language, "EUR")
    assert {"fi": "tiskillä", "en": "at the counter", "uz": "peshtaxtada"}[language] in sources


def test_staff(tmp_path):
    made = Shop(tmp_path, "2026-11-21T13:15", 1, customers=20, years=1)
    staff = [(member.name, member.title, member.role.value) for member in shop_storage.staff(made.db)]
    made.db.close()

    assert staff == [
        ("Aino Kerälä", "kauppias", "owner"),
        ("Emma Wilson", "myyjä", "staff"),
        ("Jasur Karimov", "myyjä", "staff"),
    ]


@pytest.mark.parametrize(("number", "code"), [("101", "2000000001012"), ("1234567890", "2012345678903")])
def test_barcodes_carry_the_check_digit(number, code):
    assert barcode(number) == code


@pytest.mark.parametrize("language", ["fi", "en", "uz"])
def test_there_is_much_to_say(language):
    said = [c for mood in ("glad", "fair", "unhappy") for c in comments(language, mood)]

    assert len({comment.text for comment in said}) == len(said) >= 40
    assert all(comment.needs for comment in said)
    assert not any("'" in comment.text for comment in said)
    assert len({need for comment in said for need in comment.needs}) == 16


def test_more_is_known_of_people_and_families_live_together(shop):
    tables = ("field_values", "anniversaries", "relations", "household_members")
    counts = {table: shop.db.value(f"SELECT count(*) FROM {table}") for table in tables}
    assert all(count >= 2 for count in counts.values()), counts
    alone = "SELECT 1 FROM household_members GROUP BY household_id HAVING count(*) = 1"
    assert shop.db.rows(alone) == []
    assert (
        shop.db.value("SELECT count(*) FROM relations WHERE kind = 'referred' AND customer_id > other_id")
        == 0
    )
