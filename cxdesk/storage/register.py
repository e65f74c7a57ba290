"""The register as a list: who is on it, in which order, and what each row says."""

import json
from collections.abc import Collection, Sequence
from datetime import date
from typing import Any

from cxdesk.domain.listing import Column, Condition, Group, Listing, Row, Subject, field_of
from cxdesk.language import folding
from cxdesk.storage.conditions import AGE_GROUP, GROUPS, LETTERS, of_the_day, used, where
from cxdesk.storage.consents import PROFILED
from cxdesk.storage.database import AMONG, Database, among

JOINED = "FROM customers c LEFT JOIN customer_summary s ON s.customer_id = c.id"
NAME = "coalesce(nullif(trim(c.first_name || ' ' || c.last_name), ''), c.external_id, '#' || c.id)"
FIRST = "(SELECT {what} FROM contact_points WHERE customer_id = c.id AND kind = '{kind}' ORDER BY id LIMIT 1)"
POINTS = (
    "(SELECT max(sum(points), 0) FROM points WHERE customer_id = c.id)"  # what is owed is said on the card
)
SPEND = f"iif({PROFILED}, s.spend, NULL)"
CELLS = {
    Column.NAME: NAME,
    Column.PHONE: FIRST.format(what="value", kind="phone"),
    Column.EMAIL: FIRST.format(what="value", kind="email"),
    Column.TOWN: "c.town",
    Column.LANGUAGE: "c.language",
    Column.BIRTHDAY: "CASE WHEN c.birth_month THEN "
    "coalesce(c.birth_year, '-') || printf('-%02d-%02d', c.birth_month, c.birth_day) END",
    Column.AGE_GROUP: AGE_GROUP,
    Column.PERSONA: "c.persona",
    Column.ORIGIN: "c.origin",
    Column.STAGE: "c.stage",
    Column.TAGS: "(SELECT group_concat(text, ', ') FROM (SELECT text FROM tags WHERE customer_id = c.id ORDER BY key))",
    Column.LAST_VISIT: "s.last_day",
    Column.VISITS: f"iif({PROFILED}, coalesce(s.days, 0), NULL)",
    Column.SPEND: SPEND,
    Column.POINTS: POINTS,
    Column.SINCE: "c.since",
    Column.PERMISSION: LETTERS,
}
OWN_FIELD = "(SELECT value FROM field_values WHERE customer_id = c.id AND field_id = {field})"
ORDERS = {
    Column.PHONE: FIRST.format(what="key", kind="phone"),
    Column.EMAIL: FIRST.format(what="key", kind="email"),
    Column.LANGUAGE: "nullif(c.language, '')",
    Column.BIRTHDAY: "c.birth_month * 100 + c.birth_day",
    Column.AGE_GROUP: f"nullif({AGE_GROUP}, '')",
    Column.STAGE: "instr('awareness consideration purchase aftercare', nullif(c.stage, ''))",
    Column.LAST_VISIT: "s.last_day",
    Column.VISITS: f"iif({PROFILED}, s.days, NULL)",
    Column.SPEND: SPEND,
    Column.POINTS: POINTS,
    Column.SINCE: "c.since",
    Column.PERMISSION: LETTERS,
}
PLACES = "WITH places(text, place) AS MATERIALIZED (SELECT value ->> 0, value ->> 1 FROM json_each(:places)) "
BY_PLACE = {
    Subject.TOWN: "LEFT JOIN places o ON o.text = c.town",
    Subject.PERSONA: "LEFT JOIN places o ON o.text = c.persona",
    Subject.ORIGIN: "LEFT JOIN places o ON o.text = c.origin",
    Subject.TAG: "LEFT JOIN (SELECT t.customer_id, min(place) AS place FROM tags t JOIN places USING (text) "
    "GROUP BY t.customer_id) o ON o.customer_id = c.id",
    Subject.FIELD: "LEFT JOIN (SELECT v.customer_id, place FROM field_values v JOIN places ON text = v.value "
    "WHERE v.field_id = :order_field) o ON o.customer_id = c.id",
}
TEXTS = {
    Column.TOWN: Subject.TOWN,
    Column.PERSONA: Subject.PERSONA,
    Column.ORIGIN: Subject.ORIGIN,
    Column.TAGS: Subject.TAG,
}


