"""What can be changed for many customers at once, in words; no Qt."""

from collections.abc import Mapping

from cxdesk.domain.editing import OPTIONS, Edit, Part, Preview
from cxdesk.domain.errors import UserError
from cxdesk.domain.listing import Subject, field_of
from cxdesk.language import listing as words
from cxdesk.language.language import Language

SUBJECTS = {
    Part.ADD_TAG: Subject.TAG,
    Part.REMOVE_TAG: Subject.TAG,
    Part.PERSONA: Subject.PERSONA,
    Part.ORIGIN: Subject.ORIGIN,
    Part.STAGE: Subject.STAGE,
    Part.LANGUAGE: Subject.LANGUAGE,
    Part.TOWN: Subject.TOWN,
    Part.WITHDRAW: Subject.PERMISSION,
}


def parts(language: Language, fields: Mapping[int, str]) -> dict[str, str]:
    """What can be changed, the shop's own `fields` as `field:3`."""
    say = language.tr
    return {
        Part.ADD_TAG: say("Add a tag"),
        Part.REMOVE_TAG: say("Remove a tag"),
        Part.PERSONA: say("Persona"),
        Part.ORIGIN: say("Found us through"),
        Part.STAGE: say("Stage"),
        Part.LANGUAGE: say("Language"),
        Part.TOWN: say("Town"),
        Part.WITHDRAW: say("Withdraw a permission"),
    } | {f"field:{field}": name for field, name in fields.items()}


def subject(key: str) -> tuple[Subject, int]:
    """What a condition on the same thing would be about, and its own field."""
    field = field_of(key)
    return (Subject.FIELD, field) if field else (SUBJECTS[Part(key)], 0)


def options(language: Language, key: str) -> dict[str, str]:
    """The values that can be chosen, empty where the value is written."""
    if field_of(key):
        return {}
    return {value: said(language, key, value) for value in OPTIONS.get(Part(key), ())}


def edit(key: str, value: str) -> Edit:
    """What shall be done.

    Raises:
        UserError: when nothing is said that could be done.
    """
    field = field_of(key)
    try:
        return Edit(Part.FIELD if field else Part(key), value.strip(), field)
    except ValueError:
        raise UserError("Write or choose what shall change.") from None


def said(language: Language, key: str, value: str) -> str:
    """A value in words; nothing is a dash."""
    return words.said(language, subject(key)[0], value) if value else "–"


def rows(language: Language, key: str, preview: Preview) -> list[tuple[str, str, str]]:
    """The first who would change: name, what stands there now, what would."""
    if key == Part.WITHDRAW:
        return [(each.name, language.tr("yes"), language.tr("no")) for each in preview.first]
    return [
        (each.name, said(language, key, each.before), said(language, key, each.after))
        for each in preview.first
    ]
