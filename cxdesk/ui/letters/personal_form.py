"""The form for a letter to one customer: its kind at the left, its words in the middle, the sheet at the right."""

from collections.abc import Callable
from pathlib import Path

from PySide6.QtCore import QTimer, QUrl
from PySide6.QtGui import QDesktopServices, QGuiApplication
from PySide6.QtWidgets import QWidget

from cxdesk.domain.customer import Customer
from cxdesk.domain.letter import LetterKind
from cxdesk.domain.personal import Ways, Wording
from cxdesk.domain.stationery import CARDS
from cxdesk.language import letters, people
from cxdesk.services.desk import Desk
from cxdesk.ui.letters.personal import Personal
from cxdesk.ui.letters.wording import PAUSE_MS
from cxdesk.ui.screens import Shell
from cxdesk.ui.tokens import Tone
from cxdesk.ui.widgets.buttons import Button, Kind
from cxdesk.ui.widgets.cards import Card
from cxdesk.ui.widgets.choices import ChipGroup
from cxdesk.ui.widgets.columns import Columns, PageHead, ScrollPage
from cxdesk.ui.widgets.fields import Choice, TextArea, TextField
from cxdesk.ui.widgets.flow import Flow
from cxdesk.ui.widgets.forms import FormRow
from cxdesk.ui.widgets.layouts import boxed, column
from cxdesk.ui.widgets.notes import Note
from cxdesk.ui.widgets.pdf import PdfPage

SHARES = (3, 7, 7)
LINES = 16


class PersonalForm(QWidget):
    """Shows what its presenter decides; `look(file, title)` shows the finished letter."""

    def __init__(self, desk: Desk, shell: Shell, look: Callable[[Path, str], None]) -> None:
        super().__init__()
        self._shell, self._language, self._look = shell, shell.language, look
        tr, kinds = shell.language.tr, letters.kinds(shell.language)
        self.kinds = ChipGroup(
            tr("Kind of letter"),
            {str(key): words for key, words in kinds.items()},
            always=True,
            id="personal-kind",
        )
        self.subject = TextField(tr("Subject"), id="personal-subject")
        self.text = TextArea(tr("What it says"), lines=LINES, id="personal-text")
        self.paper = Choice(tr("Paper"), letters.papers_of_one(shell.language), id="personal-paper")
        self.print = Button(tr("Print"), Kind.PRIMARY, icon="printer", id="print-personal")
        self.mail = Button(tr("E-mail"), icon="at-sign", id="mail-personal")
        self.copied = Button(tr("Copy the text"), icon="copy", id="copy-personal")
        self.obstacle, self.mistake, self.asking = Note(), Note(tone=Tone.WARN), Note()
        self.sheet = PdfPage(tr("How it looks printed"), "personal-sheet")
        self.opens = QDesktopServices.openUrl
        self._clock = QTimer(self, singleShot=True, interval=PAUSE_MS)
        self.presenter = Personal(desk, shell.language, shell.jobs, self)
        self._lay_out()
        self._connect()

    def show_customer(self, customer: Customer, kind: LetterKind) -> None:
        """Show to whom it goes, in which language, and what for."""
        self.head.title.setText(self._language.tr("Letter to {name}", name=customer.name))
        spoken = people.language_name(self._language, customer.language) if customer.language else ""
        address = ", ".join(filter(None, (customer.street, f"{customer.postcode} {customer.town}".strip())))
        self.head.line.setText(" · ".join(filter(None, (address, spoken))))
        self.kinds.choose(kind)

    def show_words(self, wording: Wording) -> None:
        """Show the words; a field that says the same keeps its cursor."""
        for field, now, text, write in (
            (self.subject, self.subject.text(), wording.subject, self.subject.setText),
            (self.text, self.text.toPlainText(), wording.text, self.text.setPlainText),
        ):
            if now != text:
                field.blockSignals(True)
                write(text)
                field.blockSignals(False)

    def show_ways(self, ways: Ways, matter: str) -> None:
        """Show how the letter may go out, and what is the matter."""
        self.obstacle.say(matter, Tone.INFO if ways.paper else Tone.WARN)
        self.print.setEnabled(ways.paper)
        self.mail.setEnabled(bool(ways.email))
        self.copied.setEnabled(ways.any)

    def open_link(self, link: str) -> bool:
        """Open it in the program for it."""
        return self.opens(QUrl(link, QUrl.ParsingMode.StrictMode))

    def copy(self, text: str) -> None:
        """Put the text on the clipboard."""
        QGuiApplication.clipboard().setText(text)

    def ask_sent(self, text: str) -> None:
        """Say where the letter is now."""
        self.asking.say(text, action=self._language.tr("Sent") if text else "")

    def show_sheet(self, pdf: bytes) -> None:
        """Show the letter as it will be printed; of a card the side with the words."""
        self.sheet.open(pdf)
        self.sheet.turn(1 if self.paper.value() in CARDS else 0)

    def show_mistake(self, text: str) -> None:
        """Say why it cannot be printed so."""
        self.mistake.say(text)

    def look(self, file: Path, title: str) -> None:
        """Show the finished letter."""
        self._look(file, title)

    def leave(self) -> None:
        """Go back to where one came from."""
        self._shell.back()

    def toast(self, text: str, undo: Callable[[], object] | None = None) -> None:
        """Say what was done."""
        self._shell.toast(text, undo=undo)

    def fail(self, error: Exception) -> None:
        """Say what went wrong."""
        self._shell.fail(error)

    def _lay_out(self) -> None:
        tr = self._language.tr
        back = Button(tr("Back"), Kind.QUIET, icon="arrow-left", id="personal-back")
        back.clicked.connect(self._shell.back)
        self.head = PageHead("", "", back)
        words = Card(tr("What it says"), icon="message-square")
        hint = tr("Changed for this letter alone; the wording of the kind stays as it is.")
        parts = (
            FormRow(tr("Subject"), self.subject),
            FormRow(tr("Text"), self.text, hint),
            FormRow(tr("Paper"), self.paper),
            self.mistake,
            boxed(Flow(self.print, self.mail, self.copied, gap=8)),
            self.asking,
        )
        for part in parts:
            words.add(part)
        kinds = Card(tr("Kind of letter"), self.kinds, icon="mail")
        middle = boxed(column(self.obstacle, words, None, gap=12))
        columns = zip(
            (boxed(column(kinds, None)), middle, boxed(column(self.sheet, None))), SHARES, strict=True
        )
        page = ScrollPage(self.head, Columns(*columns, gap=14, stack_under=900), None)
        self.setLayout(column(page))

    def _connect(self) -> None:
        self.kinds.changed.connect(lambda: self.presenter.choose(LetterKind(self.kinds.value())))
        self.subject.textChanged.connect(self._typed)
        self.text.textChanged.connect(self._typed)
        self._clock.timeout.connect(self.presenter.draw)
        for button, act in (
            (self.print, self.presenter.print),
            (self.mail, self.presenter.mail),
            (self.copied, self.presenter.copy),
        ):
            button.clicked.connect(act)
        self.asking.acted.connect(self.presenter.sent)
        self.paper.activated.connect(lambda: self.presenter.print_on(self.paper.value()))

    def _typed(self) -> None:
        self.presenter.typed(Wording(self.subject.text(), self.text.toPlainText()))
        self._clock.start()
