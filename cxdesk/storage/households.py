"""Households and who lives in them, as they are kept."""

from collections import Counter

from cxdesk.domain.relations import Household, Member
from cxdesk.storage.database import Database

NAME = "coalesce(nullif(trim(c.first_name || ' ' || c.last_name), ''), c.external_id)"
PHONE = "SELECT {part} FROM contact_points WHERE customer_id = c.id AND kind = 'phone' ORDER BY id LIMIT 1"


def of(db: Database, customer_id: int) -> Household | None:
    """The household that somebody lives in."""
    row = db.row(
        """SELECT h.id, h.name FROM households h JOIN household_members m ON m.household_id = h.id
        WHERE m.customer_id = ?""",
        [customer_id],
    )
    if row is None:
        return None
    people = db.rows(
        f"""SELECT c.id, {NAME}, coalesce(({PHONE.format(part="value")}), ''), ({PHONE.format(part="key")})
        FROM household_members m JOIN customers c ON c.id = m.customer_id
        WHERE m.household_id = ? ORDER BY c.birth_year IS NULL, c.birth_year, m.id""",
        row[:1],
    )
    members = tuple(Member(i, name, phone) for i, name, phone, _ in people)
    return Household(row[0], row[1], members, _shared({i: (phone, key) for i, _, phone, key in people}))


def near(db: Database, customer_id: int, limit: int = 5) -> list[int]:
    """Who shares a phone number with somebody, and does not live in the same household."""
    rows = db.rows(
        """SELECT DISTINCT o.customer_id FROM contact_points p
        JOIN contact_points o ON o.key = p.key AND o.kind = 'phone' AND o.customer_id <> p.customer_id
        WHERE p.customer_id = ?1 AND p.kind = 'phone' AND p.key <> ''
        AND o.customer_id NOT IN (SELECT b.customer_id FROM household_members a
            JOIN household_members b USING (household_id) WHERE a.customer_id = ?1)
        ORDER BY o.customer_id LIMIT ?2""",
        [customer_id, limit],
    )
    return [i for (i,) in rows]


def insert(db: Database, name: str) -> int:
    """A new household, still empty; gives the id."""
    return int(db.write("INSERT INTO households (name) VALUES (?)", [name]).lastrowid)


def rename(db: Database, household_id: int, name: str) -> None:
    """Call a household something else."""
    db.write("UPDATE households SET name = ? WHERE id = ?", [name, household_id])


def put(db: Database, household_id: int, customer_id: int) -> None:
    """Let somebody move in, from wherever they lived."""
    db.write(
        """INSERT INTO household_members (household_id, customer_id) VALUES (?, ?)
        ON CONFLICT (customer_id) DO UPDATE SET household_id = excluded.household_id""",
        [household_id, customer_id],
    )


def remove(db: Database, customer_id: int) -> None:
    """Let somebody move out."""
    db.write("DELETE FROM household_members WHERE customer_id = ?", [customer_id])


def tidy(db: Database, household_id: int) -> None:
    """A household of one is none."""
    left = db.value("SELECT count(*) FROM household_members WHERE household_id = ?", [household_id])
    if left < 2:
        db.write("DELETE FROM household_members WHERE household_id = ?", [household_id])
        db.write("DELETE FROM households WHERE id = ?", [household_id])


def _shared(phones: dict[int, tuple[str, str | None]]) -> str:
    """The number that most of them have in common; empty when no two do."""
    times = Counter(key for _, key in phones.values() if key)
    best, count = next(iter(times.most_common(1)), ("", 0))
    return next(phone for phone, key in phones.values() if key == best) if count > 1 else ""
