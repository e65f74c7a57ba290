"""What a change did to a customer's entry, in words: what, and old → new."""

from collections.abc import Callable, Mapping
from datetime import date

from cxdesk.domain.customer import PreferenceKind
from cxdesk.domain.difference import Difference
from cxdesk.domain.fields import Field
from cxdesk.domain.formality import Formality
from cxdesk.domain.listing import Subject
from cxdesk.language import fields, listing, people, territories
from cxdesk.language.language import Language

ARROW = "→"


def difference(language: Language, each: Difference, own: Mapping[str, Field]) -> tuple[str, str]:
    """What it is about, and `old → new`; `own` are the shop's own fields by name."""
    what = _names(language).get(each.subject or each.column, each.subject or each.column)
    field = own.get(each.subject) if each.table == "field_values" else None
    old, new = (_said(language, each.column, value, field) for value in (each.old, each.new))
    return what, f"{old} {ARROW} {new}"


def _said(language: Language, column: str, value: str, field: Field | None) -> str:
    """A value in words; nothing is a dash, and what has no words stands as it is."""
    say = SAID.get(column)
    try:
        if value and field:
            return fields.said(language, field, value)
        return say(language, value) if value and say else value or "–"
    except (LookupError, ValueError, ArithmeticError):
        return value


def _names(language: Language) -> dict[str, str]:
    """Columns and kinds of contact points, as the form calls them."""
    say = language.tr
    return {
        "first_name": say("First name"),
        "last_name": say("Last name"),
        "external_id": say("Customer number"),
        "language": say("Language of letters"),
        "birth_day": say("Day of birth"),
        "birth_month": say("Month of birth"),
        "birth_year": say("Year of birth"),
        "since": say("Customer since"),
        "street": say("Street address"),
        "postcode": say("Postcode"),
        "town": say("Town"),
        "country": say("Country"),
        "note": say("Note"),
        "restricted": say("Processing restricted"),
        "persona": say("Persona"),
        "origin": say("Found us through"),
        "stage": say("Stage"),
        "gender": say("Gender"),
        "age_group": say("Age group"),
        "formality": say("Form of address"),
        "keep_in_touch": say("Keep in touch"),
        "phone": say("Phone"),
        "email": say("E-mail"),
        "card": say("Card"),
        "kind": say("Kind"),
        "text": say("Text"),
        "name": say("Name"),
        "day": say("Day"),
        "month": say("Month"),
        "year": say("Year"),
        "value": say("Value"),
    }


SAID: Mapping[str, Callable[[Language, str], str]] = {
    "stage": listing.SAID[Subject.STAGE],
    "gender": listing.SAID[Subject.GENDER],
    "age_group": listing.SAID[Subject.AGE_GROUP],
    "formality": lambda language, value: people.formalities(language)[Formality(value)],
    "keep_in_touch": lambda language, value: language.tr("Every {days}", days=language.days(int(value))),
    "language": listing.SAID[Subject.LANGUAGE],
    "birth_month": listing.SAID[Subject.BIRTHDAY_MONTH],
    "month": listing.SAID[Subject.BIRTHDAY_MONTH],
    "kind": lambda language, value: people.preference_kinds(language)[PreferenceKind(value)],
    "since": lambda language, value: language.date(date.fromisoformat(value)),
    "country": lambda language, value: territories.name(value, language.code),
    "restricted": lambda language, _: language.tr("yes"),
}
