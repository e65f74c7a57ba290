"""What the rules need to know of customers on a day."""

from collections import defaultdict
from collections.abc import Collection
from datetime import date, timedelta

from cxdesk.domain.anniversary import Anniversary
from cxdesk.domain.customer import Birthday, CustomerSummary
from cxdesk.domain.feedback import Feedback
from cxdesk.domain.gift import Bought
from cxdesk.domain.known import Aim, Friend, Warranty
from cxdesk.domain.letter import SERVICE
from cxdesk.domain.request import Request
from cxdesk.storage import feedback, requests
from cxdesk.storage.candidates import as_of
from cxdesk.storage.database import AMONG, Database, among


def summaries(db: Database, ids: Collection[int], today: date) -> dict[int, CustomerSummary]:
    """What the purchases of these customers added up to on `today`."""
    these = "customer_id IN (SELECT value FROM json_each(?1))"
    rows = db.rows(f"SELECT * FROM ({as_of(db, today, these)}) WHERE {these}", [among(ids)])
    return {
        i: CustomerSummary(date.fromisoformat(first), date.fromisoformat(last), *counts)
        for i, first, last, *counts in rows
    }


def last_contacts(db: Database, ids: Collection[int]) -> dict[int, date]:
    """The day on which each of these customers was last thanked, answered or written to.

    A letter for a suggestion counts once that is done; one to a list counts at once, unless it answers their own word.
    """
    service = ", ".join(f"'{kind}'" for kind in sorted(SERVICE))
    rows = db.rows(
        "SELECT customer_id, max(date) FROM ("
        f"SELECT customer_id, date FROM actions WHERE status = 'done' AND customer_id {AMONG} UNION ALL "
        f"SELECT customer_id, date FROM letters WHERE customer_id {AMONG} AND suggestion = '' "
        f"AND template NOT IN ({service})) GROUP BY customer_id",
        [among(ids), among(ids)],
    )
    return {i: date.fromisoformat(day) for i, day in rows}


def unhappy(db: Database, ids: Collection[int], today: date) -> dict[int, Feedback]:
    """The oldest feedback of each of these customers that waits for an answer on `today`."""
    waiting = (i for i in reversed(feedback.unresolved(db)) if i.customer_id in ids and i.day <= today)
    return {item.customer_id: item for item in waiting if item.customer_id is not None}


def said(db: Database, ids: Collection[int], today: date, days: int, least: int = -1) -> dict[int, Feedback]:
    """The newest feedback of each of these customers in so many days, with an NPS of `least` at least."""
    found = feedback.find(
        db,
        f"WHERE date BETWEEN ? AND ? AND coalesce(nps, -1) >= ? AND customer_id {AMONG} ORDER BY date, id",
        [(today - timedelta(days=days)).isoformat(), today.isoformat(), least, among(ids)],
    )
    return {item.customer_id: item for item in found if item.customer_id is not None}


def solved(db: Database, ids: Collection[int], today: date, days: int) -> dict[int, Feedback]:
    """The feedback of each of these customers that was answered last, in so many days."""
    found = feedback.find(
        db,
        f"WHERE follow_up = 1 AND resolved BETWEEN ? AND ? AND customer_id {AMONG} ORDER BY resolved, id",
        [(today - timedelta(days=days)).isoformat(), today.isoformat(), among(ids)],
    )
    return {item.customer_id: item for item in found if item.customer_id is not None}


def days_of(db: Database, ids: Collection[int]) -> dict[int, list[Anniversary]]:
    """The days that each of these customers keeps."""
    found: dict[int, list[Anniversary]] = defaultdict(list)
    for i, name, day, month, year, known in db.rows(
        f"SELECT customer_id, name, day, month, year, id FROM anniversaries WHERE customer_id {AMONG}",
        [among(ids)],
    ):
        found[i].append(Anniversary(name, Birthday(day, month, year), known))
    return found


def arrived(db: Database, ids: Collection[int]) -> dict[int, Request]:
    """What each of these customers asked for first of all that is here now."""
    waiting = (each for each in reversed(requests.here(db)) if each.customer_id in ids)
    return {each.customer_id: each for each in waiting if each.customer_id is not None}


def warranties(db: Database, ids: Collection[int], today: date, days: int) -> dict[int, Warranty]:
    """The warranty of each of these customers that ends first within so many days; not of what came back."""
    rows = db.rows(
        f"""SELECT u.customer_id, l.id, l.description, l.warranty_until
        FROM purchase_lines l JOIN purchases u ON u.id = l.purchase_id
        WHERE l.warranty_until BETWEEN ? AND ? AND u.customer_id {AMONG} AND l.kind = 'sale'
            AND u.kind = 'sale' AND NOT EXISTS (SELECT 1 FROM purchase_lines b WHERE b.returns = l.id)
        ORDER BY l.warranty_until DESC, l.id DESC""",
        [today.isoformat(), (today + timedelta(days=days)).isoformat(), among(ids)],
    )
    return {i: Warranty(line, item, date.fromisoformat(until)) for i, line, item, until in rows}


