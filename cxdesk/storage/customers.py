"""Customers and their contact points, as they are kept and found."""

from collections.abc import Iterable, Iterator, Sequence
from datetime import date
from typing import Any
from unicodedata import ucd_3_2_0

from cxdesk.domain.customer import (
    AgeGroup,
    Birthday,
    ContactKind,
    ContactPoint,
    Customer,
    CustomerRow,
    Gender,
)
from cxdesk.domain.formality import Formality
from cxdesk.domain.needs import Stage
from cxdesk.domain.shop import Shop
from cxdesk.language import folding
from cxdesk.storage.consents import PROFILED
from cxdesk.storage.database import AMONG, Database, among

COLUMNS = (
    "id, first_name, last_name, language, birth_day, birth_month, birth_year, since, street, postcode, town, country, "
    "note, coalesce(external_id, ''), restricted, persona, origin, stage, gender, age_group, "
    "formality, keep_in_touch"
)
FIRST = (
    "coalesce((SELECT value FROM contact_points WHERE customer_id = c.id AND kind = '{kind}' "
    "ORDER BY id LIMIT 1), '')"
)
ROW = f"""
    SELECT c.id, c.first_name, c.last_name, coalesce(c.external_id, ''), c.town,
        {FIRST.format(kind="phone")}, {FIRST.format(kind="email")},
        s.last_day, iif({PROFILED}, coalesce(s.days, 0), NULL), iif({PROFILED}, coalesce(s.spend, 0), NULL)
    FROM customers c LEFT JOIN customer_summary s ON s.customer_id = c.id"""


def get(db: Database, customer_id: int) -> Customer | None:
    """One customer with their contact points."""
    row = db.row(f"SELECT {COLUMNS} FROM customers WHERE id = ?", [customer_id])
    return _customer(row, contacts(db, customer_id)) if row else None


def many(db: Database, ids: Iterable[int]) -> Iterator[Customer]:
    """These customers in the order of their ids, without their contact points."""
    for row in db.rows(f"SELECT {COLUMNS} FROM customers WHERE id {AMONG} ORDER BY id", [among(ids)]):
        yield _customer(row)


def id_of(db: Database, *, uuid: str = "", external_id: str = "") -> int | None:
    """The customer that a form or an import has already made, if any."""
    found = db.value(
        "SELECT id FROM customers WHERE uuid = ? OR external_id = ?", [uuid or None, external_id or None]
    )
    return int(found) if found else None


def contacts(db: Database, customer_id: int) -> tuple[ContactPoint, ...]:
    """A customer's contact points in the order in which they were written."""
    rows = db.rows(
        "SELECT kind, value, key FROM contact_points WHERE customer_id = ? ORDER BY id", [customer_id]
    )
    return tuple(ContactPoint(ContactKind(kind), value, key) for kind, value, key in rows)


def rows(db: Database, ids: Sequence[int]) -> list[CustomerRow]:
    """The list's rows of these customers, in the order of `ids`."""
    marks = ", ".join("?" * len(ids))
    found = {row[0]: _row(row) for row in db.rows(f"{ROW} WHERE c.id IN ({marks})", ids)}
    return [found[i] for i in ids if i in found]


def search(db: Database, text: str, region: str, limit: int = 50) -> list[int]:
    """The ids of customers that a person typing `text` may mean, nearest first.

    Numbers are tried as phone numbers and cards, anything with @ as an e-mail address, words as beginnings of names,
    and the whole as the number of a receipt.
    """
    found: dict[int, None] = {}
    for hits in (_by_contact(db, text, region, limit), _by_words(db, text, limit), _by_receipt(db, text)):
        found.update(dict.fromkeys(hits))
    return list(found)[:limit]


def scanned(db: Database, code: str) -> list[int]:
    """The ids of the customers who carry the card `code` (a family may share one) or are known by that number."""
    found = db.rows(
        "SELECT customer_id FROM contact_points WHERE kind = 'card' AND key = ? "
        "UNION SELECT id FROM customers WHERE external_id = ?",
        [folding.search_key(code), code],
    )
    return [i for (i,) in found]


