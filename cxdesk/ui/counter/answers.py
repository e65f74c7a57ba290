"""The centre of the counter: what the customer answered and said."""

from collections.abc import Mapping, Sequence
from typing import Any

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QSizePolicy, QWidget

from cxdesk.domain.asking import Question
from cxdesk.domain.needs import Channel, Need
from cxdesk.domain.playbook import Situation
from cxdesk.language import playbook
from cxdesk.language.language import Language
from cxdesk.ui.counter import questions
from cxdesk.ui.counter.basket import Basket
from cxdesk.ui.counter.form import Form
from cxdesk.ui.counter.interview_form import InterviewForm
from cxdesk.ui.counter.more_questions import MoreQuestions
from cxdesk.ui.counter.note_line import NoteLine
from cxdesk.ui.counter.question import ScoreQuestion, aside, title
from cxdesk.ui.tokens import Tone
from cxdesk.ui.widgets.buttons import Button, Kind
from cxdesk.ui.widgets.cards import Card
from cxdesk.ui.widgets.columns import Split
from cxdesk.ui.widgets.fields import TextArea
from cxdesk.ui.widgets.flow import Flow
from cxdesk.ui.widgets.fold import Fold
from cxdesk.ui.widgets.layouts import boxed
from cxdesk.ui.widgets.notes import Note
from cxdesk.ui.widgets.ticks import Tick


