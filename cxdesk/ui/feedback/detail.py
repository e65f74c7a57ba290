"""One feedback in full, with its answer."""

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QWidget

from cxdesk.language.language import Language
from cxdesk.ui.feedback.words import Detail
from cxdesk.ui.tokens import Style, Tone
from cxdesk.ui.widgets.access import named
from cxdesk.ui.widgets.badges import Badge
from cxdesk.ui.widgets.buttons import Button, Kind
from cxdesk.ui.widgets.cards import Card
from cxdesk.ui.widgets.fields import TextArea
from cxdesk.ui.widgets.flow import Flow
from cxdesk.ui.widgets.labels import Label
from cxdesk.ui.widgets.layouts import boxed, column, empty, row
from cxdesk.ui.widgets.notes import Note
from cxdesk.ui.widgets.scorebadge import ScoreBadge


class DetailCard(Card):
    """All fields of a feedback. Signals: `resolved(text)`, `corrected`, `customer_wanted`."""

    resolved = Signal(str)
    corrected = Signal()
    customer_wanted = Signal()

    def __init__(self, language: Language, *, customers: bool, counter: bool) -> None:
        super().__init__()
        tr = language.tr
        self._language, self._customers = language, customers
        self._shown = 0
        self.nobody = Label(tr("Choose a feedback in the list."), muted=True, lines=0)
        self._head = column(gap=2)
        self._body = column(gap=8)
        self.customer = Button(tr("Open customer"), icon="user", id="open-customer")
        self.correct = Button(tr("Correct"), icon="pencil", id="correct")
        self.correct.setVisible(False)
        self._counter = counter
        self.error = Note("", Tone.BAD)
        self.answer = TextArea(
            tr("Your answer"), tr("How was it answered? (optional)"), lines=2, id="resolution"
        )
        self.done = Button(tr("Mark as answered"), Kind.PRIMARY, icon="check", id="resolve")
        self._answering = boxed(
            column(Label(tr("Waiting for an answer"), Style.H2), self.answer, boxed(Flow(self.done)))
        )
        self._buttons = boxed(Flow(self.correct, self.customer, gap=8))
        for part in (self.nobody, self._head, self._body, self.error, self._answering, self._buttons, None):
            self.add(part)
        self.customer.clicked.connect(self.customer_wanted)
        self.correct.clicked.connect(self.corrected)
        self.done.clicked.connect(lambda: self.resolved.emit(self.answer.toPlainText()))
        named(self, tr("The chosen feedback"), "feedback-detail")
        self.show_detail(None)

    def show_detail(self, detail: Detail | None) -> None:
        """Show another feedback; what is being written for the same one stays."""
        empty(self._head)
        empty(self._body)
        self.nobody.setVisible(detail is None)
        self._answering.setVisible(detail is not None and detail.open)
        self._buttons.setVisible(detail is not None)
        if detail is None or detail.id != self._shown:
            self.answer.setPlainText("")
            self.error.say("")
        self._shown = detail.id if detail else 0
        if detail:
            self._fill(detail)

    def main_control(self) -> QWidget:
        """Where Enter in the list leads: the answer, or the first button."""
        return self.answer if self._answering.isVisibleTo(self) else self.correct

    def _fill(self, detail: Detail) -> None:
        self.correct.setVisible(self._counter)
        self.customer.setVisible(self._customers and detail.customer_id is not None)
        self._head.addWidget(Label(detail.name, Style.TITLE, lines=2))
        self._head.addWidget(Label(detail.day, Style.SMALL, muted=True))
        self._body.addWidget(boxed(Flow(*self._badges(detail))))
        if detail.comment:
            self._body.addWidget(Label(self._language.quoted(detail.comment), lines=0))
        for name, value in detail.facts:
            label = Label(name, Style.SMALL, muted=True)
            line = row(label, Label(value, Style.SMALL, lines=2, align=Qt.AlignmentFlag.AlignRight))
            line.setStretch(1, 1)
            self._body.addLayout(line)
        if detail.answered:
            self._body.addWidget(self._answered(detail))

    def _badges(self, detail: Detail) -> list[Badge]:
        badges: list[Badge] = [Badge(need) for need in detail.needs]
        if detail.nps is not None:
            badges.insert(0, ScoreBadge(detail.nps, f"{detail.nps} · {detail.group}"))
        return badges

    def _answered(self, detail: Detail) -> QWidget:
        title = self._language.tr("Answered on {day}", day=detail.answered)
        words = [Label(detail.resolution, lines=0)] if detail.resolution else []
        return boxed(column(Label(title, Style.STRONG, tone=Tone.GOOD), *words, gap=2))