def of_phone(db: Database, text: str, region: str) -> list[int]:
    """The ids of the customers who have this phone number, however it is written; a family may share one."""
    key = folding.phone_key(text, region)
    return [
        i
        for (i,) in db.rows("SELECT customer_id FROM contact_points WHERE kind = 'phone' AND key = ?", [key])
    ]


def _by_words(db: Database, text: str, limit: int) -> list[int]:
    words = "".join(sign if _in_words(sign) else " " for sign in folding.search_key(text)).split()
    if not words:
        return []
    query = " AND ".join(f'"{word}"*' for word in words)
    return [
        i
        for (i,) in db.rows(
            "SELECT id FROM customers WHERE id IN "
            "(SELECT rowid FROM customer_search WHERE customer_search MATCH ? LIMIT ?) ORDER BY sort_key",
            [query, limit],
        )
    ]


def _by_receipt(db: Database, text: str) -> list[int]:
    rows = db.rows(
        "SELECT DISTINCT customer_id FROM purchases WHERE receipt = ? AND receipt <> '' AND customer_id IS NOT NULL",
        [text.strip()],
    )
    return [i for (i,) in rows]


def _in_words(sign: str) -> bool:
    """Whether the search index takes a sign for a letter or figure; of newer ones than it knows nobody can be sure."""
    return ucd_3_2_0.category(sign)[0] in "LN"


def _by_contact(db: Database, text: str, region: str, limit: int) -> list[int]:
    if "@" not in text:
        return _by_number(db, text, region, limit)
    key = folding.email_key(text)
    hits = db.rows(
        "SELECT customer_id FROM contact_points WHERE key >= ? AND key < ? LIMIT ?",
        [key, key + "\U0010ffff", limit],
    )
    return [i for (i,) in hits]


def _by_number(db: Database, text: str, region: str, limit: int) -> list[int]:
    """Cards and phones; the end of a number is enough where it, or the one in the register, is only that."""
    digits = "".join(sign for sign in text if sign.isdigit())
    number = folding.phone_key(text, region) if len(digits) >= 4 else ""
    keys = {folding.search_key(text), digits if number else "", number} - {""}
    tail = digits[-7:] if len(digits) >= 7 else ""
    whole = len(digits) > 7 and number.startswith("+")
    marks = ", ".join("?" * len(keys))
    hits = db.rows(
        f"SELECT customer_id FROM contact_points WHERE key IN ({marks}) "
        "UNION SELECT customer_id FROM contact_points WHERE tail = ? AND (key NOT LIKE '+%' OR NOT ?) LIMIT ?",
        [*keys, tail, whole, limit],
    )
    return [i for (i,) in hits]


def insert(db: Database, customer: Customer, shop: Shop, uuid: str = "") -> int:
    """A new customer with contact points; gives the id."""
    values = _values(customer, shop) | {"uuid": uuid or None}
    names = ", ".join(values)
    marks = ", ".join(f":{name}" for name in values)
    customer_id = int(db.write(f"INSERT INTO customers ({names}) VALUES ({marks})", values).lastrowid)
    _add_contacts(db, customer_id, customer.contacts, shop)
    return customer_id


def insert_many(db: Database, customers: Iterable[Customer], shop: Shop) -> None:
    """Many new customers without contact points, for an import."""
    names = list(_values(Customer(0), shop))
    marks = ", ".join(f":{name}" for name in names)
    db.write_many(
        f"INSERT INTO customers ({', '.join(names)}) VALUES ({marks})", (_values(c, shop) for c in customers)
    )


def update(db: Database, customer: Customer, shop: Shop) -> None:
    """Save what has changed of a customer and of their contact points."""
    values = _values(customer, shop)
    settings = ", ".join(f"{name} = :{name}" for name in values)
    db.write(f"UPDATE customers SET {settings} WHERE id = :id", values | {"id": customer.id})
    kept = {(point.kind, point.value) for point in contacts(db, customer.id)}
    wanted = {(point.kind, point.value) for point in customer.contacts}
    for kind, value in kept - wanted:
        db.write(
            "DELETE FROM contact_points WHERE customer_id = ? AND kind = ? AND value = ?",
            [customer.id, kind.value, value],
        )
    _add_contacts(db, customer.id, [p for p in customer.contacts if (p.kind, p.value) not in kept], shop)


