"""One question: its words and key, the scale below, and why it waits when it does."""

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QGraphicsOpacityEffect, QWidget

from cxdesk.domain.asking import Question
from cxdesk.language.language import Language
from cxdesk.ui.counter import questions
from cxdesk.ui.tokens import Style
from cxdesk.ui.widgets.badges import Icon, KeyCap
from cxdesk.ui.widgets.buttons import Button, Kind
from cxdesk.ui.widgets.columns import Split
from cxdesk.ui.widgets.labels import Label
from cxdesk.ui.widgets.layouts import boxed, column, row

DIMMED = 0.45
SCALES = {
    Question.NPS: questions.nps,
    Question.CSAT: questions.csat,
    Question.CES: questions.ces,
}


class ScoreQuestion(QWidget):
    """A scale under its question. `anyway`: somebody wants to ask it although it waits."""

    anyway = Signal()

    def __init__(self, language: Language, which: Question, group: str = "") -> None:
        super().__init__()
        self.scale = SCALES[which](language)
        name = self.scale.accessibleName()
        keys = KeyCap(f"{min(self.scale.cells)}–{max(self.scale.cells)}")
        self._aside = aside("")
        self._reason = Label("", Style.SMALL, lines=2)
        self._ask = Button(language.tr("Ask anyway"), Kind.QUIET, height=24, id=f"ask-anyway-{which}{group}")
        self._ask.setAccessibleName(f"{self._ask.text()}: {name}")
        reason = row(Icon("clock", size=14), self._reason, gap=6)
        reason.setStretch(1, 1)
        self._waits = Split(boxed(reason), self._ask)
        self._waits.hide()
        self._key = aside(language.tr("key"))
        words = title(name, self._aside, self._key, keys)
        self.setLayout(column(words, self._waits, self.scale, gap=5))
        self._ask.clicked.connect(self.anyway)

    def hold(self, reason: str) -> None:
        """Dim the scale and say why; an empty reason asks as ever."""
        if reason == self._reason.text():
            return
        self._reason.setText(reason)
        self.scale.describe(reason)
        self._waits.setVisible(bool(reason))
        self._aside.setVisible(not reason)
        effect = QGraphicsOpacityEffect(self.scale, opacity=DIMMED) if reason else None
        self.scale.setGraphicsEffect(effect)  # type: ignore[arg-type]  # None takes the old one away

    def remark(self, text: str) -> None:
        """Say something at the end of the question; the word beside the keys makes room."""
        self._aside.setText(text)
        self._key.setVisible(not text)

    def stop(self) -> QWidget:
        """The cell that takes the focus: the answer, or the first."""
        score = self.scale.score
        return self.scale.cells[min(self.scale.cells) if score is None else score]


def aside(text: str) -> Label:
    """A remark at the end of a question."""
    return Label(text, Style.SMALL, muted=True)


def title(text: str, *ends: QWidget) -> QWidget:
    """A question in words, with remarks at the end of the line."""
    return boxed(row(Label(text, Style.H2), None, *ends))
