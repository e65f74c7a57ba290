"""Where the shop's data lies."""

from PySide6.QtCore import QUrl
from PySide6.QtGui import QDesktopServices
from PySide6.QtWidgets import QWidget

from cxdesk.language.language import Language
from cxdesk.services.desk import Desk
from cxdesk.ui.tokens import Style, Tone
from cxdesk.ui.widgets.buttons import Button
from cxdesk.ui.widgets.cards import Card
from cxdesk.ui.widgets.labels import Label
from cxdesk.ui.widgets.layouts import column, row
from cxdesk.ui.widgets.notes import Note

MEGABYTE = 1_000_000


class DataSection(QWidget):
    """The shop file: its place and size, and a button to its folder."""

    def __init__(self, desk: Desk, language: Language) -> None:
        super().__init__()
        self._desk, self._language = desk, language
        self._path, self._size = Label("", Style.STRONG, lines=0), Label("", muted=True)
        folder = Button(language.tr("Open the folder"), icon="folder-open", id="open-folder")
        folder.clicked.connect(self._open_folder)
        promise = language.tr("Everything lies in this one file on this PC. CX Desk sends nothing anywhere.")
        self.file = Card(
            language.tr("Shop file"),
            self._path,
            self._size,
            Note(promise, Tone.GOOD),
            row(folder, None),
            icon="lock",
        )
        self.body = column(self.file, None, gap=12)
        self.setLayout(self.body)

    def load(self) -> None:
        """Read the file's size."""
        path = self._desk.workplace.db.path
        size = path.stat().st_size / MEGABYTE
        self._path.setText(str(path))
        self._size.setText(self._language.tr("{size} MB", size=self._language.number(size, 1)))

    def _open_folder(self) -> None:
        QDesktopServices.openUrl(QUrl.fromLocalFile(str(self._desk.workplace.db.path.parent)))
