"""Changing many customers at once: first a look at what would come of it, then one change that can be undone."""

from collections.abc import Callable, Sequence
from dataclasses import dataclass, replace

from cxdesk.domain.editing import Changed, Edit, Part, Preview
from cxdesk.domain.errors import UserError
from cxdesk.domain.fields import fits
from cxdesk.domain.shop import LetterBasis
from cxdesk.language.folding import clean, search_key
from cxdesk.services.workplace import Workplace
from cxdesk.storage import editing as storage
from cxdesk.storage import fields, tags

TAG_LIMIT, TEXT_LIMIT = 60, 200
SHOWN, STEP = 8, 2000
TAGS = frozenset({Part.ADD_TAG, Part.REMOVE_TAG})


@dataclass(frozen=True, slots=True)
class Edited:
    """How many customers were changed, and the change that undoes it, None when nobody was."""

    customers: int
    change: int | None


class Editing:
    """One change to many customers."""

    def __init__(self, workplace: Workplace) -> None:
        self._work = workplace

    def preview(self, ids: Sequence[int], edit: Edit) -> Preview:
        """What `edit` would do to these customers.

        Raises:
            UserError: when its value cannot be kept.
        """
        edit, by_default = self._checked(edit), self._by_default()
        found = storage.first(self._work.db, ids, edit, SHOWN, by_default=by_default)
        return Preview(
            storage.count(self._work.db, ids, edit, by_default=by_default),
            len(ids),
            tuple(Changed(i, name, before, _after(edit, before)) for i, name, before in found),
        )

    def apply(
        self, ids: Sequence[int], edit: Edit, progress: Callable[[float], None] | None = None
    ) -> Edited:
        """Do it, as one change; `progress` is told the share done from 0 to 1 and may raise to cancel.

        Raises:
            UserError: when the value cannot be kept.
        """
        edit, changed = self._checked(edit), 0
        at = self._work.stamp()
        source = self._work.language().tr("many customers at once")
        many = edit.part is Part.TOWN and len(ids) > STEP
        with self._work.change("Many customers changed", detail=edit.value, bulk=many) as recording:
            for start in range(0, len(ids), STEP):
                changed += storage.apply(
                    self._work.db,
                    ids[start : start + STEP],
                    edit,
                    by_default=self._by_default(),
                    staff_id=self._work.staff_id,
                    at=at,
                    source=source,
                )
                if progress:
                    progress(min(1.0, (start + STEP) / len(ids)))
        return Edited(changed, recording.made.id if recording.made else None)

    def _checked(self, edit: Edit) -> Edit:
        value = clean(edit.value, TAG_LIMIT if edit.part in TAGS else TEXT_LIMIT)
        if edit.part is Part.FIELD:
            self._check_field(edit.field, value)
        if edit.part not in TAGS:
            return replace(edit, value=value)
        if not search_key(value):
            raise UserError("Write a tag, such as: knitting club.")
        return replace(edit, value=tags.spelling(self._work.db, value))

    def _check_field(self, field_id: int, value: str) -> None:
        field = next((each for each in fields.every(self._work.db) if each.id == field_id), None)
        if field is None:
            raise UserError("The field is not there any more.")
        if value and not fits(field, value):
            raise UserError("{value} does not fit the field {name}.", value=value, name=field.name)

    def _by_default(self) -> bool:
        return self._work.shop().letter_basis is LetterBasis.OPT_OUT


def _after(edit: Edit, before: str) -> str:
    """What would stand there; tags are told with those that stay."""
    texts = before.split(", ") if before else []
    if edit.part is Part.ADD_TAG:
        return ", ".join([*texts, edit.value])
    if edit.part is Part.REMOVE_TAG:
        gone = search_key(edit.value)
        return ", ".join(text for text in texts if search_key(text) != gone)
    return "" if edit.part is Part.WITHDRAW else edit.value
