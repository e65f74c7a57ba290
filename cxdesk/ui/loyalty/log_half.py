"""The programme: what was changed and why, and when to look whether it helped."""

from collections.abc import Sequence

from PySide6.QtWidgets import QWidget

from cxdesk.language.language import Language
from cxdesk.ui.loyalty.log import Log, LogRow
from cxdesk.ui.tokens import Style, Tone
from cxdesk.ui.widgets.badges import Badge
from cxdesk.ui.widgets.buttons import Button, IconButton
from cxdesk.ui.widgets.cards import Card
from cxdesk.ui.widgets.columns import Columns
from cxdesk.ui.widgets.fields import TextField
from cxdesk.ui.widgets.flow import Flow
from cxdesk.ui.widgets.forms import FormRow
from cxdesk.ui.widgets.labels import Label
from cxdesk.ui.widgets.layouts import boxed, column, empty, row
from cxdesk.ui.widgets.notes import Note


class LogHalf(QWidget):
    """The log at the left, a new entry at the right."""

    def __init__(self, language: Language, log: Log) -> None:
        super().__init__()
        self._language, self._log, log.view = language, log, self
        self._rows, self._edits = column(gap=12), list[TextField]()
        hint = language.tr(
            "Every change of the rules stands here by itself. Say why, and look later whether it helped."
        )
        kept = Card(
            language.tr("Change log"), Label(hint, muted=True, lines=0), boxed(self._rows), icon="history"
        )
        self.setLayout(column(Columns((kept, 8), (self._new(), 5), gap=12, stack_under=900)))

    def show_log(self, rows: Sequence[LogRow]) -> None:
        """Show these changes."""
        for each in self._edits:
            each.blockSignals(True)  # a field that goes away has nothing more to save
        self._edits.clear()
        empty(self._rows)
        for change in rows:
            self._rows.addWidget(self._line(change))
        if not rows:
            text = self._language.tr("Nothing has been changed yet.")
            self._rows.addWidget(Label(text, muted=True, lines=0))

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
        wrong = self._log.note(self.what.text(), self.why.text(), self.review.text())
        self.error.say(wrong)
        for field in () if wrong else (self.what, self.why, self.review):
            field.clear()

    def _line(self, change: LogRow) -> QWidget:
        due = [Badge(change.due, Tone.WARN if change.late else Tone.NEUTRAL)] if change.due else []
        head = Flow(Label(change.what, Style.STRONG, lines=0), *due, gap=8)
        detail = Label(change.detail, muted=True, lines=0)
        more = self._reason(change) if change.open else self._lesson(change)
        return boxed(column(boxed(head), detail, more, gap=4))

    def _reason(self, change: LogRow) -> QWidget:
        """Why it was changed, and when to look at it again; Enter or the button notes both."""
        tr = self._language.tr
        why = TextField(tr("Why? – {what}", what=change.what), tr("Why?"), id=f"why-{change.key}")
        review = TextField(
            tr("When do we look at it again? – {what}", what=change.what),
            tr("Look again: day.month.year"),
            id=f"review-{change.key}",
        )
        note, error = IconButton("check", tr("Note it"), id=f"tell-{change.key}"), Note("", Tone.BAD)
        for done in (why.returnPressed, review.returnPressed, note.clicked):
            done.connect(lambda *_: error.say(self._log.explain(change.key, why.text(), review.text())))
        both = row(Columns((why, 2), (review, 1), gap=8, stack_under=420), note, gap=8)
        both.setStretch(0, 1)
        return boxed(column(both, error, gap=4))

    def _lesson(self, change: LogRow) -> QWidget:
        words = self._language.tr("What did it teach?")
        learned = TextField(words, words, id=f"learned-{change.key}")
        learned.setText(change.learned)
        learned.editingFinished.connect(lambda: self._learn(change, learned.text()))
        self._edits.append(learned)
        return learned

    def _learn(self, change: LogRow, text: str) -> None:
        if text.strip() != change.learned:
            self._log.learn(change.key, text)
