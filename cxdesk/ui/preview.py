"""A finished PDF inside the window: look at it, print it, save it elsewhere."""

from collections.abc import Callable
from pathlib import Path

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QKeyEvent
from PySide6.QtPrintSupport import QPrinter
from PySide6.QtWidgets import QFileDialog, QWidget

from cxdesk.documents.files import read, whole
from cxdesk.domain.errors import UserError
from cxdesk.language.language import Language
from cxdesk.ui import printing
from cxdesk.ui.theme import theme
from cxdesk.ui.tokens import Tone
from cxdesk.ui.widgets.buttons import Button, IconButton, Kind
from cxdesk.ui.widgets.columns import PageHead, ScrollPage
from cxdesk.ui.widgets.labels import Label
from cxdesk.ui.widgets.layouts import boxed, column, row
from cxdesk.ui.widgets.notes import Note
from cxdesk.ui.widgets.pdf import PdfPage

SHEET = 640
PDF = ".pdf"


class Preview(QWidget):
    """Shows one PDF; `printed` comes when it went to a printer, `closed` when the person has had enough."""

    printed = Signal()
    closed = Signal()

    def __init__(
        self,
        language: Language,
        choose_printer: Callable[[QWidget, int], QPrinter | None] = printing.ask,
        choose_file: Callable[[QWidget, str], str] | None = None,
    ) -> None:
        super().__init__()
        self._language, self._file, self._data = language, Path(), b""
        self._choose_printer, self._choose_file = choose_printer, choose_file or _ask_file
        self.print_button = Button(
            language.tr("Print"), Kind.PRIMARY, icon="printer", hint="Ctrl+P", id="print"
        )
        save = Button(language.tr("Save as PDF"), icon="download", id="save-pdf")
        close = Button(language.tr("Close"), icon="x", hint="Esc", id="close-preview")
        self.head = PageHead("", "", close, save, self.print_button)
        self.note = Note()
        self.sheet = PdfPage(language.tr("Letter"), "sheet")
        self.sheet.setMaximumWidth(theme().px(SHEET))
        self._turner = self._make_turner()
        page = row(None, self.sheet, None)
        page.setStretch(1, 10)
        self.page = ScrollPage(self.head, self.note, self._turner, page, None)
        self.setLayout(column(self.page))
        for button, act in ((self.print_button, self._print), (save, self._save), (close, self.closed.emit)):
            button.clicked.connect(lambda _=False, act=act: act())

    def open(self, file: Path, title: str, line: str = "") -> None:
        """Show the PDF `file`.

        Raises:
            UserError: when it cannot be read.
        """
        self._data = read(file)
        self.sheet.open(self._data)
        self._file = file
        self.head.title.setText(title)
        self.head.line.setText(line)
        self.note.say("")
        self._turner.setVisible(self.sheet.pages > 1)
        self._turn(0)
        self.print_button.setFocus(Qt.FocusReason.OtherFocusReason)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Esc closes, Ctrl+P prints, Page Up and Page Down turn the pages."""
        steps = {Qt.Key.Key_PageUp: -1, Qt.Key.Key_PageDown: 1}
        key = Qt.Key(event.key())
        if key == Qt.Key.Key_Escape:
            self.closed.emit()
        elif key == Qt.Key.Key_P and event.modifiers() & Qt.KeyboardModifier.ControlModifier:
            self._print()
        elif key in steps:
            self._turn(self.sheet.page + steps[key])
        else:
            super().keyPressEvent(event)

    def _make_turner(self) -> QWidget:
        back = IconButton("chevron-left", self._language.tr("Previous page"), id="previous-page")
        forth = IconButton("chevron-right", self._language.tr("Next page"), id="next-page")
        back.clicked.connect(lambda: self._turn(self.sheet.page - 1))
        forth.clicked.connect(lambda: self._turn(self.sheet.page + 1))
        self._place = Label("", muted=True)
        return boxed(row(None, back, self._place, forth, None))

    def _turn(self, page: int) -> None:
        self.sheet.turn(page)
        words = {"page": self.sheet.page + 1, "pages": self.sheet.pages}
        self._place.setText(self._language.tr("{page} of {pages}", **words))

    def _print(self) -> None:
        printer = self._choose_printer(self, self.sheet.pages)
        if printer is None:
            return
        if printing.print_pdf(self._data, printer):
            self.printed.emit()
        else:
            text = self._language.tr("Nothing was printed. Check that the printer is on and has paper.")
            self.note.say(text, Tone.BAD)

    def _save(self) -> None:
        chosen = self._choose_file(self, self._file.name)
        if not chosen:
            return
        target = Path(chosen if chosen.lower().endswith(PDF) else chosen + PDF)
        try:
            with whole(target) as file:
                file.write(self._data)
        except UserError as problem:
            self.note.say(self._language.error(problem), Tone.BAD)
            return
        self.note.say(self._language.tr("Saved as {path}", path=target), Tone.GOOD)


def _ask_file(parent: QWidget, name: str) -> str:
    return QFileDialog.getSaveFileName(parent, "", name, "PDF (*.pdf)")[0]
