"""What is asked only now and then: effort, feeling, waiting, the way of service, the stage of the journey."""

from typing import Any

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QWidget

from cxdesk.domain.needs import Emotion, Route, Stage
from cxdesk.language.language import Language
from cxdesk.ui.counter import questions
from cxdesk.ui.counter.form import Form
from cxdesk.ui.counter.question import title
from cxdesk.ui.counter.wait import Wait
from cxdesk.ui.widgets.layouts import boxed, column


class MoreQuestions(QWidget):
    """The questions below "More questions"; `changed(field, value)` tells of every answer of a person."""

    changed = Signal(str, object)

    def __init__(self, language: Language) -> None:
        super().__init__()
        self.emotion, self.wait = questions.emotion_chips(language), Wait(language)
        self.route, self.stage = questions.route_chips(language), questions.stage_chips(language)
        parts = (self.emotion, self.wait, self.route, self.stage)
        blocks = [boxed(column(title(part.accessibleName()), part)) for part in parts]
        self.setLayout(column(*blocks))
        self._connect()

    def show_form(self, form: Form) -> None:
        """Show what stands in the form."""
        self.emotion.choose(form.emotion or "")
        self.wait.show_minutes(form.waited)
        self.route.choose(form.route or "")
        self.stage.choose(form.stage or "")

    def _connect(self) -> None:
        self.wait.changed.connect(lambda minutes: self._say("waited", minutes))
        kinds = {
            "emotion": (self.emotion, Emotion),
            "route": (self.route, Route),
            "stage": (self.stage, Stage),
        }
        for name, (chips, kind) in kinds.items():
            chips.changed.connect(
                lambda name=name, chips=chips, kind=kind: self._say(
                    name, kind(chips.value()) if chips.value() else None
                )
            )

    def _say(self, field: str, value: Any) -> None:
        self.changed.emit(field, value)


def asks_more(form: Form) -> bool:
    """Whether the form holds an answer that is asked here."""
    return any(answer is not None for answer in (form.emotion, form.waited, form.route, form.stage))
