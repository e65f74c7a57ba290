"""What the staged file holds against what the shop has of it, counted anew from the shop's own tables."""

from cxdesk.domain.reconciliation import Comparison, Item, Reason
from cxdesk.storage.database import Database

OURS = """
    SELECT p.id FROM main.purchases p JOIN (SELECT DISTINCT receipt FROM staged.lines) r USING (receipt)
    WHERE p.source = :source"""
FILE = """
    SELECT (SELECT count(*) FROM staged.people), (SELECT count(DISTINCT receipt) FROM staged.lines),
        (SELECT count(*) FROM staged.lines), (SELECT count(*) FROM staged.answers)"""
REFUNDS = "SELECT coalesce(sum(amount), 0) FROM staged.lines WHERE kind = 'refund'"
CANCELLED = "SELECT coalesce(sum(amount), 0) FROM staged.lines WHERE kind = 'cancelled'"
ALL_MONEY = "SELECT coalesce(sum(amount), 0) FROM staged.lines"


def compare(db: Database, source: str, rows: int, refused: int) -> tuple[Comparison, ...]:
    """Everything that the file tells of, after it has been applied and while it is attached.

    `rows` were read and `refused` of them could not go in.
    """
    people, receipts, lines, answers = db.row(FILE)
    found = [Comparison(Item.ROWS, rows, rows - refused, _of(Reason.REFUSED, -refused))]
    if people:
        found.append(_people(db, people))
    if receipts:
        found += _purchases(db, source, receipts, lines)
    if answers:
        kept = db.value("SELECT count(*) FROM main.feedback WHERE uuid IN (SELECT uuid FROM staged.answers)")
        found.append(Comparison(Item.ANSWERS, answers, kept, _of(Reason.REPEATED, kept - answers)))
    return (*found, *_sums(db, source))


def _people(db: Database, people: int) -> Comparison:
    known = db.value(
        "SELECT count(*) FROM main.customers WHERE id IN (SELECT customer_id FROM staged.people)"
    )
    merged = db.value("SELECT count(*) - count(DISTINCT customer_id) FROM staged.people")
    return Comparison(Item.PEOPLE, people, known, _of(Reason.SAME_PERSON, -merged))


def _purchases(db: Database, source: str, receipts: int, lines: int) -> list[Comparison]:
    values = {"source": source}
    kept, total = db.row(
        f"SELECT count(*), coalesce(sum(total), 0) FROM main.purchases WHERE id IN ({OURS})", values
    )
    line_count, refunds = db.row(
        "SELECT count(*), coalesce(sum(amount) FILTER (WHERE kind = 'refund'), 0) FROM main.purchase_lines "
        f"WHERE purchase_id IN ({OURS})",
        values,
    )
    earlier = f"""FROM main.purchase_lines l JOIN main.purchases p ON p.id = l.purchase_id
        WHERE p.id IN ({OURS}) AND NOT EXISTS (
            SELECT 1 FROM staged.lines s WHERE s.receipt = p.receipt AND s.line_key = l.line_key)"""
    before, money_before, refunds_before = db.row(
        f"""SELECT count(*), coalesce(sum(amount) FILTER (WHERE l.kind <> 'cancelled'), 0),
            coalesce(sum(amount) FILTER (WHERE l.kind = 'refund'), 0) {earlier}""",
        values,
    )
    cancelled = -db.value(CANCELLED)
    money = _of(Reason.CANCELLED, cancelled) + _of(Reason.EARLIER, money_before)
    return [
        Comparison(Item.RECEIPTS, receipts, kept),
        Comparison(Item.LINES, lines, line_count, _of(Reason.EARLIER, before)),
        Comparison(Item.MONEY, db.value(ALL_MONEY), total, money),
        Comparison(Item.REFUNDS, db.value(REFUNDS), refunds, _of(Reason.EARLIER, refunds_before)),
    ]


def _sums(db: Database, source: str) -> list[Comparison]:
    """Points, and what the other system says its people have spent."""
    found = []
    told, points = db.row(
        "SELECT count(*), coalesce(sum(coalesce(points, 0) + coalesce(points_change, 0)), 0) FROM staged.people "
        "WHERE points IS NOT NULL OR points_change IS NOT NULL"
    )
    if told:
        whole = db.value(
            """SELECT coalesce(sum(points), 0) FROM main.points WHERE source = ? AND customer_id IN (
                SELECT customer_id FROM staged.people WHERE points IS NOT NULL OR points_change IS NOT NULL)""",
            [source],
        )
        found.append(
            Comparison(Item.POINTS, round(points, 2), whole, _of(Reason.ROUNDED, round(whole - points, 2)))
        )
    told, spent = db.row("SELECT count(spent), coalesce(sum(spent), 0) FROM staged.people")
    if told:
        kept = db.value(
            """SELECT coalesce(sum(total), 0) FROM main.purchases WHERE kind <> 'cancelled'
            AND customer_id IN (SELECT customer_id FROM staged.people WHERE spent IS NOT NULL)"""
        )
        found.append(Comparison(Item.SPENT, spent, kept, _of(Reason.NOT_RECEIPTS, kept - spent)))
    return found


def _of(reason: Reason, number: float) -> tuple[tuple[Reason, float], ...]:
    return ((reason, number),) if number else ()
