"""The programme: what was changed and why, and when to look whether it helped."""

from functools import partial

from PySide6.QtWidgets import QWidget

from cxdesk.domain.errors import UserError
from cxdesk.domain.programme import ProgrammeChange
from cxdesk.language import typed
from cxdesk.language.language import Language
from cxdesk.services.desk import Desk
from cxdesk.ui.acts import Acts, Saying
from cxdesk.ui.tokens import Style, Tone
from cxdesk.ui.widgets.badges import Badge
from cxdesk.ui.widgets.buttons import Button
from cxdesk.ui.widgets.cards import Card
from cxdesk.ui.widgets.columns import Columns
from cxdesk.ui.widgets.fields import TextField
from cxdesk.ui.widgets.flow import Flow
from cxdesk.ui.widgets.forms import FormRow
from cxdesk.ui.widgets.labels import Label
from cxdesk.ui.widgets.layouts import boxed, column, empty
from cxdesk.ui.widgets.notes import Note


class ProgrammeHalf(QWidget):
    """The log at the left, a new entry at the right."""

    def __init__(self, desk: Desk, language: Language, saying: Saying) -> None:
        super().__init__()
        self._desk, self._language = desk, language
        self._acts, self._rows, self._edits = Acts(desk, saying), column(gap=12), list[TextField]()
        hint = language.tr("Small steps: note what was changed and why, and look later whether it helped.")
        log = Card(
            language.tr("Change log"), Label(hint, muted=True, lines=0), boxed(self._rows), icon="history"
        )
        self.setLayout(column(Columns((log, 8), (self._new(), 5), stack_under=900)))

    def load(self) -> None:
        """Show the log."""
        for each in self._edits:
            each.blockSignals(True)  # a field that goes away has nothing more to save
        self._edits.clear()
        empty(self._rows)
        for change in self._desk.programme.changes():
            self._rows.addWidget(self._line(change))

    def _new(self) -> Card:
        tr = self._language.tr
        self.what = TextField(tr("What was changed?"), id="change-what")
        self.why = TextField(tr("Why?"), id="change-why")
        self.review = TextField(tr("When do we look at it again?"), tr("day.month.year"), id="change-review")
        self.error = Note("", Tone.BAD)
        note = Button(tr("Note it"), icon="check", id="change-note")
        note.clicked.connect(lambda _: self._note())
        rows = (FormRow(field.accessibleName(), field) for field in (self.what, self.why, self.review))
        return Card(tr("A new change"), *rows, self.error, boxed(Flow(note)), icon="plus")

    def _note(self) -> None:
        try:
            said = self.review.text().strip()
            review = typed.day(said) if said else None
            act = partial(self._desk.programme.note, self.what.text(), self.why.text(), review)
            self._acts.attempt(act, self._language.tr("Noted"))
        except UserError as error:
            self.error.say(self._language.error(error))
            return
        self.error.say("")
        for field in (self.what, self.why, self.review):
            field.clear()

    def _line(self, change: ProgrammeChange) -> QWidget:
        tr, day = self._language.tr, self._language.date(change.day)
        learned = TextField(tr("What did it teach?"), tr("What did it teach?"), id=f"learned-{change.id}")
        learned.setText(change.learned)
        learned.editingFinished.connect(lambda: self._learn(change, learned.text()))
        self._edits.append(learned)
        head = Flow(Label(change.what, Style.STRONG, lines=0), *self._due(change), gap=8)
        words = " · ".join(part for part in (day, change.why) if part)
        return boxed(column(boxed(head), Label(words, muted=True, lines=0), learned, gap=4))

    def _due(self, change: ProgrammeChange) -> list[Badge]:
        if change.review is None or change.learned:
            return []
        late = change.review <= self._desk.workplace.today()
        words = self._language.tr("look again {day}", day=self._language.date(change.review))
        return [Badge(words, Tone.WARN if late else Tone.NEUTRAL)]

    def _learn(self, change: ProgrammeChange, text: str) -> None:
        if text.strip() != change.learned:
            self._acts.do(lambda: self._desk.programme.learn(change.id, text), self._language.tr("Noted"))
