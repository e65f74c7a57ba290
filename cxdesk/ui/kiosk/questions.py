"""What the customer's screen shows at each step."""

from PySide6.QtCore import Qt, QTimer, Signal
from PySide6.QtWidgets import QWidget

from cxdesk.domain.asking import Question
from cxdesk.language import asking
from cxdesk.language.language import Language
from cxdesk.ui.kiosk.presenter import Answers, Step
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

    def __init__(self, language: Language, step: Step, answers: Answers, at: int, of: int) -> None:
        super().__init__()
        self._language = language
        self._later = QTimer(self, singleShot=True, interval=SEEN_MS)
        self.control: QWidget = self
        others = {Step.COMMENT: self._comment, Step.THANKS: self._thanks}
        parts = others[step](answers) if step in others else self._score(step, answers)
        ways = () if step is Step.THANKS else self._ways_on(at, of)
        self.setLayout(column(*parts, 24, *ways, gap=16))

    def _score(self, step: Step, answers: Answers) -> tuple[QWidget, ...]:
        """A scale that leads nobody to an answer."""
        low, high, question, *ends = asking.scale(self._language, Question(step))
        score = getattr(answers, step)
        cells = ScoreScale(question, low, high, Dress.KIOSK, ends=(ends[0], ends[1]))
        cells.choose(score)
        self._later.timeout.connect(lambda: self.answered.emit(cells.score))
        cells.changed.connect(
            lambda chosen: self._later.start() if chosen is not None else self._later.stop()
        )
        self.control = cells.cells[low if score is None else score]
        return _title(question), _centred(cells, WIDEST)

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

    def _ways_on(self, at: int, of: int) -> tuple[QWidget, ...]:
        tr = self._language.tr
        words = tr("Question {n} of {of} · answering is voluntary", n=at + 1, of=of)
        skip = Button(tr("Skip"), height=HEIGHT, id="kiosk-skip")
        skip.clicked.connect(self.skipped)
        skip.setMinimumWidth(theme().px(SKIP))
        ways: list[QWidget] = [skip]
        if at:
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
