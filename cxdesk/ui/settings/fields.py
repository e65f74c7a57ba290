"""The fields of the settings, each saved when it is left or chosen."""

from collections.abc import Callable, Mapping

from PySide6.QtWidgets import QWidget

from cxdesk.language.language import Language
from cxdesk.ui.settings.words import HINTS, LABELS
from cxdesk.ui.widgets.choices import ChipGroup
from cxdesk.ui.widgets.fields import Choice, TextField
from cxdesk.ui.widgets.forms import FormRow

Save = Callable[[str, str], None]


class Fields:
    """Makes rows by the name of their setting and keeps them, so that values and errors find their place."""

    def __init__(self, language: Language, save: Save) -> None:
        self._language, self._save = language, save
        self.rows: dict[str, FormRow] = {}
        self._put: dict[str, Callable[[str], object]] = {}

    def text(self, name: str, unit: str = "") -> FormRow:
        """A field to type in; `unit` follows its label."""
        field = TextField(self._language.tr(LABELS[name]), id=f"setting-{name}")
        field.editingFinished.connect(lambda: self._save(name, field.text()))
        return self._row(name, field, field.setText, unit)

    def chips(self, name: str, options: Mapping[str, str]) -> FormRow:
        """A choice among a few."""
        field = ChipGroup(self._language.tr(LABELS[name]), options, always=True, id=f"setting-{name}")
        field.changed.connect(lambda: self._save(name, field.value()))
        return self._row(name, field, field.choose)

    def several(self, name: str, options: Mapping[str, str]) -> FormRow:
        """Any number of a few; kept as their keys in one line."""
        field = ChipGroup(self._language.tr(LABELS[name]), options, several=True, id=f"setting-{name}")
        field.changed.connect(lambda: self._save(name, " ".join(field.values())))
        return self._row(name, field, lambda keys: field.choose(*keys.split()))

    def choice(self, name: str, options: dict[str, str]) -> FormRow:
        """A choice among many."""
        field = Choice(self._language.tr(LABELS[name]), options, id=f"setting-{name}")
        field.activated.connect(lambda: self._save(name, field.value()))
        return self._row(name, field, field.choose)

    def show(self, values: Mapping[str, str]) -> None:
        """Fill the fields; one with an error keeps what was typed."""
        for name, put in self._put.items():
            if not self.rows[name].error:
                put(values[name])

    def show_error(self, name: str, text: str) -> None:
        """Show an error at the field `name`."""
        self.rows[name].set_error(text)

    def _row(self, name: str, field: QWidget, put: Callable[[str], object], unit: str = "") -> FormRow:
        label, hint = self._language.tr(LABELS[name]), HINTS.get(name, "")
        self.rows[name] = FormRow(
            f"{label} ({unit})" if unit else label, field, self._language.tr(hint) if hint else ""
        )
        self._put[name] = put
        return self.rows[name]
