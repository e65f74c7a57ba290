"""Finding entries of the register that may be one person, and remembering those that are not.

Only people who share a block are compared: a contact point, the end of a phone number, a whole name in any order, a
full birthday or an address. The rule of likeness asks for one of these, so no pair is missed but in a crowded block.
"""

import json
from collections import defaultdict
from collections.abc import Callable, Collection, Iterable
from dataclasses import dataclass
from functools import lru_cache
from itertools import combinations

from cxdesk.domain.customer import ContactKind, ContactPoint, Customer
from cxdesk.domain.duplicates import TAIL, Degree, Likeness, Person, likeness, name_key, telling
from cxdesk.language.folding import search_key
from cxdesk.storage import customers
from cxdesk.storage.database import AMONG, Database, among

CROWD = 40  # so many people share what tells nothing: the shop's own number, a name from a form, a very common one
BATCH = 400
MARK = "not-duplicate:"
Pair = tuple[int, int]

_folded = lru_cache(maxsize=5_000)(search_key)  # names and streets come again and again

BLOCKS = f"""
    WITH blocks (block, id) AS (
        SELECT kind || key, customer_id FROM contact_points WHERE key <> ''
        UNION ALL SELECT 'tail' || tail, customer_id FROM contact_points WHERE length(tail) = 7
        UNION ALL SELECT 'name' || folded_name(first_name || ' ' || last_name), id FROM customers
            WHERE first_name || last_name <> ''
        UNION ALL SELECT format('born%d-%d-%d', birth_year, birth_month, birth_day), id FROM customers
            WHERE birth_year IS NOT NULL
        UNION ALL SELECT 'home' || folded(postcode || ' ' || street), id FROM customers
            WHERE postcode <> '' AND street <> '')
    SELECT json_group_array(DISTINCT id) FROM blocks GROUP BY block
    HAVING count(DISTINCT id) BETWEEN 2 AND {CROWD} ORDER BY min(id)"""

Progress = Callable[[float], None]


@dataclass(frozen=True, slots=True)
class Found:
    """Two entries, the older one first, and how alike they are."""

    first: int
    second: int
    likeness: Likeness


def person(customer: Customer) -> Person:
    """A customer as the rule of likeness looks at them; contact points without a key are left out."""
    return _person(customer, customer.contacts)


def find(db: Database, progress: Progress = lambda _: None) -> list[Found]:
    """All pairs that are or may be one person, the surest first; pairs that were said to differ stay away.

    `progress` is told the share done from 0 to 1 and may raise to stop.
    """
    known = apart(db)
    blocks = _blocks(db)
    found: dict[Pair, Likeness] = {}
    for done in range(0, len(blocks), BATCH):
        progress(done / len(blocks))
        pairs = {pair for ids in blocks[done : done + BATCH] for pair in combinations(sorted(ids), 2)}
        found.update(_alike(db, pairs - known - found.keys()))
    ranked = sorted(found.items(), key=lambda item: (*(-part for part in item[1].rank), item[0]))
    return [Found(*pair, how) for pair, how in ranked]


def near(db: Database, typed: Person) -> list[int]:
    """Customers who share a contact point, or the end of a phone number, with what was typed."""
    keys = [key for kind, key in typed.contacts if telling(kind, key)]
    tails = [key[-TAIL:] for key in typed.phones]
    rows = db.rows(
        """SELECT customer_id FROM contact_points WHERE key IN (SELECT value FROM json_each(?1))
        UNION SELECT customer_id FROM contact_points WHERE tail IN (SELECT value FROM json_each(?2)) LIMIT ?3""",
        [json.dumps(keys), json.dumps(tails), CROWD],
    )
    return [i for (i,) in rows]


def compared(db: Database, typed: Person, ids: Collection[int]) -> list[tuple[int, Likeness]]:
    """Those of these customers who are not different people, the surest first."""
    people = _people(db, ids)
    found = [(i, likeness(typed, people[i])) for i in people]
    alike = [(i, how) for i, how in found if how.degree is not Degree.DIFFERENT]
    return sorted(alike, key=lambda item: (*(-part for part in item[1].rank), item[0]))


def apart(db: Database) -> set[Pair]:
    """The pairs that were said to be two people, the lower id first."""
    rows = db.rows("SELECT key FROM settings WHERE key GLOB ?", [f"{MARK}*:*"])
    pairs = (key.removeprefix(MARK).split(":") for (key,) in rows)
    return {(int(low), int(high)) for low, high in pairs}


def set_apart(db: Database, one: int, other: int) -> None:
    """Remember that two entries are two people."""
    db.write("INSERT INTO settings (key, value) VALUES (?, '1') ON CONFLICT DO NOTHING", [_mark(one, other)])


def hand_over(db: Database, old: int, new: int) -> None:
    """What was said about `old` is now said about `new`."""
    for pair in apart(db):
        if old in pair:
            db.write("DELETE FROM settings WHERE key = ?", [_mark(*pair)])
            if new not in pair:
                set_apart(db, new, sum(pair) - old)


def _blocks(db: Database) -> list[list[int]]:
    """The ids of those who share something, block by block."""
    for name, fold in (("folded", _folded), ("folded_name", lambda text: name_key(_folded(text)))):
        db.connection.create_function(name, 1, fold, deterministic=True)
    return [json.loads(ids) for (ids,) in db.rows(BLOCKS)]


def _alike(db: Database, pairs: Collection[Pair]) -> dict[Pair, Likeness]:
    """Those of `pairs` that are not different people."""
    people = _people(db, {i for pair in pairs for i in pair})
    compared = {(a, b): likeness(people[a], people[b]) for a, b in pairs}
    return {pair: how for pair, how in compared.items() if how.degree is not Degree.DIFFERENT}


def _people(db: Database, ids: Collection[int]) -> dict[int, Person]:
    points: dict[int, list[ContactPoint]] = defaultdict(list)
    for i, kind, value, key in db.rows(
        f"SELECT customer_id, kind, value, key FROM contact_points WHERE customer_id {AMONG}", [among(ids)]
    ):
        points[i].append(ContactPoint(ContactKind(kind), value, key))
    return {customer.id: _person(customer, points[customer.id]) for customer in customers.many(db, ids)}


def _person(customer: Customer, points: Iterable[ContactPoint]) -> Person:
    return Person(
        first=_folded(customer.first_name),
        last=_folded(customer.last_name),
        contacts=frozenset((point.kind, point.key) for point in points if point.key),
        birthday=customer.birthday,
        postcode=_folded(customer.postcode),
        street=_folded(customer.street),
    )


def _mark(one: int, other: int) -> str:
    return f"{MARK}{min(one, other)}:{max(one, other)}"
