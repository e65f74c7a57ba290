"""Whom one of the rules may name on a day; each rule reads only its own index."""

from collections.abc import Callable, Collection, Iterable
from datetime import date, timedelta

from cxdesk.domain.appreciation import Rules
from cxdesk.domain.occasion import Occasion
from cxdesk.domain.occasions import RULES
from cxdesk.domain.occasions.answers import WHILE_ASKED
from cxdesk.domain.occasions.visits import FEW, WHILE_CALLED, WHILE_MISSED, milestones
from cxdesk.storage import anniversaries, customers, requests, triggers
from cxdesk.storage.database import Database

LONGEST_SILENCE = 730
KEPT = "SELECT customer_id, first_day, last_day, days, purchases, spend, gap FROM customer_summary"
Finder = Callable[[Database, date, Rules], Iterable[int | None]]


def candidates(db: Database, today: date, rules: Rules, kinds: Collection[Occasion] = RULES) -> list[int]:
    """The customers whom one of these rules may name today, in the order of their ids."""
    asked = (FINDERS[kind] for kind in kinds if rules.of(kind).active)
    found = {i for finder in dict.fromkeys(asked) for i in finder(db, today, rules) if i is not None}
    return sorted(found)


def as_of(db: Database, today: date) -> str:
    """The query of every customer's summary as it stood on `today`: the one that is kept, if nothing came later."""
    later = db.value(
        "SELECT 1 FROM purchases WHERE date > ? AND customer_id IS NOT NULL LIMIT 1", [today.isoformat()]
    )
    known = f"customer_id IS NOT NULL AND date <= '{today.isoformat()}'"
    return triggers.RECOUNT.format(condition=known) if later else KEPT


def best(db: Database, today: date, limit: int) -> list[int]:
    """Those who have bought for most by `today`, the best first."""
    sql = f"SELECT customer_id FROM ({as_of(db, today)}) WHERE spend > 0 ORDER BY spend DESC, customer_id LIMIT ?"
    return [i for (i,) in db.rows(sql, [limit])]


def _ahead(today: date, days: int) -> list[date]:
    return [today + timedelta(days=n) for n in range(days + 1)]


def _back(today: date, days: int) -> str:
    return (today - timedelta(days=days)).isoformat()


def _first(db: Database, sql: str, *values: object) -> list[int | None]:
    return [i for (i,) in db.rows(sql, values)]


def _unhappy(db: Database, today: date, _rules: Rules) -> Iterable[int | None]:
    sql = (
        "SELECT customer_id FROM feedback WHERE follow_up = 1 AND resolved IS NULL AND date <= ? "
        "AND customer_id IS NOT NULL"
    )
    return _first(db, sql, today.isoformat())


def _solved(db: Database, today: date, rules: Rules) -> Iterable[int | None]:
    after = rules.of(Occasion.FOLLOW_UP)["after"]
    sql = "SELECT customer_id FROM feedback WHERE resolved BETWEEN ? AND ?"
    return _first(db, sql, _back(today, after + WHILE_ASKED), _back(today, after))


def _arrived(db: Database, _today: date, _rules: Rules) -> Iterable[int | None]:
    return [each.customer_id for each in requests.here(db)]


def _birthday(db: Database, today: date, rules: Rules) -> Iterable[int]:
    days = _ahead(today, rules.of(Occasion.BIRTHDAY)["before"])
    return [customer.id for customer, _ in customers.birthdays(db, days)]


def _remembered(db: Database, today: date, rules: Rules) -> Iterable[int]:
    days = _ahead(today, rules.of(Occasion.REMEMBERED_DAY)["before"])
    return [who for who, _, _ in anniversaries.on(db, days)]


def _early(db: Database, today: date, rules: Rules) -> Iterable[int]:
    setting = rules.of(Occasion.EARLY_ACCESS)
    return best(db, today, setting["top"]) if rules.early else []


def _holiday(db: Database, today: date, rules: Rules) -> Iterable[int]:
    return best(db, today, rules.of(Occasion.HOLIDAY)["top"]) if rules.holiday else []


def _aim(db: Database, _today: date, rules: Rules) -> Iterable[int | None]:
    near = rules.of(Occasion.REWARD)["near"]
    sql = (
        "SELECT customer_id FROM points GROUP BY customer_id "
        "HAVING 100 * sum(points) >= ? * (SELECT min(points) FROM rewards WHERE active = 1)"
    )
    return _first(db, sql, near)


def _friend(db: Database, today: date, rules: Rules) -> Iterable[int | None]:
    sql = (
        "SELECT r.customer_id FROM relations r JOIN customer_summary s ON s.customer_id = r.other_id "
        "WHERE r.kind = 'referred' AND s.first_day BETWEEN ? AND ?"
    )
    return _first(db, sql, _back(today, rules.of(Occasion.REFERRAL)["fresh"]), today.isoformat())


