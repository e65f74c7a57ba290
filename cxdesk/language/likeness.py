"""Why two entries may be one person, in words."""

from cxdesk.domain.duplicates import Degree, Field, Likeness, Names
from cxdesk.language.language import Language
from cxdesk.language.text import N_

AGREES = {
    Field.CARD: N_("same card"),
    Field.PHONE: N_("same phone"),
    Field.EMAIL: N_("same e-mail"),
    Field.BIRTHDAY: N_("same birthday"),
    Field.ADDRESS: N_("same address"),
    Field.NAME: N_("same name"),
}
NAMES = {
    Names.GIVEN: N_("same first name"),
    Names.UNKNOWN: N_("one has no name"),
    Names.PART: N_("one name is part of the other"),
    Names.NEAR: N_("names spelt alike"),
}
DEGREES = {Degree.SAME: N_("Surely the same"), Degree.PROBABLE: N_("Perhaps the same")}


def degree(language: Language, found: Likeness) -> str:
    """How sure it is."""
    return language.tr(DEGREES[found.degree])


def why(language: Language, found: Likeness) -> str:
    """What the two agree in, the strongest first."""
    words = [AGREES[field] for field in found.agrees]
    words += [NAMES[found.names]] if found.names in NAMES else []
    return ", ".join(language.tr(each) for each in words)