def ids(
    db: Database,
    listing: Listing,
    today: date,
    code: str,
    *,
    by_default: bool,
    among_these: Collection[int] | None = None,
) -> list[int]:
    """The ids of everybody on a list in its order; who has nothing to be sorted by comes last, either way.

    Texts are sorted as the language `code` does; `by_default` says whether a letter may go to those who have never
    said anything about it.
    """
    clause, values = where(db, listing.conditions, today)
    if among_these is not None:
        clause += f" AND c.id {AMONG.replace('?', ':these')}"
        values["these"] = among(among_these)
    before, join, order, more = _order(db, listing, code)
    found = db.rows(
        f"{before}SELECT c.id {JOINED} {join} WHERE {clause} ORDER BY {order}",
        values | more | of_the_day(today, by_default=by_default),
    )
    return [i for (i,) in found]


def count(db: Database, conditions: Sequence[Condition], today: date, *, by_default: bool) -> int:
    """How many customers fulfil these conditions."""
    clause, values = where(db, conditions, today)
    sql = f"SELECT count(*) {JOINED} WHERE {clause}"
    return int(db.value(sql, values | of_the_day(today, by_default=by_default)))


def counts(db: Database, today: date, *, by_default: bool) -> dict[str, int]:
    """How many customers there are in all, and in each group."""
    sums = ", ".join(f"total({GROUPS[group]})" for group in Group)
    row = db.row(f"SELECT count(*), {sums} {JOINED}", of_the_day(today, by_default=by_default))
    return {name: int(count) for name, count in zip(("all", *Group), row, strict=True)}


def rows(
    db: Database, ids: Sequence[int], columns: Sequence[str], today: date, *, by_default: bool
) -> list[Row]:
    """What these columns say of these customers, in the order of `ids`."""
    fields = {f"field{at}": field_of(column) for at, column in enumerate(columns)}
    cells = ["c.id", NAME, *(_cell(column, at) for at, column in enumerate(columns))]
    found = db.rows(
        f"SELECT {', '.join(cells)} {JOINED} WHERE c.id {AMONG.replace('?', ':ids')}",
        {"ids": among(ids)} | fields | of_the_day(today, by_default=by_default),
    )
    by_id = {i: Row(i, name, tuple(values)) for i, name, *values in found}
    return [by_id[i] for i in ids if i in by_id]


def newest(db: Database) -> int:
    """The highest id that was ever given: about how many customers there are, known at once."""
    return int(db.value("SELECT max(id) FROM customers") or 0)


def _cell(column: str, at: int) -> str:
    return OWN_FIELD.format(field=f":field{at}") if field_of(column) else CELLS[Column(column)]


def _order(db: Database, listing: Listing, code: str) -> tuple[str, str, str, dict[str, Any]]:
    """What stands before the query, what is joined to it, what it is ordered by, and the values for that."""
    turn = " DESC" if listing.descending else ""
    if listing.order in {Column.NAME, ""}:
        return "", "", f"c.sort_key{turn}, c.id{turn}", {}
    field = field_of(listing.order)
    subject = Subject.FIELD if field else TEXTS.get(Column(listing.order))
    if subject is None:
        return "", "", f"{ORDERS[Column(listing.order)]}{turn} NULLS LAST, c.sort_key, c.id", {}
    more = {"places": json.dumps(_places(used(db, subject, field), code)), "order_field": field}
    return PLACES, BY_PLACE[subject], f"o.place{turn} NULLS LAST, c.sort_key, c.id", more


def _places(texts: Sequence[str], code: str) -> list[tuple[str, int]]:
    """Each text with its place in the language's order; spellings of one text share theirs."""
    keys = {text: _sort_key(text, code) for text in texts}
    place = {key: at for at, key in enumerate(sorted({*keys.values()}))}
    return [(text, place[key]) for text, key in keys.items()]


def _sort_key(text: str, code: str) -> tuple[float, str]:
    """Numbers by their size before texts in the language's order; dates are kept so that their texts are in order."""
    try:
        return float(text), ""
    except ValueError:
        return float("inf"), folding.sort_key(text, code)
