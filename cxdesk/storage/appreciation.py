"""Who may be due a suggestion on a day, and what the rules need to know of them."""

from collections import defaultdict
from collections.abc import Collection
from datetime import date, timedelta

from cxdesk.domain.appreciation import (
    BEFORE_BIRTHDAY,
    MILESTONES,
    PROMOTER,
    SHORTEST_SILENCE,
    WHILE_FRESH,
    WHILE_MISSED,
)
from cxdesk.domain.customer import CustomerSummary
from cxdesk.domain.feedback import Feedback
from cxdesk.domain.gift import Bought
from cxdesk.domain.product import Product
from cxdesk.storage import customers, feedback, products, triggers
from cxdesk.storage.database import AMONG, Database, among

LONGEST_SILENCE = 730
KEPT = "SELECT customer_id, first_day, last_day, days, purchases, spend, gap FROM customer_summary"
# As the rule `missed_after`: a median of whole days is a multiple of a half, and so is three times that.
MISSED_AFTER = f"max({SHORTEST_SILENCE}, CAST(3 * gap + 0.5 AS INTEGER))"


def candidates(db: Database, today: date) -> list[int]:
    """The customers whom one of the rules may name today; each rule reads only its own index."""
    days = [today + timedelta(days=n) for n in range(BEFORE_BIRTHDAY + 1)]
    values = {
        "fresh": (today - timedelta(days=WHILE_FRESH)).isoformat(),
        "today": today.isoformat(),
        "oldest": (today - timedelta(days=LONGEST_SILENCE)).isoformat(),
        "silent": (today - timedelta(days=SHORTEST_SILENCE)).isoformat(),
        "promoter": PROMOTER,
    }
    found: set[int] = {customer.id for customer, _ in customers.birthdays(db, days)}
    found.update(
        i
        for (i,) in db.rows(
            f"""WITH s AS ({_as_of(db, today)}) SELECT customer_id FROM s
                WHERE last_day >= :fresh AND (days = 1 OR days IN ({", ".join(map(str, MILESTONES))}))
            UNION SELECT customer_id FROM feedback WHERE date BETWEEN :fresh AND :today AND nps >= :promoter
            UNION SELECT customer_id FROM feedback WHERE follow_up = 1 AND resolved IS NULL AND date <= :today
            UNION SELECT customer_id FROM s WHERE gap IS NOT NULL AND last_day BETWEEN :oldest AND :silent
                AND julianday(:today) - julianday(last_day) - {MISSED_AFTER} BETWEEN 0 AND {WHILE_MISSED}""",
            values,
        )
        if i is not None
    )
    found.update(_anniversaries(db, today))
    return sorted(found)


def _as_of(db: Database, today: date) -> str:
    """The query of every customer's summary as it stood on `today`: the one that is kept, if nothing came later."""
    later = db.value(
        "SELECT 1 FROM purchases WHERE date > ? AND customer_id IS NOT NULL LIMIT 1", [today.isoformat()]
    )
    known = f"customer_id IS NOT NULL AND date <= '{today.isoformat()}'"
    return triggers.RECOUNT.format(condition=known) if later else KEPT


def _anniversaries(db: Database, today: date) -> list[int]:
    days = {(today - timedelta(days=n)).strftime("%m-%d") for n in range(WHILE_FRESH + 1)}
    days |= {"02-29"} if "02-28" in days else set()
    marks = ", ".join("?" * len(days))
    began = "min(coalesce(c.since, s.first_day), coalesce(s.first_day, c.since))"
    rows = db.rows(
        f"WITH s AS ({_as_of(db, today)}) SELECT c.id FROM customers c LEFT JOIN s ON s.customer_id = c.id "
        f"WHERE substr({began}, 6) IN ({marks})",
        list(days),
    )
    return [i for (i,) in rows]


def summaries(db: Database, ids: Collection[int], today: date) -> dict[int, CustomerSummary]:
    """What the purchases of these customers added up to on `today`."""
    rows = db.rows(f"SELECT * FROM ({_as_of(db, today)}) WHERE customer_id {AMONG}", [among(ids)])
    return {
        i: CustomerSummary(date.fromisoformat(first), date.fromisoformat(last), *counts)
        for i, first, last, *counts in rows
    }


def last_contacts(db: Database, ids: Collection[int]) -> dict[int, date]:
    """The day on which each of these customers was last thanked, answered or written to."""
    rows = db.rows(
        "SELECT customer_id, max(date) FROM actions "
        f"WHERE status = 'done' AND customer_id {AMONG} GROUP BY customer_id",
        [among(ids)],
    )
    return {i: date.fromisoformat(day) for i, day in rows}


def unhappy(db: Database, ids: Collection[int], today: date) -> dict[int, Feedback]:
    """The oldest feedback of each of these customers that waits for an answer on `today`."""
    waiting = (i for i in reversed(feedback.unresolved(db)) if i.customer_id in ids and i.day <= today)
    return {item.customer_id: item for item in waiting if item.customer_id is not None}


def praise(db: Database, ids: Collection[int], today: date) -> dict[int, Feedback]:
    """The newest promoter's feedback of each of these customers while it is fresh."""
    since = today - timedelta(days=WHILE_FRESH)
    found = feedback.find(
        db,
        "WHERE date BETWEEN ? AND ? AND nps >= ? AND customer_id IS NOT NULL ORDER BY date, id",
        [since.isoformat(), today.isoformat(), PROMOTER],
    )
    return {
        item.customer_id: item for item in found if item.customer_id in ids and item.customer_id is not None
    }


def bought(db: Database, ids: Collection[int], today: date) -> dict[int, list[Bought]]:
    """What each of these customers had bought by `today`, article by article."""
    rows = db.rows(
        f"""SELECT u.customer_id, l.product_id,
            count(DISTINCT u.date) FILTER (WHERE l.kind = 'sale') AS days, max(u.date),
            max(l.kind = 'refund'),
            EXISTS (SELECT 1 FROM feedback f WHERE f.customer_id = u.customer_id AND f.product_id = l.product_id
                    AND (f.nps <= 6 OR f.csat <= 2))
        FROM purchases u JOIN purchase_lines l ON l.purchase_id = u.id
        WHERE u.customer_id {AMONG} AND u.date <= ? AND u.kind <> 'cancelled' AND l.kind IN ('sale', 'refund')
            AND l.product_id IS NOT NULL
        GROUP BY u.customer_id, l.product_id HAVING days > 0""",
        [among(ids), today.isoformat()],
    )
    articles = _articles(db, {row[1] for row in rows})
    found: dict[int, list[Bought]] = defaultdict(list)
    for i, product_id, days, last, returned, blamed in rows:
        item = Bought(articles[product_id], days, date.fromisoformat(last), bool(returned), bool(blamed))
        found[i].append(item)
    return found


def _articles(db: Database, ids: Collection[int]) -> dict[int, Product]:
    rows = db.rows(f"SELECT {products.COLUMNS} FROM products p WHERE id {AMONG}", [among(ids)])
    return {row[0]: products.from_row(row) for row in rows}


def given(db: Database, ids: Collection[int]) -> dict[int, set[int]]:
    """The articles that each of these customers was given before."""
    found: dict[int, set[int]] = defaultdict(set)
    for i, product_id in db.rows(
        f"SELECT customer_id, product_id FROM actions WHERE status = 'done' AND product_id IS NOT NULL "
        f"AND customer_id {AMONG}",
        [among(ids)],
    ):
        found[i].add(product_id)
    return found
