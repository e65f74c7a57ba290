"""The export: one button for each kind of file."""

from collections.abc import Callable, Sequence
from functools import partial
from pathlib import Path

from PySide6.QtCore import QUrl
from PySide6.QtGui import QDesktopServices
from PySide6.QtWidgets import QWidget

from cxdesk.ui import files
from cxdesk.ui.exchange.outgoing import LISTS, REACHED, WHOLE, Exporting, Outgoing
from cxdesk.ui.jobs import Job
from cxdesk.ui.screens import Shell
from cxdesk.ui.tokens import Style, Tone
from cxdesk.ui.widgets.badges import IconDisc
from cxdesk.ui.widgets.buttons import Button
from cxdesk.ui.widgets.cards import Card
from cxdesk.ui.widgets.columns import Columns, ScrollPage
from cxdesk.ui.widgets.labels import Label
from cxdesk.ui.widgets.layouts import boxed, column, row
from cxdesk.ui.widgets.notes import Note
from cxdesk.ui.widgets.progress import JobProgress

STACK_UNDER = 340
Target = Callable[[QWidget, str, str], tuple[str, str]]


class ExportPart(QWidget):
    """Files for other programs; `ask_target(parent, name, filters)` asks where to, for tests to replace."""

    def __init__(self, shell: Shell) -> None:
        super().__init__()
        self._shell, tr = shell, shell.language.tr
        self.presenter = Exporting(shell.language, shell.jobs, self)
        self.ask_target: Target = files.ask_target
        self.note, self.progress = Note(), JobProgress(tr("Cancel"))
        self._folder: Path | None = None
        self.note.acted.connect(self._open_folder)
        self.buttons: dict[str, Button] = {}
        left = boxed(
            column(self._card(tr("Everything"), WHOLE), self._card(tr("Lists"), LISTS), None, gap=12)
        )
        right = boxed(column(self._card(tr("To reach customers"), REACHED), None))
        top = boxed(column(self.progress, self.note, gap=8, margins=(24, 8, 24, 0)))
        scroll = ScrollPage(Columns((left, 1), (right, 1)), None, margins=(24, 4, 24, 24))
        whole = column(top, scroll, gap=4)
        whole.setStretch(1, 1)
        self.setLayout(whole)

    def main_control(self) -> QWidget:
        """The first button."""
        return self.buttons["everything"]

    def say(self, text: str, tone: Tone = Tone.BAD, folder: Path | None = None) -> None:
        """Say what was made or went wrong."""
        self._folder = folder
        self.note.say(text, tone, action=self._shell.language.tr("Open the folder") if folder else "")

    def follow(self, job: Job, text: str) -> None:
        """Show how far a job is; one at a time."""
        self._lock(locked=True)
        job.ended.connect(lambda: self._lock(locked=False))
        self.progress.follow(job, text)

    def fail(self, error: Exception) -> None:
        """Show an error of ours."""
        self._shell.fail(error)

    def _card(self, title: str, kinds: Sequence[Outgoing]) -> Card:
        card = Card(title)
        for what in kinds:
            card.add(self._line(what))
        return card

    def _line(self, what: Outgoing) -> QWidget:
        tr = self._shell.language.tr
        words = column(
            Label(tr(what.title), Style.STRONG, lines=2),
            Label(tr(what.text), Style.SMALL, muted=True, lines=0),
            gap=1,
        )
        left = row(IconDisc(what.icon, Tone.ACCENT, 36), words, gap=12)
        left.setStretch(1, 1)
        button = Button(tr("Save…"), icon="download", id=f"export-{what.key}")
        button.setAccessibleName(tr("Save {what}…", what=tr(what.title)))
        button.clicked.connect(partial(self._save, what))
        self.buttons[what.key] = button
        return Columns((boxed(left), 1), (button, 0), gap=12, stack_under=STACK_UNDER)

    def _save(self, what: Outgoing, _pressed: bool = False) -> None:  # noqa: FBT001, FBT002 - Qt's signal
        path, chosen = self.ask_target(self, self.presenter.proposal(what), ";;".join(what.filters))
        if path:
            self.presenter.save(what, Path(path), chosen)

    def _lock(self, *, locked: bool) -> None:
        for button in self.buttons.values():
            button.setDisabled(locked)

    def _open_folder(self) -> None:
        if self._folder:
            QDesktopServices.openUrl(QUrl.fromLocalFile(str(self._folder)))
