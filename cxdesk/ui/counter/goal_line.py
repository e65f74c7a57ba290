"""The line at the counter by which a goal comes nearer: how many more."""

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QKeyEvent

from cxdesk.domain.goal import Goal, Progress
from cxdesk.language import goals
from cxdesk.language.language import Language
from cxdesk.ui.tokens import Tone
from cxdesk.ui.widgets.buttons import Button, Kind
from cxdesk.ui.widgets.cards import Card
from cxdesk.ui.widgets.fields import TextField
from cxdesk.ui.widgets.flow import Flow
from cxdesk.ui.widgets.keys import form_key
from cxdesk.ui.widgets.labels import Label
from cxdesk.ui.widgets.layouts import boxed
from cxdesk.ui.widgets.notes import Note


class GoalLine(Card):
    """`added(goal, text)` by Enter, `left` by Esc."""

    added = Signal(object, str)
    left = Signal()

    def __init__(self, language: Language) -> None:
        tr = language.tr
        super().__init__(tr("Goal"), icon="target")
        self._language = language
        self._goal: Goal | None = None
        self._words = Label("", muted=True, lines=2)
        self.more = TextField(tr("How many more?"), tr("How many more?"), id="goal-more")
        self.error = Note("", Tone.BAD)
        save = Button(tr("Add"), icon="check", id="goal-add")
        cancel = Button(tr("Cancel"), Kind.QUIET, id="goal-cancel")
        save.clicked.connect(self._add)
        cancel.clicked.connect(self.left)
        for part in (self._words, self.more, self.error, boxed(Flow(save, cancel))):
            self.add(part)

    def begin(self, each: Progress) -> None:
        """Open, ready to type."""
        self._goal = each.goal
        done = goals.progress(self._language, each)
        self._words.setText(" · ".join(dict.fromkeys(part for part in (each.goal.text, done) if part)))
        self.more.clear()
        self.error.say("")
        self.more.setFocus(Qt.FocusReason.TabFocusReason)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Enter adds it, Esc leaves."""
        if not form_key(event, self._add, self.left.emit):
            super().keyPressEvent(event)

    def _add(self) -> None:
        self.added.emit(self._goal, self.more.text())
