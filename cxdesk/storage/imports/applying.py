"""The staged rows, brought into the shop within the change in progress."""

from collections.abc import Mapping
from dataclasses import dataclass, field

from cxdesk.domain.shop import Shop
from cxdesk.storage.database import Database
from cxdesk.storage.imports import matching, people, products, purchases
from cxdesk.storage.imports.counts import Applied, Counts

ANSWERS = """
    INSERT INTO feedback (uuid, at, date, customer_id, nps, csat, ces, comment, channel, staff_id)
    SELECT a.uuid, a.at, a.date, p.customer_id, a.nps, a.csat, a.ces, a.comment, a.channel, NULL
    FROM staged.answers a LEFT JOIN staged.people p ON p.key = a.person
    WHERE a.uuid NOT IN (SELECT uuid FROM main.feedback WHERE uuid IS NOT NULL) GROUP BY a.uuid ORDER BY min(a.line)"""
MET = """
    SELECT (SELECT count(DISTINCT customer_id) FROM staged.people), (SELECT count(*) FROM staged.articles),
        (SELECT count(*) FROM staged.receipts), (SELECT count(*) FROM staged.lines),
        (SELECT count(DISTINCT uuid) FROM staged.answers),
        (SELECT count(DISTINCT customer_id) FROM staged.people WHERE coalesce(points, points_change, 0) <> 0)"""


@dataclass(frozen=True, slots=True)
class Order:
    """How a file is to be applied.

    `source` names the kind of file, so that its receipts are known again, and `system` who gave the numbers of people;
    `batch` is the file's content; `at` (UTC) and `day` say when; `words` stands as the source of permissions.
    `decisions` say of people (by key) which customer they are, 0 for nobody, or whose key among them is the same. With
    `overwrite` the file's word counts where it differs from the register. `listed` is a price list.
    """

    source: str
    system: str
    batch: str
    at: str
    day: str
    words: str
    staff_id: int | None = None
    decisions: Mapping[str, int | str] = field(default_factory=dict)
    overwrite: bool = False
    listed: bool = False


def apply(db: Database, order: Order, shop: Shop) -> Applied:
    """Add what the shop does not have yet, within the change in progress."""
    matching.match(db, order.system, order.decisions)
    met = Counts(*db.row(MET))
    new_people = people.insert_new(db)
    filled = people.fill(db, shop, overwrite=order.overwrite)
    people.add_ways_to_know(db, order.system)
    people.add_permissions(db, at=order.at, source=order.words, staff_id=order.staff_id)
    points = people.add_points(
        db, at=order.at, day=order.day, source=order.system, batch=order.batch, staff_id=order.staff_id
    )
    new_products, repriced = products.add(db, listed=order.listed)
    receipts, lines, grown = purchases.add(db, order.source)
    answers = int(db.write(ANSWERS).rowcount)
    added = Counts(new_people, new_products, receipts, lines, answers, points)
    unchanged = Counts(
        met.customers - new_people - filled,
        met.products - new_products - repriced,
        met.purchases - receipts - grown,
        met.lines - lines,
        met.feedback - answers,
        max(0, met.points - points),
    )
    return Applied(added, Counts(customers=filled, products=repriced, purchases=grown), unchanged)
