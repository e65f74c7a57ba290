"""The line for a promise, and the promise of the visit."""

from collections.abc import Callable
from datetime import date
from functools import partial

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QWidget

from cxdesk.language.language import Language
from cxdesk.ui.tokens import Tone
from cxdesk.ui.widgets.buttons import Button, Kind
from cxdesk.ui.widgets.day_chips import day_chips
from cxdesk.ui.widgets.fields import TextField
from cxdesk.ui.widgets.flow import Flow
from cxdesk.ui.widgets.keys import form_key
from cxdesk.ui.widgets.layouts import boxed, column
from cxdesk.ui.widgets.notes import Note

DAYS = (1, 3, 7, 14)


class PromiseLine(QWidget):
    """What is promised until when: `written(text, due)` by Enter, `left` by Esc."""

    written = Signal(str, str)
    left = Signal()

    def __init__(self, language: Language, today: Callable[[], date]) -> None:
        super().__init__()
        tr = language.tr
        self.text = TextField(tr("What is promised?"), tr("What is promised?"), id="promise-text")
        self.due = TextField(tr("Until when?"), tr("Until when? (day.month.)"), id="promise-due")
        usual = {tr("Order ready"): 0, tr("Repair done"): 1, tr("We call back"): 2}
        texts = (
            self._chip(words, f"promise-{n}", partial(self.text.setText, words)) for words, n in usual.items()
        )
        days = day_chips(language, today, DAYS, self.due, "promise")
        self.error = Note("", Tone.BAD)
        save = Button(tr("Promise it"), icon="check", id="promise-save")
        cancel = Button(tr("Cancel"), Kind.QUIET, id="promise-cancel")
        save.clicked.connect(self._write)
        cancel.clicked.connect(self.left)
        parts = (self.text, boxed(Flow(*texts, gap=6)), self.due, days, self.error)
        self.setLayout(column(*parts, boxed(Flow(save, cancel)), margins=(0, 6, 0, 6)))

    def begin(self, text: str, due: str) -> None:
        """Open, ready to type."""
        self.text.setText(text)
        self.due.setText(due)
        self.error.say("")
        self.show()
        self.text.setFocus(Qt.FocusReason.TabFocusReason)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Enter takes it over, Esc leaves."""
        if not form_key(event, self._write, self.left.emit):
            super().keyPressEvent(event)

    def _write(self) -> None:
        if self.text.text().strip() and not self.due.text().strip() and not self.due.hasFocus():
            self.due.setFocus(Qt.FocusReason.TabFocusReason)
        else:
            self.written.emit(self.text.text(), self.due.text())

    @staticmethod
    def _chip(words: str, key: str, fill: Callable[[], object]) -> Button:
        button = Button(words, height=28, id=key)
        button.clicked.connect(lambda _: fill())
        return button
