"""Two entries side by side, with a choice wherever they contradict each other."""

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QButtonGroup, QWidget

from cxdesk.domain.merging import Part, Side
from cxdesk.language.language import Language
from cxdesk.ui.duplicates.words import NOTHING, Comparison, Line
from cxdesk.ui.tokens import Style, Tone
from cxdesk.ui.widgets.access import named
from cxdesk.ui.widgets.buttons import Button, Kind
from cxdesk.ui.widgets.cards import Card
from cxdesk.ui.widgets.flow import Flow
from cxdesk.ui.widgets.labels import Label
from cxdesk.ui.widgets.layouts import boxed, column, empty, row
from cxdesk.ui.widgets.notes import Note
from cxdesk.ui.widgets.ticks import Radio


class CompareCard(Card):
    """All that both know. Signals: `chosen(part, side)`, `merged`, `parted`, `skipped`."""

    chosen = Signal(object, object)
    merged = Signal()
    parted = Signal()
    skipped = Signal()

    def __init__(self, language: Language) -> None:
        super().__init__()
        tr = language.tr
        self._language = language
        self._name, self._why = Label("", Style.TITLE, lines=2), Label("", muted=True, lines=0)
        self._lines = column(gap=10)
        self._groups: list[QButtonGroup] = []
        self._moved = Label("", muted=True, lines=0)
        self.stops = Note("", Tone.WARN, icon="shield-alert")
        self.merge = Button(tr("Make one of them"), Kind.PRIMARY, icon="git-merge", id="merge")
        self.apart = Button(tr("These are two people"), icon="users", id="apart")
        self.skip = Button(tr("Skip"), Kind.QUIET, icon="arrow-right", id="skip")
        self._error = Note("", Tone.BAD)
        buttons = boxed(Flow(self.merge, self.apart, self.skip, gap=8))
        for part in (self._name, self._why, buttons, self._error, self.stops, self._lines, self._moved, None):
            self.add(part)
        for button, signal in (
            (self.merge, self.merged),
            (self.apart, self.parted),
            (self.skip, self.skipped),
        ):
            button.clicked.connect(signal)
        named(self, tr("Both entries"), "compare")

    def show_pair(self, shown: Comparison) -> None:
        """Show two entries; the focus stays on a choice that was just made."""
        focused = self._focused()
        self._name.setText(shown.title)
        self._why.setText(shown.why)
        self._moved.setText(shown.moved)
        self._error.say("")
        self.stops.say(shown.stops)
        empty(self._lines)
        self._groups = []
        for line in shown.lines:
            self._lines.addWidget(self._line(line))
        if focused:
            self._focus(focused)

    def say(self, error: str) -> None:
        """Say what went wrong."""
        self._error.say(error)

    def _line(self, line: Line) -> QWidget:
        caption = Label(line.title.upper(), Style.CAPTION, muted=True)
        sides = (Side.KEEP, line.keep), (Side.DROP, line.drop)
        if line.part is None:
            parts = [Label(text, muted=text == NOTHING, lines=0) for _, text in sides]
            both = row(*parts, gap=16)
        else:
            both = row(*self._radios(line, line.part), gap=16)
        for at in range(2):
            both.setStretch(at, 1)
        return boxed(column(caption, both, gap=2))

    def _radios(self, line: Line, part: Part) -> list[Radio]:
        group = QButtonGroup(self)
        self._groups.append(group)
        made = []
        for side, text in ((Side.KEEP, line.keep), (Side.DROP, line.drop)):
            radio = Radio(text, id=f"{part}-{side}")
            radio.setAccessibleName(f"{line.title}: {text}")
            radio.setChecked(side is line.side)
            radio.toggled.connect(lambda on, side=side: self.chosen.emit(part, side) if on else None)
            group.addButton(radio)
            made.append(radio)
        return made

    def _focused(self) -> str:
        """The id of the choice that has the focus, empty when none has."""
        radios = (button for group in self._groups for button in group.buttons())
        return next((radio.accessibleIdentifier() for radio in radios if radio.hasFocus()), "")

    def _focus(self, key: str) -> None:
        for group in self._groups:
            for radio in group.buttons():
                if radio.accessibleIdentifier() == key:
                    radio.setFocus(Qt.FocusReason.OtherFocusReason)
