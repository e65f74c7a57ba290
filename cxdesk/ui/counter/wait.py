"""How long the customer waited: a few usual times by one press, any other typed."""

from PySide6.QtCore import QRegularExpression, Signal
from PySide6.QtGui import QRegularExpressionValidator
from PySide6.QtWidgets import QWidget

from cxdesk.language import needs
from cxdesk.language.language import Language
from cxdesk.ui.theme import theme
from cxdesk.ui.widgets.access import named
from cxdesk.ui.widgets.choices import ChipGroup
from cxdesk.ui.widgets.fields import TextField
from cxdesk.ui.widgets.flow import Flow

USUAL = (0, 5, 10, 15, 30)  # minutes
# Figures alone: a comma is a grouping sign in one language and none in another.
MINUTES = QRegularExpression("[0-9]{0,4}")
FIELD_WIDTH = 120  # logical px


class Wait(QWidget):
    """Chips and a field for the same minutes; `changed(minutes)` tells of another answer, None of one taken away."""

    changed = Signal(object)

    def __init__(self, language: Language) -> None:
        super().__init__()
        name = language.tr("How long was the wait?")
        words = {str(minutes): needs.waited(language, minutes) for minutes in USUAL}
        self.chips = ChipGroup(name, words, equal=False, id="waited")
        self.field = TextField(language.tr("Minutes of waiting"), language.tr("minutes"), id="waited-minutes")
        self.field.setValidator(QRegularExpressionValidator(MINUTES, self.field))
        self.field.setMaximumWidth(theme().px(FIELD_WIDTH))
        self.setLayout(Flow(self.chips, self.field, gap=6))
        self.chips.changed.connect(self._pressed)
        self.field.textEdited.connect(self._typed)
        named(self, name)

    def show_minutes(self, minutes: int | None) -> None:
        """Show an answer: its chip if it has one, else the figure."""
        usual = minutes in USUAL
        self.chips.choose(str(minutes) if usual else "")
        text = "" if minutes is None or usual else str(minutes)
        if not self.field.hasFocus():
            self.field.setText(text)

    def _pressed(self) -> None:
        self.field.setText("")
        key = self.chips.value()
        self.changed.emit(int(key) if key else None)

    def _typed(self, text: str) -> None:
        self.changed.emit(int(text) if text else None)
