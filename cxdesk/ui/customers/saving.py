"""A line that keeps the list as it stands under a name, gives it another, or takes it away."""

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QWidget

from cxdesk.language.language import Language
from cxdesk.ui.tokens import Tone
from cxdesk.ui.widgets.buttons import Button, IconButton, Kind
from cxdesk.ui.widgets.fields import TextField
from cxdesk.ui.widgets.flow import Flow
from cxdesk.ui.widgets.layouts import boxed, column
from cxdesk.ui.widgets.notes import Note


class KeepList(QWidget):
    """Asks for the name; `kept(name)`, `renamed(name)` and `deleted` tell what is wished, `left` when nothing is."""

    kept = Signal(str)
    renamed = Signal(str)
    deleted = Signal()
    left = Signal()

    def __init__(self, language: Language) -> None:
        super().__init__()
        say = language.tr
        self.name = TextField(say("Name of the list"), say("Name of the list"), id="list-name")
        self.keep = Button(say("Keep this list"), icon="check", id="keep-list")
        self.rename = Button(say("Rename"), icon="pencil", id="rename-list")
        self.delete = Button(say("Delete"), Kind.DANGER, icon="trash-2", id="delete-list")
        close = IconButton("x", say("Close"), id="close-list")
        self.note = Note(tone=Tone.BAD)
        line = boxed(Flow(self.name, self.keep, self.rename, self.delete, close, gap=8))
        self.setLayout(column(line, self.note))
        self.name.returnPressed.connect(self._keep)
        self.keep.clicked.connect(self._keep)
        self.rename.clicked.connect(lambda: self.renamed.emit(self.name.text()))
        self.delete.clicked.connect(self.deleted)
        close.clicked.connect(self.left)
        self.hide()

    def begin(self, name: str) -> None:
        """Ask for a name; with the `name` of the list that is chosen, also what else can be done with it."""
        self.note.say("")
        self.name.setText(name)
        self.name.selectAll()
        self.rename.setVisible(bool(name))
        self.delete.setVisible(bool(name))
        self.show()
        self.name.setFocus(Qt.FocusReason.TabFocusReason)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Esc leaves."""
        if event.key() == Qt.Key.Key_Escape:
            self.left.emit()
        else:
            super().keyPressEvent(event)

    def _keep(self) -> None:
        self.kept.emit(self.name.text())
