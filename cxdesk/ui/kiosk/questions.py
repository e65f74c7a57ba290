"""What the customer's screen shows at each step."""

from PySide6.QtCore import Qt, QTimer, Signal
from PySide6.QtWidgets import QWidget

from cxdesk.language.language import Language
from cxdesk.ui.kiosk.presenter import QUESTIONS, Answers, Step
from cxdesk.ui.theme import theme
from cxdesk.ui.tokens import Style, Tone
from cxdesk.ui.widgets.badges import IconDisc
from cxdesk.ui.widgets.buttons import Button, Kind
from cxdesk.ui.widgets.fields import TextArea
from cxdesk.ui.widgets.flow import Flow
from cxdesk.ui.widgets.labels import Label
from cxdesk.ui.widgets.layouts import boxed, column, row
from cxdesk.ui.widgets.scale import Dress, ScoreScale

CENTRE = Qt.AlignmentFlag.AlignHCenter
HEIGHT, WIDEST, COMMENT, SKIP = 56, 1112, 720, 180  # px
SEEN_MS = 700  # an answer is seen before the next question, and 1 may still become 10
LONGEST = 2000


class Asked(QWidget):
    """One step: what is asked, what can be answered, and the way on.

    `answered(score)`, `written(text)`, `skipped()`, `back()`.
    """

    answered = Signal(int)
    written = Signal(str)
    skipped = Signal()
    back = Signal()

    def __init__(self, language: Language, step: Step, answers: Answers) -> None:
        super().__init__()
        self._language = language
        self._later = QTimer(self, singleShot=True, interval=SEEN_MS)
        self.control: QWidget = self
        part = {Step.NPS: self._nps, Step.CSAT: self._csat, Step.COMMENT: self._comment}.get(
            step, self._thanks
        )
        ways = () if step is Step.THANKS else self._ways_on(step)
        self.setLayout(column(*part(answers), 24, *ways, gap=16))

    def _nps(self, answers: Answers) -> tuple[QWidget, ...]:
        tr = self._language.tr
        question = tr("How likely are you to recommend us to a friend?")
        ends = (tr("0 = not at all"), tr("10 = extremely likely"))
        return _title(question), self._scale(ScoreScale(question, 0, 10, Dress.KIOSK, ends=ends), answers.nps)

    def _csat(self, answers: Answers) -> tuple[QWidget, ...]:
        tr = self._language.tr
        question = tr("How satisfied are you with today?")
        ends = (tr("1 = very dissatisfied"), tr("5 = very satisfied"))
        return _title(question), self._scale(ScoreScale(question, 1, 5, Dress.KIOSK, ends=ends), answers.csat)

    def _scale(self, scale: ScoreScale, score: int | None) -> QWidget:
        scale.choose(score)
        self._later.timeout.connect(lambda: self.answered.emit(scale.score))
        scale.changed.connect(
            lambda chosen: self._later.start() if chosen is not None else self._later.stop()
        )
        self.control = scale.cells[score if score is not None else min(scale.cells)]
        return _centred(scale, WIDEST)

    def _comment(self, answers: Answers) -> tuple[QWidget, ...]:
        tr = self._language.tr
        question = tr("Would you like to tell us something?")
        area = TextArea(question, tr("In your own words"), lines=4, id="kiosk-comment")
        area.setFont(theme().font(Style.TITLE))
        area.setPlainText(answers.comment)
        area.textChanged.connect(lambda: _shorten(area))
        send = Button(tr("Send"), Kind.PRIMARY, icon="check", height=HEIGHT, id="kiosk-send")
        send.clicked.connect(lambda: self.written.emit(area.toPlainText()))
        self.control = area
        return _title(question), _centred(area, COMMENT), boxed(row(None, send, None))

    def _thanks(self, _answers: Answers) -> tuple[QWidget, ...]:
        tr = self._language.tr
        heart = boxed(row(None, IconDisc("heart", Tone.ACCENT, 72), None))
        text = Label(
            tr("Your answer helps us to serve you better."), Style.TITLE, lines=0, align=CENTRE, muted=True
        )
        return heart, _title(tr("Thank you!")), text

    def _ways_on(self, step: Step) -> tuple[QWidget, ...]:
        tr = self._language.tr
        words = tr("Question {n} of {of} · answering is voluntary", n=step + 1, of=QUESTIONS)
        skip = Button(tr("Skip"), height=HEIGHT, id="kiosk-skip")
        skip.clicked.connect(self.skipped)
        skip.setMinimumWidth(theme().px(SKIP))
        ways: list[QWidget] = [skip]
        if step:
            back = Button(tr("Back"), Kind.QUIET, icon="arrow-left", height=HEIGHT, id="kiosk-back")
            back.clicked.connect(self.back)
            ways.insert(0, back)
        told = Label(words, muted=True, lines=0, align=CENTRE)
        return told, boxed(row(None, boxed(Flow(*ways, gap=12)), None))


def _centred(part: QWidget, widest: int) -> QWidget:
    """`part` in the middle, as wide as there is room up to `widest` px."""
    part.setMaximumWidth(theme().px(widest))
    line = row(None, part, None)
    line.setStretch(1, 1000)
    return boxed(line)


def _title(text: str) -> Label:
    return Label(text, Style.KIOSK, lines=0, align=CENTRE)


def _shorten(area: TextArea) -> None:
    if len(area.toPlainText()) > LONGEST:
        area.setPlainText(area.toPlainText()[:LONGEST])
