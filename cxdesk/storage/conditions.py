"""The conditions of a list as SQL: a fixed table of questions; what people typed only ever comes as a value."""

from calendar import isleap
from collections.abc import Sequence
from datetime import date, timedelta
from typing import Any

from cxdesk.domain.listing import Condition, Group, Subject
from cxdesk.language import folding
from cxdesk.storage.consents import PROFILED
from cxdesk.storage.database import Database, among

SILENT_AFTER = 90
IN_PART = {Subject.LIKES, Subject.ALLERGY}  # a word of what was written is enough
IN_WHOLE = {Subject.PERSONA, Subject.ORIGIN, Subject.TOWN, Subject.FIELD}
SPELT = "IN (SELECT value FROM json_each({value}))"
PERMITTED = """coalesce((SELECT k.given FROM consents k WHERE k.customer_id = c.id AND k.purpose = 'marketing'
    AND k.channel IN ({channel}, 'any') ORDER BY k.at DESC, k.id DESC LIMIT 1),
    CASE {channel} WHEN 'letter' THEN :by_default ELSE 0 END)"""
LETTERS = PERMITTED.format(channel="'letter'")
YEARS = "(:year - c.birth_year - (c.birth_month * 100 + c.birth_day > :month_and_day))"
AGE_GROUP = f"""CASE WHEN c.birth_year IS NULL THEN c.age_group WHEN {YEARS} < 18 THEN '0-17'
    WHEN {YEARS} < 30 THEN '18-29' WHEN {YEARS} < 45 THEN '30-44' WHEN {YEARS} < 60 THEN '45-59'
    WHEN {YEARS} < 75 THEN '60-74' ELSE '75+' END"""
HAS = "c.id IN (SELECT customer_id FROM {} WHERE {})"
GROUPS = {
    Group.NEW: f"s.days = 1 AND {PROFILED}",
    Group.REGULAR: f"s.days >= 3 AND {PROFILED}",
    Group.SILENT: f"s.last_day < :silent_before AND {PROFILED}",
    Group.NO_LETTERS: f"{LETTERS} = 0",
}
BUYERS = f"""c.id IN (SELECT u.customer_id FROM purchase_lines l JOIN purchases u ON u.id = l.purchase_id
    WHERE l.product_id {SPELT} AND l.kind = 'sale' AND u.kind <> 'cancelled') AND {PROFILED}"""
REACHED_BY = {
    "phone": HAS.format("contact_points", "kind = 'phone'"),
    "email": HAS.format("contact_points", "kind = 'email'"),
    "address": "c.street <> '' AND c.town <> ''",
}
CONDITIONS = {
    Subject.TAG: HAS.format("tags", "key = {value}"),
    Subject.PERSONA: f"c.persona {SPELT}",
    Subject.ORIGIN: f"c.origin {SPELT}",
    Subject.STAGE: "c.stage = {value}",
    Subject.LANGUAGE: "c.language = {value}",
    Subject.TOWN: f"c.town {SPELT}",
    Subject.BIRTHDAY_MONTH: "c.birth_month = {value}",
    Subject.AGE_GROUP: f"{AGE_GROUP} = {{value}}",
    Subject.GENDER: "c.gender = {value}",
    Subject.PERMISSION: f"{PERMITTED.format(channel='{value}')} = 1",
    Subject.VISITED_WITHIN: f"s.last_day >= {{value}} AND {PROFILED}",
    Subject.NOT_VISITED_FOR: f"s.last_day < {{value}} AND {PROFILED}",
    Subject.VISITS: f"s.days >= {{value}} AND {PROFILED}",
    Subject.SPEND: f"s.spend >= {{value}} AND {PROFILED}",
    Subject.BOUGHT: BUYERS,
    Subject.LIKES: HAS.format("preferences", f"kind NOT IN ('allergy', 'dislike') AND text {SPELT}"),
    Subject.ALLERGY: HAS.format("preferences", f"kind = 'allergy' AND text {SPELT}"),
    Subject.FIELD: HAS.format("field_values", f"field_id = {{field}} AND value {SPELT}"),
}
USED = {
    Subject.TAG: "SELECT DISTINCT text FROM tags",
    Subject.PERSONA: "SELECT DISTINCT persona FROM customers WHERE persona <> ''",
    Subject.ORIGIN: "SELECT DISTINCT origin FROM customers WHERE origin <> ''",
    Subject.TOWN: "SELECT DISTINCT town FROM customers WHERE town <> ''",
    Subject.BOUGHT: "SELECT name FROM products WHERE goods UNION SELECT category FROM products WHERE category <> ''",
    Subject.LIKES: "SELECT DISTINCT text FROM preferences WHERE kind NOT IN ('allergy', 'dislike')",
    Subject.ALLERGY: "SELECT DISTINCT text FROM preferences WHERE kind = 'allergy'",
    Subject.FIELD: "SELECT DISTINCT value FROM field_values WHERE field_id = :field",
}


