"""The receipts of a file, brought into the books."""

from cxdesk.storage.database import Database

PURCHASES = """
    INSERT INTO purchases (customer_id, date, time, kind, total, receipt, source)
    SELECT c.customer_id, r.date, r.time, r.kind, r.total, r.receipt, :source
    FROM staged.receipts r LEFT JOIN staged.people c ON c.key = r.buyer
    WHERE NOT EXISTS (SELECT 1 FROM purchases p WHERE p.source = :source AND p.receipt = r.receipt AND p.receipt <> '')
    ORDER BY r.id"""
FOUND = """
    UPDATE staged.receipts SET purchase_id = (
        SELECT id FROM main.purchases p
        WHERE p.source = :source AND p.receipt = receipts.receipt AND p.receipt <> '')"""
SOLD = """
    UPDATE staged.told SET product_id = (SELECT product_id FROM staged.articles a WHERE a.article = told.article)"""
LINES = """
    INSERT INTO purchase_lines (purchase_id, line_key, product_id, kind, description, quantity, unit_price, amount)
    SELECT r.purchase_id, l.line_key, t.product_id, l.kind, t.name, l.quantity, l.unit_price, l.amount
    FROM staged.lines l CROSS JOIN staged.receipts r ON r.receipt = l.receipt CROSS JOIN staged.told t ON t.id = l.told
    WHERE r.purchase_id IS NOT NULL ORDER BY l.rowid ON CONFLICT DO NOTHING"""
TOTALS = """
    UPDATE purchases SET total = (SELECT coalesce(sum(amount), 0) FROM purchase_lines
        WHERE purchase_id = purchases.id AND kind <> 'cancelled')
    WHERE id IN (SELECT DISTINCT purchase_id FROM purchase_lines WHERE id > :last_line AND purchase_id <= :last)"""


def add(db: Database, source: str) -> tuple[int, int, int]:
    """The receipts and lines that are not there yet; gives how many of each, and how many receipts grew."""
    last = db.value("SELECT coalesce(max(id), 0) FROM purchases")
    last_line = db.value("SELECT coalesce(max(id), 0) FROM purchase_lines")
    purchases = db.insert_all("purchases", PURCHASES, {"source": source})
    db.write(FOUND, {"source": source})
    db.write(SOLD)
    lines = db.insert_all("purchase_lines", LINES)
    grown = db.write(TOTALS, {"last": last, "last_line": last_line}).rowcount
    return purchases, lines, int(grown)
