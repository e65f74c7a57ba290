"""What staff can do with the shop's own fields: define, rename, order, retire, and say what they hold."""

from collections.abc import Mapping
from dataclasses import replace

from cxdesk.domain.errors import UserError
from cxdesk.domain.fields import Field, FieldKind, fits
from cxdesk.language.folding import clean, search_key
from cxdesk.language.text import N_
from cxdesk.services.workplace import Workplace
from cxdesk.storage import fields

NAME_LIMIT = 60
VALUE_LIMIT = 200


class Fields:
    """The shop's own fields."""

    def __init__(self, workplace: Workplace) -> None:
        self._work = workplace

    def every(self) -> list[Field]:
        """All fields in their order, those that are asked no more last."""
        return fields.every(self._work.db)

    def asked(self) -> list[Field]:
        """The fields that are asked."""
        return [field for field in self.every() if field.active]

    def held(self, customer_id: int) -> dict[int, str]:
        """What a customer's fields hold, by field, as it is kept."""
        return {each.field.id: each.value for each in fields.values(self._work.db, customer_id)}

    def save(self, field: Field) -> int:
        """Save a new field (id 0) or a changed one; gives the id. The kind of a field never changes.

        Raises:
            UserError: when it has no name, another has the same, or there is nothing to choose from.
        """
        checked = self._checked(field)
        if checked.id:
            with self._work.change("Field changed", detail=checked.name):
                fields.update(self._work.db, checked)
            return checked.id
        with self._work.change("Field added", detail=checked.name):
            return fields.insert(self._work.db, checked)

    def move(self, field_id: int, step: int) -> None:
        """Move a field among those that are asked, up (-1) or down (1)."""
        asked = self.asked()
        at = next(index for index, field in enumerate(asked) if field.id == field_id)
        asked.insert(max(0, at + step), asked.pop(at))
        with self._work.change("Fields put in order"):
            for position, field in enumerate(asked, 1):
                fields.update(self._work.db, replace(field, position=position))

    def retire(self, field: Field, *, active: bool) -> None:
        """Ask for a field no more, or again; what it holds stays."""
        label = N_("Field brought back") if active else N_("Field retired")
        with self._work.change(label, detail=field.name):
            fields.update(self._work.db, replace(field, active=active))

    def checked(self, customer_id: int, held: Mapping[int, str]) -> dict[int, str]:
        """Values, as they are kept, by field; what a customer's field holds already may stay whatever it is.

        Raises:
            UserError: when one is not of its field's kind, or too long.
        """
        known, before = {field.id: field for field in self.every()}, self.held(customer_id)
        changed = {i: value for i, value in held.items() if i in known and value != before.get(i, "")}
        return {i: self._value(known[i], value) for i, value in changed.items()}

    def _value(self, field: Field, value: str) -> str:
        value = clean(value, VALUE_LIMIT)
        if value and not fits(field, value):
            raise UserError("{value} does not fit the field {name}.", value=value, name=field.name)
        return value

    def _checked(self, field: Field) -> Field:
        name = clean(field.name, NAME_LIMIT)
        if not name:
            raise UserError("Write a name for the field, such as: shoe size.")
        same = (
            each for each in self.every() if search_key(each.name) == search_key(name) and each.id != field.id
        )
        if other := next(same, None):
            raise UserError("There is a field {name} already.", name=other.name)
        choices = tuple(dict.fromkeys(filter(None, (clean(each, VALUE_LIMIT) for each in field.choices))))
        if field.kind is FieldKind.CHOICE and len(choices) < 2:
            raise UserError("Write at least two choices with a comma between them.")
        return replace(field, name=name, choices=choices if field.kind is FieldKind.CHOICE else ())