def _welcome(db: Database, today: date, rules: Rules) -> Iterable[int | None]:
    sql = f"SELECT customer_id FROM ({as_of(db, today)}) WHERE last_day >= ? AND days = 1"
    return _first(db, sql, _back(today, rules.of(Occasion.WELCOME)["fresh"]))


def _milestone(db: Database, today: date, rules: Rules) -> Iterable[int | None]:
    setting = rules.of(Occasion.MILESTONE)
    marked = ", ".join(map(str, milestones(setting["least"])))
    sql = f"SELECT customer_id FROM ({as_of(db, today)}) WHERE last_day >= ? AND days IN ({marked})"
    return _first(db, sql, _back(today, setting["fresh"]))


def _praise(db: Database, today: date, rules: Rules) -> Iterable[int | None]:
    setting = rules.of(Occasion.PRAISE)
    sql = "SELECT customer_id FROM feedback WHERE date BETWEEN ? AND ? AND nps >= ?"
    return _first(db, sql, _back(today, setting["fresh"]), today.isoformat(), setting["score"])


def _said(db: Database, today: date, rules: Rules) -> Iterable[int | None]:
    sql = "SELECT customer_id FROM feedback WHERE date BETWEEN ? AND ?"
    return _first(db, sql, _back(today, rules.of(Occasion.FEEDBACK_GIVEN)["fresh"]), today.isoformat())


def _anniversary(db: Database, today: date, rules: Rules) -> Iterable[int | None]:
    fresh = rules.of(Occasion.ANNIVERSARY)["fresh"]
    days = {(today - timedelta(days=n)).strftime("%m-%d") for n in range(fresh + 1)}
    days |= {"02-29"} if "02-28" in days else set()
    marks = ", ".join("?" * len(days))
    began = "min(coalesce(c.since, s.first_day), coalesce(s.first_day, c.since))"
    sql = (
        f"WITH s AS ({as_of(db, today)}) SELECT c.id FROM customers c LEFT JOIN s ON s.customer_id = c.id "
        f"WHERE substr({began}, 6) IN ({marks})"
    )
    return _first(db, sql, *days)


def _warranty(db: Database, today: date, rules: Rules) -> Iterable[int | None]:
    until = today + timedelta(days=rules.of(Occasion.WARRANTY)["before"])
    sql = (
        "SELECT u.customer_id FROM purchase_lines l JOIN purchases u ON u.id = l.purchase_id "
        "WHERE l.warranty_until BETWEEN ? AND ?"
    )
    return _first(db, sql, today.isoformat(), until.isoformat())


def _keep(db: Database, _today: date, _rules: Rules) -> Iterable[int | None]:
    return _first(db, "SELECT id FROM customers WHERE keep_in_touch IS NOT NULL")


def _missed(db: Database, today: date, rules: Rules) -> Iterable[int | None]:
    """As the rule `missed_after`: a median of whole days is a multiple of a half, and so are several of it."""
    setting = rules.of(Occasion.WE_MISS_YOU)
    after = f"max({setting['least']}, CAST({setting['gaps']} * gap + 0.5 AS INTEGER))"
    sql = f"""SELECT customer_id FROM ({as_of(db, today)})
        WHERE gap IS NOT NULL AND last_day BETWEEN ? AND ?
            AND julianday(?) - julianday(last_day) - {after} BETWEEN 0 AND {WHILE_MISSED}"""
    return _first(db, sql, _back(today, LONGEST_SILENCE), _back(today, setting["least"]), today.isoformat())


def _again(db: Database, today: date, rules: Rules) -> Iterable[int | None]:
    after = rules.of(Occasion.COME_AGAIN)["after"]
    sql = f"SELECT customer_id FROM ({as_of(db, today)}) WHERE last_day BETWEEN ? AND ? AND days <= {FEW}"
    return _first(db, sql, _back(today, after + WHILE_CALLED), _back(today, after))


FINDERS: dict[Occasion, Finder] = {
    Occasion.ANSWER_FEEDBACK: _unhappy,
    Occasion.FOLLOW_UP: _solved,
    Occasion.BACK_IN_STOCK: _arrived,
    Occasion.BIRTHDAY: _birthday,
    Occasion.REMEMBERED_DAY: _remembered,
    Occasion.EARLY_ACCESS: _early,
    Occasion.REWARD: _aim,
    Occasion.REFERRAL: _friend,
    Occasion.WELCOME: _welcome,
    Occasion.MILESTONE: _milestone,
    Occasion.PRAISE: _praise,
    Occasion.ANNIVERSARY: _anniversary,
    Occasion.WARRANTY: _warranty,
    Occasion.FEEDBACK_GIVEN: _said,
    Occasion.HOLIDAY: _holiday,
    Occasion.KEEP_IN_TOUCH: _keep,
    Occasion.WE_MISS_YOU: _missed,
    Occasion.COME_AGAIN: _again,
}
