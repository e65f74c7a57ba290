"""Changing many customers at once: what, a look at what comes of it, and one step that can be undone."""

from collections.abc import Sequence
from functools import partial
from typing import TYPE_CHECKING

from PySide6.QtCore import QTimer, Signal
from PySide6.QtWidgets import QStackedWidget, QWidget

from cxdesk.domain.editing import Preview
from cxdesk.domain.errors import UserError
from cxdesk.domain.listing import by_column
from cxdesk.services.desk import Desk
from cxdesk.ui.acts import Acts
from cxdesk.ui.customers import edits
from cxdesk.ui.screens import Shell
from cxdesk.ui.tokens import Style, Tone
from cxdesk.ui.widgets.buttons import Button, IconButton, Kind
from cxdesk.ui.widgets.cards import Card
from cxdesk.ui.widgets.columns import ScrollPage
from cxdesk.ui.widgets.fields import Choice
from cxdesk.ui.widgets.flow import Flow
from cxdesk.ui.widgets.forms import FormRow
from cxdesk.ui.widgets.labels import Label
from cxdesk.ui.widgets.layouts import boxed, column, row
from cxdesk.ui.widgets.notes import Note
from cxdesk.ui.widgets.progress import JobProgress
from cxdesk.ui.widgets.sheet import Sheet
from cxdesk.ui.widgets.suggestions import SuggestField

if TYPE_CHECKING:
    from cxdesk.domain.fields import Field
    from cxdesk.services.editing import Edited
    from cxdesk.ui.jobs import Job

PAUSE_MS = 250  # after the last key, before the look is taken
TOUCHED = frozenset({"customers", "tags", "field_values", "consents"})


class Many(QWidget):
    """The part of the page that changes the chosen customers; `left` when it is done or given up."""

    left = Signal()

    def __init__(self, desk: Desk, shell: Shell, acts: Acts) -> None:
        super().__init__()
        self._desk, self._shell, self._language, self._acts = desk, shell, shell.language, acts
        self._ids: Sequence[int] = ()
        self._look: Job | None = None
        self._own: dict[str, Field] = {}
        self._clock = QTimer(self, singleShot=True, interval=PAUSE_MS)
        say = self._language.tr
        self.title = Label("", Style.TITLE, lines=2)
        self.part = Choice(say("What to change"), id="edit-part")
        self.value = Choice(say("To what"), id="edit-value")
        self.text = SuggestField(say("To what"), id="edit-text")
        self._values = QStackedWidget()
        self._values.addWidget(self.value)
        self._values.addWidget(self.text)
        self.outcome = Label("", Style.H2, lines=0)
        self.sheet = Sheet(say("Before and after"), id="edit-preview")
        self.note, self.progress = Note(tone=Tone.BAD), JobProgress(say("Cancel"))
        self.apply = Button(say("Change"), Kind.PRIMARY, icon="check", key="Ctrl+Enter", id="apply-edit")
        self._lay_out()
        self._connect()

    def begin(self, ids: Sequence[int]) -> None:
        """Ask what to change for these customers."""
        self._ids = ids
        say, n = self._language, len(ids)
        self.title.setText(say.tr_n("Change {n} customer", "Change {n} customers", n))
        self.part.blockSignals(True)
        self.part.clear()
        self._own = by_column(self._desk.fields.asked())
        for key, words in edits.parts(say, self._own).items():
            self.part.addItem(words, key)
        self.part.blockSignals(False)
        self._ask()

    def main_control(self) -> QWidget:
        """What is to be changed."""
        return self.part

    def _lay_out(self) -> None:
        say = self._language.tr
        back = IconButton("arrow-left", say("Back"), Kind.SECONDARY, id="leave-edit")
        back.clicked.connect(self.left)
        cancel = Button(say("Cancel"), hint="Esc", id="cancel-edit")
        cancel.clicked.connect(self.left)
        asked = Card("", FormRow(say("What to change"), self.part), FormRow(say("To what"), self._values))
        shown = Card(say("What comes of it"), self.outcome, self.sheet)
        head = row(back, self.title, gap=12)
        head.setStretch(1, 1)
        buttons = boxed(Flow(self.apply, cancel, gap=8))
        self.setLayout(
            column(ScrollPage(head, asked, self.note, shown, self.progress, buttons, None, gap=12))
        )

    def _connect(self) -> None:
        self.part.currentIndexChanged.connect(self._ask)
        self.value.currentIndexChanged.connect(self._wait)
        self.text.textChanged.connect(self._wait)
        self._clock.timeout.connect(self._preview)
        self.apply.clicked.connect(self._apply)

    def _ask(self) -> None:
        key = self.part.value()
        options = edits.options(self._language, key, self._own)
        self.value.clear()
        for value, words in options.items():
            self.value.addItem(words, value)
        self.text.clear()
        self.text.suggest([] if options else self._desk.register.used(*edits.subject(key)))
        self._values.setCurrentWidget(self.value if options else self.text)
        self._wait()

    def _wait(self) -> None:
        """Nothing is done before somebody could see what comes of it."""
        if self._look:
            self._look.cancel()
        self.apply.setEnabled(False)
        self._clock.start()

    def _preview(self) -> None:
        ids = self._ids
        try:
            edit = edits.edit(self.part.value(), self._said(), self._own)
        except UserError as nothing:
            self.outcome.setText(self._language.error(nothing))
            self.sheet.hide()
            return
        self._look = self._shell.jobs.run(
            lambda desk, _: desk.editing.preview(ids, edit), self._show, self._failed
        )

    def _show(self, preview: Preview) -> None:
        say, n = self._language, preview.changing
        self.note.say("")
        said = say.tr_n("{n} of {of} changes.", "{n} of {of} change.", n, of=say.number(preview.of))
        self.outcome.setText(said if n else say.tr("Nobody changes: all of them have it so already."))
        header = [say.tr("Name"), say.tr("Now"), say.tr("Then")]
        self.sheet.show_rows(header, edits.rows(say, self.part.value(), preview, self._own))
        self.sheet.setVisible(n > 0)
        self.apply.set_text(
            say.tr_n("Change {n} customer", "Change {n} customers", n) if n else say.tr("Change")
        )
        self.apply.setEnabled(n > 0)

    def _apply(self) -> None:
        ids, edit = self._ids, edits.edit(self.part.value(), self._said(), self._own)
        self.apply.setEnabled(False)
        job = self._shell.jobs.run(
            lambda desk, progress: desk.editing.apply(ids, edit, progress), self._done, self._failed
        )
        job.ended.connect(self._wait)
        self.progress.follow(job, self._language.tr("The customers are being changed…"))

    def _done(self, edited: "Edited") -> None:
        say, n = self._language, edited.customers
        self._shell.changes.tell(TOUCHED)
        text = say.tr_n("{n} customer changed", "{n} customers changed", n)
        change = edited.change
        self._shell.toast(text, undo=partial(self._acts.take_back, change) if change else None)
        self._clock.stop()
        self.left.emit()

    def _failed(self, error: Exception) -> None:
        if isinstance(error, UserError):
            self.note.say(self._language.error(error))
        else:
            self._shell.fail(error)

    def _said(self) -> str:
        return self.value.value() if self._values.currentWidget() is self.value else self.text.text()
