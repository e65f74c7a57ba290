"""Writing a letter: its kind at the left, what it says in the middle, the sheet at the right."""

from collections.abc import Callable, Sequence
from pathlib import Path
from typing import Any

from PySide6.QtCore import QUrl
from PySide6.QtGui import QDesktopServices
from PySide6.QtWidgets import QWidget

from cxdesk.domain.letter import LetterKind
from cxdesk.domain.mailing import Problem
from cxdesk.language import letters
from cxdesk.services.desk import Desk
from cxdesk.ui.letters.offer_card import OfferCard
from cxdesk.ui.letters.particulars import ParticularsCard, RecipientsCard
from cxdesk.ui.letters.presenter import Presenter, Wording
from cxdesk.ui.letters.wording import WordingCard
from cxdesk.ui.screens import Shell
from cxdesk.ui.tokens import Tone
from cxdesk.ui.widgets.cards import Card
from cxdesk.ui.widgets.choices import ChipGroup
from cxdesk.ui.widgets.columns import Columns
from cxdesk.ui.widgets.layouts import boxed, column
from cxdesk.ui.widgets.notes import Note
from cxdesk.ui.widgets.pdf import PdfPage
from cxdesk.ui.widgets.progress import JobProgress

SHARES = (3, 7, 7)


class Writing(QWidget):
    """Shows what the presenter decides; `look(file, title)` shows finished letters."""

    def __init__(self, desk: Desk, shell: Shell, look: Callable[[Path, str], None]) -> None:
        super().__init__()
        self._shell, self._look = shell, look
        language = shell.language
        kinds = {str(key): words for key, words in letters.kinds(language).items()}
        self.kinds = ChipGroup(language.tr("Kind of letter"), kinds, always=True, id="letter-kind")
        self.wording = WordingCard(language, lambda: self.presenter)
        self.particulars = ParticularsCard(language, lambda: self.presenter)
        self.offer = OfferCard(desk, language, lambda: self.presenter)
        self.recipients = RecipientsCard(language, lambda: self.presenter, shell.memory)
        self.saved, self._folder, self.asking = Note(tone=Tone.GOOD), Path(), Note()
        self.saved.acted.connect(lambda: QDesktopServices.openUrl(QUrl.fromLocalFile(str(self._folder))))
        self.progress = JobProgress(language.tr("Cancel"))
        self.sheet = PdfPage(language.tr("How it looks printed"), "letter-sheet")
        self.presenter = Presenter(desk, language, shell.jobs, self)
        self._lay_out()
        self._connect()

    def load(self) -> None:
        """Show everything as it stands."""
        kind, code, formality = self.presenter.key
        self.kinds.choose(kind)
        self.wording.codes.choose(code)
        self.wording.formality.choose(formality)
        self.particulars.show_kind(kind)
        self.presenter.load()

    def show_wording(self, wording: Wording) -> None:
        """Show a wording."""
        self.wording.show_wording(wording)

    def show_sheet(self, pdf: bytes) -> None:
        """Show the letter as it will be printed."""
        self.sheet.open(pdf)

    def show_mistake(self, text: str) -> None:
        """Say what is wrong with the wording."""
        self.wording.mistake.say(text)

    def show_lists(self, lists: dict[str, str]) -> None:
        """Offer these lists of customers."""
        self.recipients.show_lists(lists)

    def show_events(self, events: dict[str, str]) -> None:
        """Offer these events."""
        self.offer.show_events(events)

    def show_recipients(self, ready: int, problems: Sequence[Problem]) -> None:
        """Show who gets the letter."""
        self.recipients.show_recipients(ready, problems)

    def follow(self, job: Any, text: str) -> None:
        """Show how far a job is."""
        self.progress.follow(job, text)

    def look(self, file: Path, title: str) -> None:
        """Show the finished letters."""
        self._shell.changes.tell({"letters", "papers"})
        self._look(file, title)

    def show_folder(self, folder: Path) -> None:
        """Show where the drafts lie; each opens in the mail program."""
        self._shell.changes.tell({"letters", "papers"})
        self._folder = folder
        text = self._shell.language.tr(
            "The drafts lie in {folder}. Each opens in your mail program.", folder=folder
        )
        self.saved.say(text, action=self._shell.language.tr("Open the folder"))

    def ask_sent(self, text: str) -> None:
        """Say what is to be sent."""
        self.asking.say(text, action=self._shell.language.tr("Sent") if text else "")

    def show_sent(self, text: str, undo: Callable[[], object]) -> None:
        """Say that they were sent."""
        self.saved.say("")
        self._shell.changes.tell({"letters", "papers", "coupons"})
        self._shell.toast(text, undo=undo)

    def toast(self, text: str, undo: Callable[[], object] | None = None) -> None:
        """Say what was done."""
        self._shell.toast(text, undo=undo)

    def fail(self, error: Exception) -> None:
        """Say what went wrong."""
        self._shell.fail(error)

    def _lay_out(self) -> None:
        kinds = Card(self._shell.language.tr("Kind of letter"), self.kinds, icon="mail")
        left = boxed(column(kinds, None))
        middle = boxed(
            column(
                self.particulars,
                self.offer,
                self.recipients,
                self.progress,
                self.saved,
                self.asking,
                self.wording,
                None,
                gap=12,
            )
        )
        right = boxed(column(self.sheet, None))
        columns = zip((left, middle, right), SHARES, strict=True)
        self.setLayout(column(Columns(*columns, gap=14, stack_under=900)))

    def _connect(self) -> None:
        self.kinds.changed.connect(self._choose_kind)
        self.asking.acted.connect(self.presenter.sent)
        self.wording.paused.connect(self.presenter.draw)
        self.particulars.paused.connect(self.presenter.draw)
        self.offer.paused.connect(self.presenter.draw)

    def _choose_kind(self) -> None:
        kind = LetterKind(self.kinds.value())
        self.particulars.show_kind(kind)
        self.presenter.choose(kind=kind)
