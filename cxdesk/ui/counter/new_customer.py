"""The small form for a customer who is not in the register yet."""

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QKeyEvent

from cxdesk.language.language import LANGUAGES, Language
from cxdesk.ui.alike import AlikeList
from cxdesk.ui.tokens import Tone
from cxdesk.ui.widgets.buttons import Button, Kind
from cxdesk.ui.widgets.cards import Card
from cxdesk.ui.widgets.fields import Choice, TextField
from cxdesk.ui.widgets.flow import Flow
from cxdesk.ui.widgets.layouts import boxed
from cxdesk.ui.widgets.notes import Note


class NewCustomer(Card):
    """Name, phone, language; `made(first, last, phone, language)` by Enter, `left` by Esc.

    `typed(first, last, phone)` comes with every key, so that `alike` can show who may be meant.
    """

    made = Signal(str, str, str, str)
    typed = Signal(str, str, str)
    left = Signal()

    def __init__(self, language: Language) -> None:
        tr = language.tr
        super().__init__(tr("New customer"))
        self._language = language
        self.first = TextField(tr("First name"), tr("First name"), id="new-first")
        self.last = TextField(tr("Last name"), tr("Last name"), id="new-last")
        self.phone = TextField(tr("Phone"), tr("Phone"), id="new-phone")
        self.speaks = Choice(tr("Language of letters"), LANGUAGES, id="new-language")
        self.error, self.alike = Note("", Tone.BAD), AlikeList(language)
        save = Button(tr("Add customer"), icon="check", id="new-save")
        cancel = Button(tr("Cancel"), Kind.QUIET, id="new-cancel")
        for part in (self.first, self.last, self.phone, self.alike, self.speaks, self.error):
            self.add(part)
        self.add(boxed(Flow(save, cancel)))
        for field in (self.first, self.last, self.phone):
            field.returnPressed.connect(self._made)
            field.textChanged.connect(self._typed)
        save.clicked.connect(self._made)
        cancel.clicked.connect(self.left)

    def begin(self, typed: str) -> None:
        """Empty the form, but for what was already typed: a phone number or a name."""
        is_phone = any(sign.isdigit() for sign in typed)
        first, _, last = ("", "", "") if is_phone else typed.partition(" ")
        self.first.setText(first)
        self.last.setText(last.strip())
        self.phone.setText(typed if is_phone else "")
        self.speaks.choose(self._language.code)
        self.error.say("")

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Esc leaves."""
        if event.key() == Qt.Key.Key_Escape:
            self.left.emit()
        else:
            super().keyPressEvent(event)

    def _typed(self) -> None:
        self.typed.emit(self.first.text(), self.last.text(), self.phone.text())

    def _made(self) -> None:
        self.made.emit(self.first.text(), self.last.text(), self.phone.text(), self.speaks.value())
