"""Errors reach a person: the world's as a sentence, ours as one report; both in words, ours also in the log."""

import logging
import sys
from logging.handlers import RotatingFileHandler
from pathlib import Path
from types import TracebackType

from PySide6.QtCore import QMessageLogContext, QObject, Qt, QtMsgType, Signal, qInstallMessageHandler
from PySide6.QtWidgets import QApplication

from cxdesk.domain.errors import UserError
from cxdesk.language.language import Language
from cxdesk.ui.tokens import Tone
from cxdesk.ui.widgets.buttons import Button, Kind
from cxdesk.ui.widgets.dialogs import Dialog
from cxdesk.ui.widgets.fields import TextArea

LOG = logging.getLogger("cxdesk")
_LEVELS = {
    QtMsgType.QtDebugMsg: logging.DEBUG,
    QtMsgType.QtInfoMsg: logging.INFO,
    QtMsgType.QtWarningMsg: logging.WARNING,
}


class Errors(QObject):
    """Shows errors over the active window, one at a time.

    Args:
        language: what the sentences are said in.
        folder: where the log file is written (at most three of 1 MB).
    """

    _raised = Signal(object)

    def __init__(self, language: Language, folder: Path) -> None:
        super().__init__()
        self.language, self._folder, self._shown = language, folder, False
        self._raised.connect(self.show, Qt.ConnectionType.QueuedConnection)

    def install(self) -> None:
        """From now on uncaught exceptions of every thread come here, and Qt's messages go to the log."""
        self._folder.mkdir(parents=True, exist_ok=True)
        file = RotatingFileHandler(
            self._folder / "cxdesk.log", maxBytes=1_000_000, backupCount=2, encoding="utf-8"
        )
        file.setFormatter(logging.Formatter("%(asctime)s %(levelname)s %(message)s"))
        LOG.addHandler(file)
        sys.excepthook = self._uncaught
        qInstallMessageHandler(_from_qt)

    def show(self, error: Exception) -> None:
        """Show `error`: what happened and what to do, or the report of our own mistake."""
        if isinstance(error, UserError):
            self._dialog(self.language.tr("That did not work"), self.language.error(error))
            return
        LOG.error("unexpected error", exc_info=error)
        text = self.language.tr(
            "CX Desk made a mistake; nothing that was saved is lost. The report below is kept in {folder}.",
            folder=self._folder,
        )
        self._dialog(
            self.language.tr("Something went wrong in CX Desk"), text, f"{type(error).__name__}: {error}"
        )

    def _dialog(self, title: str, text: str, report: str = "") -> None:
        if self._shown:
            return
        close = Button(self.language.tr("Close"), Kind.PRIMARY, id="close")
        dialog = Dialog(
            QApplication.activeWindow(),
            title,
            text,
            close,
            parts=self._report(report),
            icon="circle-x",
            tone=Tone.BAD,
        )
        self._shown = True
        dialog.exec()
        dialog.deleteLater()
        self._shown = False

    def _report(self, report: str) -> tuple[TextArea, ...]:
        if not report:
            return ()
        area = TextArea(self.language.tr("Report"))
        area.setPlainText(report)
        area.setReadOnly(True)
        return (area,)

    def _uncaught(
        self, _kind: type[BaseException], error: BaseException, _trace: TracebackType | None
    ) -> None:
        if isinstance(error, Exception):
            self._raised.emit(error)
        else:
            sys.__excepthook__(_kind, error, _trace)


def _from_qt(kind: QtMsgType, _context: QMessageLogContext, message: str | None) -> None:
    LOG.log(_LEVELS.get(kind, logging.ERROR), "Qt: %s", message)
