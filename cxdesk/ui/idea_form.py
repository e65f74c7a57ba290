"""The small form of an idea of one's own, at the counter and on a customer's card."""

from collections.abc import Callable
from datetime import date

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QKeyEvent

from cxdesk.language import ideas
from cxdesk.language.language import Language
from cxdesk.ui.tokens import Tone
from cxdesk.ui.widgets.buttons import Button, Kind
from cxdesk.ui.widgets.cards import Card
from cxdesk.ui.widgets.choices import ChipGroup
from cxdesk.ui.widgets.day_chips import day_chips
from cxdesk.ui.widgets.fields import TextArea, TextField
from cxdesk.ui.widgets.flow import Flow
from cxdesk.ui.widgets.keys import form_key
from cxdesk.ui.widgets.layouts import boxed
from cxdesk.ui.widgets.notes import Note

DAYS = (0, 1, 7)


class IdeaForm(Card):
    """What is said to the customer, from which day on, and how: `written(text, day, way)`, `left` by Esc."""

    written = Signal(str, str, str)
    left = Signal()

    def __init__(self, language: Language, today: Callable[[], date]) -> None:
        tr = language.tr
        super().__init__(tr("Thank for …"), icon="heart")
        self.text = TextArea(
            tr("What you want to say"),
            tr("Such as: Thank you for carrying our boxes in"),
            lines=2,
            id="idea-text",
        )
        self.day = TextField(tr("From which day on"), id="idea-day")
        days = day_chips(language, today, DAYS, self.day, "idea")
        words = {way.value: said for way, said in ideas.ways(language).items()}
        self.way = ChipGroup(tr("How"), words, always=True, equal=False, height=30, id="idea-way")
        self.error = Note("", Tone.BAD)
        save = Button(tr("Suggest it"), icon="check", id="idea-save")
        cancel = Button(tr("Cancel"), Kind.QUIET, id="idea-cancel")
        save.clicked.connect(self._write)
        cancel.clicked.connect(self.left)
        parts = (self.text, self.way, self.day, days, self.error)
        for part in (*parts, boxed(Flow(save, cancel))):
            self.add(part)

    def begin(self, day: str) -> None:
        """Open, ready to type."""
        self.text.clear()
        self.day.setText(day)
        self.error.say("")
        self.show()
        self.text.setFocus(Qt.FocusReason.TabFocusReason)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Enter in the day notes it, Esc leaves."""
        if not form_key(event, self._write, self.left.emit):
            super().keyPressEvent(event)

    def _write(self) -> None:
        self.written.emit(self.text.toPlainText(), self.day.text(), self.way.value())