class Answers(Card):
    """The questions.

    Signals: `changed(field, value)` tells of every answer of a person, `typed(question)` that a key has answered a
    question of the day, `late_zero(question)` that a 0 came to it which means nothing there, `anyway(question)` that
    a question is to be asked although it waits, `unfolded(first, all)` that something was opened and begins with
    `first`, `interviewing` that an interview begins, `noted` that the line of an observation is full.

    What few visits need (more questions, the observation, the interview) is made when it is first opened.
    """

    changed = Signal(str, object)
    typed = Signal(object)
    late_zero = Signal(object)
    anyway = Signal(object)
    unfolded = Signal(QWidget, QWidget)
    interviewing = Signal()
    noted = Signal()

    def __init__(self, language: Language) -> None:
        super().__init__()
        tr = language.tr
        self._language, self._quiet, self._form = language, False, Form("", Basket(""))
        self._asked, self._holds = tuple(Question), dict[Question, str]()
        self.daily = {which: ScoreQuestion(language, which) for which in Question}
        self.needs, self.channel = questions.need_chips(language), questions.channel_chips(language)
        hint = tr("In the customer's own words (optional)")
        self.comment = TextArea(tr("Comment"), hint, lines=3, id="comment")
        self.comment.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)
        self.follow_up = Tick(tr("Needs an answer"), id="follow-up")
        self.more = Button(
            tr("More questions"), Kind.QUIET, icon="chevron-down", key="F5", id="more-questions"
        )
        self.noting = Button(tr("Observation"), Kind.QUIET, icon="eye", key="F8", id="observe")
        self.asking = Button(tr("Interview"), Kind.QUIET, icon="lightbulb", key="F11", id="interviewing")
        self.guiding = Button(tr("Guide"), Kind.QUIET, icon="heart-handshake", key="F12", id="guiding")
        self.rare, self.note = Fold(self._make_rare), Fold(self._make_note)
        self.interview = Fold(self._make_interview)
        self._correcting = Note("", Tone.INFO, icon="pencil")
        self._arrange()
        self._connect()

    def show_form(self, form: Form) -> None:
        """Show what stands in the form."""
        self._quiet, self._form = True, form
        self._say_correcting(form)
        for which, question in self.daily.items():
            question.scale.choose(getattr(form, which))
        if form.empty:
            self.needs.collapse()
            self.channel.collapse()
        self.needs.show_chosen(*(need.value for need in form.needs))
        self.channel.show_chosen(form.channel.value)
        for fold, filled in ((self.note, form.notes), (self.interview, not form.interview.empty)):
            if filled:
                fold.open()
            elif form.empty:
                fold.hide()
        for part in (self.rare.known, self.note.known, self.interview.known):
            if part:
                part.show_form(form)
        if self.comment.toPlainText() != form.comment:
            self.comment.setPlainText(form.comment)
        self.follow_up.setChecked(form.wants_reply)
        for button in (self.noting, self.asking):
            button.setEnabled(form.corrects is None)
        self._unfold(open_=not form.empty and (self.rare.isVisibleTo(self) or form.beyond(self._asked)))
        self._quiet = False

    def show_asked(self, days: int | None) -> None:
        """Say when this customer answered last."""
        language = self._language
        said = "" if days is None else language.tr("answered {ago}", ago=language.ago(days))
        self.daily[Question.NPS].remark(said)

    def show_hint(self, situation: Situation | None) -> None:
        """Name the guide that fits this visit."""
        tr = self._language.tr
        words = playbook.title(self._language, situation) if situation else ""
        self.guiding.set_text(tr("Guide: {situation}", situation=words) if words else tr("Guide"))

    def show_asking(self, asked: tuple[Question, ...], holds: Mapping[Question, str]) -> None:
        """Show the questions of the day, the others below; those in `holds` are dimmed."""
        self._asked, self._holds = asked, dict(holds)
        for which, question in self.daily.items():
            question.setVisible(which in asked)
            question.hold(holds.get(which, ""))
        if self.rare.known:
            self.rare.known.show_asking(asked, holds)

    def _arrange(self) -> None:
        tr = self._language.tr
        for part in (
            self._correcting,
            *self.daily.values(),
            title(tr("What was it about?"), aside(tr("several are possible"))),
            self.needs,
            title(tr("Where did you meet?")),
            self.channel,
            self.comment,
            Split(self.follow_up, self.more),
            boxed(Flow(self.noting, self.asking, self.guiding, gap=4)),
            self.note,
            self.interview,
            self.rare,
        ):
            self.add(part)

    def _connect(self) -> None:
        for which, question in self.daily.items():
            question.scale.changed.connect(lambda score, which=which: self._say(which.value, score))
            question.scale.typed.connect(lambda which=which: self.typed.emit(which))
            question.scale.late_zero.connect(lambda which=which: self.late_zero.emit(which))
            question.anyway.connect(lambda which=which: self.anyway.emit(which))
        self.needs.chosen.connect(lambda keys: self._say("needs", tuple(map(Need, keys))))
        self.channel.chosen.connect(lambda keys: self._say("channel", Channel(keys[0])))
        self.comment.textChanged.connect(lambda: self._say("comment", self.comment.toPlainText()))
        self.follow_up.clicked.connect(lambda on: self._say("follow_up", on))
        self.more.clicked.connect(self._more)
        self.noting.clicked.connect(lambda: self._open(self.note, self.note.part.text))
        self.asking.clicked.connect(self.interviewing)

    def _make_rare(self) -> MoreQuestions:
        rare = MoreQuestions(self._language)
        rare.show_asking(self._asked, self._holds)
        rare.show_form(self._form)
        rare.changed.connect(self._say)
        rare.anyway.connect(self.anyway)
        return rare

    def _make_note(self) -> NoteLine:
        note = NoteLine(self._language)
        note.show_form(self._form)
        note.changed.connect(self._say)
        note.done.connect(self.noted)
        return note

    def _make_interview(self) -> InterviewForm:
        interview = InterviewForm(self._language)
        interview.show_form(self._form)
        interview.changed.connect(self._say)
        return interview

    def _more(self) -> None:
        open_ = not self.rare.isVisibleTo(self)
        self._unfold(open_=open_)
        if open_:
            self.unfolded.emit(self.rare.part.first(), self.rare)

    def interview_about(self, hits: Sequence[str]) -> None:
        """Open the interview with these articles to show."""
        self.interview.part.offer(hits)
        self._open(self.interview, self.interview.part.wishes)

    def _open(self, fold: QWidget, first: QWidget) -> None:
        fold.show()
        self.unfolded.emit(first, fold)

    def _say_correcting(self, form: Form) -> None:
        day = self._language.date(form.corrects.day) if form.corrects else ""
        text = (
            self._language.tr("Correcting the feedback of {day}. Esc leaves it as it was.", day=day)
            if day
            else ""
        )
        if text != self._correcting.label.text():
            self._correcting.say(text)

    def _say(self, field: str, value: Any) -> None:
        if not self._quiet:
            self.changed.emit(field, value)

    def _unfold(self, *, open_: bool) -> None:
        if open_:
            self.rare.open()
        else:
            self.rare.hide()
        self.more.icon_name = "chevron-up" if open_ else "chevron-down"
        self.more.set_text(
            self._language.tr("Fewer questions") if open_ else self._language.tr("More questions")
        )
