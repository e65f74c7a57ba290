"""A file of another system comes in: chosen, followed, told row by row, and taken back by one button."""

from collections.abc import Callable, Sequence
from pathlib import Path

from PySide6.QtWidgets import QWidget

from cxdesk.domain.errors import UserError
from cxdesk.domain.imports import Refusal
from cxdesk.services.imports import Imported
from cxdesk.ui import files
from cxdesk.ui.screens import Shell
from cxdesk.ui.tokens import Style, Tone
from cxdesk.ui.widgets.buttons import Button
from cxdesk.ui.widgets.cards import Card
from cxdesk.ui.widgets.labels import Label
from cxdesk.ui.widgets.layouts import boxed, column, empty, row
from cxdesk.ui.widgets.notes import Note
from cxdesk.ui.widgets.progress import JobProgress

TABLES = frozenset({"customers", "contact_points", "products", "purchases"})
SHOWN = 20  # refused rows; more would only scroll


class ImportCard(Card):
    """Asks for a file and brings it in; `choose_file` gives its path, empty when nothing was chosen."""

    def __init__(self, shell: Shell, choose_file: Callable[[QWidget], str] | None = None) -> None:
        tr = shell.language.tr
        super().__init__(tr("Import a file"), icon="upload")
        self._shell, self._language = shell, shell.language
        self._ask = choose_file or files.ask
        self._change: int | None = None
        self.choose = Button(tr("Choose a file…"), icon="folder-open", id="import-file")
        self.choose.clicked.connect(lambda: self.run(self._ask(self)))
        self.progress, self.note = JobProgress(tr("Cancel")), Note()
        self.undo = Button(tr("Undo the import"), icon="undo-2", id="undo-import")
        self.undo.clicked.connect(self._take_back)
        self.undo.hide()
        self._refused = column(gap=4)
        hint = tr(
            "Customers, products and purchases from the file of another till (CSV). Nothing comes in twice."
        )
        parts = (
            Label(hint, muted=True, lines=0),
            row(self.choose, self.undo, None),
            self.progress,
            self.note,
        )
        for part in (*parts, boxed(self._refused)):
            self.add(part)

    def run(self, path: str | Path) -> None:
        """Bring in the file at `path` in the worker; nothing happens when it is empty."""
        if not str(path):
            return
        self._begin()
        job = self._shell.jobs.run(
            lambda desk, progress: desk.imports.run(Path(path), progress=progress), self._done, self._failed
        )
        self.progress.follow(job, self._language.tr("Reading {file}…", file=Path(path).name))
        job.ended.connect(lambda: self.choose.setEnabled(True))

    def _begin(self) -> None:
        self.note.say("")
        empty(self._refused)
        self.undo.hide()
        self.choose.setEnabled(False)

    def _done(self, imported: Imported) -> None:
        say, added = self._language, imported.added
        counts = [
            say.tr_n("{n} customer", "{n} customers", added.customers),
            say.tr_n("{n} product", "{n} products", added.products),
            say.tr_n("{n} purchase", "{n} purchases", added.purchases),
        ]
        read = say.tr_n("{n} row read", "{n} rows read", imported.rows)
        text = say.tr("{read}. Added: {added}.", read=read, added=say.joined(counts))
        self.note.say(text, Tone.WARN if imported.refused else Tone.GOOD)
        self._tell(imported.refused)
        self._change = imported.change
        self.undo.setVisible(imported.change is not None)
        self._shell.changes.tell(TABLES)

    def _tell(self, refused: Sequence[Refusal]) -> None:
        if not refused:
            return
        say = self._language
        title = say.tr_n("{n} row was refused:", "{n} rows were refused:", len(refused))
        self._refused.addWidget(Label(title, Style.STRONG, lines=0))
        for each in refused[:SHOWN]:
            text = say.tr("Line {line}: {reason}", line=each.line, reason=say.error(each.reason))
            self._refused.addWidget(Label(text, Style.SMALL, lines=0))
        if len(refused) > SHOWN:
            more = len(refused) - SHOWN
            self._refused.addWidget(Label(say.tr_n("and {n} more", "and {n} more", more), muted=True))

    def _take_back(self) -> None:
        change = self._change
        job = self._shell.jobs.run(lambda desk, _: desk.history.undo(change), self._taken_back, self._failed)
        self.progress.follow(job, self._language.tr("Taking the import back…"))
        self.undo.hide()

    def _taken_back(self, _change: object) -> None:
        empty(self._refused)
        self.note.say(self._language.tr("The import was taken back."), Tone.INFO)
        self._shell.changes.tell(TABLES)

    def _failed(self, error: Exception) -> None:
        if isinstance(error, UserError):
            self.note.say(self._language.error(error), Tone.BAD)
        else:
            self._shell.fail(error)
