"""Import and export: files in, files out."""

from pathlib import Path

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QStackedWidget, QWidget

from cxdesk.services.desk import Desk
from cxdesk.ui.exchange.exporting import ExportPart
from cxdesk.ui.exchange.importing import ImportPart
from cxdesk.ui.exchange.view import Step
from cxdesk.ui.screens import Page, Shell
from cxdesk.ui.widgets.buttons import Button
from cxdesk.ui.widgets.choices import ChipGroup
from cxdesk.ui.widgets.columns import PageHead
from cxdesk.ui.widgets.layouts import boxed, column


class ExchangePage(Page):
    """Two halves, import and export, and the way to the duplicates; an import stays where it is meanwhile."""

    def __init__(self, desk: Desk, shell: Shell) -> None:
        super().__init__()
        tr = shell.language.tr
        self._language = shell.language
        self.importing, self.exporting = ImportPart(desk, shell), ExportPart(shell)
        self.importing.titled.connect(lambda _: self._head())
        names = {"import": tr("Import"), "export": tr("Export")}
        icons = {"import": "upload", "export": "download"}
        self.chips = ChipGroup(tr("Direction"), names, icons=icons, always=True, equal=False, id="direction")
        self.chips.changed.connect(self._turn)
        self.twice = Button(tr("Duplicates…"), icon="users", id="duplicates")
        self.twice.clicked.connect(lambda: shell.go("duplicates"))
        self.head = PageHead("", " ", self.chips, self.twice)
        self._stack = QStackedWidget()
        self._stack.addWidget(self.importing)
        self._stack.addWidget(self.exporting)
        whole = column(boxed(column(self.head, margins=(24, 16, 24, 0))), self._stack, gap=0)
        whole.setStretch(1, 1)
        self.setLayout(whole)
        self._head()

    def open(self, what: object) -> None:
        """A path is a file to import; `export` or `import` is that half."""
        self.chips.choose("import" if isinstance(what, Path) else str(what))
        self._turn()
        if isinstance(what, Path):
            self.importing.presenter.open(what)

    def back(self) -> bool:
        """One step back in the import."""
        return self.chips.value() == "import" and self.importing.presenter.back()

    def main_control(self) -> QWidget | None:
        """What the hand wants first."""
        return self._part().main_control()

    def _part(self) -> ImportPart | ExportPart:
        return self.exporting if self.chips.value() == "export" else self.importing

    def _turn(self) -> None:
        self._stack.setCurrentWidget(self._part())
        self._head()
        control = self.main_control()
        if control is not None and not self.chips.chip(self.chips.value()).hasFocus():
            control.setFocus(Qt.FocusReason.OtherFocusReason)

    def _head(self) -> None:
        tr = self._language.tr
        if self.chips.value() == "export":
            title, line = tr("Export"), tr("Your data is yours: open formats that other programs read")
        else:
            title, line = self.importing.title, tr("Nothing is saved before the last step")
            if self.importing.presenter.step is Step.DONE:
                line = tr("It is one change and can be taken back")
        for button in (self.chips, self.twice):  # an import on its way needs the room
            button.setHidden(self._part() is self.importing and self.importing.presenter.unfinished)
        self.head.title.setText(title)
        self.head.line.setText(line)
