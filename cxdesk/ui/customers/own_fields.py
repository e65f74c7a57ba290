"""The shop's own fields in the customer form; there is nothing to see in a shop that has none."""

from collections.abc import Mapping, Sequence

from PySide6.QtWidgets import QWidget

from cxdesk.domain.errors import UserError
from cxdesk.domain.fields import Field
from cxdesk.language import fields as words
from cxdesk.language.language import Language
from cxdesk.ui.widgets.cards import Card
from cxdesk.ui.widgets.fields import Choice, TextField
from cxdesk.ui.widgets.forms import FormRow
from cxdesk.ui.widgets.layouts import boxed, column, empty


class OwnFieldsCard(Card):
    """A row for each field that is asked."""

    def __init__(self, language: Language) -> None:
        super().__init__()
        self._language = language
        self._column = column()
        self._fields: list[tuple[Field, TextField | Choice, FormRow]] = []
        self.add(boxed(self._column))

    def show_fields(self, fields: Sequence[Field], held: Mapping[int, str]) -> None:
        """Ask for these; `held` is what they hold, as it is kept."""
        empty(self._column)
        self._fields = [self._asked(field, held.get(field.id, "")) for field in fields]
        for _, _, row in self._fields:
            self._column.addWidget(row)
        self.setVisible(bool(fields))

    def read(self) -> dict[int, str] | None:
        """The values as they are kept; None when one is wrong, which its row then says."""
        found, wrong = dict[int, str](), list[QWidget]()
        for field, widget, row in self._fields:
            row.set_error("")
            try:
                found[field.id] = words.read(field, _text(widget))
            except UserError as error:
                row.set_error(self._language.error(error))
                wrong.append(widget)
        if wrong:
            wrong[0].setFocus()
        return None if wrong else found

    def _asked(self, field: Field, value: str) -> tuple[Field, TextField | Choice, FormRow]:
        options, key = words.options(self._language, field), f"field-{field.id}"
        if options:
            offered = {"": self._language.tr("Not known"), **({value: value} if value else {}), **options}
            choice = Choice(field.name, offered, id=key)
            choice.choose(value)
            return field, choice, FormRow(field.name, choice)
        line = TextField(field.name, id=key)
        line.setText(words.said(self._language, field, value) if value else "")
        return field, line, FormRow(field.name, line)


def _text(widget: TextField | Choice) -> str:
    return widget.value() if isinstance(widget, Choice) else widget.text()
