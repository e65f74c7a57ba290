"""What can be changed for many customers at once, in words; no Qt."""

from collections.abc import Mapping

from cxdesk.domain.editing import OPTIONS, Edit, Part, Preview
from cxdesk.domain.errors import UserError
from cxdesk.domain.fields import Field
from cxdesk.domain.listing import Subject, field_of
from cxdesk.language import fields
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


def parts(language: Language, own: Mapping[str, Field]) -> dict[str, str]:
    """What can be changed, the shop's `own` fields as their columns."""
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
    } | {column: field.name for column, field in own.items()}


def subject(key: str) -> tuple[Subject, int]:
    """What a condition on the same thing would be about, and its own field."""
    field = field_of(key)
    return (Subject.FIELD, field) if field else (SUBJECTS[Part(key)], 0)


def options(language: Language, key: str, own: Mapping[str, Field]) -> dict[str, str]:
    """The values that can be chosen, empty where the value is written."""
    if key in own:
        found = fields.options(language, own[key])
        return {"": "–"} | found if found else {}
    return {value: said(language, key, value, own) for value in OPTIONS.get(Part(key), ())}


def edit(key: str, value: str, own: Mapping[str, Field]) -> Edit:
    """What shall be done.

    Raises:
        UserError: when nothing is said that could be done.
    """
    if key in own:
        return Edit(Part.FIELD, fields.read(own[key], value), own[key].id)
    try:
        return Edit(Part(key), value.strip())
    except ValueError:
        raise UserError("Write or choose what shall change.") from None


def said(language: Language, key: str, value: str, own: Mapping[str, Field]) -> str:
    """A value in words; nothing is a dash."""
    if value and key in own:
        return fields.said(language, own[key], value)
    return words.said(language, subject(key)[0], value) if value else "–"


def rows(
    language: Language, key: str, preview: Preview, own: Mapping[str, Field]
) -> list[tuple[str, str, str]]:
    """The first who would change: name, what stands there now, what would."""
    if key == Part.WITHDRAW:
        return [(each.name, language.tr("yes"), language.tr("no")) for each in preview.first]
    return [
        (each.name, said(language, key, each.before, own), said(language, key, each.after, own))
        for each in preview.first
    ]