def friends(db: Database, ids: Collection[int], today: date, days: int) -> dict[int, Friend]:
    """The newest customer whom each of these has brought within so many days."""
    rows = db.rows(
        f"""SELECT r.customer_id, c.id, trim(c.first_name || ' ' || c.last_name), s.first_day
        FROM relations r JOIN customer_summary s ON s.customer_id = r.other_id
        JOIN customers c ON c.id = r.other_id
        WHERE r.kind = 'referred' AND s.first_day BETWEEN ? AND ? AND r.customer_id {AMONG}
        ORDER BY s.first_day, c.id""",
        [(today - timedelta(days=days)).isoformat(), today.isoformat(), among(ids)],
    )
    return {i: Friend(friend, name, date.fromisoformat(first)) for i, friend, name, first in rows}


def aims(db: Database, ids: Collection[int]) -> dict[int, Aim]:
    """The dearest reward that each of these customers has reached, else the cheapest."""
    rewards = db.rows("SELECT id, name, points FROM rewards WHERE active = 1 ORDER BY points")
    if not rewards:
        return {}
    held = db.rows(
        f"SELECT customer_id, sum(points) FROM points WHERE customer_id {AMONG} GROUP BY customer_id",
        [among(ids)],
    )
    return {i: Aim(*_aim(rewards, have)) for i, have in held}


def _aim(rewards: list[tuple[int, str, int]], have: int) -> tuple[int, str, int, int]:
    reached = [each for each in rewards if each[2] <= have]
    i, name, points = reached[-1] if reached else rewards[0]
    return i, name, have, points


def met(db: Database, ids: Collection[int], today: date) -> dict[int, date]:
    """The last day by `today` on which each of these customers bought, was noted, thanked or written to."""
    seen = " UNION ALL ".join(
        f"SELECT customer_id, date FROM {table} WHERE customer_id {AMONG} AND date <= ? {only}"
        for table, only in (("purchases", ""), ("notes", ""), ("actions", "AND status = 'done'"))
    )
    rows = db.rows(
        f"SELECT customer_id, max(date) FROM ({seen}) GROUP BY customer_id",
        [among(ids), today.isoformat()] * 3,
    )
    return {i: date.fromisoformat(day) for i, day in rows}


def bought(db: Database, ids: Collection[int], today: date) -> dict[int, list[Bought]]:
    """What each of these customers had bought by `today`, article by article."""
    rows = db.rows(
        f"""SELECT u.customer_id, l.product_id,
            count(DISTINCT u.date) FILTER (WHERE l.kind = 'sale') AS days, max(u.date),
            max(l.kind = 'refund')
        FROM purchases u JOIN purchase_lines l ON l.purchase_id = u.id
        WHERE u.customer_id {AMONG} AND u.date <= ? AND u.kind <> 'cancelled' AND l.kind IN ('sale', 'refund')
            AND l.product_id IS NOT NULL
        GROUP BY u.customer_id, l.product_id HAVING days > 0""",
        [among(ids), today.isoformat()],
    )
    blamed = frozenset(
        db.rows(
            f"""SELECT customer_id, product_id FROM feedback
            WHERE customer_id {AMONG} AND product_id IS NOT NULL AND (nps <= 6 OR csat <= 2)""",
            [among(ids)],
        )
    )
    found: dict[int, list[Bought]] = defaultdict(list)
    for i, product_id, days, last, returned in rows:
        item = Bought(product_id, days, date.fromisoformat(last), bool(returned), (i, product_id) in blamed)
        found[i].append(item)
    return found


def given(db: Database, ids: Collection[int], column: str = "product_id") -> dict[int, set[int]]:
    """The articles, or by the column `gift_id` the gifts of the catalogue, that each of these was given before."""
    found: dict[int, set[int]] = defaultdict(set)
    thanked = f"SELECT customer_id, {column} FROM actions WHERE status = 'done' AND {column} IS NOT NULL"
    kind = "SELECT customer_id, product_id FROM gestures WHERE product_id IS NOT NULL"
    for source in (thanked, kind) if column == "product_id" else (thanked,):
        for i, gift in db.rows(f"{source} AND customer_id {AMONG}", [among(ids)]):
            found[i].add(gift)
    return found
