"""Which of a file's people are in the register already, and which of them are one person.

A person is the same when the file's system has told their number before, or when `domain.duplicates` is sure; somebody
without a name is whoever alone has that phone, e-mail or card. What is only probable stays apart and is told.
"""

from collections import defaultdict
from collections.abc import Callable, Mapping, Sequence
from typing import Any

from cxdesk.domain.customer import Birthday, ContactKind
from cxdesk.domain.duplicates import Degree, Likeness, Person, likeness
from cxdesk.language import folding
from cxdesk.storage.database import Database

CROWD = 20  # people with one contact point; more say that it tells nothing
KNOWN = """UPDATE staged.people SET known = 1, customer_id = e.customer_id
    FROM external_ids e WHERE e.source = ? AND e.value = people.key"""
BY_NUMBER_ALONE = """
    UPDATE staged.people SET known = 1, customer_id = (
        SELECT max(e.customer_id) FROM external_ids e
        WHERE e.source = ? AND e.value >= key || '|' AND e.value < key || '}'
        HAVING count(DISTINCT e.customer_id) = 1)
    WHERE customer_id IS NULL AND name_key = '' AND key NOT LIKE '=%'"""
IN_REGISTER = """
    SELECT DISTINCT p.key, c.customer_id FROM staged.people p JOIN staged.contacts k ON k.person = p.key
    JOIN main.contact_points c ON c.key = k.key AND c.kind = k.kind
    WHERE p.customer_id IS NULL AND k.key NOT IN (
        SELECT key FROM main.contact_points GROUP BY key HAVING count(*) > :crowd)
    UNION
    SELECT p.key, c.id FROM staged.people p JOIN main.customers c
    ON c.birth_month = p.birth_month AND c.birth_day = p.birth_day AND c.birth_year = p.birth_year
    WHERE p.customer_id IS NULL
    ORDER BY 1"""
IN_FILE = """
    SELECT DISTINCT a.person, b.person FROM staged.contacts a
    JOIN staged.contacts b ON b.key = a.key AND b.kind = a.kind AND b.person <> a.person
    JOIN staged.people p ON p.key = a.person JOIN staged.people q ON q.key = b.person
    WHERE (q.line, q.key) < (p.line, p.key) AND p.customer_id IS NULL AND p.known = 0
        AND a.key NOT IN (SELECT key FROM staged.contacts GROUP BY key HAVING count(*) > :crowd)
    UNION
    SELECT p.key, q.key FROM staged.people p JOIN staged.people q
    ON p.name_key = q.name_key AND p.birth_month = q.birth_month AND p.birth_day = q.birth_day
        AND p.birth_year = q.birth_year AND (q.line, q.key) < (p.line, p.key)
    WHERE p.customer_id IS NULL AND p.known = 0 AND p.name_key <> ''"""
FIELDS = "first_name, last_name, birth_day, birth_month, birth_year, postcode, street"


def match(db: Database, source: str, decisions: Mapping[str, int | str]) -> None:
    """Say of every staged person which customer they are, and give the others the numbers of new ones.

    `decisions` say of a person (by key) which customer they are, 0 for nobody, or the key of the person of an earlier
    line who they are, whatever we think.
    """
    db.write(KNOWN, [source])
    db.write(BY_NUMBER_ALONE, [source])
    db.write("UPDATE staged.people SET known = 0 WHERE customer_id IS NULL")
    for key, who in decisions.items():
        customer_id, other = (None, who) if isinstance(who, str) else (who or None, "")
        db.write(
            "UPDATE staged.people SET known = 1, customer_id = ?, same_as = ? WHERE key = ? AND known = 0",
            [customer_id, other, key],
        )
    _in_register(db)
    _in_file(db)
    _number(db)


