"""Events and campaigns, as they are kept and counted."""

from collections.abc import Sequence
from datetime import date
from typing import Any

from cxdesk.domain.appreciation import Coming
from cxdesk.domain.campaign import Campaign, CampaignKind, Till, Turnout
from cxdesk.storage.database import AMONG, Database, among

COLUMNS = (
    "kind, name, first, last, time, place, programme, partner, audience, budget, cost, percent, guest_percent, guests, "
    "everybody_percent, per_purchase, cause_percent, goal, result, booked, ended, closed"
)
BOUGHT = """FROM purchases u JOIN campaigns k ON k.id = :id AND u.date BETWEEN k.first AND k.last
    WHERE u.kind = 'sale' AND u.customer_id IN (SELECT customer_id FROM invitations WHERE campaign_id = :id)"""


def every(db: Database) -> list[Campaign]:
    """All of them, what comes last first."""
    return _campaigns(db, "ORDER BY first DESC, id DESC")


def get(db: Database, campaign_id: int) -> Campaign | None:
    """One event."""
    return next(iter(_campaigns(db, "WHERE id = ?", [campaign_id])), None)


def by_uuid(db: Database, uuid: str) -> int | None:
    """The event that a form has already made, if any."""
    found = db.value("SELECT id FROM campaigns WHERE uuid = ?", [uuid])
    return int(found) if found else None


def booked(db: Database, first: date, last: date) -> list[Campaign]:
    """The causes that were closed between two days, in their order."""
    wanted = "WHERE booked IS NOT NULL AND ended BETWEEN ? AND ? ORDER BY ended, id"
    return _campaigns(db, wanted, [first.isoformat(), last.isoformat()])


def next_early(db: Database, today: date) -> Coming | None:
    """The next early access that has not begun."""
    wanted = "WHERE kind = 'early_access' AND closed = 0 AND first >= ? ORDER BY first, id LIMIT 1"
    found = next(iter(_campaigns(db, wanted, [today.isoformat()])), None)
    if found is None:
        return None
    return Coming(f"campaign-{found.id}", found.name, found.first, ("campaigns", found.id))


def put(db: Database, campaign: Campaign) -> int:
    """Save an event, a new one without an id; gives the id."""
    values = [_kept(getattr(campaign, name)) for name in COLUMNS.split(", ")]
    if campaign.id:
        names = ", ".join(f"{name} = ?" for name in COLUMNS.split(", "))
        db.write(f"UPDATE campaigns SET {names} WHERE id = ?", [*values, campaign.id])
        return campaign.id
    marks = ", ".join("?" * (len(values) + 1))
    sql = f"INSERT INTO campaigns ({COLUMNS}, uuid) VALUES ({marks})"
    return int(db.write(sql, [*values, campaign.uuid or None]).lastrowid)


def running(db: Database, day: date) -> list[Campaign]:
    """The events of a day that are not closed."""
    values = [day.isoformat(), day.isoformat()]
    return _campaigns(db, "WHERE first <= ? AND last >= ? AND closed = 0 ORDER BY first, id", values)


def turnout(db: Database, campaign_id: int) -> Turnout:
    """What came of an event so far."""
    counts = db.row(
        """SELECT count(*), coalesce(sum(reply = 'yes'), 0), coalesce(sum(reply = 'maybe'), 0),
            coalesce(sum(reply = 'no'), 0), coalesce(sum(came IS NOT NULL), 0),
            coalesce(sum(guests) FILTER (WHERE came IS NOT NULL), 0)
        FROM invitations WHERE campaign_id = ?""",
        [campaign_id],
    )
    bought = db.row(
        f"SELECT count(DISTINCT u.customer_id), coalesce(sum(u.total), 0) {BOUGHT}", {"id": campaign_id}
    )
    offered = db.row(
        """SELECT count(DISTINCT c.id), count(r.id), coalesce(sum(r.amount), 0)
        FROM coupons c LEFT JOIN redemptions r ON r.coupon_id = c.id WHERE c.campaign_id = ?""",
        [campaign_id],
    )
    return Turnout(*counts, *bought, *offered)


def tills(db: Database, days: Sequence[date]) -> dict[date, Till]:
    """What was sold on each of these days on which anything was."""
    rows = db.rows(
        f"SELECT date, count(*), sum(total) FROM purchases WHERE kind = 'sale' AND date {AMONG} GROUP BY date",
        [among(day.isoformat() for day in days)],
    )
    return {date.fromisoformat(day): Till(purchases, sales) for day, purchases, sales in rows}


def opened(db: Database) -> date | None:
    """The day of the first purchase of all."""
    day = db.value("SELECT min(date) FROM purchases WHERE kind = 'sale'")
    return date.fromisoformat(day) if day else None


def newcomers(db: Database, first: date, last: date) -> int:
    """How many customers bought for the first time between two days."""
    sql = "SELECT count(*) FROM customer_summary WHERE first_day BETWEEN ? AND ?"
    return int(db.value(sql, [first.isoformat(), last.isoformat()]))


def _campaigns(db: Database, rest: str, values: Sequence[Any] = ()) -> list[Campaign]:
    rows = db.rows(f"SELECT id, {COLUMNS}, coalesce(uuid, '') FROM campaigns {rest}", values)
    return [_campaign(row) for row in rows]


def _campaign(row: Sequence[Any]) -> Campaign:
    i, kind, name, first, last, *more, ended, closed, uuid = row
    known = dict(zip(COLUMNS.split(", ")[4:-2], more, strict=True))
    days = date.fromisoformat(first), date.fromisoformat(last)
    known["ended"] = date.fromisoformat(ended) if ended else None
    return Campaign(i, CampaignKind(kind), name, *days, **known, closed=bool(closed), uuid=uuid)


def _kept(value: Any) -> Any:
    if isinstance(value, date):
        return value.isoformat()
    return int(value) if isinstance(value, bool) else value