def birthdays(db: Database, days: Sequence[date]) -> list[tuple[Customer, date]]:
    """The customers whose birthday is kept on one of these days, in the order of the days.

    29 February is kept on 28 February in common years.
    """
    found: list[tuple[Customer, date]] = []
    for day in days:
        leap_day = " OR (birth_month = 2 AND birth_day = 29)" if (day.month, day.day) == (2, 28) else ""
        rows_of_day = db.rows(
            f"SELECT {COLUMNS} FROM customers WHERE restricted = 0 AND (birth_month = ? AND birth_day = ?{leap_day}) "
            "ORDER BY sort_key",
            [day.month, day.day],
        )
        customers = [_customer(row) for row in rows_of_day]
        found += [(c, day) for c in customers if c.birthday and c.birthday.on(day.year) == day]
    return found


def _add_contacts(db: Database, customer_id: int, points: Iterable[ContactPoint], shop: Shop) -> None:
    db.write_many(
        "INSERT INTO contact_points (customer_id, kind, value, key) VALUES (?, ?, ?, ?)",
        [(customer_id, point.kind.value, point.value, contact_key(point, shop)) for point in points],
    )


def contact_key(point: ContactPoint, shop: Shop) -> str:
    """The searchable form of a contact point."""
    if point.kind is ContactKind.PHONE:
        return folding.phone_key(point.value, shop.country)
    if point.kind is ContactKind.EMAIL:
        return folding.email_key(point.value)
    return folding.search_key(point.value)


def _values(customer: Customer, shop: Shop) -> dict[str, Any]:
    born = customer.birthday
    return {
        "external_id": customer.external_id or None,
        "first_name": customer.first_name,
        "last_name": customer.last_name,
        "language": customer.language,
        "birth_day": born.day if born else None,
        "birth_month": born.month if born else None,
        "birth_year": born.year if born else None,
        "since": customer.since.isoformat() if customer.since else None,
        "street": customer.street,
        "postcode": customer.postcode,
        "town": customer.town,
        "country": customer.country,
        "note": customer.note,
        "restricted": int(customer.restricted),
        "persona": customer.persona,
        "origin": customer.origin,
        "stage": customer.stage or "",
        "gender": customer.gender or "",
        "age_group": customer.age_group or "",
        "formality": customer.formality or "",
        "keep_in_touch": customer.keep_in_touch,
        "search_key": folding.search_key(
            f"{customer.first_name} {customer.last_name} {customer.external_id} {customer.town}"
        ),
        "sort_key": folding.sort_key(
            f"{customer.last_name} {customer.first_name}".strip() or customer.external_id, shop.language
        ),
    }


def _customer(row: Sequence[Any], points: tuple[ContactPoint, ...] = ()) -> Customer:
    (
        customer_id,
        first,
        last,
        language,
        day,
        month,
        year,
        since,
        street,
        postcode,
        town,
        country,
        note,
        ext,
        restricted,
        persona,
        origin,
        stage,
        gender,
        age_group,
        formality,
        keep_in_touch,
    ) = row
    return Customer(
        id=customer_id,
        first_name=first,
        last_name=last,
        language=language,
        birthday=Birthday(day, month, year) if day else None,
        since=date.fromisoformat(since) if since else None,
        street=street,
        postcode=postcode,
        town=town,
        country=country,
        note=note,
        external_id=ext,
        restricted=bool(restricted),
        persona=persona,
        origin=origin,
        stage=Stage(stage) if stage else None,
        gender=Gender(gender) if gender else None,
        age_group=AgeGroup(age_group) if age_group else None,
        formality=Formality(formality) if formality else None,
        keep_in_touch=keep_in_touch,
        contacts=points,
    )


def _row(row: Sequence[Any]) -> CustomerRow:
    customer_id, first, last, external_id, town, phone, email, last_day, days, spend = row
    return CustomerRow(
        id=customer_id,
        name=f"{first} {last}".strip() or external_id,
        external_id=external_id,
        town=town,
        phone=phone,
        email=email,
        last_day=date.fromisoformat(last_day) if last_day else None,
        days=days,
        spend=spend,
    )
