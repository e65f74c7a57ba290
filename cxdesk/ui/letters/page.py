"""Letters: writing them, and what became of those that went out."""

from collections.abc import Callable, Sequence
from pathlib import Path

from PySide6.QtWidgets import QStackedWidget, QWidget

from cxdesk.services.desk import Desk
from cxdesk.ui.letters.personal_form import PersonalForm
from cxdesk.ui.letters.sent import Sent
from cxdesk.ui.letters.sent_list import SentList
from cxdesk.ui.letters.settling import Settling
from cxdesk.ui.letters.words import Row
from cxdesk.ui.letters.writing import Writing
from cxdesk.ui.preview import Preview
from cxdesk.ui.screens import Page, Shell
from cxdesk.ui.widgets.choices import ChipGroup
from cxdesk.ui.widgets.columns import PageHead, ScrollPage
from cxdesk.ui.widgets.fold import Fold
from cxdesk.ui.widgets.layouts import column

WRITE, SENT, SETTLE = "write", "sent", "settle"


class LettersPage(Page):
    """Opens on writing, on a letter to one customer, `("to", id)`, or on one paper that went out, `("paper", id)`."""

    tables = frozenset({
        "letters", "papers", "customers", "letter_templates", "customer_lists", "settings", "campaigns",
        "consents", "pictures",
    })  # fmt: skip

    def __init__(self, desk: Desk, shell: Shell) -> None:
        super().__init__()
        self._shell, tr = shell, shell.language.tr
        self.sent = Sent(desk, shell.language, self)
        self.list = SentList(shell, self.sent)
        self.preview = Preview(shell.language)
        self.writing = Writing(desk, shell, self.look)
        self.settling = Fold(lambda: Settling(desk, shell, self.look))
        self.personal = Fold(lambda: PersonalForm(desk, shell, self.look))
        self.tabs = ChipGroup(
            tr("Letters"),
            {WRITE: tr("Write"), SENT: tr("What went out"), SETTLE: tr("Stationery")},
            always=True,
            equal=False,
            id="letters-tab",
        )
        self.tabs.changed.connect(self._turn)
        self._sides = {WRITE: self.writing, SENT: self.list, SETTLE: self.settling}
        self.list.hide()
        head = PageHead(tr("Letters"), tr("To one or to many, each in their own language"))
        self._stack, self._before = QStackedWidget(), 0
        for part in (
            ScrollPage(head, self.tabs, *self._sides.values(), None),
            self.personal,
            self.preview,
        ):
            self._stack.addWidget(part)
        self._load: dict[str, Callable[[], object]] = {
            WRITE: self.writing.load,
            SENT: self.sent.refresh,
            SETTLE: self._settle,
        }
        self.preview.closed.connect(self._close)
        self.preview.printed.connect(self._printed)
        self.setLayout(column(self._stack))

    def reload(self) -> None:
        """Show what stands now, on the side that is seen."""
        if self._seen(self.personal):
            self.personal.part.presenter.load()
        else:
            self._load[self.tabs.value()]()

    def open(self, what: object) -> None:
        """A letter to one customer, one paper, or one of the sides."""
        self._stack.setCurrentIndex(0)
        match what:
            case ("to", int(customer_id)):
                self._stack.setCurrentWidget(self.personal)
                self.personal.open().presenter.open(customer_id)
            case str() if what in self._sides:
                self.tabs.choose(what)
                self._turn()
            case ("paper", int(paper_id)):
                self.tabs.choose(SENT)
                self._turn()
                self.sent.open(paper_id)
                if self.list.rows.rows:
                    self.list.rows.rows[0].setFocus()

    def back(self) -> bool:
        """From the finished letters back to writing; from a letter to one customer back to where it was wanted."""
        looking = self._seen(self.preview)
        if looking:
            self._close()
        elif self._seen(self.personal):
            self._stack.setCurrentIndex(0)
        return looking

    def main_control(self) -> QWidget | None:
        """The chosen kind of letter, or the field for the code."""
        if self._seen(self.personal):
            return self.personal.part.text
        if self.tabs.value() == WRITE:
            return self.writing.kinds.first()
        return self.list.code if self.tabs.value() == SENT else self.tabs.first()

    def show_sent(self, rows: Sequence[Row]) -> None:
        """Show the papers."""
        self.list.show_rows(rows)

    def show_missing(self, typed: str) -> None:
        """Say that nothing bears this code."""
        self.list.show_missing(typed)

    def look(self, file: Path, title: str) -> None:
        """Show a finished paper."""
        self.preview.open(file, title)
        self._before = self._stack.currentIndex()
        self._stack.setCurrentWidget(self.preview)
        self.preview.print_button.setFocus()

    def toast(self, text: str, undo: Callable[[], object] | None = None) -> None:
        """Say what was done."""
        self._shell.toast(text, undo=undo)

    def fail(self, error: Exception) -> None:
        """Say what went wrong."""
        self._shell.fail(error)

    def _seen(self, part: QWidget) -> bool:
        return self._stack.currentWidget() is part

    def _turn(self) -> None:
        for key, side in self._sides.items():
            side.setVisible(key == self.tabs.value())
        self.reload()

    def _settle(self) -> None:
        self.settling.part.load()

    def _close(self) -> None:
        self._stack.setCurrentIndex(self._before)

    def _printed(self) -> None:
        self._close()
        if self._seen(self.personal):
            self.personal.part.presenter.printed()
