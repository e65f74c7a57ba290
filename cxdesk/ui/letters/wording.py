"""The wording of a letter: language, form of address, the text with its fields as chips, keeping and going back."""

from collections.abc import Callable
from functools import partial

from PySide6.QtCore import Qt, QTimer, Signal
from PySide6.QtWidgets import QWidget

from cxdesk.domain.formality import Formality
from cxdesk.language import letters, people
from cxdesk.language.language import Language
from cxdesk.ui.letters.presenter import Presenter, Wording
from cxdesk.ui.tokens import Tone
from cxdesk.ui.widgets.access import named
from cxdesk.ui.widgets.buttons import Button, Kind
from cxdesk.ui.widgets.cards import Card
from cxdesk.ui.widgets.choices import ChipGroup
from cxdesk.ui.widgets.fields import TextArea
from cxdesk.ui.widgets.flow import Flow
from cxdesk.ui.widgets.fold import Fold
from cxdesk.ui.widgets.layouts import boxed
from cxdesk.ui.widgets.notes import Note

PAUSE_MS = 300
LINES = 13


class WordingCard(Card):
    """Tells the presenter what is typed, and `paused` when the typing has stopped for a moment."""

    paused = Signal()

    def __init__(self, language: Language, presenter: Callable[[], Presenter]) -> None:
        super().__init__(language.tr("Wording"), icon="pencil")
        self._language, self._presenter = language, presenter
        tr = language.tr
        codes = {code: people.language_name(language, code) for code in ("fi", "en", "uz")}
        self.codes = ChipGroup(tr("Language"), codes, always=True, id="wording-language")
        self.formality = ChipGroup(
            tr("Form of address"),
            {key.value: said for key, said in people.formalities(language).items()},
            always=True,
            id="wording-formality",
        )
        self.text = TextArea(tr("Wording"), lines=LINES, id="wording")
        self.mistake = Note(tone=Tone.WARN)
        self.keep = Button(tr("Keep the wording"), icon="check", id="keep-wording")
        self.back = Button(tr("Back to the original"), Kind.QUIET, icon="undo-2", id="original-wording")
        self._chips = Fold(self._make_chips)
        self._clock = QTimer(self, singleShot=True, interval=PAUSE_MS)
        self._fill()
        self._connect()

    def show_wording(self, wording: Wording) -> None:
        """Show the text and what can be done with it."""
        if self.text.toPlainText() != wording.text:
            self.text.blockSignals(True)
            self.text.setPlainText(wording.text)
            self.text.blockSignals(False)
        self.keep.setEnabled(wording.changed)
        self.back.setVisible(wording.own)
        self.formality.setVisible(wording.two_ways)

    def insert(self, name: str) -> None:
        """Put a field where the cursor stands."""
        self.text.insertPlainText(f"{{{{ {name} }}}}")
        self.text.setFocus(Qt.FocusReason.OtherFocusReason)

    def _fill(self) -> None:
        more = Button(self._language.tr("Insert a field"), Kind.QUIET, icon="plus", id="insert-field")
        more.clicked.connect(self._turn)
        foot = Flow(self.keep, self.back, more, gap=8)
        for part in (self.codes, self.formality, self.text, self.mistake, boxed(foot), self._chips):
            self.add(part)
        self._chips.hide()

    def _turn(self) -> None:
        self._chips.part.show()
        self._chips.setVisible(self._chips.isHidden())

    def _make_chips(self) -> QWidget:
        flow = Flow(gap=6)
        for name, words in letters.fields(self._language).items():
            chip = Button(words, height=30, id=f"field-{name}")
            chip.clicked.connect(partial(self.insert, name))
            flow.addWidget(chip)
        return named(boxed(flow), self._language.tr("Fields"))

    def _connect(self) -> None:
        self._clock.timeout.connect(self.paused)
        self.text.textChanged.connect(self._typed)
        self.codes.changed.connect(lambda: self._presenter().choose(language=self.codes.value()))
        self.formality.changed.connect(
            lambda: self._presenter().choose(formality=Formality(self.formality.value()))
        )
        self.keep.clicked.connect(lambda: self._presenter().keep())
        self.back.clicked.connect(lambda: self._presenter().restore())

    def _typed(self) -> None:
        self._presenter().typed(self.text.toPlainText())
        self._clock.start()
