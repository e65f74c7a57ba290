"""The centre of the counter: what the customer answered and said."""

from typing import Any

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QWidget

from cxdesk.domain.needs import Channel, Need, Stage
from cxdesk.language.language import Language
from cxdesk.ui.counter import questions
from cxdesk.ui.counter.form import Form
from cxdesk.ui.tokens import Style, Tone
from cxdesk.ui.widgets.badges import KeyCap
from cxdesk.ui.widgets.buttons import Button, Kind
from cxdesk.ui.widgets.cards import Card
from cxdesk.ui.widgets.columns import Split
from cxdesk.ui.widgets.fields import TextArea
from cxdesk.ui.widgets.labels import Label
from cxdesk.ui.widgets.layouts import boxed, column, row
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
        self.stage = questions.stage_chips(language)
        hint = tr("In the customer's own words (optional)")
        self.comment = TextArea(tr("Comment"), hint, lines=2, id="comment")
        self.follow_up = Tick(tr("Needs an answer"), id="follow-up")
        self.more = Button(tr("More questions"), Kind.QUIET, icon="chevron-down", id="more-questions")
        self._correcting = Note("", Tone.INFO, icon="pencil")
        self._asked = _aside("")
        self._extra = self._more_questions()
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
        self.stage.choose(form.stage.value if form.stage else "")
        if self.comment.toPlainText() != form.comment:
            self.comment.setPlainText(form.comment)
        self.follow_up.setChecked(form.wants_reply)
        self._unfold(open_=not form.empty and (self._extra.isVisibleTo(self) or _asks_more(form)))
        self._quiet = False

    def show_asked(self, days: int | None) -> None:
        """Say when this customer answered last."""
        language = self._language
        self._asked.setText("" if days is None else language.tr("answered {ago}", ago=language.ago(days)))

    def _more_questions(self) -> QWidget:
        tr = self._language.tr
        effort = _title(tr("How easy was it?"), _aside(tr("key")), KeyCap("1–7"))
        return boxed(column(effort, self.ces, _title(tr("How far on the way?")), self.stage))

    def _arrange(self) -> None:
        tr = self._language.tr
        parts: tuple[QWidget, ...] = (
            self._correcting,
            _title(tr("Would you recommend us to a friend?"), self._asked, _aside(tr("key")), KeyCap("0–10")),
            self.nps,
            _title(tr("How did it go today?"), _aside(tr("key")), KeyCap("1–5")),
            self.csat,
            _title(tr("What was it about?"), _aside(tr("several are possible"))),
            self.needs,
            _title(tr("Where did you meet?")),
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
        self.stage.changed.connect(lambda: self._say("stage", _stage(self.stage.value())))
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


def _asks_more(form: Form) -> bool:
    return form.ces is not None or form.stage is not None


def _stage(key: str) -> Stage | None:
    return Stage(key) if key else None


def _aside(text: str) -> Label:
    return Label(text, Style.SMALL, muted=True)


def _title(text: str, *ends: QWidget) -> QWidget:
    return boxed(row(Label(text, Style.H2), None, *ends))