def used(db: Database, subject: Subject, field: int = 0) -> list[str]:
    """Every text that the register has for `subject`, in no order."""
    return [text for (text,) in db.rows(USED[subject], {"field": field})]


def of_the_day(today: date, *, by_default: bool) -> dict[str, Any]:
    """What conditions and columns need to know: the day, and whether letters go to those who never said anything.

    Whoever was born on 29 February is a year older on the 28th of a common year, as `Birthday.on` has it.
    """
    leap_day = (today.month, today.day) == (2, 28) and not isleap(today.year)
    return {
        "silent_before": (today - timedelta(days=SILENT_AFTER)).isoformat(),
        "by_default": int(by_default),
        "year": today.year,
        "month_and_day": today.month * 100 + today.day + leap_day,
    }


def where(db: Database, conditions: Sequence[Condition], today: date) -> tuple[str, dict[str, Any]]:
    """The clause that holds for those who fulfil all of these conditions, with its values."""
    parts, values = ["1"], dict[str, Any]()
    for at, condition in enumerate(conditions):
        value, field = f"value{at}", f"field{at}"
        values |= {value: _value(db, condition, today), field: condition.field}
        parts.append(_clause(condition).format(value=f":{value}", field=f":{field}"))
    return " AND ".join(f"({part})" for part in parts), values


def _clause(condition: Condition) -> str:
    if condition.subject is Subject.GROUP:
        return GROUPS[Group(condition.value)]
    if condition.subject is Subject.REACHED_BY:
        return REACHED_BY[condition.value]
    return CONDITIONS[condition.subject]


def _value(db: Database, condition: Condition, today: date) -> str | int:
    match condition.subject:
        case Subject.TAG:
            return folding.search_key(condition.value)
        case Subject.BOUGHT:
            return _products(db, condition)
        case subject if subject in IN_PART | IN_WHOLE:
            return _spelt(db, condition)
        case Subject.VISITED_WITHIN | Subject.NOT_VISITED_FOR:
            return _days_before(today, condition.number)
        case Subject.VISITS | Subject.SPEND | Subject.BIRTHDAY_MONTH:
            return condition.number
    return condition.value


def _spelt(db: Database, condition: Condition) -> str:
    """Every spelling in the register that is meant, as the one value that SPELT asks for."""
    wanted, in_part = folding.search_key(condition.value), condition.subject in IN_PART
    keys = {text: folding.search_key(text) for text in used(db, condition.subject, condition.field)}
    return among(text for text, key in keys.items() if key == wanted or (in_part and wanted in key))


def _products(db: Database, condition: Condition) -> str:
    """The articles that are meant, by words of their name or by their category, as SPELT asks for them."""
    wanted = folding.search_key(condition.value)
    found = db.rows("SELECT id, search_key, category FROM products")
    words = wanted.split()
    return among(
        product
        for product, key, category in found
        if (words and all(word in key for word in words)) or folding.search_key(category) == wanted
    )


def _days_before(today: date, days: int) -> str:
    return date.fromordinal(max(1, today.toordinal() - days)).isoformat()
