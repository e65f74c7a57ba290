"""Import and export: files in, files out."""

from pathlib import Path

from PySide6.QtWidgets import QWidget

from cxdesk.services.desk import Desk
from cxdesk.ui.exchange.importing import ImportPart
from cxdesk.ui.screens import Page, Shell
from cxdesk.ui.widgets.columns import PageHead
from cxdesk.ui.widgets.layouts import boxed, column


class ExchangePage(Page):
    """The page with the import."""

    def __init__(self, desk: Desk, shell: Shell) -> None:
        super().__init__()
        tr = shell.language.tr
        self.head = PageHead(tr("Import a file"), tr("Nothing is saved before the last step"))
        self.importing = ImportPart(desk, shell)
        self.importing.titled.connect(self.head.title.setText)
        top = boxed(column(self.head, margins=(24, 16, 24, 0)))
        whole = column(top, self.importing, gap=0)
        whole.setStretch(1, 1)
        self.setLayout(whole)

    def open(self, what: object) -> None:
        """A path is a file to import."""
        if isinstance(what, Path):
            self.importing.presenter.open(what)

    def back(self) -> bool:
        """One step back in the import."""
        return self.importing.presenter.back()

    def main_control(self) -> QWidget | None:
        """What the hand wants first."""
        return self.importing.main_control()
