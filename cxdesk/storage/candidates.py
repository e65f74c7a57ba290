"""Whom each of the rules may name on a day; each reads only its own index."""

from collections.abc import Callable, Iterable
from datetime import date, timedelta
from functools import partial

from cxdesk.domain.appreciation import Rules
from cxdesk.domain.occasion import Occasion
from cxdesk.domain.occasions.answers import WHILE_ASKED
from cxdesk.domain.occasions.regulars import told
from cxdesk.domain.occasions.visits import FEW, LONGEST_SILENCE, WHILE_CALLED, WHILE_MISSED, milestones
from cxdesk.storage import goals, requests, triggers
from cxdesk.storage.database import Database

KEPT = "SELECT customer_id, first_day, last_day, days, purchases, spend, gap FROM customer_summary"
Ids = Iterable[int | None]
Finder = Callable[[Database, date, Rules], Ids]


def candidates(
    db: Database, today: date, rules: Rules, kinds: Iterable[Occasion] = Occasion
) -> dict[Occasion, frozenset[int]]:
    """The customers whom each of these rules, where it is active, may name today: all of those, and few others."""
    return {
        kind: frozenset(i for i in FINDERS[kind](db, today, rules) if i is not None)
        for kind in kinds
        if rules.of(kind).active
    }


def as_of(db: Database, today: date, who: str = "") -> str:
    """The query of every customer's summary as it stood on `today`: the one that is kept, if nothing came later.

    Where it has to be counted again, only those are counted whom the condition `who` names.
    """
    later = db.value(
        "SELECT 1 FROM purchases WHERE date > ? AND customer_id IS NOT NULL LIMIT 1", [today.isoformat()]
    )
    known = f"customer_id IS NOT NULL AND date <= '{today.isoformat()}' {who and 'AND'} {who}"
    return triggers.RECOUNT.format(condition=known) if later else KEPT


def best(db: Database, today: date, limit: int) -> list[int]:
    """Those who have bought for most by `today`, the best first."""
    sql = f"SELECT customer_id FROM ({as_of(db, today)}) WHERE spend > 0 ORDER BY spend DESC, customer_id LIMIT ?"
    return [i for (i,) in db.rows(sql, [limit])] if limit else []


def _visited(first: str, last: str) -> str:
    """The condition that a customer bought between two days."""
    return f"customer_id IN (SELECT customer_id FROM purchases WHERE date BETWEEN '{first}' AND '{last}')"


def _of_year(today: date, days: Iterable[int]) -> list[tuple[int, int]]:
    """The months and days that are kept so many days from today; 29 February may be kept on the day before."""
    kept = {((day := today + timedelta(days=n)).month, day.day) for n in days}
    return sorted(kept | {(2, 29)} if (2, 28) in kept else kept)


def _yearly(column: str, first: date, last: date) -> str:
    """The condition that a day is kept between two days; 29 February may be kept on the day before."""
    begins, ends = f"{first:%m-%d}", f"{last:%m-%d}".replace("02-28", "02-29")
    both = "AND" if begins <= ends else "OR"
    return f"(substr({column}, 6) >= '{begins}' {both} substr({column}, 6) <= '{ends}')"


def _back(today: date, days: int) -> str:
    return (today - timedelta(days=days)).isoformat()


def _first(db: Database, sql: str, *values: object) -> Ids:
    return [i for (i,) in db.rows(sql, values)]


def _unhappy(db: Database, today: date, _rules: Rules) -> Ids:
    sql = (
        "SELECT customer_id FROM feedback WHERE follow_up = 1 AND resolved IS NULL AND date <= ? "
        "AND customer_id IS NOT NULL"
    )
    return _first(db, sql, today.isoformat())


def _solved(db: Database, today: date, rules: Rules) -> Ids:
    after = rules.of(Occasion.FOLLOW_UP)["after"]
    sql = "SELECT customer_id FROM feedback WHERE resolved BETWEEN ? AND ?"
    return _first(db, sql, _back(today, after + WHILE_ASKED), _back(today, after))


def _arrived(db: Database, _today: date, _rules: Rules) -> Ids:
    return [each.customer_id for each in requests.here(db)]


def _birthday(db: Database, today: date, rules: Rules) -> Ids:
    days = _of_year(today, range(rules.of(Occasion.BIRTHDAY)["before"] + 1))
    sql = "SELECT id FROM customers WHERE birth_month = ? AND birth_day = ?"
    return [i for month, day in days for i in _first(db, sql, month, day)]


def _remembered(db: Database, today: date, rules: Rules) -> Ids:
    days = _of_year(today, range(rules.of(Occasion.REMEMBERED_DAY)["before"] + 1))
    sql = "SELECT customer_id FROM anniversaries WHERE month = ? AND day = ?"
    return [i for month, day in days for i in _first(db, sql, month, day)]


def _early(db: Database, today: date, rules: Rules) -> Ids:
    most = told(rules, Occasion.EARLY_ACCESS, today)
    return best(db, today, most) if rules.vips is None or not most else rules.vips


def _holiday(db: Database, today: date, rules: Rules) -> Ids:
    return best(db, today, told(rules, Occasion.HOLIDAY, today))


def _aim(db: Database, _today: date, rules: Rules) -> Ids:
    near = rules.of(Occasion.REWARD)["near"]
    sql = (
        "SELECT customer_id FROM points GROUP BY customer_id "
        "HAVING 100 * sum(points) >= ? * (SELECT min(points) FROM rewards WHERE active = 1)"
    )
    return _first(db, sql, near)


