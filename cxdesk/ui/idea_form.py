"""The small form of an idea of one's own, at the counter and on a customer's card."""

from collections.abc import Callable
from datetime import date, timedelta

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QKeyEvent

from cxdesk.language import ideas
from cxdesk.language.language import Language
from cxdesk.ui.tokens import Tone
from cxdesk.ui.widgets.buttons import Button, Kind
from cxdesk.ui.widgets.cards import Card
from cxdesk.ui.widgets.choices import ChipGroup
from cxdesk.ui.widgets.fields import TextArea, TextField
from cxdesk.ui.widgets.flow import Flow
from cxdesk.ui.widgets.layouts import boxed
from cxdesk.ui.widgets.notes import Note

CTRL = Qt.KeyboardModifier.ControlModifier
ENTER = {Qt.Key.Key_Return, Qt.Key.Key_Enter}
DAYS = (0, 1, 7)


class IdeaForm(Card):
    """What is said to the customer, from which day on, and how: `written(text, day, way)`, `left` by Esc."""

    written = Signal(str, str, str)
    left = Signal()

    def __init__(self, language: Language, today: Callable[[], date]) -> None:
        tr = language.tr
        super().__init__(tr("Thank for …"), icon="heart")
        self._language, self._today = language, today
        self.text = TextArea(
            tr("What you want to say"),
            tr("Such as: Thank you for carrying our boxes in"),
            lines=2,
            id="idea-text",
        )
        self.day = TextField(tr("From which day on"), id="idea-day")
        days = (self._chip(ago) for ago in DAYS)
        words = {way.value: said for way, said in ideas.ways(language).items()}
        self.way = ChipGroup(tr("How"), words, always=True, equal=False, height=30, id="idea-way")
        self.error = Note("", Tone.BAD)
        save = Button(tr("Suggest it"), icon="check", id="idea-save")
        cancel = Button(tr("Cancel"), Kind.QUIET, id="idea-cancel")
        save.clicked.connect(self._write)
        cancel.clicked.connect(self.left)
        parts = (self.text, self.way, self.day, boxed(Flow(*days, gap=6)), self.error)
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
        if event.key() == Qt.Key.Key_Escape:
            self.left.emit()
        elif event.key() in ENTER and not event.modifiers() & CTRL:
            self._write()
        else:
            super().keyPressEvent(event)

    def _chip(self, days: int) -> Button:
        tr = self._language.tr
        words = {0: tr("today"), 1: tr("tomorrow"), 7: tr("in a week")}
        button = Button(words[days], height=28, id=f"idea-in-{days}")
        button.clicked.connect(lambda _: self._in(days))
        return button

    def _in(self, days: int) -> None:
        self.day.setText(self._language.date(self._today() + timedelta(days=days)))

    def _write(self) -> None:
        self.written.emit(self.text.toPlainText(), self.day.text(), self.way.value())
