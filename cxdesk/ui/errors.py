"""Errors reach a person: the world's as a sentence, ours as one report; both in words, ours also in the log."""
# ruff: noqa: PLC0415 - the log and the dialog load when something goes wrong

import sys
from pathlib import Path
from types import TracebackType
from typing import TYPE_CHECKING

from PySide6.QtCore import QMessageLogContext, QObject, Qt, QtMsgType, Signal, qInstallMessageHandler
from PySide6.QtWidgets import QApplication

from cxdesk.domain.errors import UserError
from cxdesk.language.language import Language

if TYPE_CHECKING:
    from cxdesk.ui.widgets.fields import TextArea


class Errors(QObject):
    """Shows errors over the active window, one at a time.

    Args:
        language: what the sentences are said in.
        folder: where the log is written.
    """

    _raised = Signal(object)

    def __init__(self, language: Language, folder: Path) -> None:
        super().__init__()
        self.language, self._folder, self._shown = language, folder, False
        self._raised.connect(self.show, Qt.ConnectionType.QueuedConnection)

    def install(self) -> None:
        """From now on uncaught exceptions of every thread come here, and Qt's messages go to the log."""
        sys.excepthook = self._uncaught
        qInstallMessageHandler(self._from_qt)

    def show(self, error: Exception) -> None:
        """Show `error`: what happened and what to do, or the report of our own mistake."""
        if isinstance(error, UserError):
            self._dialog(self.language.tr("That did not work"), self.language.error(error))
            return
        from cxdesk.ui.log import log

        log(self._folder).error("unexpected error", exc_info=error)
        text = self.language.tr(
            "CX Desk made a mistake; nothing that was saved is lost. The report below is kept in {folder}.",
            folder=self._folder,
        )
        self._dialog(
            self.language.tr("Something went wrong in CX Desk"), text, f"{type(error).__name__}: {error}"
        )

    def _dialog(self, title: str, text: str, report: str = "") -> None:
        from cxdesk.ui.tokens import Tone
        from cxdesk.ui.widgets.buttons import Button, Kind
        from cxdesk.ui.widgets.dialogs import Dialog

        if self._shown:
            return
        close = Button(self.language.tr("Close"), Kind.PRIMARY, id="close")
        active = QApplication.activeWindow()
        dialog = Dialog(
            active if active and active.isVisible() else None,  # a closed one would take the dialog with it
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

    def _report(self, report: str) -> "tuple[TextArea, ...]":
        from cxdesk.ui.widgets.fields import TextArea

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

    def _from_qt(self, kind: QtMsgType, _context: QMessageLogContext, message: str | None) -> None:
        from cxdesk.ui.log import log_qt

        log_qt(self._folder, kind, message)