def _friend(db: Database, today: date, rules: Rules) -> Ids:
    sql = (
        "SELECT r.customer_id FROM relations r JOIN customer_summary s ON s.customer_id = r.other_id "
        "WHERE r.kind = 'referred' AND s.first_day BETWEEN ? AND ?"
    )
    return _first(db, sql, _back(today, rules.of(Occasion.REFERRAL)["fresh"]), today.isoformat())


def _welcome(db: Database, today: date, rules: Rules) -> Ids:
    first = _back(today, rules.of(Occasion.WELCOME)["fresh"])
    who = _visited(first, today.isoformat())
    sql = f"SELECT customer_id FROM ({as_of(db, today, who)}) WHERE last_day >= ? AND days = 1"
    return _first(db, sql, first)


def _milestone(db: Database, today: date, rules: Rules) -> Ids:
    setting = rules.of(Occasion.MILESTONE)
    marked = ", ".join(map(str, milestones(setting["least"])))
    first = _back(today, setting["fresh"])
    who = _visited(first, today.isoformat())
    sql = f"SELECT customer_id FROM ({as_of(db, today, who)}) WHERE last_day >= ? AND days IN ({marked})"
    return _first(db, sql, first)


def _praise(db: Database, today: date, rules: Rules) -> Ids:
    setting = rules.of(Occasion.PRAISE)
    sql = "SELECT customer_id FROM feedback WHERE date BETWEEN ? AND ? AND nps >= ?"
    return _first(db, sql, _back(today, setting["fresh"]), today.isoformat(), setting["score"])


def _said(db: Database, today: date, rules: Rules) -> Ids:
    sql = "SELECT customer_id FROM feedback WHERE date BETWEEN ? AND ?"
    return _first(db, sql, _back(today, rules.of(Occasion.FEEDBACK_GIVEN)["fresh"]), today.isoformat())


def _anniversary(db: Database, today: date, rules: Rules) -> Ids:
    setting = rules.of(Occasion.ANNIVERSARY)
    near = partial(_yearly, first=today - timedelta(days=setting["fresh"]), last=today)
    sql = f"""SELECT c.id, min(coalesce(since, first_day), coalesce(first_day, since)) AS began
        FROM customers c LEFT JOIN customer_summary s ON s.customer_id = c.id
        WHERE began <= ? AND {near("began")} AND c.id IN (
            SELECT id FROM customers WHERE {near("since")}
            UNION SELECT customer_id FROM customer_summary WHERE {near("first_day")})"""
    return [i for i, _ in db.rows(sql, [_back(today, 365 * setting["least"])])]


def _warranty(db: Database, today: date, rules: Rules) -> Ids:
    until = today + timedelta(days=rules.of(Occasion.WARRANTY)["before"])
    sql = (
        "SELECT u.customer_id FROM purchase_lines l JOIN purchases u ON u.id = l.purchase_id "
        "WHERE l.warranty_until BETWEEN ? AND ?"
    )
    return _first(db, sql, today.isoformat(), until.isoformat())


def _keep(db: Database, today: date, _rules: Rules) -> Ids:
    """Whoever has not bought for that long; what else meeting them may have been is asked of few."""
    sql = """SELECT id FROM customers c WHERE keep_in_touch IS NOT NULL AND NOT EXISTS (
        SELECT 1 FROM purchases WHERE customer_id = c.id AND date <= ?1
            AND date > date(?1, '-' || keep_in_touch || ' days'))"""
    return _first(db, sql, today.isoformat())


def _missed(db: Database, today: date, rules: Rules) -> Ids:
    """As the rule `missed_after`: a median of whole days is a multiple of a half, and so are several of it."""
    setting = rules.of(Occasion.WE_MISS_YOU)
    after = f"max({setting['least']}, CAST({setting['gaps']} * gap + 0.5 AS INTEGER))"
    sql = f"""SELECT customer_id FROM ({as_of(db, today)}) WHERE +last_day BETWEEN ? AND ? AND gap IS NOT NULL
        AND julianday(?) - julianday(last_day) - {after} BETWEEN 0 AND {WHILE_MISSED}"""
    return _first(db, sql, _back(today, LONGEST_SILENCE), _back(today, setting["least"]), today.isoformat())


def _again(db: Database, today: date, rules: Rules) -> Ids:
    after = rules.of(Occasion.COME_AGAIN)["after"]
    first, last = _back(today, after + WHILE_CALLED), _back(today, after)
    kept = as_of(db, today, _visited(first, last))
    sql = f"SELECT customer_id FROM ({kept}) WHERE last_day BETWEEN ? AND ? AND days <= {FEW}"
    return _first(db, sql, first, last)


def _ideas(db: Database, today: date, _rules: Rules) -> Ids:
    return _first(db, "SELECT customer_id FROM ideas WHERE closed IS NULL AND date <= ?", today.isoformat())


def _goals(db: Database, today: date, _rules: Rules) -> Ids:
    aiming = [i for (i,) in db.rows("SELECT DISTINCT customer_id FROM goals WHERE closed IS NULL")]
    return [*goals.reached(db, aiming, today)]


FINDERS: dict[Occasion, Finder] = {
    Occasion.ANSWER_FEEDBACK: _unhappy,
    Occasion.FOLLOW_UP: _solved,
    Occasion.BACK_IN_STOCK: _arrived,
    Occasion.THANK_YOU: _ideas,
    Occasion.BIRTHDAY: _birthday,
    Occasion.REMEMBERED_DAY: _remembered,
    Occasion.GOAL: _goals,
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
