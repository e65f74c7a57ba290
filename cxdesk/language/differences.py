"""What a change did to a customer's entry, in words: what, and old → new."""

from cxdesk.domain.difference import Difference
from cxdesk.language.language import Language

ARROW = "→"


def difference(language: Language, each: Difference) -> tuple[str, str]:
    """What it is about, and `old → new`; what was or is nothing is left out."""
    what = _names(language).get(each.subject or each.column, each.subject or each.column)
    return what, f"{each.old or '–'} {ARROW} {each.new or '–'}"


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
