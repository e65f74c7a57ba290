"""Who may be due a suggestion on a day, and what the rules need to know of them."""

from collections import defaultdict
from collections.abc import Collection, Iterator, Sequence
from datetime import date, timedelta
from statistics import median
from typing import Any

from cxdesk.domain import absence
from cxdesk.domain.appreciation import (
    BEFORE_BIRTHDAY,
    MILESTONES,
    PROMOTER,
    SHORTEST_SILENCE,
    WHILE_FRESH,
    WHILE_MISSED,
    missed_after,
)
from cxdesk.domain.customer import CustomerSummary
from cxdesk.domain.feedback import Feedback
from cxdesk.domain.gift import Bought
from cxdesk.storage import customers, feedback, products
from cxdesk.storage.database import Database

LONGEST_SILENCE = 730
BATCH = 500
KEPT = "SELECT customer_id, first_day, last_day, days, purchases, spend FROM customer_summary"
COUNTED = """SELECT customer_id, min(date) FILTER (WHERE kind = 'sale') AS first_day,
        max(date) FILTER (WHERE kind = 'sale') AS last_day, count(DISTINCT date) FILTER (WHERE kind = 'sale') AS days,
        count(*) FILTER (WHERE kind = 'sale') AS purchases, sum(total) AS spend
    FROM purchases WHERE customer_id IS NOT NULL AND kind <> 'cancelled' AND date <= '{today}'
    GROUP BY customer_id HAVING count(*) FILTER (WHERE kind = 'sale') > 0"""


def candidates(db: Database, today: date) -> list[int]:
    """The customers whom one of the rules may name today; each rule reads only its own index."""
    days = [today + timedelta(days=n) for n in range(BEFORE_BIRTHDAY + 1)]
    values = {
        "fresh": (today - timedelta(days=WHILE_FRESH)).isoformat(),
        "today": today.isoformat(),
        "promoter": PROMOTER,
    }
    found: set[int] = {customer.id for customer, _ in customers.birthdays(db, days)}
    found.update(
        i
        for (i,) in db.rows(
            f"""WITH s AS ({_as_of(db, today)}) SELECT customer_id FROM s
                WHERE last_day >= :fresh AND (days = 1 OR days IN ({", ".join(map(str, MILESTONES))}))
            UNION SELECT customer_id FROM feedback WHERE date BETWEEN :fresh AND :today AND nps >= :promoter
            UNION SELECT customer_id FROM feedback WHERE follow_up = 1 AND resolved IS NULL AND date <= :today""",
            values,
        )
        if i is not None
    )
    found.update(_anniversaries(db, today), _missed(db, today))
    return sorted(found)


def _missed(db: Database, today: date) -> Iterator[int]:
    """Those who are silent for longer than they use to be, so that nothing more is read of all the others."""
    silent = [(today - timedelta(days=n)).isoformat() for n in (LONGEST_SILENCE, SHORTEST_SILENCE)]
    rows = db.rows(
        f"SELECT customer_id FROM ({_as_of(db, today)}) WHERE days >= 3 AND last_day BETWEEN ? AND ?", silent
    )
    for i, days in visit_days(db, [i for (i,) in rows], today).items():
        due = missed_after(median(absence.gaps(days)))
        if 0 <= (today - days[-1]).days - due <= WHILE_MISSED:
            yield i


def _as_of(db: Database, today: date) -> str:
    """The query of every customer's summary as it stood on `today`: the one that is kept, if nothing came later."""
    later = db.value(
        "SELECT 1 FROM purchases WHERE date > ? AND customer_id IS NOT NULL LIMIT 1", [today.isoformat()]
    )
    return COUNTED.format(today=today.isoformat()) if later else KEPT


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
    rows = _for_each(db, f"SELECT * FROM ({_as_of(db, today)})", "customer_id", ids)
    return {
        i: CustomerSummary(date.fromisoformat(first), date.fromisoformat(last), *counts)
        for i, first, last, *counts in rows
    }


def visit_days(db: Database, ids: Collection[int], today: date) -> dict[int, list[date]]:
    """The days up to `today` on which each of these customers bought something, oldest first."""
    visits: dict[int, list[date]] = defaultdict(list)
    sql = "SELECT DISTINCT customer_id, date FROM purchases"
    where = f"kind = 'sale' AND date <= '{today.isoformat()}' AND customer_id"
    for i, day in _for_each(db, sql, where, ids, order="customer_id, date"):
        visits[i].append(date.fromisoformat(day))
    return visits


def last_contacts(db: Database, ids: Collection[int]) -> dict[int, date]:
    """The day on which each of these customers was last thanked, answered or written to."""
    sql = "SELECT customer_id, max(date) FROM actions"
    rows = _for_each(db, sql, "status = 'done' AND customer_id", ids, group="customer_id")
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


def bought(db: Database, customer_id: int, today: date) -> list[Bought]:
    """What a customer had bought by `today`, article by article."""
    rows = db.rows(
        f"""SELECT {products.COLUMNS},
            count(DISTINCT u.date) FILTER (WHERE l.kind = 'sale'), max(u.date),
            max(l.kind = 'refund'),
            EXISTS (SELECT 1 FROM feedback f WHERE f.customer_id = :id AND f.product_id = p.id
                    AND (f.nps <= 6 OR f.csat <= 2))
        FROM purchases u JOIN purchase_lines l ON l.purchase_id = u.id JOIN products p ON p.id = l.product_id
        WHERE u.customer_id = :id AND u.date <= :today AND u.kind <> 'cancelled' AND l.kind IN ('sale', 'refund')
        GROUP BY p.id""",
        {"id": customer_id, "today": today.isoformat()},
    )
    return [
        Bought(products.from_row(product), days, date.fromisoformat(last), bool(returned), bool(blamed))
        for *product, days, last, returned, blamed in rows
        if days
    ]


def given(db: Database, customer_id: int) -> set[int]:
    """The articles that a customer was given before."""
    rows = db.rows(
        "SELECT product_id FROM actions WHERE customer_id = ? AND status = 'done' AND product_id IS NOT NULL",
        [customer_id],
    )
    return {i for (i,) in rows}


def _for_each(
    db: Database, select: str, where: str, ids: Collection[int], *, group: str = "", order: str = ""
) -> Iterator[Sequence[Any]]:
    everyone = list(ids)
    for start in range(0, len(everyone), BATCH):
        part = everyone[start : start + BATCH]
        marks = ", ".join("?" * len(part))
        tail = (f" GROUP BY {group}" if group else "") + (f" ORDER BY {order}" if order else "")
        yield from db.rows(f"{select} WHERE {where} IN ({marks}){tail}", part)
