"""The third step: who of the file is in the register already, and who perhaps is."""

from collections.abc import Sequence

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QButtonGroup, QWidget

from cxdesk.language.language import Language
from cxdesk.ui.exchange.doubts import PersonFacts
from cxdesk.ui.tokens import Style, Tone
from cxdesk.ui.widgets.badges import Avatar
from cxdesk.ui.widgets.buttons import Button
from cxdesk.ui.widgets.cards import Card
from cxdesk.ui.widgets.columns import Columns
from cxdesk.ui.widgets.flow import Flow
from cxdesk.ui.widgets.labels import Label
from cxdesk.ui.widgets.layouts import boxed, column, empty, row
from cxdesk.ui.widgets.notes import Note
from cxdesk.ui.widgets.ticks import Radio, Tick

SHOWN = 60  # people; the others are decided together or later


class PeopleStep(QWidget):
    """Signals: `decided(key, choice)`, `all_decided(same)`, `overwritten(on)`."""

    decided = Signal(str, str)
    all_decided = Signal(bool)
    overwritten = Signal(bool)

    def __init__(self, language: Language) -> None:
        super().__init__()
        self._language, tr = language, language.tr
        self._line = Label("", Style.STRONG, lines=0)
        self._nobody = Note(tr("Nobody is in doubt: there is nothing to decide here."), Tone.GOOD)
        self.all_same = Button(tr("All are the same"), icon="git-merge", id="all-same")
        self.all_new = Button(tr("All are new"), icon="user-plus", id="all-new")
        self.all_same.clicked.connect(lambda: self.all_decided.emit(True))
        self.all_new.clicked.connect(lambda: self.all_decided.emit(False))
        self._buttons = boxed(Flow(self.all_same, self.all_new, gap=8))
        self._body, self._groups = column(gap=14), list[QButtonGroup]()
        self._more = Label("", muted=True, lines=0)
        self.overwrite = Tick(
            tr("The file is newer: where it differs from the register, take its word"), id="overwrite"
        )
        self.overwrite.toggled.connect(self.overwritten)
        hint = Label(
            tr("Otherwise the file only fills what is empty. A “no” to marketing always stays."),
            Style.SMALL,
            muted=True,
            lines=0,
        )
        who = Card(
            tr("Perhaps known already"), self._line, self._nobody, self._buttons, 4, self._body, self._more
        )
        self.setLayout(column(who, Card(tr("What wins?"), self.overwrite, hint), None, gap=12))

    def show_people(self, line: str, people: Sequence[PersonFacts], *, overwrite: bool) -> None:
        """Show who is perhaps known."""
        self._line.setText(line)
        self._nobody.setVisible(not people)
        self._buttons.setVisible(bool(people))
        self.overwrite.setChecked(overwrite)
        empty(self._body)
        self._groups = []
        for person in people[:SHOWN]:
            self._body.addWidget(self._person(person))
        more = max(0, len(people) - SHOWN)
        self._more.setText(
            self._language.tr_n(
                "and {n} more, decided by the buttons above",
                "and {n} more, decided by the buttons above",
                more,
            )
            if more
            else ""
        )
        self._more.setVisible(bool(more))

    def main_control(self) -> QWidget:
        """The button that decides all, or what wins."""
        return self.all_same if self._buttons.isVisibleTo(self) else self.overwrite

    def _person(self, person: PersonFacts) -> QWidget:
        name, line = Label(person.name, Style.STRONG), Label(person.line, Style.SMALL, muted=True)
        who = row(Avatar(person.name, Tone.WARN), column(None, name, line, None, gap=1), gap=12)
        who.setStretch(1, 1)
        group, radios = QButtonGroup(self), column(gap=2)
        self._groups.append(group)
        for choice, words in person.options.items():
            radio = Radio(words, id=f"same-{person.key}-{choice}")
            radio.setAccessibleName(f"{person.name}: {words}")
            radio.setChecked(choice == person.chosen)
            radio.toggled.connect(
                lambda on, key=person.key, choice=choice: self.decided.emit(key, choice) if on else None
            )
            group.addButton(radio)
            radios.addWidget(radio)
        return Columns((boxed(who), 2), (boxed(radios), 3), stack_under=560)
