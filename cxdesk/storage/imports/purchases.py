"""The receipts of a file, brought into the books."""

from cxdesk.storage.database import Database

PURCHASES = """
    INSERT INTO purchases (customer_id, date, time, kind, total, receipt, source)
    SELECT c.customer_id, r.date, r.time, r.kind, r.total, r.receipt, :source FROM (
        SELECT receipt, min(date) AS date, min(time) AS time, max(buyer) AS buyer, min(line) AS first,
            CASE WHEN max(kind = 'sale') THEN 'sale' WHEN max(kind = 'refund') THEN 'refund'
                WHEN max(kind = 'adjustment') THEN 'adjustment' ELSE 'cancelled' END AS kind,
            coalesce(sum(amount) FILTER (WHERE kind <> 'cancelled'), 0) AS total
        FROM staged.lines GROUP BY receipt) r
    LEFT JOIN staged.people c ON c.key = r.buyer
    WHERE NOT EXISTS (SELECT 1 FROM purchases p WHERE p.source = :source AND p.receipt = r.receipt AND p.receipt <> '')
    ORDER BY r.first"""
LINES = """
    INSERT INTO purchase_lines (purchase_id, line_key, product_id, kind, description, quantity, unit_price, amount)
    SELECT p.id, r.line_key, a.product_id, r.kind, r.name, r.quantity, r.unit_price, r.amount
    FROM staged.lines r JOIN main.purchases p ON p.source = :source AND p.receipt = r.receipt AND p.receipt <> ''
    LEFT JOIN staged.articles a ON a.article = r.article
    WHERE true ORDER BY r.line, r.part ON CONFLICT DO NOTHING"""
TOTALS = """
    UPDATE purchases SET total = (SELECT coalesce(sum(amount), 0) FROM purchase_lines
        WHERE purchase_id = purchases.id AND kind <> 'cancelled')
    WHERE id IN (SELECT DISTINCT purchase_id FROM purchase_lines WHERE id > :last_line AND purchase_id <= :last)"""


def add(db: Database, source: str) -> tuple[int, int, int]:
    """The receipts and lines that are not there yet; gives how many of each, and how many receipts grew."""
    last = db.value("SELECT coalesce(max(id), 0) FROM purchases")
    last_line = db.value("SELECT coalesce(max(id), 0) FROM purchase_lines")
    purchases = db.write(PURCHASES, {"source": source}).rowcount
    lines = db.write(LINES, {"source": source}).rowcount
    grown = db.write(TOTALS, {"last": last, "last_line": last_line}).rowcount
    return int(purchases), int(lines), int(grown)
