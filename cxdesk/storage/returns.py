"""Lines sold earlier, with what has come back of them."""

from collections.abc import Sequence
from datetime import date
from typing import Any

from cxdesk.domain.returns import Returnable
from cxdesk.storage.database import Database
from cxdesk.storage.purchases import LINE, line

SOLD = f"""
    SELECT p.date, p.receipt, coalesce(-sum(r.quantity), 0), coalesce(-sum(r.amount), 0), l.id,
        {", ".join(f"l.{column}" for column in LINE.split(", "))}
    FROM purchases p JOIN purchase_lines l ON l.purchase_id = p.id AND l.kind = 'sale' AND l.quantity > 0
    LEFT JOIN purchase_lines r ON r.returns = l.id AND r.kind = 'refund'
    WHERE p.kind <> 'cancelled' AND {{condition}}
    GROUP BY l.id ORDER BY p.date DESC, p.id DESC, l.id"""


def get(db: Database, line_id: int) -> Returnable | None:
    """One line that was sold."""
    found = _find(db, "l.id = ?", [line_id])
    return found[0] if found else None


def of_customer(db: Database, customer_id: int) -> list[Returnable]:
    """What a customer has bought, the newest first."""
    return _find(db, "p.customer_id = ?", [customer_id])


def of_receipt(db: Database, receipt: str) -> list[Returnable]:
    """What stands on the receipts of this number, the newest first."""
    return _find(db, "p.receipt = ? AND p.receipt <> ''", [receipt])


def _find(db: Database, condition: str, values: Sequence[Any]) -> list[Returnable]:
    return [
        Returnable(line(sold), date.fromisoformat(day), receipt, returned, refunded)
        for day, receipt, returned, refunded, *sold in db.rows(SOLD.format(condition=condition), values)
    ]
