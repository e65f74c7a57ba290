"""The smoke run: a walk through every page of a real window, a letter and a report on paper, one line, and out."""

import sys
from collections.abc import Callable
from datetime import timedelta
from functools import partial
from pathlib import Path
from tempfile import TemporaryDirectory
from types import TracebackType

from PySide6.QtCore import QObject, QTimer

from cxdesk.services.desk import Desk
from cxdesk.ui.window import Window

LIMIT_MS = 60_000


class Walk(QObject):
    """Goes from page to page, one a turn of the event loop; `leave` is called with the exit code.

    Any uncaught error, or more than a minute, ends it with 1.
    """

    def __init__(self, window: Window, desk: Desk, leave: Callable[[int], object]) -> None:
        super().__init__(window)
        self._window, self._desk, self._leave = window, desk, leave
        self._steps: list[Callable[[], None]] = [
            partial(self._visit, key) for key in window.navigation.buttons
        ]
        self._steps.append(self._write)
        sys.excepthook = self._failed

    def start(self) -> None:
        """Begin as soon as the window is there."""
        QTimer.singleShot(LIMIT_MS, self, lambda: self._end("took longer than a minute", 1))
        QTimer.singleShot(0, self, self._step)

    def _step(self) -> None:
        if self._steps:
            self._steps.pop(0)()
            QTimer.singleShot(0, self, self._step)

    def _visit(self, key: str) -> None:
        self._window.go(key)
        if self._window.grab().isNull():
            raise RuntimeError(f"the page {key} cannot be painted")

    def _write(self) -> None:
        workplace = self._desk.workplace
        with TemporaryDirectory() as folder:
            letter, report = Path(folder) / "letter.pdf", Path(folder) / "report.pdf"
            self._desk.letters.write(self._desk.appreciation.day().suggestions[0], letter)
            month = workplace.today().replace(day=1) - timedelta(days=1)
            self._desk.reports.monthly(month, workplace.language().code, report)
            sizes = letter.stat().st_size, report.stat().st_size
        pages = len(self._window.navigation.buttons)
        self._end(f"{pages} pages, a letter of {sizes[0]} bytes, a report of {sizes[1]} bytes", 0)

    def _end(self, words: str, code: int) -> None:
        self._steps.clear()
        print(f"CX Desk smoke run: {words}", file=sys.stderr if code else sys.stdout, flush=True)
        self._window.close()
        self._leave(code)

    def _failed(self, kind: type[BaseException], error: BaseException, trace: TracebackType | None) -> None:
        sys.__excepthook__(kind, error, trace)
        self._end("failed", 1)
