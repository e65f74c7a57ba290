"""What customers have bought, and what others bought beside it; of a large shop the latest are looked at."""

from collections.abc import Collection, Sequence
from datetime import date, timedelta

from cxdesk.domain.product import Product
from cxdesk.domain.recommendations import ENOUGH, FEWEST, Companion, Habit
from cxdesk.storage import known, products
from cxdesk.storage.database import AMONG, Database, among

LOOKED_BACK = 365  # days
BUYERS, LINES = 100, 1000
SOLD = "u.kind = 'sale' AND l.kind = 'sale' AND l.product_id IS NOT NULL AND u.date BETWEEN ? AND ?"


def habits(db: Database, customer_id: int, today: date) -> list[Habit]:
    """What a customer had bought by `today`, article by article with the days."""
    days: dict[int, list[date]] = {}
    for product_id, day in db.rows(
        "SELECT DISTINCT l.product_id, u.date FROM purchases u JOIN purchase_lines l ON l.purchase_id = u.id "
        "WHERE u.customer_id = ? AND u.date <= ? AND u.kind = 'sale' AND l.kind = 'sale' "
        "AND l.product_id IS NOT NULL ORDER BY u.date",
        [customer_id, today.isoformat()],
    ):
        days.setdefault(product_id, []).append(date.fromisoformat(day))
    articles = products.many(db, days)
    found = known.bought(db, [customer_id], today)[customer_id]
    return [
        Habit(articles[each.product_id], tuple(days[each.product_id]), each.returned, each.blamed)
        for each in found
        if each.product_id in days
    ]


def companions(
    db: Database, sources: Sequence[Product], own: Collection[int], today: date
) -> list[Companion]:
    """What those who bought one of the `sources` within a year have bought too, of what is not the customer's `own`.

    Nothing while fewer than ENOUGH customers have bought within the year.
    """
    latest = _everybody(db, today)
    if len(latest) < ENOUGH:
        return []
    period = [(today - timedelta(days=LOOKED_BACK)).isoformat(), today.isoformat()]
    buyers = {source.id: _buyers(db, source.id, period) for source in sources}
    everybody = set(latest).union(*buyers.values())
    counts = {i: _counts(db, who, own, period) for i, who in buyers.items()}
    wanted = {product_id for found in counts.values() for product_id in found}
    base = _counts(db, everybody, own, period) if wanted else {}
    articles = products.many(db, wanted)
    return [
        Companion(articles[i], source, both, len(buyers[source.id]), base[i], len(everybody))
        for source in sources
        for i, both in counts[source.id].items()
    ]


def _buyers(db: Database, product_id: int, period: Sequence[str]) -> list[int]:
    rows = db.rows(
        "SELECT u.customer_id FROM purchases u JOIN (SELECT purchase_id FROM purchase_lines WHERE product_id = ? "
        "AND kind = 'sale' ORDER BY id DESC LIMIT ?) l ON l.purchase_id = u.id WHERE u.kind = 'sale' "
        "AND u.customer_id IS NOT NULL AND u.date BETWEEN ? AND ? GROUP BY 1 ORDER BY max(u.id) DESC LIMIT ?",
        [product_id, LINES, *period, BUYERS],
    )
    return [i for (i,) in rows]


def _everybody(db: Database, today: date) -> list[int]:
    rows = db.rows(
        "SELECT customer_id FROM customer_summary WHERE last_day BETWEEN ? AND ? ORDER BY last_day DESC LIMIT ?",
        [(today - timedelta(days=LOOKED_BACK)).isoformat(), today.isoformat(), ENOUGH],
    )
    return [i for (i,) in rows]


def _counts(
    db: Database, who: Collection[int], own: Collection[int], period: Sequence[str]
) -> dict[int, int]:
    """How many of these people bought each article, of those that are not the customer's own."""
    if len(who) < FEWEST:
        return {}
    rows = db.rows(
        f"""SELECT l.product_id, count(DISTINCT u.customer_id) AS people
        FROM purchases u JOIN purchase_lines l ON l.purchase_id = u.id
        WHERE u.customer_id {AMONG} AND {SOLD} GROUP BY 1 HAVING people >= ?""",
        [among(who), *period, FEWEST],
    )
    return {i: people for i, people in rows if i not in own}
