"""What staff noticed, in one line."""

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QWidget

from cxdesk.domain.note import NoteKind
from cxdesk.language import talks
from cxdesk.language.language import Language
from cxdesk.ui.counter.form import Form
from cxdesk.ui.counter.question import aside, title
from cxdesk.ui.widgets.choices import ChipGroup
from cxdesk.ui.widgets.fields import TextField
from cxdesk.ui.widgets.layouts import column


class NoteLine(QWidget):
    """A kind and a line of text; `changed(field, value)` as of `Answers`, `done` when Enter ends the line."""

    changed = Signal(str, object)
    done = Signal()

    def __init__(self, language: Language) -> None:
        super().__init__()
        tr = language.tr
        kinds = {kind.value: talks.note(language, kind) for kind in NoteKind}
        self.kind = ChipGroup(tr("Kind of note"), kinds, always=True, equal=False, id="note-kind")
        self.text = TextField(
            tr("Note"), tr("For example: tried on the red coat, size 40 was sold out"), id="note"
        )
        head = title(tr("What did you notice?"), aside(tr("saved with the visit")))
        self.setLayout(column(head, self.kind, self.text))
        self.kind.changed.connect(lambda: self.changed.emit("note_kind", NoteKind(self.kind.value())))
        self.text.textEdited.connect(lambda text: self.changed.emit("note", text))
        self.text.returnPressed.connect(self.done)

    def show_form(self, form: Form) -> None:
        """Show what stands in the form."""
        self.kind.choose(form.note_kind.value)
        if self.text.text() != form.note:
            self.text.setText(form.note)
