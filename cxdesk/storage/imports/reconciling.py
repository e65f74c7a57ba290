"""What the staged file holds against what the shop has of it, counted anew from the shop's own tables.

The file is added up from the staged rows alone and the shop from its own tables alone; the reasons come from the rows
in which the two differ. What they do not add up to is therefore told as not explained.
"""

from cxdesk.domain.reconciliation import Comparison, Item, compared
from cxdesk.storage.database import Database
from cxdesk.storage.imports.applying import Order

FILE = """
    SELECT (SELECT count(*) FROM staged.people), (SELECT count(*) FROM staged.products),
        (SELECT count(*) FROM staged.answers)"""
LINES = """
    SELECT count(*), count(*) FILTER (WHERE part = 0), coalesce(sum(amount), 0),
        coalesce(sum(amount) FILTER (WHERE kind = 'refund'), 0),
        coalesce(sum(amount) FILTER (WHERE kind = 'cancelled'), 0)
    FROM staged.lines"""
OURS = "p.source = :source AND p.receipt <> '' AND p.receipt IN (SELECT receipt FROM staged.lines)"
RECEIPTS = f"""
    SELECT (SELECT count(DISTINCT receipt) FROM staged.lines), count(*),
        coalesce(sum(p.total) FILTER (WHERE p.kind <> 'cancelled'), 0)
    FROM main.purchases p WHERE {OURS}"""
COUNTED = "iif({0}.kind = 'cancelled', 0, {0}.amount)"
REFUNDED = "iif({0}.kind = 'refund', {0}.amount, 0)"
SHOP_LINES = f"""
    SELECT count(*), coalesce(sum({REFUNDED.format("l")}), 0)
    FROM main.purchases p JOIN main.purchase_lines l ON l.purchase_id = p.id WHERE {OURS}"""
DIFFERENCES = f"""
    SELECT count(*) - count(s.line), coalesce(sum({COUNTED.format("l")}) FILTER (WHERE s.line IS NULL), 0),
        coalesce(sum({COUNTED.format("l")} - {COUNTED.format("s")}), 0)
            - coalesce(sum({COUNTED.format("l")}) FILTER (WHERE p.kind = 'cancelled'), 0),
        coalesce(sum({REFUNDED.format("l")}) FILTER (WHERE s.line IS NULL), 0),
        coalesce(sum({REFUNDED.format("l")} - {REFUNDED.format("s")}) FILTER (WHERE s.line IS NOT NULL), 0)
    FROM main.purchases p JOIN main.purchase_lines l ON l.purchase_id = p.id
    LEFT JOIN staged.lines s ON s.receipt = p.receipt AND s.line_key = l.line_key
    WHERE {OURS}"""
PEOPLE = """
    SELECT (SELECT count(DISTINCT customer_id) FROM staged.people), count(*) FROM main.customers
    WHERE id IN (SELECT customer_id FROM staged.people)"""
PRODUCTS = """
    SELECT (SELECT count(DISTINCT product_id) FROM staged.articles), count(*) FROM main.products
    WHERE id IN (SELECT product_id FROM staged.articles)"""
ANSWERS = """
    SELECT (SELECT count(DISTINCT uuid) FROM staged.answers), count(*) FROM main.feedback
    WHERE uuid IN (SELECT uuid FROM staged.answers)"""
# A balance takes the place of what the other system told before it, but what is only added comes on top of that.
THIS_FILE = (
    "substr(b.uuid, 1, length(:batch) + 1) IS :batch || ':'"  # also where two customers have become one
)
POINTS = f"""
    SELECT count(*), coalesce(round(sum(told), 2), 0), coalesce(sum(whole), 0), coalesce(sum(
        (SELECT sum(points) FROM main.points b WHERE b.customer_id = c.id AND b.source = :source)), 0), coalesce(sum(
        (SELECT sum(points) FROM main.points b WHERE b.customer_id = c.id AND b.source = :source
            AND NOT {THIS_FILE} AND (balances = 0 OR b.id > (
                SELECT max(b.id) FROM main.points b WHERE b.customer_id = c.id AND {THIS_FILE})))), 0)
    FROM (SELECT customer_id AS id, total(points) + total(points_change) AS told, count(points) AS balances,
            CAST(round(total(points)) AS INTEGER) + CAST(round(total(points_change)) AS INTEGER) AS whole
        FROM staged.people WHERE points IS NOT NULL OR points_change IS NOT NULL GROUP BY customer_id) c"""
SPENT = """
    SELECT count(spent), coalesce(sum(spent), 0), (
        SELECT coalesce(sum(total), 0) FROM main.purchases WHERE kind <> 'cancelled' AND source <> ''
            AND customer_id IN (SELECT customer_id FROM staged.people WHERE spent IS NOT NULL))
    FROM staged.people"""


def compare(
    db: Database, order: Order, *, rows: int, refused: int, refused_money: int = 0
) -> tuple[Comparison, ...]:
    """Everything that the file tells of, after it has been applied and while it is attached.

    `rows` were read and `refused` of them could not go in, which would have come to `refused_money` as far as their
    amounts could be read.
    """
    people, products, answers = db.row(FILE)
    lines, line_rows, *money = db.row(LINES)
    listed = rows - refused if not (lines or products or answers) else 0
    kept = line_rows + products + answers + listed
    found = [compared(Item.ROWS, rows, kept, refused=-refused)]
    if people:
        found.append(_people(db, listed or people))
    if lines or refused_money:
        found += _purchases(db, order, lines, money, refused_money)
    if products:
        one, ours = db.row(PRODUCTS)
        found.append(compared(Item.PRODUCTS, products, ours, same_product=one - products))
    if answers:
        one, ours = db.row(ANSWERS)
        found.append(compared(Item.ANSWERS, answers, ours, repeated=one - answers))
    return (*found, *_points(db, order), *_spent(db))


def _people(db: Database, told: int) -> Comparison:
    """The entries of the file, in a list of customers its rows, against customers."""
    one, ours = db.row(PEOPLE)
    return compared(Item.PEOPLE, told, ours, same_person=one - told)


def _purchases(
    db: Database, order: Order, lines: int, money: list[int], refused_money: int
) -> list[Comparison]:
    source = {"source": order.source}
    everything, refunds, cancelled = money
    receipts, our_receipts, total = db.row(RECEIPTS, source)
    ours, our_refunds = db.row(SHOP_LINES, source)
    more = more_money = otherwise = more_refunds = refunds_otherwise = 0
    if (ours, our_refunds, total) != (lines, refunds, everything - cancelled):
        more, more_money, otherwise, more_refunds, refunds_otherwise = db.row(DIFFERENCES, source)
    gone = {"refused": -refused_money, "cancelled": -cancelled}
    everything += refused_money
    return [
        compared(Item.RECEIPTS, receipts, our_receipts),
        compared(Item.LINES, lines, ours, earlier=more),
        compared(Item.MONEY, everything, total, **gone, earlier=more_money, otherwise=otherwise),
        compared(Item.REFUNDS, refunds, our_refunds, earlier=more_refunds, otherwise=refunds_otherwise),
    ]


def _points(db: Database, order: Order) -> list[Comparison]:
    told, points, whole, ours, earlier = db.row(POINTS, {"source": order.system, "batch": order.batch})
    if not told:
        return []
    return [compared(Item.POINTS, points, ours, rounded=round(whole - points, 2), earlier=earlier)]


def _spent(db: Database) -> list[Comparison]:
    """What the other system says its people have spent, against the receipts that came from any other system."""
    told, spent, ours = db.row(SPENT)
    return [compared(Item.SPENT, spent, ours, not_receipts=ours - spent)] if told else []
