"""The days that customers keep every year, as they are kept."""

from collections.abc import Sequence
from datetime import date

from cxdesk.domain.anniversary import Anniversary
from cxdesk.domain.customer import Birthday
from cxdesk.storage.database import Database

COLUMNS = "name, day, month, year, id"


def of(db: Database, customer_id: int) -> list[Anniversary]:
    """A customer's days in the order of the year."""
    rows = db.rows(
        f"SELECT {COLUMNS} FROM anniversaries WHERE customer_id = ? ORDER BY month, day, id", [customer_id]
    )
    return [Anniversary(name, Birthday(day, month, year), i) for name, day, month, year, i in rows]


def on(db: Database, days: Sequence[date]) -> list[tuple[int, Anniversary, date]]:
    """What is kept on these days, with the customer's id, in the order of the days; restricted customers are left out.

    29 February is kept on 28 February in common years.
    """
    found: list[tuple[int, Anniversary, date]] = []
    for kept in days:
        leap_day = " OR (month = 2 AND day = 29)" if (kept.month, kept.day) == (2, 28) else ""
        rows = db.rows(
            f"""SELECT customer_id, name, day, month, year, a.id FROM anniversaries a
            JOIN customers c ON c.id = a.customer_id AND c.restricted = 0
            WHERE (month = ? AND day = ?){leap_day} ORDER BY c.sort_key, a.id""",
            [kept.month, kept.day],
        )
        each = [(who, Anniversary(name, Birthday(d, m, y), i)) for who, name, d, m, y, i in rows]
        found += [(who, known, kept) for who, known in each if known.day.on(kept.year) == kept]
    return found


def insert(db: Database, customer_id: int, known: Anniversary) -> int:
    """A new day; gives the id."""
    return int(
        db.write(
            "INSERT INTO anniversaries (customer_id, name, day, month, year) VALUES (?, ?, ?, ?, ?)",
            [customer_id, known.name, known.day.day, known.day.month, known.day.year],
        ).lastrowid
    )


def delete(db: Database, anniversary_id: int) -> None:
    """Take a day away."""
    db.write("DELETE FROM anniversaries WHERE id = ?", [anniversary_id])
