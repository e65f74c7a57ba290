"""The first step: a file is dropped or chosen, and we say what we think it is."""

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QWidget

from cxdesk.language.language import Language
from cxdesk.ui.exchange.facts import FileFacts, Pick
from cxdesk.ui.tokens import Style, Tone
from cxdesk.ui.widgets.badges import IconDisc
from cxdesk.ui.widgets.buttons import Button, Kind
from cxdesk.ui.widgets.cards import Card
from cxdesk.ui.widgets.choices import ChipGroup
from cxdesk.ui.widgets.columns import Columns, Split
from cxdesk.ui.widgets.fields import Choice
from cxdesk.ui.widgets.forms import FormRow
from cxdesk.ui.widgets.labels import Label
from cxdesk.ui.widgets.layouts import boxed, column, row
from cxdesk.ui.widgets.notes import Note
from cxdesk.ui.widgets.sheet import Sheet
from cxdesk.ui.widgets.states import Empty

HOWS = ("encoding", "delimiter", "sheet")


class FileStep(QWidget):
    """Signals: `wanted()` asks for a file, `subject(key)`, `system(key)` and `how(what, value)` correct our guess."""

    wanted = Signal()
    subject = Signal(str)
    system = Signal(str)
    how = Signal(str, str)

    def __init__(self, language: Language) -> None:
        super().__init__()
        self._language, tr = language, language.tr
        self.choose = Button(tr("Choose a file…"), Kind.PRIMARY, icon="folder-open", id="import-file")
        text = tr(
            "Lists of customers, purchases, products or feedback from another program: CSV, Excel, OpenDocument, "
            "vCard. Nothing comes in twice, and nothing is saved before the last step."
        )
        self.empty = Card("", Empty("upload", tr("Drop a file here"), text, self.choose))
        self.found, self.shop = self._found(), self._shop()
        self.setLayout(column(self.empty, self.found, self.shop, None, gap=12))
        self.choose.clicked.connect(self.wanted)
        self.other.clicked.connect(self.wanted)
        self.shop.hide()
        self.found.hide()

    def show_file(self, facts: FileFacts | None) -> None:
        """Show what a file is, or ask for one."""
        self.empty.setVisible(facts is None)
        self.found.setVisible(facts is not None)
        self.choose.set_kind(Kind.PRIMARY if facts is None else Kind.SECONDARY)
        if facts is None:
            return
        self._name.setText(facts.name)
        self._line.setText(facts.line)
        self.subjects.set_options(facts.subject.options)
        self.subjects.choose(facts.subject.chosen)
        for key, pick in (
            ("system", facts.system),
            ("encoding", facts.encoding),
            ("delimiter", facts.delimiter),
            ("sheet", facts.sheet),
        ):
            self._offer(key, pick)
        self._title.setText(facts.rows.title)
        self.rows.show_rows(facts.rows.header, facts.rows.rows)

    def show_shop(self, name: str) -> None:
        """Say that a file is a whole shop of ours; an empty name takes it away."""
        self.shop.setVisible(bool(name))
        if name:
            self.empty.hide()
            self.found.hide()
            self._shop_name.setText(name)

    def main_control(self) -> QWidget:
        """What the hand wants first."""
        return self.subjects.chip(self.subjects.value()) if self.found.isVisibleTo(self) else self.choose

    def _found(self) -> Card:
        tr = self._language.tr
        self._name, self._line = Label("", Style.H2), Label("", muted=True)
        self.other = Button(tr("Another file…"), icon="folder-open", id="other-file")
        self.subjects = ChipGroup(tr("What it holds"), {}, always=True, equal=False, id="subject")
        self.subjects.changed.connect(lambda: self.subject.emit(self.subjects.value()))
        self.picks = {
            "system": self._pick("system", tr("From which program")),
            "encoding": self._pick("encoding", tr("Encoding")),
            "delimiter": self._pick("delimiter", tr("Delimiter")),
            "sheet": self._pick("sheet", tr("Sheet")),
        }
        self._title = Label("", Style.STRONG)
        self.rows = Sheet(tr("The first rows of the file"), id="first-rows")
        words = row(IconDisc("file-text", Tone.ACCENT), column(self._name, self._line, gap=1), gap=12)
        words.setStretch(1, 1)
        fields = Columns(*((self.picks[key], 1) for key in self.picks), stack_under=640)
        asked = FormRow(tr("What it holds"), self.subjects)
        return Card("", Split(boxed(words), self.other), 4, asked, fields, 4, self._title, self.rows)

    def _shop(self) -> Card:
        tr = self._language.tr
        self._shop_name = Label("", Style.H2)
        text = tr(
            "This file holds a whole shop as CX Desk has exported it. It comes back into an empty shop."
        )
        words = row(IconDisc("store", Tone.ACCENT), self._shop_name, gap=12)
        words.setStretch(1, 1)
        another = Button(tr("Another file…"), icon="folder-open", id="other-than-shop")
        another.clicked.connect(self.wanted)
        return Card("", Split(boxed(words), another), Note(text))

    def _pick(self, key: str, words: str) -> FormRow:
        choice = Choice(words, id=f"pick-{key}")
        choice.setSizeAdjustPolicy(Choice.SizeAdjustPolicy.AdjustToMinimumContentsLengthWithIcon)
        if key == "system":
            choice.activated.connect(lambda: self.system.emit(choice.value()))
        else:
            choice.activated.connect(lambda: self.how.emit(key, choice.value()))
        return FormRow(words, choice)

    def _offer(self, key: str, pick: Pick) -> None:
        form, choice = self.picks[key], self.picks[key].field
        assert isinstance(choice, Choice)  # noqa: S101 - as it was made
        choice.clear()
        for value, words in pick.options.items():
            choice.addItem(words, value)
        choice.choose(pick.chosen)
        form.setVisible(bool(pick.options))
