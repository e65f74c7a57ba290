"""The commands that list customers, and that change many of them at once."""

from argparse import Namespace
from dataclasses import asdict, replace

from cxdesk.cli import shapes
from cxdesk.cli.answers import answer, language_of, opened
from cxdesk.cli.commands import EVERYBODY
from cxdesk.domain.editing import Edit, Part
from cxdesk.domain.errors import UserError
from cxdesk.domain.fields import Field
from cxdesk.domain.listing import Listing, Subject, by_column
from cxdesk.language import fields
from cxdesk.language import listing as words
from cxdesk.language.folding import search_key
from cxdesk.services.desk import Desk

PART = 500
SET = {part.value: part for part in (Part.PERSONA, Part.ORIGIN, Part.STAGE, Part.LANGUAGE, Part.TOWN)}


def customers(arguments: Namespace) -> None:
    """List customers."""
    with opened(arguments, lock=False) as desk:
        ids = _ids(arguments, desk)
        rows = [row for at in range(0, len(ids), PART) for row in desk.customers.rows(ids[at : at + PART])]
    lines = [f"{row.id:>6}  {row.name:<32}  {row.phone:<18}  {row.email}" for row in rows]
    answer(arguments, [shapes.customer_row(row) for row in rows], "\n".join(lines))


def lists(arguments: Namespace) -> None:
    """The lists that have a name."""
    with opened(arguments, lock=False) as desk:
        counts = desk.lists.counts()
        saved = [
            {"id": each.id, "name": each.name, "customers": counts[each.id]} for each in desk.lists.every()
        ]
    answer(arguments, saved, "\n".join(f"{each['customers']:>6}  {each['name']}" for each in saved))


def edit(arguments: Namespace) -> None:
    """Change many customers at once."""
    if not (arguments.everybody or arguments.list or arguments.filter or arguments.search):
        raise UserError("Say who is meant: --list, --filter, --search or --everybody.")
    with opened(arguments, lock=not arguments.dry_run) as desk:
        ids, wish = _ids(arguments, desk), _edit(arguments, desk)
        preview = desk.editing.preview(ids, wish)
        done = None if arguments.dry_run else desk.editing.apply(ids, wish).change
        said = language_of(arguments, desk).tr_n(
            "{n} of {of} changes.", "{n} of {of} change.", preview.changing, of=preview.of
        )
    lines = [f"{each.id:>6}  {each.name:<32}  {each.before} → {each.after}" for each in preview.first]
    answer(arguments, asdict(preview) | {"change": done}, "\n".join([said, *lines]))


def _ids(arguments: Namespace, desk: Desk) -> list[int]:
    """Those who are meant, in the order of the list that was named, else nearest first or by name."""
    listing = Listing(order="" if arguments.search else "name")
    if arguments.list:
        listing = desk.lists.named(arguments.list).listing
    own, language = by_column(desk.fields.every()), language_of(arguments, desk)
    asked = [words.read(language, _key(key, own), value, own) for key, value in arguments.filter or ()]
    return desk.register.ids(
        replace(listing, conditions=(*listing.conditions, *asked)), arguments.search, EVERYBODY
    )


def _key(typed: str, own: dict[str, Field]) -> str:
    """What a condition is about: one of ours, or the name of an own field in any spelling.

    Raises:
        UserError: when it is neither.
    """
    if typed in {*Subject} - {Subject.FIELD}:
        return typed
    named = (column for column, field in own.items() if search_key(field.name) == search_key(typed))
    if found := next(named, None):
        return found
    known = ", ".join(
        [*(each for each in Subject if each is not Subject.FIELD), *(field.name for field in own.values())]
    )
    raise UserError("Nothing is known by the name {name}. There are: {known}.", name=typed, known=known)


def _edit(arguments: Namespace, desk: Desk) -> Edit:
    if arguments.set:
        key, value = arguments.set
        if key in SET:
            return _checked(SET[key], value)
        own = by_column(desk.fields.every())
        column = _key(key, own)
        if column not in own:
            raise UserError("{name} cannot be changed for many at once.", name=key)
        return Edit(Part.FIELD, fields.read(own[column], value), own[column].id)
    parts = {
        Part.ADD_TAG: arguments.add_tag,
        Part.REMOVE_TAG: arguments.remove_tag,
        Part.WITHDRAW: arguments.withdraw,
    }
    part, value = next((part, value) for part, value in parts.items() if value is not None)
    return _checked(part, value)


def _checked(part: Part, value: str) -> Edit:
    try:
        return Edit(part, value.strip())
    except ValueError:
        raise UserError("{value} cannot be set here.", value=value or "–") from None
