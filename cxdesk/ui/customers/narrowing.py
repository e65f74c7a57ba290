"""What narrows the list: each condition as a chip that can be taken away, and a line that adds one."""

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QStackedWidget, QWidget

from cxdesk.domain.errors import UserError
from cxdesk.language.language import Language
from cxdesk.ui.customers.presenter import Register
from cxdesk.ui.tokens import Tone
from cxdesk.ui.widgets.buttons import Button, IconButton, Kind
from cxdesk.ui.widgets.fields import Choice
from cxdesk.ui.widgets.flow import Flow
from cxdesk.ui.widgets.layouts import boxed, column, empty
from cxdesk.ui.widgets.notes import Note
from cxdesk.ui.widgets.suggestions import SuggestField


class Conditions(QWidget):
    """The conditions that hold, each a chip; `dropped(at)` when one is taken away. Hidden while there are none."""

    dropped = Signal(int)

    def __init__(self, language: Language) -> None:
        super().__init__()
        self._language = language
        self._flow = Flow(gap=6)
        self.setLayout(self._flow)
        self.hide()

    def show_conditions(self, said: list[str]) -> None:
        """Show these instead."""
        empty(self._flow)
        for at, text in enumerate(said):
            chip = Button(text, icon="x", id=f"condition-{at}")
            chip.setAccessibleName(self._language.tr("Remove the condition: {text}", text=text))
            chip.clicked.connect(lambda _=False, at=at: self.dropped.emit(at))
            self._flow.addWidget(chip)
        self.setVisible(bool(said))


class NewCondition(QWidget):
    """A line that asks what the list shall be narrowed by; `added` when that is done, `left` when not."""

    added = Signal()
    left = Signal()

    def __init__(self, register: Register, language: Language) -> None:
        super().__init__()
        say, self._register, self._language = language.tr, register, language
        self.about = Choice(say("Narrow the list by"), register.subjects(), id="condition-about")
        self.value = Choice(say("Which"), id="condition-value")
        self.text = SuggestField(say("Which"), id="condition-text")
        self._values = QStackedWidget()
        self._values.addWidget(self.value)
        self._values.addWidget(self.text)
        add = Button(say("Add"), Kind.SECONDARY, icon="plus", id="add-condition")
        close = IconButton("x", say("Close"), id="close-conditions")
        self.note = Note(tone=Tone.BAD)
        line = boxed(Flow(self.about, self._values, add, close, gap=8))
        self.setLayout(column(line, self.note))
        self.about.currentIndexChanged.connect(self._ask)
        add.clicked.connect(self._add)
        self.text.returnPressed.connect(self._add)
        close.clicked.connect(self.left)
        self.hide()

    def begin(self) -> None:
        """Ask anew."""
        chosen = self.about.value()
        self.about.blockSignals(True)
        self.about.clear()
        for key, words in self._register.subjects().items():
            self.about.addItem(words, key)
        self.about.choose(chosen if self.about.findData(chosen) >= 0 else self.about.itemData(0))
        self.about.blockSignals(False)
        self._ask()
        self.show()
        self.about.setFocus(Qt.FocusReason.TabFocusReason)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Enter adds, Esc leaves."""
        if event.key() == Qt.Key.Key_Escape:
            self.left.emit()
        elif event.key() in {Qt.Key.Key_Return, Qt.Key.Key_Enter}:
            self._add()
        else:
            super().keyPressEvent(event)

    def _ask(self) -> None:
        self.note.say("")
        choices = self._register.choices(self.about.value())
        self.value.clear()
        for key, words in choices.items():
            self.value.addItem(words, key)
        self._values.setCurrentWidget(self.value if choices else self.text)
        self.text.clear()
        self.text.suggest([] if choices else self._register.used(self.about.value()))

    def _add(self) -> None:
        choices = self._values.currentWidget() is self.value
        try:
            self._register.narrow(self.about.value(), self.value.value() if choices else self.text.text())
        except UserError as error:
            self.note.say(self._language.error(error))
            return
        self.note.say("")
        self.text.clear()
        self.added.emit()
