"""What is asked only now and then: scores that are not asked today, feeling, waiting, way of service, stage."""

from collections.abc import Mapping

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QWidget

from cxdesk.domain.asking import Question
from cxdesk.domain.needs import Emotion, Route, Stage
from cxdesk.language.language import Language
from cxdesk.ui.counter import questions
from cxdesk.ui.counter.form import Form
from cxdesk.ui.counter.question import ScoreQuestion, title
from cxdesk.ui.counter.wait import Wait
from cxdesk.ui.widgets.layouts import boxed, column


class MoreQuestions(QWidget):
    """The questions below "More questions"; signals as of `Answers`."""

    changed = Signal(str, object)
    anyway = Signal(object)

    def __init__(self, language: Language) -> None:
        super().__init__()
        self.scores = {which: ScoreQuestion(language, which, "-rare") for which in Question}
        self.emotion, self.wait = questions.emotion_chips(language), Wait(language)
        self.route, self.stage = questions.route_chips(language), questions.stage_chips(language)
        parts = (self.emotion, self.wait, self.route, self.stage)
        blocks = [boxed(column(title(part.accessibleName()), part)) for part in parts]
        self.setLayout(column(*self.scores.values(), *blocks))
        self._connect()

    def show_form(self, form: Form) -> None:
        """Show what stands in the form."""
        for which, question in self.scores.items():
            question.scale.choose(getattr(form, which))
        self.emotion.choose(form.emotion or "")
        self.wait.show_minutes(form.waited)
        self.route.choose(form.route or "")
        self.stage.choose(form.stage or "")

    def show_asking(self, asked: tuple[Question, ...], holds: Mapping[Question, str]) -> None:
        """Show the scores that are not asked today."""
        for which, question in self.scores.items():
            question.setVisible(which not in asked)
            question.hold(holds.get(which, ""))

    def first(self) -> QWidget:
        """Where the questions begin."""
        shown = [question.stop() for question in self.scores.values() if question.isVisibleTo(self)]
        return next(iter(shown), self.emotion.chip(Emotion.DELIGHTED))

    def _connect(self) -> None:
        for which, question in self.scores.items():
            question.scale.changed.connect(lambda score, which=which: self.changed.emit(which.value, score))
            question.anyway.connect(lambda which=which: self.anyway.emit(which))
        self.wait.changed.connect(lambda minutes: self.changed.emit("waited", minutes))
        for name, chips, kind in (
            ("emotion", self.emotion, Emotion),
            ("route", self.route, Route),
            ("stage", self.stage, Stage),
        ):
            chips.changed.connect(
                lambda name=name, chips=chips, kind=kind: self.changed.emit(
                    name, kind(chips.value()) if chips.value() else None
                )
            )