def _in_register(db: Database) -> None:
    pairs: dict[str, list[int]] = defaultdict(list)
    for key, customer_id in db.rows(f"SELECT * FROM ({IN_REGISTER})", {"crowd": CROWD}):
        if not db.value("SELECT known FROM staged.people WHERE key = ?", [key]):
            pairs[key].append(customer_id)
    for key, ids in pairs.items():
        person = _staged(db, key)
        found = [(i, _registered(db, i)) for i in ids]
        same, doubts = _decide(person, found)
        if same is not None:
            db.write("UPDATE staged.people SET customer_id = ? WHERE key = ?", [same, key])
        for other, why in doubts if same is None else ():
            db.write("INSERT INTO staged.doubts VALUES (?, ?, '', ?)", [key, other, _words(why)])


def _in_file(db: Database) -> None:
    pairs: dict[str, list[str]] = defaultdict(list)
    for key, other in db.rows(f"SELECT * FROM ({IN_FILE}) ORDER BY 1, 2", {"crowd": CROWD}):
        pairs[key].append(other)
    lines = _lines(db) if pairs else {}
    roots: dict[str, str] = {}
    for key in sorted(pairs, key=lambda each: lines.get(each, 0)):
        others = sorted({roots.get(other, other) for other in pairs[key]})
        same, doubts = _decide(_staged(db, key), [(other, _staged(db, other)) for other in others])
        if same is not None:
            roots[key] = same
            db.write("UPDATE staged.people SET same_as = ? WHERE key = ?", [same, key])
        for other, why in doubts if same is None else ():
            db.write("INSERT INTO staged.doubts VALUES (?, NULL, ?, ?)", [key, other, _words(why)])


def _lines(db: Database) -> dict[str, int]:
    return dict(db.rows("SELECT key, line FROM staged.people"))


def _decide(person: Person, found: Sequence[tuple[Any, Person]]) -> tuple[Any, list[tuple[Any, Likeness]]]:
    """Who of those found the person is, if that is sure, and who they may be."""
    likely = [(other, likeness(person, candidate), candidate) for other, candidate in found]
    sure = [other for other, why, _ in likely if why.degree is Degree.SAME]
    if sure:
        return sure[0], []
    if len(found) == 1:
        other, why, candidate = likely[0]
        nameless = not person.words or not candidate.words
        if nameless and why.degree is Degree.PROBABLE:
            return other, []
    return None, [(other, why) for other, why, _ in likely if why.degree is Degree.PROBABLE]


def _words(why: Likeness) -> str:
    return " ".join(why.agrees)


def _number(db: Database) -> None:
    """Ids for the new customers, in the order of the file; those who are another person of the file get theirs."""
    used = "SELECT coalesce(max(seq), 0) FROM main.sqlite_sequence WHERE name = 'customers'"
    db.write(
        """UPDATE staged.people SET fresh = 1, customer_id = ? + n FROM (
            SELECT key AS of, row_number() OVER (ORDER BY line, key) AS n FROM staged.people
            WHERE customer_id IS NULL AND coalesce(same_as, '') = '')
        WHERE key = of""",
        [db.value(used) or 0],
    )
    same = """UPDATE staged.people SET customer_id = q.customer_id FROM staged.people q
        WHERE people.customer_id IS NULL AND q.key = people.same_as AND q.customer_id IS NOT NULL"""
    while db.write(same).rowcount > 0:  # one may be another who is a third
        pass


def _staged(db: Database, key: str) -> Person:
    row = db.row(f"SELECT {FIELDS} FROM staged.people WHERE key = ?", [key])
    return _person(row, db.rows("SELECT kind, key FROM staged.contacts WHERE person = ?", [key]))


def _registered(db: Database, customer_id: int) -> Person:
    row = db.row(f"SELECT {FIELDS} FROM main.customers WHERE id = ?", [customer_id])
    return _person(
        row, db.rows("SELECT kind, key FROM main.contact_points WHERE customer_id = ?", [customer_id])
    )


def _person(row: Sequence[Any], contacts: Sequence[tuple[str, str]]) -> Person:
    first, last, day, month, year, postcode, street = row
    fold: Callable[[str], str] = folding.search_key
    return Person(
        first=fold(first),
        last=fold(last),
        contacts=frozenset((ContactKind(kind), key) for kind, key in contacts),
        birthday=Birthday(day, month, year) if day else None,
        postcode=fold(postcode),
        street=fold(street),
    )
