"""Purchases and their lines, as they are kept and added up."""

from collections.abc import Sequence
from datetime import date, time
from typing import Any

from cxdesk.domain.customer import CustomerSummary
from cxdesk.domain.purchase import Purchase, PurchaseKind, PurchaseLine
from cxdesk.storage.database import Database

COLUMNS = "id, date, kind, total, customer_id, time, receipt, source, staff_id, coalesce(uuid, '')"
LINE = (
    "purchase_id, description, quantity, unit_price, amount, product_id, kind, line_key, discount, returns, "
    "warranty_until, reason"
)


def get(db: Database, purchase_id: int) -> Purchase | None:
    """One purchase with its lines."""
    found = _with_lines(db, "WHERE id = ?", [purchase_id])
    return found[0] if found else None


def by_uuid(db: Database, uuid: str) -> int | None:
    """The purchase that a form has already made, if any."""
    found = db.value("SELECT id FROM purchases WHERE uuid = ?", [uuid])
    return int(found) if found else None


def by_receipt(db: Database, source: str, receipt: str) -> int | None:
    """The purchase with this number in this source, if any."""
    found = db.value("SELECT id FROM purchases WHERE source = ? AND receipt = ?", [source, receipt])
    return int(found) if found else None


def of_receipt(db: Database, receipt: str) -> list[Purchase]:
    """The purchases with this number, of any source, newest first."""
    return _with_lines(db, "WHERE receipt = ? AND receipt <> '' ORDER BY date DESC, id DESC", [receipt])


def of_customer(db: Database, customer_id: int) -> list[Purchase]:
    """A customer's purchases, newest first."""
    return _with_lines(
        db, "WHERE customer_id = ? ORDER BY date DESC, coalesce(time, '') DESC, id DESC", [customer_id]
    )


def latest(db: Database, limit: int) -> list[Purchase]:
    """The purchases recorded last."""
    return _with_lines(db, "ORDER BY id DESC LIMIT ?", [limit])


def best_sellers(db: Database, first: date, last: date, limit: int) -> list[str]:
    """What was on the most receipts of a period, both days included, by name."""
    rows = db.rows(
        "SELECT coalesce(a.name, l.description) AS what FROM purchases p JOIN purchase_lines l ON l.purchase_id = p.id "
        "LEFT JOIN products a ON a.id = l.product_id "
        "WHERE p.date BETWEEN ? AND ? AND p.kind = 'sale' AND l.kind = 'sale' AND what <> '' "
        "GROUP BY what ORDER BY count(DISTINCT p.id) DESC, sum(l.quantity) DESC, what LIMIT ?",
        [first.isoformat(), last.isoformat(), limit],
    )
    return [name for (name,) in rows]


def insert(db: Database, purchase: Purchase) -> int:
    """A new purchase with its lines; gives the id."""
    purchase_id = int(
        db.write(
            "INSERT INTO purchases (uuid, customer_id, date, time, kind, total, receipt, source, staff_id) "
            "VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?)",
            [
                purchase.uuid or None,
                purchase.customer_id,
                purchase.day.isoformat(),
                purchase.time_of_day.isoformat("minutes") if purchase.time_of_day else None,
                purchase.kind.value,
                purchase.total,
                purchase.receipt,
                purchase.source,
                purchase.staff_id,
            ],
        ).lastrowid
    )
    db.write_many(
        f"INSERT INTO purchase_lines ({LINE}) VALUES ({', '.join('?' * len(LINE.split(', ')))})",
        [_line_values(purchase_id, number, line) for number, line in enumerate(purchase.lines, 1)],
    )
    return purchase_id


def line_ids(db: Database, purchase_id: int) -> list[int]:
    """The ids of a purchase's lines, in their order."""
    rows = db.rows("SELECT id FROM purchase_lines WHERE purchase_id = ? ORDER BY id", [purchase_id])
    return [i for (i,) in rows]


def cancel(db: Database, purchase_id: int) -> None:
    """A purchase and its lines never count."""
    db.write("UPDATE purchase_lines SET kind = 'cancelled' WHERE purchase_id = ?", [purchase_id])
    db.write("UPDATE purchases SET kind = 'cancelled' WHERE id = ?", [purchase_id])


def summary(db: Database, customer_id: int) -> CustomerSummary | None:
    """What a customer's purchases add up to; None before their first sale."""
    row = db.row(
        "SELECT first_day, last_day, days, purchases, spend, gap FROM customer_summary WHERE customer_id = ?",
        [customer_id],
    )
    if row is None:
        return None
    first, last, *counts = row
    return CustomerSummary(date.fromisoformat(first), date.fromisoformat(last), *counts)


def net_spend(db: Database, customer_id: int) -> int:
    """What a customer has spent, refunds taken off, in minor units."""
    total = db.value(
        "SELECT sum(total) FROM purchases WHERE customer_id = ? AND kind <> 'cancelled'", [customer_id]
    )
    return int(total or 0)


def days(db: Database, customer_id: int) -> list[date]:
    """The days on which a customer bought something, oldest first."""
    rows = db.rows(
        "SELECT DISTINCT date FROM purchases WHERE customer_id = ? AND kind = 'sale' ORDER BY date",
        [customer_id],
    )
    return [date.fromisoformat(day) for (day,) in rows]


def _with_lines(db: Database, where: str, values: Sequence[Any]) -> list[Purchase]:
    heads = db.rows(f"SELECT {COLUMNS} FROM purchases {where}", values)
    lines: dict[int, list[PurchaseLine]] = {head[0]: [] for head in heads}
    marks = ", ".join("?" * len(lines))
    for row in db.rows(
        f"SELECT id, {LINE} FROM purchase_lines WHERE purchase_id IN ({marks}) ORDER BY id", [*lines]
    ):
        lines[row[1]].append(line(row))
    return [_purchase(head, lines[head[0]]) for head in heads]


def _line_values(purchase_id: int, number: int, line: PurchaseLine) -> list[Any]:
    return [
        purchase_id,
        line.description,
        line.quantity,
        line.unit_price,
        line.amount,
        line.product_id,
        line.kind.value,
        line.line_key or str(number),
        line.discount,
        line.returns,
        line.warranty_until.isoformat() if line.warranty_until else None,
        line.reason,
    ]


def line(row: Sequence[Any]) -> PurchaseLine:
    """The line in a row of `id` and LINE."""
    (
        line_id,
        _,
        description,
        quantity,
        price,
        amount,
        product_id,
        kind,
        key,
        discount,
        returns,
        until,
        reason,
    ) = row
    return PurchaseLine(
        description,
        quantity,
        price,
        amount,
        product_id,
        PurchaseKind(kind),
        key,
        discount,
        returns,
        date.fromisoformat(until) if until else None,
        reason,
        id=line_id,
    )


def _purchase(row: Sequence[Any], lines: list[PurchaseLine]) -> Purchase:
    purchase_id, day, kind, total, customer_id, at, receipt, source, staff_id, uuid = row
    return Purchase(
        id=purchase_id,
        day=date.fromisoformat(day),
        kind=PurchaseKind(kind),
        total=total,
        customer_id=customer_id,
        time_of_day=time.fromisoformat(at) if at else None,
        receipt=receipt,
        source=source,
        staff_id=staff_id,
        uuid=uuid,
        lines=tuple(lines),
    )
