"""Letters: what went out, and what became of it."""

from collections.abc import Callable, Sequence

from PySide6.QtWidgets import QWidget

from cxdesk.services.desk import Desk
from cxdesk.ui.letters.sent import Sent
from cxdesk.ui.letters.sent_list import SentList
from cxdesk.ui.letters.words import Row
from cxdesk.ui.screens import Page, Shell
from cxdesk.ui.widgets.columns import PageHead, ScrollPage
from cxdesk.ui.widgets.layouts import column


class LettersPage(Page):
    """Opens on what went out, or on one paper, `("paper", id)`."""

    tables = frozenset({"letters", "papers", "customers"})

    def __init__(self, desk: Desk, shell: Shell) -> None:
        super().__init__()
        self._shell, tr = shell, shell.language.tr
        self.sent = Sent(desk, shell.language, self)
        self.list = SentList(shell, self.sent)
        head = PageHead(tr("Letters"), tr("What went out, and what came back of it"))
        self.setLayout(column(ScrollPage(head, self.list, None)))

    def reload(self) -> None:
        """Show what went out last."""
        self.sent.refresh()

    def open(self, what: object) -> None:
        """One paper, or the list."""
        match what:
            case ("paper", int(paper_id)):
                self.sent.open(paper_id)
                if self.list.rows.rows:
                    self.list.rows.rows[0].setFocus()

    def main_control(self) -> QWidget:
        """The field for the code."""
        return self.list.code

    def show_sent(self, rows: Sequence[Row]) -> None:
        """Show the papers."""
        self.list.show_rows(rows)

    def show_missing(self, typed: str) -> None:
        """Say that nothing bears this code."""
        self.list.show_missing(typed)

    def toast(self, text: str, undo: Callable[[], object] | None = None) -> None:
        """Say what was done."""
        self._shell.toast(text, undo=undo)

    def fail(self, error: Exception) -> None:
        """Say what went wrong."""
        self._shell.fail(error)
