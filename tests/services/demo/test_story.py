"""Whatever the day and the seed, the demo shop adds up and breaks no rule of its own."""

from collections import Counter
from datetime import UTC, date, timedelta

from cxdesk.domain import consent
from cxdesk.domain.customer import ContactChannel, Purpose
from cxdesk.services.demo.content import comments
from cxdesk.storage import consents
from cxdesk.storage import shop as shop_storage


def share(part, whole):
    return len(list(part)) / len(list(whole))


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
