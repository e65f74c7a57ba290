"""The centre of the counter: what the customer answered and said."""

from typing import Any

from PySide6.QtCore import Signal

from cxdesk.domain.needs import Channel, Need
from cxdesk.language.language import Language
from cxdesk.ui.counter import questions
from cxdesk.ui.counter.form import Form
from cxdesk.ui.counter.more_questions import MoreQuestions, asks_more
from cxdesk.ui.counter.question import Question, aside, title
from cxdesk.ui.tokens import Tone
from cxdesk.ui.widgets.buttons import Button, Kind
from cxdesk.ui.widgets.cards import Card
from cxdesk.ui.widgets.columns import Split
from cxdesk.ui.widgets.fields import TextArea
from cxdesk.ui.widgets.layouts import boxed, column
from cxdesk.ui.widgets.notes import Note
from cxdesk.ui.widgets.ticks import Tick


class Answers(Card):
    """The questions; `changed(field, value)` tells of every answer of a person."""

    changed = Signal(str, object)

    def __init__(self, language: Language) -> None:
        super().__init__()
        tr = language.tr
        self._language, self._quiet = language, False
        self.nps, self.csat, self.ces = (
            questions.nps(language),
            questions.csat(language),
            questions.ces(language),
        )
        self.needs, self.channel = questions.need_chips(language), questions.channel_chips(language)
        hint = tr("In the customer's own words (optional)")
        self.comment = TextArea(tr("Comment"), hint, lines=2, id="comment")
        self.follow_up = Tick(tr("Needs an answer"), id="follow-up")
        self.more = Button(tr("More questions"), Kind.QUIET, icon="chevron-down", id="more-questions")
        self._correcting = Note("", Tone.INFO, icon="pencil")
        self._nps, self._ces = Question(language, self.nps), Question(language, self.ces)
        self.rare = MoreQuestions(language)
        self._extra = boxed(column(self._ces, self.rare))
        self._arrange()
        self._connect()

    def show_form(self, form: Form) -> None:
        """Show what stands in the form."""
        self._quiet = True
        self._say_correcting(form)
        for scale, score in ((self.nps, form.nps), (self.csat, form.csat), (self.ces, form.ces)):
            scale.choose(score)
        if form.empty:
            self.needs.collapse()
            self.channel.collapse()
        self.needs.show_chosen(*(need.value for need in form.needs))
        self.channel.show_chosen(form.channel.value)
        self.rare.show_form(form)
        if self.comment.toPlainText() != form.comment:
            self.comment.setPlainText(form.comment)
        self.follow_up.setChecked(form.wants_reply)
        self._unfold(
            open_=not form.empty
            and (self._extra.isVisibleTo(self) or asks_more(form) or form.ces is not None)
        )
        self._quiet = False

    def show_asked(self, days: int | None) -> None:
        """Say when this customer answered last."""
        language = self._language
        self._nps.remark("" if days is None else language.tr("answered {ago}", ago=language.ago(days)))

    def _arrange(self) -> None:
        tr = self._language.tr
        parts = (
            self._correcting,
            self._nps,
            Question(self._language, self.csat),
            title(tr("What was it about?"), aside(tr("several are possible"))),
            self.needs,
            title(tr("Where did you meet?")),
            self.channel,
            self.comment,
            Split(self.follow_up, self.more),
            self._extra,
        )
        for part in parts:
            self.add(part)

    def _connect(self) -> None:
        for name, scale in (("nps", self.nps), ("csat", self.csat), ("ces", self.ces)):
            scale.changed.connect(lambda score, name=name: self._say(name, score))
        self.needs.chosen.connect(lambda keys: self._say("needs", tuple(map(Need, keys))))
        self.channel.chosen.connect(lambda keys: self._say("channel", Channel(keys[0])))
        self.rare.changed.connect(self._say)
        self.comment.textChanged.connect(lambda: self._say("comment", self.comment.toPlainText()))
        self.follow_up.clicked.connect(lambda on: self._say("follow_up", on))
        self.more.clicked.connect(lambda: self._unfold(open_=not self._extra.isVisibleTo(self)))

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
        self._extra.setVisible(open_)
        self.more.icon_name = "chevron-up" if open_ else "chevron-down"
        self.more.set_text(
            self._language.tr("Fewer questions") if open_ else self._language.tr("More questions")
        )
