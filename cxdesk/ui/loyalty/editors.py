"""Where one value of a rule is entered: a text, a yes or no, a weekday, a product."""

from collections.abc import Sequence
from typing import Any, Protocol

from PySide6.QtWidgets import QWidget

from cxdesk.language import programme
from cxdesk.language.language import Language
from cxdesk.services.desk import Desk
from cxdesk.ui.loyalty.rule_kinds import Cell, Entry
from cxdesk.ui.somebody import something
from cxdesk.ui.widgets.fields import Choice
from cxdesk.ui.widgets.forms import FormRow
from cxdesk.ui.widgets.suggestions import SuggestField
from cxdesk.ui.widgets.ticks import Tick


class Editor(Protocol):
    """What the form asks of each."""

    @property
    def widget(self) -> QWidget:
        """What stands in the form."""

    def show(self, value: Any, known: Sequence[str]) -> None:
        """Show a value; `known` are the shop's categories."""

    def entered(self) -> Any:
        """What is entered."""

    def fail(self, error: str) -> None:
        """Say what is wrong with it, or nothing when empty."""


class TextEditor:
    """A line of text, with the shop's categories to choose from where it is one."""

    def __init__(self, cell: Cell, key: str) -> None:
        self._suggests = cell.entry is Entry.CATEGORY
        self.field = SuggestField(cell.label, id=key)
        self.widget = FormRow(cell.label, self.field, cell.hint)

    def show(self, value: Any, known: Sequence[str]) -> None:
        """Show a text."""
        self.field.suggest(known if self._suggests else ())
        self.field.setText(value)
        self.field.setCursorPosition(0)

    def entered(self) -> str:
        """The text."""
        return self.field.text()

    def fail(self, error: str) -> None:
        """Say what is wrong at the field."""
        self.widget.set_error(error)


class TickEditor:
    """A yes or no."""

    def __init__(self, cell: Cell, key: str) -> None:
        self.widget = Tick(cell.label, id=key)

    def show(self, value: Any, known: Sequence[str]) -> None:  # noqa: ARG002 - as every editor
        """Show it."""
        self.widget.setChecked(value)

    def entered(self) -> bool:
        """Whether it is ticked."""
        return self.widget.isChecked()

    def fail(self, error: str) -> None:
        """Nothing can be wrong with it."""


class WeekdayEditor:
    """A weekday, or every day."""

    def __init__(self, language: Language, cell: Cell, key: str) -> None:
        days = {str(number): name for number, name in programme.weekdays(language).items()}
        self.field = Choice(cell.label, {"": language.tr("every day")} | days, id=key)
        self.widget = FormRow(cell.label, self.field)

    def show(self, value: Any, known: Sequence[str]) -> None:  # noqa: ARG002 - as every editor
        """Show a weekday by its number."""
        self.field.choose(str(value or ""))

    def entered(self) -> int | None:
        """The number of the weekday."""
        return int(self.field.value()) if self.field.value() else None

    def fail(self, error: str) -> None:
        """Nothing can be wrong with it."""


class ProductEditor:
    """A product that is searched for."""

    def __init__(self, desk: Desk, cell: Cell, key: str) -> None:
        self._desk, self.widget = desk, something(desk, cell.label, key)

    def show(self, value: Any, known: Sequence[str]) -> None:  # noqa: ARG002 - as every editor
        """Show a product by its id."""
        self.widget.clear()
        if value is not None:
            self.widget.choose(value, self._desk.products.get(value).name)

    def entered(self) -> int | None:
        """The id of the product, None for everything."""
        return self.widget.chosen

    def fail(self, error: str) -> None:
        """Nothing can be wrong with it."""


def editor(desk: Desk, language: Language, cell: Cell, key: str) -> Editor:
    """The editor of a value."""
    match cell.entry:
        case Entry.TICK:
            return TickEditor(cell, key)
        case Entry.WEEKDAY:
            return WeekdayEditor(language, cell, key)
        case Entry.PRODUCT:
            return ProductEditor(desk, cell, key)
        case _:
            return TextEditor(cell, key)
