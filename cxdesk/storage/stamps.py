"""Stamps on stamp cards: entries that are only ever added."""

from dataclasses import dataclass
from datetime import date

from cxdesk.storage.database import Database


@dataclass(frozen=True, slots=True)
class Stamp:
    """Stamps that came onto a customer's card, or went off it."""

    card_id: int
    customer_id: int
    day: date
    stamps: int
    purchase_id: int | None = None
    line_id: int | None = None
    staff_id: int | None = None
    uuid: str = ""


def insert(db: Database, stamp: Stamp, at: str) -> None:
    """A new entry."""
    db.write(
        "INSERT INTO stamps (uuid, card_id, customer_id, at, date, stamps, purchase_id, line_id, staff_id) "
        "VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?)",
        [
            stamp.uuid or None,
            stamp.card_id,
            stamp.customer_id,
            at,
            stamp.day.isoformat(),
            stamp.stamps,
            stamp.purchase_id,
            stamp.line_id,
            stamp.staff_id,
        ],
    )


def known(db: Database, uuid: str) -> bool:
    """Whether a form has already made an entry."""
    return db.value("SELECT 1 FROM stamps WHERE uuid = ?", [uuid]) is not None


def of_customer(db: Database, customer_id: int) -> dict[int, int]:
    """How many stamps a customer has on each card."""
    return dict(
        db.rows(
            "SELECT card_id, sum(stamps) FROM stamps WHERE customer_id = ? GROUP BY card_id", [customer_id]
        )
    )


def of_lines(db: Database, lines: list[int]) -> list[tuple[int, int, int, int, int]]:
    """What lines of purchases have brought: line, card, customer, stamps given, stamps taken back."""
    marks = ", ".join("?" * len(lines))
    return list(
        db.rows(
            "SELECT line_id, card_id, customer_id, sum(max(stamps, 0)), -sum(min(stamps, 0)) FROM stamps "
            f"WHERE line_id IN ({marks}) GROUP BY 1, 2, 3 ORDER BY 1, 2, 3",
            lines,
        )
    )
