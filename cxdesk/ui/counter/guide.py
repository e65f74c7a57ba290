"""The playbook beside the form: a situation, and its steps to tick."""

from PySide6.QtCore import Qt
from PySide6.QtGui import QKeyEvent

from cxdesk.domain.playbook import Situation
from cxdesk.language import playbook
from cxdesk.language.language import Language
from cxdesk.ui.tokens import Style
from cxdesk.ui.widgets.access import named
from cxdesk.ui.widgets.buttons import IconButton
from cxdesk.ui.widgets.cards import Card
from cxdesk.ui.widgets.choices import ChipGroup
from cxdesk.ui.widgets.labels import Label
from cxdesk.ui.widgets.layouts import boxed, column, empty
from cxdesk.ui.widgets.ticks import Tick

INDENT = 30


class Guide(Card):
    """One script at a time; what is ticked lasts as long as the visit. Its content is read when it is opened."""

    def __init__(self, language: Language) -> None:
        close = IconButton("x", language.tr("Close the guide"), id="close-guide")
        super().__init__(language.tr("Guide"), end=close)
        self._language = language
        self._hinted: Situation | None = None
        self._chosen = False
        self.chips: ChipGroup | None = None
        self.steps: list[Tick] = []
        self._steps = column(gap=8)
        close.clicked.connect(self.hide)
        named(self, language.tr("Guide"), "guide")
        self.hide()

    def hint(self, situation: Situation | None) -> None:
        """This is what the visit looks like; what somebody has chosen stays."""
        self._hinted = situation
        if situation and not self._chosen and not self.isHidden():
            self._turn(situation)

    def toggle(self) -> None:
        """Open at what the visit looks like, or close."""
        if not self.isHidden():
            self.hide()
            return
        self._chosen = False
        chips = self._fill()
        self.show()
        if self._hinted or not self.steps:
            self._turn(self._hinted or Situation.COMPLAINT)
        chips.chip(chips.value()).setFocus(Qt.FocusReason.OtherFocusReason)

    def end(self) -> None:
        """The visit is over."""
        self.hide()
        self._chosen = False
        for step in self.steps:
            step.setChecked(False)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Esc closes."""
        if event.key() == Qt.Key.Key_Escape:
            self.hide()
        else:
            super().keyPressEvent(event)

    def _fill(self) -> ChipGroup:
        if self.chips is None:
            scripts = playbook.scripts(self._language.code)
            titles = {each.value: script.title for each, script in scripts.items()}
            self.chips = ChipGroup(
                self._language.tr("Situation"), titles, always=True, equal=False, id="situation"
            )
            self.chips.changed.connect(self._choose)
            self.add(self.chips)
            self.add(boxed(self._steps))
        return self.chips

    def _choose(self) -> None:
        self._chosen = True
        self._turn(Situation(self._fill().value()))

    def _turn(self, situation: Situation) -> None:
        self._fill().choose(situation)
        empty(self._steps)
        self.steps = []
        for number, step in enumerate(playbook.scripts(self._language.code)[situation].steps, 1):
            tick = Tick(step.title, id=f"guide-{number}")
            tick.setAccessibleDescription(step.words)
            words = Label(step.words, Style.SMALL, muted=True, lines=0)
            self._steps.addWidget(boxed(column(tick, boxed(column(words, margins=(INDENT, 0, 0, 0))), gap=2)))
            self.steps.append(tick)
