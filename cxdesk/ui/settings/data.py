"""Where the shop's data lies, its backups, and the way back to one of them."""

from collections.abc import Callable
from datetime import datetime
from pathlib import Path

from PySide6.QtCore import QUrl
from PySide6.QtGui import QDesktopServices
from PySide6.QtWidgets import QWidget

from cxdesk.domain.errors import UserError
from cxdesk.services.desk import Desk
from cxdesk.ui.files import synced
from cxdesk.ui.screens import Shell
from cxdesk.ui.settings.fields import Fields
from cxdesk.ui.tokens import Style, Tone
from cxdesk.ui.widgets.badges import Badge, IconDisc
from cxdesk.ui.widgets.buttons import Button, Kind
from cxdesk.ui.widgets.cards import Card
from cxdesk.ui.widgets.columns import Columns, Split
from cxdesk.ui.widgets.dialogs import Dialog
from cxdesk.ui.widgets.flow import Flow
from cxdesk.ui.widgets.labels import Label
from cxdesk.ui.widgets.layouts import boxed, column, empty, row
from cxdesk.ui.widgets.notes import Note
from cxdesk.ui.widgets.progress import JobProgress

MEGABYTE = 1_000_000
SHOWN = 10


class DataSection(QWidget):
    """The shop file and its backups; `restore(path)` puts a backup in the place of the open shop."""

    def __init__(self, desk: Desk, shell: Shell, restore: Callable[[Path], None], fields: Fields) -> None:
        super().__init__()
        self._desk, self._shell, self._restore = desk, shell, restore
        self._language = shell.language
        self._place, self._size = Label("", Style.STRONG, lines=0), Label("", muted=True)
        self.note, self.progress = Note(tone=Tone.BAD), JobProgress(shell.language.tr("Cancel"))
        self._list = column(gap=6)
        self._second = fields.text("second_backup")
        self.synced = Note(tone=Tone.WARN)
        left = boxed(column(self._file(), self._exchange(), None, gap=12))
        right = boxed(column(self._backups(), None))
        self.setLayout(column(Columns((left, 1), (right, 1)), None))

    def load(self) -> None:
        """Read what is on the disk."""
        path = self._desk.workplace.db.path
        self._place.setText(str(path))
        self._size.setText(self._megabytes(path.stat().st_size))
        self.synced.say(synced(self._language, self._desk.backups.synced_service()))
        empty(self._list)
        found = self._desk.backups.listed()[:SHOWN]
        for backup in found:
            self._list.addWidget(self._row(backup.path, backup.at, backup.size, verified=backup.verified))
        if not found:
            self._list.addWidget(Label(self._language.tr("There is no backup yet."), muted=True))

    def back_up(self) -> None:
        """Make a backup now, in the worker."""
        self.note.say("")
        job = self._shell.jobs.run(
            lambda desk, progress: desk.backups.make(progress=progress), self._made, self._failed
        )
        self.progress.follow(job, self._language.tr("Making a backup…"))

    def _file(self) -> Card:
        tr = self._language.tr
        folder = Button(tr("Open the folder"), icon="folder-open", id="open-folder")
        folder.clicked.connect(self._open_folder)
        promise = tr("Everything lies in this one file on this PC. CX Desk sends nothing anywhere.")
        parts = (self._place, self._size, self.synced, Note(promise, Tone.GOOD), row(folder, None))
        return Card(tr("Shop file"), *parts, icon="lock")

    def _exchange(self) -> Card:
        tr = self._language.tr
        go = Button(tr("Import and export"), icon="upload", id="exchange")
        go.clicked.connect(lambda: self._shell.go("exchange"))
        text = tr("Files of other programs come in, and everything can be taken out in open formats.")
        return Card(tr("Other programs"), Label(text, muted=True, lines=0), row(go, None), icon="share-2")

    def _backups(self) -> Card:
        tr = self._language.tr
        now = Button(tr("Back up now"), icon="database-backup", id="back-up")
        now.clicked.connect(self.back_up)
        hint = tr("Made every hour in which something was saved and at closing; proved by reading it back.")
        parts = (Label(hint, muted=True, lines=0), row(now, None), self.progress, self.note, self._list)
        return Card(tr("Backups"), *parts, 4, self._second, icon="database-backup")

    def _row(self, path: Path, at: datetime, size: int, *, verified: bool) -> QWidget:
        tr = self._language.tr
        when = self._when(at)
        words = column(
            Label(when, Style.STRONG), Label(self._megabytes(size), Style.SMALL, muted=True), gap=1
        )
        left = row(IconDisc("database-backup", Tone.NEUTRAL, 34), words, gap=12)
        left.setStretch(1, 1)
        proof = (tr("verified"), Tone.GOOD) if verified else (tr("not verified"), Tone.WARN)
        back = Button(tr("Go back to it…"), icon="history", id=f"restore-{path.stem}")
        back.clicked.connect(lambda: self._ask(path, when))
        return Split(boxed(left), boxed(Flow(Badge(*proof), back, gap=10)))

    def _ask(self, path: Path, when: str) -> None:
        tr = self._language.tr
        stay, back = (
            Button(tr("Keep the shop as it is"), id="stay"),
            Button(tr("Go back"), Kind.DANGER, id="restore"),
        )
        text = tr(
            "The shop becomes as it was on {when}. The present file is kept beside it for 14 days.", when=when
        )
        dialog = Dialog(
            self.window(), tr("Go back to this backup?"), text, stay, back, icon="history", tone=Tone.WARN
        )
        dialog.exec()
        if dialog.answer == 1:
            self._restore(path)

    def _when(self, at: datetime) -> str:
        return f"{self._language.date(at.date())} {self._language.time(at)}"

    def _megabytes(self, size: int) -> str:
        return self._language.tr("{size} MB", size=self._language.number(size / MEGABYTE, 1))

    def _made(self, _path: Path) -> None:
        self.load()
        self._shell.toast(self._language.tr("The backup is made and verified."))

    def _failed(self, error: Exception) -> None:
        if not isinstance(error, UserError):
            raise error
        self.note.say(self._language.error(error))

    def _open_folder(self) -> None:
        QDesktopServices.openUrl(QUrl.fromLocalFile(str(self._desk.workplace.db.path.parent)))
